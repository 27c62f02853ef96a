// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/result.h"
#include "layers/city/series.h"
#include "layers/indicators/day_classes.h"

#include <vector>

namespace indicators {

/// A series in equal steps, oldest first, as the forecasting models read it. A missing value is NaN.
struct RegularSeries {
    city::Instant first; ///< Beginning of the first step.
    city::Duration step{3600'000};
    std::vector<double> values;
    /// Of each step, and of as many after the last as a forecast may need: day class and time of day in one
    /// number, dayClass * (steps in a day) + step of the day. Empty classes cannot occur.
    std::vector<int> classes;
    std::size_t perDay = 24, perWeek = 168;

    std::size_t size() const { return values.size(); }
    city::Instant at(std::size_t i) const { return first + step * static_cast<qint64>(i); }
};

/// What was left out before anything was computed, so that it can be said.
struct Cleaning {
    int samples = 0;    ///< That were looked at.
    int missing = 0;    ///< Steps without any value between the first and the last.
    int outOfRange = 0; ///< Negative concentrations and the like: refused.
    int spikes = 0;     ///< Single values far from both neighbours, which agree.
    int flat = 0;       ///< Steps of runs in which the instrument repeated one value for longer than a day.
    int fromTheFuture = 0; ///< Dated after the issue time: a clock that jumped.
    int outOfOrder = 0;    ///< Dated before the sample before: put where their own time says.
};

struct CleanSeries {
    RegularSeries series;
    Cleaning cleaning;
};

/// Brings `series` into steps, at most `most` of them. The last is the one `issue` lies in where the series
/// speaks once a step and has spoken in it; otherwise the one before. `least`: smaller values are refused.
/// `ahead`: for how many steps after the last `classes` goes on. A Problem when nothing is left, when it
/// never changed, or when there is less than four days (of hours) or four weeks (of days). Pure.
city::Result<CleanSeries> cleanSeries(const city::Series& series, city::Instant issue, city::Duration step,
                                      const DayCalendar& calendar, double least, std::size_t ahead,
                                      std::size_t most = 24 * 400);

/// The step a series is forecast in: an hour, or a day where it speaks less than every six hours.
city::Duration forecastStep(const city::Series& series);

} // namespace indicators
