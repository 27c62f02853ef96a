// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/indicators/forecast/rolling_intervals.h"

#include <algorithm>
#include <cmath>

namespace indicators {

namespace {

/// The value below which `share` of a new error is expected to lie, with the finite-sample step of conformal
/// prediction: position share * (n + 1) in the sorted errors, between two of them in proportion.
double quantile(const std::vector<double>& sorted, double share)
{
    const auto count = static_cast<double>(sorted.size());
    const double position = std::clamp(share * (count + 1) - 1, 0.0, count - 1);
    const auto below = static_cast<std::size_t>(position);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (position - std::floor(position)) * (sorted[above] - sorted[below]);
}

} // namespace

std::optional<std::vector<Interval>> intervalsAround(double forecast, const std::vector<PastError>& errors,
                                                     std::size_t lead, std::size_t now)
{
    std::vector<double> known;
    for (auto one = errors.rbegin(); one != errors.rend() && known.size() < rollingWindow; ++one)
        if (one->origin + lead < now && !std::isnan(one->error)) known.push_back(one->error);
    if (known.size() < leastErrors) return std::nullopt;
    std::sort(known.begin(), known.end());
    std::vector<Interval> intervals;
    for (const double share : bandShares)
        intervals.push_back({share, forecast + quantile(known, (1 - share) / 2),
                             forecast + quantile(known, (1 + share) / 2)});
    return intervals;
}

} // namespace indicators
