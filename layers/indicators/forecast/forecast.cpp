// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/indicators/forecast/forecast.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace indicators {

namespace {

/// The steps between the issue time and the newest value.
std::size_t missingAtEnd(const RegularSeries& series)
{
    std::size_t missing = 0;
    while (missing < series.size() && std::isnan(series.values[series.size() - 1 - missing]))
        ++missing;
    return missing;
}

LeadForecast leadOf(const RegularSeries& series, std::size_t h, double value, RollingIntervals& intervals,
                    const ForecastQuestion& question)
{
    LeadForecast lead{series.at(series.size() + h), std::clamp(value, question.least, question.most), {}};
    auto bands = intervals.around(value, series.size());
    for (Interval& band : bands ? *bands : lead.bands) {
        band.low = std::clamp(band.low, question.least, question.most);
        band.high = std::clamp(band.high, question.least, question.most);
    }
    if (bands) lead.bands = std::move(*bands);
    return lead;
}

} // namespace

city::Result<Forecast> forecast(const city::Series& series, const ForecastQuestion& question)
{
    const QString place = series.place.kind + QLatin1Char('/') + series.place.id;
    auto clean = cleanSeries(series, question.issue, question.step, question.calendar, question.least,
                             question.horizon);
    if (!clean) return clean.problem();
    const RegularSeries& known = clean->series;
    const std::size_t missing = missingAtEnd(known);
    Forecast made;
    made.issue = question.issue;
    made.newestInput = known.at(known.size() - 1 - missing);
    if (missing > static_cast<std::size_t>(question.latestMissing))
        return city::Problem{place,
                             series.quantity,
                             {QT_TRANSLATE_NOOP("Message", "no forecast: the newest value is of %1, too old"),
                              {city::toIso(made.newestInput)}}};
    made.cleaning = clean->cleaning;
    made.inputs = static_cast<int>(
        std::count_if(known.values.begin(), known.values.end(), [](double v) { return std::isfinite(v); }));
    made.backtest = backtest(known, question.horizon);
    made.model = made.backtest.chosen;
    const Origins now{known.size(), {known.size()}, question.horizon, made.backtest.season};
    const std::vector<double> values = forecastsOf(made.model, known, now).front();
    for (std::size_t h = 0; h < values.size(); ++h)
        if (!std::isnan(values[h])) made.fan.push_back(leadOf(known, h, values[h], made.backtest.intervals[h], question));
    if (made.fan.empty())
        return city::Problem{place, series.quantity,
                             QT_TRANSLATE_NOOP("Message", "no forecast: too much of the series is missing")};
    return made;
}

std::optional<Crossing> firstCrossing(const Forecast& forecast, double threshold, bool falling)
{
    const auto over = [&](double value) { return falling ? value <= threshold : value >= threshold; };
    std::optional<Crossing> first;
    for (const LeadForecast& lead : forecast.fan) {
        if (over(lead.value)) return Crossing{lead, true};
        const bool perhaps = lead.bands.size() > 1 && over(falling ? lead.bands[1].low : lead.bands[1].high);
        if (perhaps && !first) first = Crossing{lead, false};
    }
    return first;
}

} // namespace indicators
