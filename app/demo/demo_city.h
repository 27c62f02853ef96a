// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/pack.h"
#include "layers/city/clock.h"
#include "layers/city/facts.h"
#include "layers/feeds/transport.h"

#include <QSet>
#include <map>
#include <memory>
#include <vector>

namespace app {

namespace demo {
struct World;
}

/// A simulated day of the pack's city in the publishers' own formats: a Transport that answers as the
/// publishers would, so that everything behind it is the program as it always is. Every payload is a pure
/// function of (feed, time, seed): the same question gives the same bytes. All values are invented; whoever
/// shows them stamps them as demo data. Lives in the GUI thread like every Transport; `payload` and `past`
/// may be called from any thread.
class DemoCity : public feeds::Transport {
public:
    /// `clock` must outlive it. Builds the city's places (stations, detectors, gauges) from the pack's areas
    /// and data.
    DemoCity(std::shared_ptr<const Pack> pack, const city::Clock& clock, quint32 seed = 1);
    ~DemoCity() override;

    /// One quantity of one place.
    using Series = QPair<city::PlaceId, QString>;

    QFuture<feeds::FetchResponse> get(const feeds::FetchRequest& request) override;
    /// The same at another moment than now.
    QFuture<feeds::FetchResponse> getAt(const feeds::FetchRequest& request, city::Instant at) const;

    /// What the publisher of `feed` would have answered at `at`; empty for a feed the demo city does not know
    /// or one that is broken at that time. A request whose URL is a document the feed points to is answered
    /// by `get`.
    QByteArray payload(const QString& feed, city::Instant at) const;

    /// What a store would hold of `feed` had the program run from `from` to `to`, asking every `step`. Straight to observations, in the quantities' own units, without
    /// formatting and decoding.
    std::vector<city::Observation> past(const QString& feed, city::Instant from, city::Instant to,
                                        city::Duration step) const;

    /// The same for some series only, of whatever feeds they come from: much less work. By feed. Those that speak
    /// seldom reach further back than `from`.
    std::map<QString, std::vector<city::Observation>> pastOf(const QSet<Series>& series, city::Instant from,
                                                             city::Instant to, city::Duration step) const;

    /// 00:00 in Asia/Taipei of the scripted day, a Wednesday.
    static city::Instant dayStart();
    /// When the program starts in it: 17:30, rush hour, the cloudburst running.
    static city::Instant openingMoment();

    /// Whether what `transport` delivers is invented and must be stamped so.
    static bool isDemo(const feeds::Transport* transport);

private:
    const city::Clock& m_clock;
    QFuture<std::shared_ptr<const demo::World>> m_world; ///< Made in the pool; whoever needs it waits there.
};

} // namespace app
