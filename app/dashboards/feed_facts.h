// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/pack.h"
#include "layers/city/snapshot.h"

namespace app {

/// One feed as people read it: texts in the language of the program at this moment. `state` speaks for the rest:
/// sort by `badness`.
struct FeedFacts {
    QString id, title;
    city::Freshness state = city::Freshness::Missing;
    bool off = false;   ///< A key of its publisher is not set: no fault.
    bool never = false; ///< Not asked yet.
    QString word;       ///< "fresh", "late" ... "off", "waiting".
    QString age;        ///< Of its newest observation; of the last answer for feeds that carry none.
    QString promised;   ///< "10 min"
    QString seen;       ///< "10 min ± 20 s"; empty: too early to tell.
    QString success;    ///< "98 %" over 24 hours.
    QString latency;    ///< "0.3 s"
    QString records, refused;
    QStringList wrong; ///< The failure first, then what holds, the newest first: sentences with their beginning.
    double successShare = -1, latencySeconds = -1, ageSeconds = -1, promisedSeconds = 0, seenSeconds = -1;
    int recordCount = 0, refusedCount = 0;

    /// 0 when all is well, larger the worse.
    int badness() const;
};

FeedFacts feedFacts(const city::FeedState& state, const Pack& pack, const QString& language, city::Instant now);
/// Of all feeds of a snapshot, the worst first.
std::vector<FeedFacts> allFeedFacts(const city::CitySnapshot& snapshot, const Pack& pack, const QString& language,
                                    city::Instant now);

/// "since 14:05: ..." of one finding.
QString findingText(const city::Finding& finding, const Pack& pack, city::Instant now);
/// "90 s", "10 min", "3 h": exact where it can be.
QString spanText(city::Duration span);
/// "97.5 %"
QString shareText(const std::optional<double>& share);

} // namespace app
