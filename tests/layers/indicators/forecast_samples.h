// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/indicators/forecast/forecast.h"

#include <QRandomGenerator>
#include <cmath>
#include <limits>
#include <numbers>

/// Series to forecast, the same in every run.
namespace samples {

inline constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// Hourly steps of UTC without holidays from a Monday on.
inline indicators::RegularSeries regular(std::vector<double> values)
{
    indicators::RegularSeries series;
    series.first = city::Instant(std::chrono::hours(24 * 4));
    series.values = std::move(values);
    for (std::size_t i = 0; i < series.values.size() + 400; ++i)
        series.classes.push_back(static_cast<int>(24 * (1 + i / 24 % 7) + i % 24));
    return series;
}

/// A city-like hourly series of `hours`: day and week waves, wandering weather, noise.
inline city::Series cityLike(int hours, quint32 seed, double noise = 3)
{
    QRandomGenerator random(seed);
    const auto normal = [&] {
        return random.generateDouble() + random.generateDouble() + random.generateDouble() - 1.5;
    };
    city::Series series{{QStringLiteral("station"), QStringLiteral("1")},
                        QStringLiteral("pm2.5"),
                        QStringLiteral("ug/m3"),
                        {}};
    double weather = 0;
    for (int hour = 0; hour < hours; ++hour) {
        weather = 0.95 * weather + noise * normal();
        const double day = 8 * std::sin(2 * std::numbers::pi * hour / 24),
                     week = 5 * std::sin(2 * std::numbers::pi * hour / 168);
        series.samples.push_back({city::Instant(std::chrono::hours(450'000 + hour)),
                                  std::max(0.0, 40 + day + week + weather + noise * normal())});
    }
    return series;
}

inline indicators::ForecastQuestion questionAfter(const city::Series& series, std::size_t horizon = 24)
{
    indicators::ForecastQuestion question;
    question.issue = series.samples.back().at + std::chrono::hours(1);
    question.horizon = horizon;
    return question;
}

} // namespace samples
