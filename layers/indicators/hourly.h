// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/series.h"

#include <optional>
#include <vector>

namespace indicators {

/// A series brought to equal steps, newest first as the averaging rules count. What is missing is nothing,
/// never 0.
struct Steps {
    city::Instant newest; ///< Beginning of the newest step.
    city::Duration step{3600'000};
    std::vector<std::optional<double>> values; ///< values[i] is of `newest` - i steps.

    city::Instant at(std::size_t i) const { return newest - step * static_cast<int>(i); }
};

/// The means of the last `count` steps of `series` that end with the one `until` lies in. Samples out of
/// order, as a clock that jumps leaves them, count where their own time says; later than `until` they do not
/// count.
Steps lastSteps(const city::Series& series, city::Instant until, std::size_t count,
                city::Duration step = city::Duration(3600'000));

} // namespace indicators
