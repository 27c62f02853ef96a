// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/indicators/forecast/scores.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace indicators {

double pinballLoss(double quantile, double forecast, double observed)
{
    const double off = observed - forecast;
    return std::max(quantile * off, (quantile - 1) * off);
}

double crpsOfEnsemble(const std::vector<double>& members, double observed, bool fair)
{
    const auto count = static_cast<double>(members.size());
    double distance = 0, spread = 0;
    for (const double one : members) {
        distance += std::abs(one - observed);
        for (const double other : members)
            spread += std::abs(one - other);
    }
    const double pairs = fair ? count * (count - 1) : count * count;
    return distance / count - spread / (2 * pairs);
}

double crpsOfNormal(double mean, double sd, double observed)
{
    const double z = (observed - mean) / sd;
    const double density = std::exp(-z * z / 2) / std::sqrt(2 * std::numbers::pi);
    const double below = std::erfc(-z / std::numbers::sqrt2) / 2;
    return sd * (z * (2 * below - 1) + 2 * density - std::numbers::inv_sqrtpi);
}

double weightedIntervalScore(double median, const std::vector<Interval>& intervals, double observed)
{
    double sum = std::abs(observed - median) / 2;
    for (const Interval& one : intervals) {
        const double outside = 1 - one.share;
        double score = one.high - one.low;
        if (observed < one.low) score += 2 / outside * (one.low - observed);
        if (observed > one.high) score += 2 / outside * (observed - one.high);
        sum += outside / 2 * score;
    }
    return sum / (static_cast<double>(intervals.size()) + 0.5);
}

} // namespace indicators
