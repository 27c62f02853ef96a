// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/indicators/forecast/least_squares.h"
#include "layers/indicators/forecast/models.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

namespace indicators {

namespace {

constexpr std::size_t mostOfDay = 6, mostOfWeek = 10;
constexpr std::size_t mostWeeks = 13; ///< Older than a quarter says little of now.

/// Which waves there are: of the day and of the week, those of the week that are waves of the day left out.
struct Waves {
    std::size_t ofDay = 0, ofWeek = 0; ///< Numbers of waves.
    std::vector<double> periods;       ///< Steps; those of the day first.
};

Waves wavesFor(const RegularSeries& series, std::size_t length)
{
    Waves waves;
    const auto day = static_cast<double>(series.perDay), week = static_cast<double>(series.perWeek);
    for (std::size_t k = 1; k <= mostOfDay && 2 * k < series.perDay; ++k, ++waves.ofDay)
        waves.periods.push_back(day / static_cast<double>(k));
    if (length < 3 * series.perWeek) return waves;
    for (std::size_t k = 1; k <= mostOfWeek && 2 * k < series.perWeek; ++k) {
        if (k % 7 == 0) continue;
        waves.periods.push_back(week / static_cast<double>(k));
        ++waves.ofWeek;
    }
    return waves;
}

/// 1, then sine and cosine of each wave.
std::vector<double> regressors(const Waves& waves, std::size_t step)
{
    std::vector<double> row{1};
    for (const double period : waves.periods) {
        const double angle = 2 * std::numbers::pi * std::fmod(static_cast<double>(step), period) / period;
        row.push_back(std::sin(angle));
        row.push_back(std::cos(angle));
    }
    return row;
}

std::vector<std::size_t> columnsOf(const Waves& waves, std::size_t ofDay, std::size_t ofWeek)
{
    std::vector<std::size_t> columns{0};
    for (std::size_t k = 0; k < 2 * ofDay; ++k)
        columns.push_back(1 + k);
    for (std::size_t k = 0; k < 2 * ofWeek; ++k)
        columns.push_back(1 + 2 * waves.ofDay + k);
    return columns;
}

struct Fit {
    std::vector<std::size_t> columns;
    std::vector<double> coefficients;
    double persistence = 0; ///< Of the errors, AR(1).
    double aicc = std::numeric_limits<double>::infinity();

    double at(const std::vector<double>& row) const
    {
        double sum = 0;
        for (std::size_t i = 0; i < columns.size(); ++i)
            sum += coefficients[i] * row[columns[i]];
        return sum;
    }
};

/// The regressors of every step from `begin` on, made once.
struct Design {
    std::size_t begin = 0;
    std::vector<std::vector<double>> rows;
    const std::vector<double>& at(std::size_t step) const { return rows[step - begin]; }
};

/// The fit's persistence and AICc, by its one-step errors within the training part.
void judge(Fit& fit, const RegularSeries& series, const Design& design, std::size_t end)
{
    double products = 0, before = std::numeric_limits<double>::quiet_NaN(), squares = 0, all = 0;
    std::size_t count = 0;
    for (std::size_t i = design.begin; i < end; ++i) {
        const double off = series.values[i] - fit.at(design.at(i));
        if (!std::isnan(off)) {
            all += off * off;
            ++count;
            if (!std::isnan(before)) {
                products += off * before;
                squares += before * before;
            }
        }
        before = off;
    }
    fit.persistence = squares > 0 ? std::clamp(products / squares, 0.0, 0.99) : 0;
    const auto n = static_cast<double>(count), k = static_cast<double>(fit.columns.size() + 2);
    if (n <= k + 2 || all <= 0) return;
    const double variance = all / n * (1 - fit.persistence * fit.persistence);
    fit.aicc = n * std::log(variance) + 2 * k + 2 * k * (k + 1) / (n - k - 1);
}

std::optional<Fit> bestFit(const RegularSeries& series, const Waves& waves, const Design& design,
                           std::size_t end)
{
    Gram gram(1 + 2 * waves.periods.size());
    for (std::size_t i = design.begin; i < end; ++i)
        if (!std::isnan(series.values[i])) gram.add(design.at(i), series.values[i]);
    std::optional<Fit> best;
    const std::size_t stepOfWeek = 3;
    for (std::size_t day = waves.ofDay == 0 ? 0 : 1; day <= waves.ofDay; ++day) {
        for (std::size_t week = 0; week <= waves.ofWeek; week += stepOfWeek) {
            Fit fit;
            fit.columns = columnsOf(waves, day, week);
            const auto coefficients = solve(gram, fit.columns);
            if (!coefficients) continue;
            fit.coefficients = *coefficients;
            judge(fit, series, design, end);
            if (!best || fit.aicc < best->aicc) best = std::move(fit);
        }
    }
    return best;
}

} // namespace

PointForecasts harmonicRegression(const RegularSeries& series, const Origins& origins)
{
    const std::size_t length = std::min(origins.trainEnd, mostWeeks * series.perWeek);
    const Waves waves = wavesFor(series, length);
    Design design{origins.trainEnd - length, {}};
    const std::size_t last = (origins.at.empty() ? origins.trainEnd : origins.at.back()) + origins.horizon;
    for (std::size_t i = design.begin; i < last; ++i)
        design.rows.push_back(regressors(waves, i));
    const std::optional<Fit> fit = bestFit(series, waves, design, origins.trainEnd);
    const std::vector<double> nothing(origins.horizon, std::numeric_limits<double>::quiet_NaN());
    if (!fit) return PointForecasts(origins.at.size(), nothing);
    PointForecasts all;
    for (const std::size_t origin : origins.at) {
        double distance = 0;
        for (std::size_t back = 1; back <= 3 && origin - back >= design.begin; ++back) {
            const double off = series.values[origin - back] - fit->at(design.at(origin - back));
            if (std::isnan(off)) continue;
            distance = off * std::pow(fit->persistence, static_cast<double>(back - 1));
            break;
        }
        std::vector<double> one(origins.horizon);
        for (std::size_t h = 0; h < origins.horizon; ++h) {
            distance *= fit->persistence;
            one[h] = fit->at(design.at(origin + h)) + distance;
        }
        all.push_back(std::move(one));
    }
    return all;
}

} // namespace indicators
