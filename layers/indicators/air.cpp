// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/indicators/air.h"

#include <algorithm>
#include <cmath>

namespace indicators {

namespace {

using Hours = std::vector<std::optional<double>>;

int countOf(const Hours& values, std::size_t first)
{
    const auto end = values.begin() + static_cast<std::ptrdiff_t>(std::min(first, values.size()));
    return static_cast<int>(
        std::count_if(values.begin(), end, [](const auto& one) { return one.has_value(); }));
}

/// With the evidence: which of the first `count` hours went in.
Averaged averaged(const Steps& hours, std::size_t count, double value, QString method)
{
    Averaged made{{}, value, std::move(method), countOf(hours.values, count), {}, {}};
    for (std::size_t i = 0; i < std::min(count, hours.values.size()); ++i) {
        if (!hours.values[i]) continue;
        if (!made.last) made.last = hours.at(i);
        made.first = hours.at(i);
    }
    return made;
}

double meanOf(const Hours& values, std::size_t first)
{
    double sum = 0;
    for (std::size_t i = 0; i < std::min(first, values.size()); ++i)
        sum += values[i].value_or(0);
    return sum / countOf(values, first);
}

} // namespace

std::optional<Averaged> particleNowCast(const Steps& hours, int decimals)
{
    constexpr std::size_t span = 12;
    if (countOf(hours.values, 3) < 2) return std::nullopt;
    double least = INFINITY, most = -INFINITY;
    for (std::size_t i = 0; i < std::min(span, hours.values.size()); ++i) {
        if (!hours.values[i]) continue;
        least = std::min(least, *hours.values[i]);
        most = std::max(most, *hours.values[i]);
    }
    const double weight = most > 0 ? std::clamp(least / most, 0.5, 1.0) : 1.0;
    double sum = 0, weights = 0;
    for (std::size_t i = 0; i < std::min(span, hours.values.size()); ++i) {
        if (!hours.values[i]) continue; // The exponent of the others stays that of their hour.
        const double power = std::pow(weight, static_cast<double>(i));
        sum += power * *hours.values[i];
        weights += power;
    }
    const double value = Rounding{Rounding::Rule::Truncate, decimals}.apply(sum / weights);
    return averaged(hours, span, value, QStringLiteral("NowCast of 12 h (US EPA)"));
}

std::optional<Averaged> taiwanParticles(const Steps& hours, int decimals)
{
    if (countOf(hours.values, 12) < 6 || countOf(hours.values, 4) < 2) return std::nullopt;
    const double mean = 0.5 * meanOf(hours.values, 12) + 0.5 * meanOf(hours.values, 4);
    return averaged(hours, 12, Rounding{Rounding::Rule::HalfUp, decimals}.apply(mean),
                    QStringLiteral("half of the mean of 12 h and half of the mean of 4 h"));
}

std::optional<Averaged> trailingMean(const Steps& hours, std::size_t count, std::size_t needed)
{
    if (countOf(hours.values, count) < static_cast<int>(std::max<std::size_t>(1, needed)))
        return std::nullopt;
    return averaged(hours, count, meanOf(hours.values, count), QStringLiteral("mean of %1 h").arg(count));
}

std::optional<Averaged> newestHour(const Steps& hours)
{
    return trailingMean(hours, 1, 1);
}

std::optional<Averaged> ozoneSurrogate(const Steps& hoursPpb)
{
    for (std::size_t i = 0; i < std::min<std::size_t>(3, hoursPpb.values.size()); ++i) {
        if (!hoursPpb.values[i]) continue;
        const double hour = *hoursPpb.values[i];
        Averaged made{{},
                      hour > 0 ? 0.85 * hour + 4.5 : 0,
                      QStringLiteral("surrogate of the 8 h mean from 1 h"),
                      1,
                      hoursPpb.at(i),
                      hoursPpb.at(i)};
        return made;
    }
    return std::nullopt;
}

} // namespace indicators
