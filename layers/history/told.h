// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/time.h"

#include <vector>

namespace history {

/// One value of a series as one answer of one feed told it.
struct Told {
    qint64 at = 0;     ///< Observed: milliseconds since 1970 UTC.
    qint64 answer = 0; ///< A later answer has a higher number.
    double value = 0;
};

/// Milliseconds since 1970 UTC, and back.
inline qint64 stampOf(city::Instant at)
{
    return static_cast<qint64>(at.time_since_epoch().count());
}
inline city::Instant instantOf(qint64 stamp)
{
    return city::Instant(city::Duration(stamp));
}

/// Puts them into the order of observed time, those of one time in the order they were told, each once.
void putInOrder(std::vector<Told>& told);
/// Leaves of each observed time the value told last. They must be in order.
void keepBelieved(std::vector<Told>& told);

} // namespace history
