// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/indicators/forecast/models.h"

#include <cmath>
#include <limits>

namespace indicators {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t seasonsBack = 4;

/// Sum of |d| and of d squared of the seasonal differences, and how many there are.
struct Differences {
    double absolute = 0, squared = 0;
    std::size_t count = 0;
};

Differences differences(const RegularSeries& series, std::size_t end, std::size_t season)
{
    Differences found;
    for (std::size_t i = season; i < std::min(end, series.size()); ++i) {
        const double off = series.values[i] - series.values[i - season];
        if (std::isnan(off)) continue;
        found.absolute += std::abs(off);
        found.squared += off * off;
        ++found.count;
    }
    return found;
}

double repeated(const RegularSeries& series, std::size_t origin, std::size_t step, std::size_t season)
{
    for (std::size_t back = (step / season + 1) * season, tries = 0; tries < seasonsBack;
         ++tries, back += season) {
        if (back > origin + step) return none;
        const double value = series.values[origin + step - back];
        if (!std::isnan(value)) return value;
    }
    return none;
}

} // namespace

PointForecasts seasonalNaive(const RegularSeries& series, const Origins& origins)
{
    PointForecasts all;
    for (const std::size_t origin : origins.at) {
        std::vector<double> one(origins.horizon);
        for (std::size_t h = 0; h < origins.horizon; ++h)
            one[h] = repeated(series, origin, h, origins.season);
        all.push_back(std::move(one));
    }
    return all;
}

double naiveError(const RegularSeries& series, std::size_t end, std::size_t season)
{
    const Differences found = differences(series, end, season);
    return found.count == 0 ? none : found.absolute / static_cast<double>(found.count);
}

double naiveDeviation(const RegularSeries& series, std::size_t end, std::size_t season)
{
    const Differences found = differences(series, end, season);
    return found.count == 0 ? none : std::sqrt(found.squared / static_cast<double>(found.count));
}

std::size_t betterSeason(const RegularSeries& series, std::size_t end)
{
    const double day = series.perDay > 1 ? naiveError(series, end, series.perDay) : none;
    const double week = end >= 2 * series.perWeek ? naiveError(series, end, series.perWeek) : none;
    if (std::isnan(day)) return series.perWeek;
    return week < day ? series.perWeek : series.perDay;
}

} // namespace indicators
