// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/indicators/forecast/models.h"

#include <cmath>
#include <limits>

namespace indicators {

namespace {

struct Parameters {
    double level = 0.3, trend = 0.02, season = 0.1, damping = 0.95;
};

/// Level, trend and seasonal parts, carried through a series step by step. Over a missing value the state
/// goes on as it would have been forecast.
class State {
public:
    State(const RegularSeries& series, std::size_t season) : m_season(season, 0), m_known(season, false)
    {
        double sum = 0;
        std::size_t count = 0;
        const std::size_t begin = std::min(2 * season, series.size());
        for (std::size_t i = 0; i < begin; ++i) {
            if (std::isnan(series.values[i])) continue;
            sum += series.values[i];
            ++count;
        }
        m_level = count > 0 ? sum / static_cast<double>(count) : 0;
        for (std::size_t i = 0; i < begin; ++i) {
            if (std::isnan(series.values[i])) continue;
            double& part = m_season[i % season];
            const double off = series.values[i] - m_level;
            part = m_known[i % season] ? (part + off) / 2 : off;
            m_known[i % season] = true;
        }
    }

    double next(std::size_t step, const Parameters& by) const
    {
        return m_level + by.damping * m_trend + m_season[step % m_season.size()];
    }

    void take(std::size_t step, double value, const Parameters& by)
    {
        const double carried = m_level + by.damping * m_trend;
        double& part = m_season[step % m_season.size()];
        if (std::isnan(value)) {
            m_level = carried;
            m_trend *= by.damping;
            return;
        }
        const double level = by.level * (value - part) + (1 - by.level) * carried;
        m_trend = by.trend * (level - m_level) + (1 - by.trend) * by.damping * m_trend;
        part = by.season * (value - carried) + (1 - by.season) * part;
        m_level = level;
    }

    std::vector<double> ahead(std::size_t origin, std::size_t horizon, const Parameters& by) const
    {
        std::vector<double> found(horizon);
        double grown = 0, power = 1;
        for (std::size_t h = 0; h < horizon; ++h) {
            power *= by.damping;
            grown += power * m_trend;
            found[h] = m_level + grown + m_season[(origin + h) % m_season.size()];
        }
        return found;
    }

private:
    double m_level = 0, m_trend = 0;
    std::vector<double> m_season;
    std::vector<bool> m_known;
};

double squaredError(const RegularSeries& series, std::size_t end, std::size_t season, const Parameters& by)
{
    State state(series, season);
    double sum = 0;
    for (std::size_t i = 0; i < end; ++i) {
        const double off = series.values[i] - state.next(i, by);
        if (i >= 2 * season && !std::isnan(off)) sum += off * off;
        state.take(i, series.values[i], by);
    }
    return sum;
}

/// One parameter after the other to the best of a few values, until none moves.
Parameters fitted(const RegularSeries& series, std::size_t end, std::size_t season)
{
    struct Choice {
        double Parameters::*which;
        std::vector<double> values;
    };
    static const std::vector<Choice> choices{
        {&Parameters::level, {0.02, 0.05, 0.1, 0.2, 0.3, 0.45, 0.6, 0.8, 0.95}},
        {&Parameters::season, {0.01, 0.03, 0.06, 0.1, 0.2, 0.35}},
        {&Parameters::trend, {0.0, 0.005, 0.02, 0.05, 0.15}},
        {&Parameters::damping, {0.8, 0.9, 0.95, 0.98}}};
    Parameters best;
    double least = squaredError(series, end, season, best);
    for (int round = 0; round < 3; ++round) {
        const double before = least;
        for (const Choice& choice : choices) {
            for (const double value : choice.values) {
                Parameters tried = best;
                tried.*choice.which = value;
                const double error = squaredError(series, end, season, tried);
                if (error >= least) continue;
                least = error;
                best = tried;
            }
        }
        if (least > 0.999 * before) break;
    }
    return best;
}

} // namespace

PointForecasts holtWinters(const RegularSeries& series, const Origins& origins)
{
    const std::size_t season = series.perDay > 1 ? series.perDay : series.perWeek;
    const std::vector<double> nothing(origins.horizon, std::numeric_limits<double>::quiet_NaN());
    if (origins.trainEnd < 3 * season) return PointForecasts(origins.at.size(), nothing);
    const Parameters by = fitted(series, origins.trainEnd, season);
    State state(series, season);
    PointForecasts all;
    std::size_t step = 0;
    for (const std::size_t origin : origins.at) {
        for (; step < origin; ++step)
            state.take(step, series.values[step], by);
        all.push_back(state.ahead(origin, origins.horizon, by));
    }
    return all;
}

} // namespace indicators
