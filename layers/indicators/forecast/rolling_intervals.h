// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/indicators/forecast/scores.h"

#include <array>
#include <optional>

namespace indicators {

/// The shares of the values the drawn bands should hold.
inline constexpr std::array<double, 3> bandShares{0.5, 0.8, 0.95};

/// One error of the past: a forecast made at step `origin`, and how far above it the value was.
struct PastError {
    std::size_t origin = 0;
    double error = 0;
};

/// Intervals from the errors of the same lead that were known at `now` (their value had arrived), the last
/// `rollingWindow` of them: split-conformal, each end by its own quantile, so that a series that errs upwards
/// has a higher upper end. They hold their share as long as the near future errs like the near past; no
/// normal distribution is assumed. Nothing with fewer than `leastErrors`.
inline constexpr std::size_t rollingWindow = 200, leastErrors = 20;
std::optional<std::vector<Interval>> intervalsAround(double forecast, const std::vector<PastError>& errors,
                                                     std::size_t lead, std::size_t now);

} // namespace indicators
