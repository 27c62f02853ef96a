// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/indicators/forecast/models.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace indicators {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t weeks = 8, leastWeeks = 3;

/// The steps of each class that have a value, ascending.
std::vector<std::vector<std::size_t>> byClass(const RegularSeries& series)
{
    std::vector<std::vector<std::size_t>> steps(8 * series.perDay);
    for (std::size_t i = 0; i < series.size(); ++i)
        if (!std::isnan(series.values[i])) steps[static_cast<std::size_t>(series.classes[i])].push_back(i);
    return steps;
}

/// Medians as they were known at an origin, found once for each class.
class Profile {
public:
    explicit Profile(const RegularSeries& series) : m_series(series), m_steps(byClass(series)) {}

    double at(std::size_t origin, std::size_t step) const
    {
        const auto& steps = m_steps[static_cast<std::size_t>(m_series.classes[step])];
        const auto end = std::lower_bound(steps.begin(), steps.end(), origin);
        const auto count = std::min<std::size_t>(weeks, static_cast<std::size_t>(end - steps.begin()));
        if (count < leastWeeks) return none;
        double values[weeks];
        for (std::size_t i = 0; i < count; ++i)
            values[i] = m_series.values[*(end - 1 - static_cast<std::ptrdiff_t>(i))];
        std::sort(values, values + count);
        return count % 2 == 1 ? values[count / 2] : (values[count / 2 - 1] + values[count / 2]) / 2;
    }

private:
    const RegularSeries& m_series;
    std::vector<std::vector<std::size_t>> m_steps;
};

/// How much of a distance from the profile is left a step later; measured before `end`.
double persistence(const RegularSeries& series, const Profile& profile, std::size_t end)
{
    double products = 0, squares = 0, before = none;
    const std::size_t begin = end > 4 * series.perWeek ? end - 4 * series.perWeek : 0;
    for (std::size_t i = begin; i < end; ++i) {
        const double off = series.values[i] - profile.at(i, i);
        if (!std::isnan(off) && !std::isnan(before)) {
            products += off * before;
            squares += before * before;
        }
        before = off;
    }
    return squares > 0 ? std::clamp(products / squares, 0.0, 0.99) : 0;
}

} // namespace

PointForecasts typicalProfile(const RegularSeries& series, const Origins& origins)
{
    const Profile profile(series);
    const double left = persistence(series, profile, origins.trainEnd);
    PointForecasts all;
    for (const std::size_t origin : origins.at) {
        double distance = 0;
        for (std::size_t back = 1; back <= 3 && back <= origin; ++back) {
            const double off = series.values[origin - back] - profile.at(origin, origin - back);
            if (std::isnan(off)) continue;
            distance = off * std::pow(left, static_cast<double>(back - 1));
            break;
        }
        std::vector<double> one(origins.horizon);
        for (std::size_t h = 0; h < origins.horizon; ++h) {
            distance *= left;
            one[h] = profile.at(origin, origin + h) + distance;
        }
        all.push_back(std::move(one));
    }
    return all;
}

} // namespace indicators
