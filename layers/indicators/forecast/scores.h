// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

/// How good forecasts were. Pure; formulas in resources/help/methods.txt.
namespace indicators {

/// max(q (y - forecast), (q - 1) (y - forecast)) for the quantile `q`.
double pinballLoss(double quantile, double forecast, double observed);

/// Continuous ranked probability score of an ensemble; `fair` divides the spread by M (M - 1). At least one
/// member, two for the fair one.
double crpsOfEnsemble(const std::vector<double>& members, double observed, bool fair);
/// The same of a normal distribution.
double crpsOfNormal(double mean, double sd, double observed);

/// A central interval that should hold `share` of the values (0.8).
struct Interval {
    double share = 0.8, low = 0, high = 0;

    bool holds(double value) const { return value >= low && value <= high; }
};

/// Weighted interval score of a median and central intervals.
double weightedIntervalScore(double median, const std::vector<Interval>& intervals, double observed);

} // namespace indicators
