// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/indicators/forecast/regular_series.h"

#include <span>

namespace indicators {

/// Where forecasts begin and how far they go. An origin is the index of the first step that is not yet known.
struct Origins {
    std::size_t trainEnd =
        0; ///< Parameters are fitted on the steps before this one only, never on what is forecast.
    std::vector<std::size_t> at; ///< Ascending, none before `trainEnd`.
    std::size_t horizon = 24;
    std::size_t season = 24; ///< Steps of the season the naive forecast repeats.
};

/// forecasts[i][h] is the forecast of step at[i] + h made with what was known before at[i]; NaN where the
/// model has nothing to say.
using PointForecasts = std::vector<std::vector<double>>;

/// Each model is a pure function: all forecasts of a series from all origins. Sources:
/// resources/help/methods.txt.

/// The value one season (or, when that is missing, two to four) before.
PointForecasts seasonalNaive(const RegularSeries& series, const Origins& origins);
/// The median of the last eight times of the same day class and time of day, and what is left of the newest
/// value's distance from its own median, which dies away as it did in the training part.
PointForecasts typicalProfile(const RegularSeries& series, const Origins& origins);
/// Additive Holt-Winters with a daily (of days: weekly) season and damped trend; parameters by one-step
/// squared error.
PointForecasts holtWinters(const RegularSeries& series, const Origins& origins);
/// Sines and cosines of the day and the week with errors that die away (AR(1)); how many of each is chosen by
/// AICc.
PointForecasts harmonicRegression(const RegularSeries& series, const Origins& origins);

struct Model {
    const char* id;
    PointForecasts (*forecast)(const RegularSeries&, const Origins&);
};
/// The models that compete with the seasonal naive one. Their combination, the mean of them, competes as
/// well.
std::span<const Model> competingModels();

/// Mean absolute error of the seasonal naive forecast one season ahead within the first `end` steps: what
/// MASE divides by. NaN when there is no pair.
double naiveError(const RegularSeries& series, std::size_t end, std::size_t season);
/// Its own standard deviation, for the textbook interval sd * sqrt(k + 1), k whole seasons ahead.
double naiveDeviation(const RegularSeries& series, std::size_t end, std::size_t season);
/// The season, a day or a week, that errs less within the first `end` steps.
std::size_t betterSeason(const RegularSeries& series, std::size_t end);

} // namespace indicators
