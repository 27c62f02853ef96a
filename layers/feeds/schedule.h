// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/feed_spec.h"

#include <map>
#include <optional>

namespace feeds {

/// When each feed is to be asked next. A value: nothing but what it was told and the times it was given; no
/// clock, no timer. All feeds are due at the start, or as long after it as they wait; the second question comes after half to a whole cadence,
/// by the feed's name, so that feeds of one cadence do not all ask in the same second; then every cadence.
/// After a failure it is sooner: from 5 s (or a quarter of the cadence, if that is less) doubling to a
/// cadence and never later than that, unless the publisher asks for a longer pause.
class FeedSchedule {
public:
    FeedSchedule() = default;
    FeedSchedule(const std::vector<FeedSpec>& feeds, city::Instant start);

    /// Feeds that are due and not being asked, by name.
    QStringList due(city::Instant now) const;
    /// The earliest time at which one is due; nothing while all are being asked.
    std::optional<city::Instant> nextDue() const;
    /// When a feed is due; nothing while it is being asked, or unknown.
    std::optional<city::Instant> dueAt(const QString& feed) const;

    void asked(const QString& feed, city::Instant now);
    void succeeded(const QString& feed);
    void failed(const QString& feed, city::Instant now, std::optional<city::Duration> retryAfter = {});
    /// The feed's question was given up; it is due at once.
    void givenUp(const QString& feed);

private:
    struct Turn {
        city::Duration cadence;
        city::Instant due;
        city::Instant lastAsked;
        bool beingAsked = false;
        bool askedBefore = false; ///< Its phase has been set.
        int failures = 0;
    };
    std::map<QString, Turn> m_turns;
};

/// The pause before a feed is asked again after its n-th failure in a row.
city::Duration retryDelay(const QString& feed, city::Duration cadence, int failures);

} // namespace feeds
