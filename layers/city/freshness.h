// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/message.h"
#include "layers/city/time.h"

namespace city {

/// How far an observation can be trusted to speak of now. Ordered: an aggregate takes the worst of its
/// inputs.
enum class Freshness {
    Fresh,   ///< age <= cadence + grace
    Late,    ///< age <= 3 cadence + grace
    Stale,   ///< older
    Dead,    ///< older than the time after which the source counts as gone
    Future,  ///< dated more than a grace ahead of the clock: an error, never fresh
    Missing, ///< there is none
};

/// What a source promises about its observations.
struct Promise {
    Duration cadence{60'000};
    Duration grace{60'000}; ///< Usual latency of the publisher.
    Duration deadAfter{24 * 3600'000};
};

/// Judged by the time of observation, never by the time of fetching.
Freshness freshness(Instant observedAt, Instant now, const Promise& promise);

/// "fresh", "late", "stale", "dead", "in the future", "no data": for people, in the language of the program.
Message freshnessText(Freshness freshness);

} // namespace city
