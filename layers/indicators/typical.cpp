// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/indicators/typical.h"

#include "layers/indicators/traffic.h"

#include <QDateTime>
#include <algorithm>
#include <cmath>
#include <map>

namespace indicators {

namespace {

std::size_t classAndHour(const DayCalendar& calendar, city::Instant at)
{
    return static_cast<std::size_t>(24 * calendar.dayClass(calendar.dayOf(at)) + calendar.hourOf(at));
}

} // namespace

std::optional<Typical> typicalOf(std::vector<double> values)
{
    std::erase_if(values, [](double value) { return !std::isfinite(value); });
    if (values.size() < TypicalWeek::leastDays) return std::nullopt;
    Typical found;
    found.days = static_cast<int>(values.size());
    found.median = percentile(values, 0.5);
    found.low = percentile(values, 0.1);
    found.high = percentile(values, 0.9);
    std::vector<double> distances;
    for (const double value : values)
        distances.push_back(std::abs(value - found.median));
    found.deviation = 1.4826 * percentile(std::move(distances), 0.5);
    return found;
}

std::vector<city::Instant> likeMoments(city::Instant now, const DayCalendar& calendar, int mostDays, int reach)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count(), calendar.zone);
    const QTime time(local.time().hour(), local.time().minute() < 30 ? 0 : 30);
    const int like = calendar.dayClass(local.date());
    std::vector<city::Instant> found;
    for (int back = 1; back <= reach && static_cast<int>(found.size()) < mostDays; ++back) {
        const QDate day = local.date().addDays(-back);
        if (calendar.dayClass(day) != like) continue;
        const QDateTime then(day, time, calendar.zone);
        if (then.isValid()) found.push_back(city::Instant(city::Duration(then.toMSecsSinceEpoch())));
    }
    return found;
}

std::optional<double> Typical::percentAbove(double value) const
{
    if (!(std::abs(median) > 0)) return std::nullopt;
    return 100 * (value - median) / std::abs(median);
}

std::optional<double> Typical::robustZ(double value) const
{
    if (!(deviation > 0)) return std::nullopt;
    return (value - median) / deviation;
}

TypicalWeek::TypicalWeek(const city::Series& past, city::Instant until, DayCalendar calendar)
    : m_calendar(std::move(calendar)), m_byClassAndHour(8 * 24)
{
    struct DayMean {
        double sum = 0;
        int count = 0;
    };
    std::vector<std::map<QDate, DayMean>> days(m_byClassAndHour.size());
    for (const city::Sample& sample : past.samples) {
        if (sample.at >= until || !std::isfinite(sample.value)) continue;
        DayMean& day = days[classAndHour(m_calendar, sample.at)][m_calendar.dayOf(sample.at)];
        day.sum += sample.value;
        ++day.count;
    }
    for (std::size_t i = 0; i < days.size(); ++i) {
        std::vector<double> values;
        for (auto day = days[i].rbegin(); day != days[i].rend() && values.size() < mostDays; ++day)
            values.push_back(day->second.sum / day->second.count);
        m_byClassAndHour[i] = typicalOf(std::move(values));
    }
}

std::optional<Typical> TypicalWeek::at(city::Instant time) const
{
    return m_byClassAndHour[classAndHour(m_calendar, time)];
}

std::vector<bool> anomalies(const std::vector<std::optional<double>>& z, double enter, double leave)
{
    std::vector<bool> found;
    bool inside = false;
    for (const auto& one : z) {
        if (one) inside = inside ? std::abs(*one) >= leave : std::abs(*one) > enter;
        found.push_back(inside);
    }
    return found;
}

} // namespace indicators
