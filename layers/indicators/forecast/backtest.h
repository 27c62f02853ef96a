// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/indicators/forecast/models.h"
#include "layers/indicators/forecast/rolling_intervals.h"

#include <QString>

namespace indicators {

/// How good a model was when it forecast the past from ever later origins, seeing nothing of what it
/// forecast.
struct Skill {
    QString model;
    int forecasts = 0; ///< Pairs of a forecast and the value that came.
    std::vector<double>
        maseByLead; ///< Mean absolute error over the seasonal naive error within the training part.
    double mae = 0, rmse = 0;
    double mase = 0; ///< NaN where the training part repeats itself exactly: there is nothing to divide by.
    double naiveMae = 0;              ///< Of the seasonal naive forecast of the same steps.
    double pinball = 0;               ///< Mean over the ends of the 80 % band.
    double crps = 0;                  ///< Of the bands' ends and the median as an ensemble.
    double intervalScore = 0;         ///< WIS over 50, 80 and 95 %.
    int banded = 0;                   ///< Forecasts that had intervals; only the chosen model's are measured.
    std::array<double, 3> coverage{}; ///< Measured share of the values inside each of `bandShares`.
    double bandWidth = 0; ///< Mean width of the 80 % band: narrow is better where coverage is equal.

    /// 1 - mae / naiveMae: 0 as good as the seasonal naive forecast, 1 perfect.
    double skill() const { return naiveMae > 0 ? 1 - mae / naiveMae : 0; }
};

/// All models over one series.
struct Backtest {
    std::size_t season = 24;    ///< Steps of the naive season, the better of day and week.
    std::size_t trainEnd = 0;   ///< Parameters were fitted before this step.
    std::size_t reportFrom = 0; ///< Origins from this step on make the skill; earlier ones chose the model.
    std::size_t lastOrigin = 0;
    QString
        chosen; ///< The model with the least error before `reportFrom`; "seasonal-naive" when none beats it.
    std::vector<Skill> skills; ///< Of every model; the first is "seasonal-naive".
    /// Of the chosen model by lead, after all that was seen: new intervals are made of them.
    std::vector<RollingIntervals> intervals;

    const Skill& skill(const QString& model) const;
};

/// Rolling-origin backtest over the last `days`, of daily series four times as many (at most half of the
/// series). The first half of the origins chooses the model, the second half measures what is reported, so
/// that the reported skill is not that of the luckiest. Pure and slow enough for a pool: some milliseconds a
/// series.
Backtest backtest(const RegularSeries& series, std::size_t horizon, std::size_t days = 60);

/// The forecasts of the model by its id from the given origins.
PointForecasts forecastsOf(const QString& model, const RegularSeries& series, const Origins& origins);

} // namespace indicators
