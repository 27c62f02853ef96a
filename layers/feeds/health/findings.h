// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/snapshot.h"

/// Suspicions in time: since when, and until when. Pure functions.
namespace feeds {

/// The findings after a payload in which `raised` was seen. One that is seen again goes on; a change (a
/// field, places, a unit) holds until it is undone, for a week at most, then it counts as what is usual; a
/// new field is news for a day. Anything else ends when two payloads in a row did not show it. Ended ones are
/// kept for a week, all together at most 60.
std::vector<city::Finding> findingsAfter(const std::vector<city::Finding>& before,
                                         const std::vector<city::Suspicion>& raised,
                                         const city::FeedPicture& now, city::Instant at);

/// The same payload came again ("not modified"): what held still holds, and values may be frozen by now.
std::vector<city::Finding> findingsUnchanged(const std::vector<city::Finding>& before,
                                             const city::FeedPicture& now, city::Instant at);

/// Those that hold, without news that nothing is wrong with (a new field).
std::vector<city::Finding> holding(const std::vector<city::Finding>& findings);

} // namespace feeds
