// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/indicators/forecast/crossing.h"

#include <algorithm>
#include <cmath>

namespace indicators {

namespace {

/// The newest value that was known when the forecast was made; null when there is none.
const city::Sample* newestKnown(const city::Series& series, city::Instant issue)
{
    const city::Sample* newest = nullptr;
    for (const city::Sample& one : series.samples)
        if (one.at <= issue && std::isfinite(one.value) && (!newest || one.at >= newest->at)) newest = &one;
    return newest;
}

bool isReached(double value, const CrossingLimit& limit)
{
    return limit.falling ? value <= limit.value : value >= limit.value;
}

} // namespace

bool beatsNaive(const Forecast& forecast)
{
    return forecast.model != QLatin1String("seasonal-naive") && forecast.skill().skill() > 0;
}

std::vector<ExpectedCrossing> expectedCrossings(const city::Series& series, const Forecast& forecast,
                                                const std::vector<CrossingLimit>& limits)
{
    std::vector<ExpectedCrossing> found;
    const city::Sample* newest = newestKnown(series, forecast.issue);
    if (!newest || !beatsNaive(forecast)) return found;
    for (const CrossingLimit& limit : limits) {
        if (isReached(newest->value, limit)) continue;
        const auto crossing = firstCrossing(forecast, limit.value, limit.falling);
        if (!crossing) continue;
        found.push_back({series.place, series.quantity, limit, crossing->at.at, crossing->at.value,
                         newest->value, crossing->likely, forecast.issue, forecast.model,
                         forecast.skill().coverage[1]});
    }
    return found;
}

} // namespace indicators
