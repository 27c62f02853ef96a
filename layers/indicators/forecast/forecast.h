// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/indicators/forecast/backtest.h"

namespace indicators {

/// What is asked of a forecast.
struct ForecastQuestion {
    city::Instant issue;           ///< Nothing later than this is looked at.
    city::Duration step{3600'000}; ///< See forecastStep.
    std::size_t horizon = 24;      ///< Steps ahead.
    DayCalendar calendar;
    double least = 0; ///< The quantity cannot be smaller: neither are values before nor forecasts.
    double most = 1e15;
    int latestMissing = 3; ///< Steps the newest value may be old; a forecast from older input is not made.
};

/// One step of a fan.
struct LeadForecast {
    city::Instant at; ///< Beginning of the step.
    double value = 0;
    std::vector<Interval> bands; ///< As `bandShares`; empty where too little is known of past errors.
};

struct Forecast {
    QString model;
    city::Instant issue, newestInput;
    std::vector<LeadForecast> fan;
    Backtest backtest; ///< The measured skill: shown with the fan, always.
    Cleaning cleaning;
    int inputs = 0; ///< Values the forecast is made of.

    const Skill& skill() const { return backtest.skill(model); }
};

/// The forecast by the model that did best in a backtest of this very series; a model that does not beat the
/// seasonal naive forecast is never it. A Problem when the newest input is stale or the series is not fit
/// (see cleanSeries). Pure; for a pool.
city::Result<Forecast> forecast(const city::Series& series, const ForecastQuestion& question);

/// When the fan's value first reaches `threshold` from below (or, `falling`, from above), for early warning:
/// the step, and whether the whole 80 % band is over by then.
struct Crossing {
    LeadForecast at;
    bool likely = false; ///< The value itself crosses; otherwise only the outer end of the 80 % band does.
};
std::optional<Crossing> firstCrossing(const Forecast& forecast, double threshold, bool falling = false);

} // namespace indicators
