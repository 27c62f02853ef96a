// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dashboards/dashboard.h"
#include "layers/indicators/forecast/forecast.h"

namespace app {

/// What is expected of the series in the charts, each with its measured skill, or why nothing is. Made in the
/// pool.
struct Forecasts {
    using SeriesKey = QPair<city::PlaceId, QString>;
    QHash<SeriesKey, std::shared_ptr<const indicators::Forecast>> made;
    QHash<SeriesKey, city::Message> refused;
};

/// How far ahead a chart of the last `range` looks: five days of what a pack says so of, but on a chart of a
/// whole area never further ahead than half of what it shows of the past.
city::Duration aheadOf(const city::Quantity& quantity, city::Duration range, bool ofOnePlace);

/// The forecast of one series from its hourly past; refused where none can be made or where none is better
/// than repeating the last season. Some tens of milliseconds; any thread.
city::Result<std::shared_ptr<const indicators::Forecast>>
forecastOf(const Pack& pack, const city::Series& hours, city::Instant issue);

/// The fan of a forecast up to `to`.
std::vector<widgets::FanPoint> fanOf(const indicators::Forecast& forecast, city::Instant to);

/// "Forecast: damped Holt-Winters, issued 17:30, error 0.62 of ... ; 80 % band held 81 % of 240".
QString forecastLine(const indicators::Forecast& forecast, const Pack& pack, city::Instant now);

} // namespace app
