// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/past.h"

#include "app/dashboards/aggregate.h"
#include "app/dashboards/format.h"

#include <algorithm>
#include <cmath>

namespace app {

const city::Sample* sampleAt(const city::Series& series, city::Instant at, city::Duration reach)
{
    const auto& samples = series.samples;
    const auto after = std::lower_bound(samples.begin(), samples.end(), at,
                                        [](const city::Sample& one, city::Instant when) { return one.at < when; });
    const city::Sample* best = nullptr;
    for (const auto candidate : {after, after == samples.begin() ? samples.end() : after - 1}) {
        if (candidate == samples.end()) continue;
        const city::Duration distance = candidate->at > at ? candidate->at - at : at - candidate->at;
        if (distance > reach) continue;
        const city::Duration known = !best ? reach : best->at > at ? best->at - at : at - best->at;
        if (!best || distance < known) best = &*candidate;
    }
    return best;
}

std::vector<city::Sample> samplesWithin(const city::Series* series, city::Instant from, city::Instant to)
{
    std::vector<city::Sample> found;
    if (!series) return found;
    for (const city::Sample& one : series->samples)
        if (one.at >= from && one.at <= to) found.push_back(one);
    return found;
}

std::vector<city::Sample> aggregateSeries(const std::vector<const city::Series*>& series, const QString& how,
                                          city::Instant from, city::Instant to, city::Duration step)
{
    std::vector<city::Sample> found;
    if (series.empty() || step.count() <= 0) return found;
    const std::size_t needed = how == QLatin1String("sum") ? series.size() : (series.size() + 1) / 2;
    for (city::Instant at = from; at <= to; at += step) {
        std::vector<double> values;
        for (const city::Series* one : series)
            if (const city::Sample* sample = sampleAt(*one, at, step / 2)) values.push_back(sample->value);
        if (!values.empty() && values.size() >= needed) found.push_back({at, aggregateNumbers(values, how)});
    }
    return found;
}

QString changeText(double now, std::optional<double> before, int decimals)
{
    if (!before) return {};
    const double unit = std::pow(10.0, decimals);
    const double change = std::round((now - *before) * unit) / unit;
    if (change == 0) return say(QT_TRANSLATE_NOOP("Message", "no change in 1 h"));
    const QString size = number(std::abs(change), decimals);
    return change > 0 ? say(QT_TRANSLATE_NOOP("Message", "▲ %1 in 1 h"), {size})
                      : say(QT_TRANSLATE_NOOP("Message", "▼ %1 in 1 h"), {size});
}

} // namespace app
