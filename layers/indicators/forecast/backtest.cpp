// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/indicators/forecast/backtest.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace indicators {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr Model models[] = {{"typical-profile", typicalProfile},
                            {"holt-winters", holtWinters},
                            {"harmonic-regression", harmonicRegression}};

const QString& naiveId()
{
    static const QString id = QStringLiteral("seasonal-naive");
    return id;
}

const QString& combinationId()
{
    static const QString id = QStringLiteral("combination");
    return id;
}

/// The mean of those that have something to say; at least two.
PointForecasts combined(const std::vector<PointForecasts>& members, const Origins& origins)
{
    PointForecasts all(origins.at.size(), std::vector<double>(origins.horizon, none));
    for (std::size_t i = 0; i < all.size(); ++i) {
        for (std::size_t h = 0; h < origins.horizon; ++h) {
            double sum = 0;
            int count = 0;
            for (const PointForecasts& one : members) {
                if (std::isnan(one[i][h])) continue;
                sum += one[i][h];
                ++count;
            }
            if (count >= 2) all[i][h] = sum / count;
        }
    }
    return all;
}

/// Origins every few steps, at a stride without a common divisor with the day, so that every hour of the day
/// is one.
Origins chooseOrigins(const RegularSeries& series, std::size_t horizon, std::size_t days)
{
    Origins origins;
    origins.horizon = horizon;
    const std::size_t span = std::min(series.perDay > 1 ? days * series.perDay : 4 * days, series.size() / 2);
    origins.trainEnd = series.size() - span;
    origins.season = betterSeason(series, origins.trainEnd);
    const std::size_t stride = series.perDay >= 24 ? 5 : 1;
    for (std::size_t at = origins.trainEnd; at < series.size(); at += stride)
        origins.at.push_back(at);
    return origins;
}

/// Sums over forecasts of which the value came.
class Scorer {
public:
    Scorer(const RegularSeries& series, std::size_t horizon, double scale)
        : m_series(series), m_scale(scale), m_absolute(horizon, 0), m_counts(horizon, 0)
    {
    }

    void add(std::size_t origin, std::size_t h, double forecast, double naive)
    {
        const double value = m_series.values[origin + h], off = value - forecast;
        m_absolute[h] += std::abs(off);
        ++m_counts[h];
        m_squares += off * off;
        if (!std::isnan(naive)) {
            m_naive += std::abs(value - naive);
            m_own += std::abs(off);
        }
    }

    Skill result(const QString& model) const
    {
        Skill skill = m_skill;
        skill.model = model;
        double absolute = 0;
        for (std::size_t h = 0; h < m_counts.size(); ++h) {
            absolute += m_absolute[h];
            skill.forecasts += m_counts[h];
            skill.maseByLead.push_back(m_counts[h] > 0 ? m_absolute[h] / m_counts[h] / m_scale : none);
        }
        const double count = skill.forecasts, banded = std::max(1, skill.banded);
        skill.mae = absolute / count;
        skill.rmse = std::sqrt(m_squares / count);
        skill.mase = skill.mae / m_scale;
        skill.naiveMae = m_own > 0 ? m_naive / m_own * skill.mae : m_naive;
        for (double* sum : {&skill.pinball, &skill.crps, &skill.intervalScore, &skill.bandWidth})
            *sum /= banded;
        for (double& share : skill.coverage)
            share /= banded;
        return skill;
    }

    void addBands(double median, const std::vector<Interval>& bands, double value)
    {
        std::vector<double> members{median};
        for (std::size_t i = 0; i < bands.size(); ++i) {
            m_skill.coverage[i] += bands[i].holds(value) ? 1 : 0;
            members.insert(members.end(), {bands[i].low, bands[i].high});
        }
        const Interval& middle = bands[1];
        m_skill.pinball += (pinballLoss(0.1, middle.low, value) + pinballLoss(0.9, middle.high, value)) / 2;
        m_skill.crps += crpsOfEnsemble(members, value, false);
        m_skill.intervalScore += weightedIntervalScore(median, bands, value);
        m_skill.bandWidth += middle.high - middle.low;
        ++m_skill.banded;
    }

private:
    const RegularSeries& m_series;
    double m_scale;
    std::vector<double> m_absolute;
    std::vector<int> m_counts;
    double m_squares = 0, m_naive = 0, m_own = 0;
    Skill m_skill;
};

bool isPair(const RegularSeries& series, std::size_t step, double forecast)
{
    return step < series.size() && !std::isnan(series.values[step]) && !std::isnan(forecast);
}

/// Mean absolute error of the origins before `end`, over the steps both the model and the naive forecast
/// speak of; infinite when the model says nothing or much less than the naive forecast.
double choiceError(const RegularSeries& series, const Origins& origins, const PointForecasts& forecasts,
                   const PointForecasts& naive, std::size_t end)
{
    double sum = 0;
    int count = 0, of = 0;
    for (std::size_t i = 0; i < origins.at.size() && origins.at[i] < end; ++i) {
        for (std::size_t h = 0; h < origins.horizon; ++h) {
            const std::size_t step = origins.at[i] + h;
            // What only comes after `end` is not known when the choice is made.
            if (step >= end || !isPair(series, step, naive[i][h])) continue;
            ++of;
            if (std::isnan(forecasts[i][h])) continue;
            sum += std::abs(series.values[step] - forecasts[i][h]);
            ++count;
        }
    }
    return 10 * count > 9 * of && count > 0 ? sum / count : std::numeric_limits<double>::infinity();
}

Skill skillOf(const QString& model, const RegularSeries& series, const Origins& origins,
              const PointForecasts& forecasts, const PointForecasts& naive, std::size_t from,
              std::vector<RollingIntervals>* intervals = nullptr)
{
    const double scale = naiveError(series, origins.trainEnd, origins.season);
    Scorer scorer(series, origins.horizon, scale);
    for (std::size_t i = 0; i < origins.at.size(); ++i) {
        for (std::size_t h = 0; h < origins.horizon; ++h) {
            const std::size_t origin = origins.at[i], step = origin + h;
            if (!isPair(series, step, forecasts[i][h])) continue;
            const bool counts = origin >= from;
            if (counts) scorer.add(origin, h, forecasts[i][h], naive[i][h]);
            if (!intervals) continue;
            // Intervals learn from the first origin on, and are scored with the rest.
            const auto bands = (*intervals)[h].around(forecasts[i][h], origin);
            if (counts && bands) scorer.addBands(forecasts[i][h], *bands, series.values[step]);
            (*intervals)[h].add(origin, series.values[step] - forecasts[i][h]);
        }
    }
    return scorer.result(model);
}

} // namespace

std::span<const Model> competingModels()
{
    return models;
}

const Skill& Backtest::skill(const QString& model) const
{
    const auto found =
        std::find_if(skills.begin(), skills.end(), [&](const Skill& one) { return one.model == model; });
    return found == skills.end() ? skills.front() : *found;
}

PointForecasts forecastsOf(const QString& model, const RegularSeries& series, const Origins& origins)
{
    if (model == naiveId()) return seasonalNaive(series, origins);
    std::vector<PointForecasts> members;
    for (const Model& one : models) {
        if (model == QLatin1String(one.id)) return one.forecast(series, origins);
        members.push_back(one.forecast(series, origins));
    }
    return combined(members, origins);
}

Backtest backtest(const RegularSeries& series, std::size_t horizon, std::size_t days)
{
    const Origins origins = chooseOrigins(series, horizon, days);
    Backtest result;
    result.season = origins.season;
    result.trainEnd = origins.trainEnd;
    result.lastOrigin = origins.at.back();
    result.reportFrom = origins.trainEnd + (series.size() - origins.trainEnd) / 2;
    std::vector<std::pair<QString, PointForecasts>> all{{naiveId(), seasonalNaive(series, origins)}};
    std::vector<PointForecasts> members;
    for (const Model& one : models) {
        members.push_back(one.forecast(series, origins));
        all.emplace_back(QString::fromLatin1(one.id), members.back());
    }
    all.emplace_back(combinationId(), combined(members, origins));
    const PointForecasts& naive = all.front().second;
    double least = std::numeric_limits<double>::infinity();
    const PointForecasts* best = &naive;
    for (const auto& [id, forecasts] : all) {
        const double error = choiceError(series, origins, forecasts, naive, result.reportFrom);
        if (error < least) {
            least = error;
            result.chosen = id;
            best = &forecasts;
        }
        result.skills.push_back(skillOf(id, series, origins, forecasts, naive, result.reportFrom));
    }
    if (result.chosen.isEmpty() || result.skill(result.chosen).skill() <= 0) {
        result.chosen = naiveId();
        best = &naive;
    }
    for (std::size_t h = 0; h < horizon; ++h)
        result.intervals.emplace_back(h);
    for (Skill& skill : result.skills)
        if (skill.model == result.chosen)
            skill = skillOf(skill.model, series, origins, *best, naive, result.reportFrom, &result.intervals);
    return result;
}

} // namespace indicators
