// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/charts.h"
#include "app/dashboards/format.h"
#include "app/dashboards/people.h"
#include "layers/indicators/crowd.h"

#include <QDateTime>
#include <cmath>

// Cases of seven days per 100,000 residents.
namespace app {

namespace {

constexpr int IncompleteDays = 3; ///< Reports of so many days are still coming in.
constexpr qint64 DayMs = 24 * 3600'000;

QDate dayOf(city::Instant at, const QTimeZone& zone)
{
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), zone).date();
}

/// Day after day from the first; nothing where none was published.
std::vector<std::optional<int>> casesByDay(const std::vector<city::Sample>& samples, const QTimeZone& zone)
{
    std::vector<std::optional<int>> cases;
    const QDate first = dayOf(samples.front().at, zone);
    for (const city::Sample& one : samples) {
        const auto day = static_cast<std::size_t>(first.daysTo(dayOf(one.at, zone)));
        if (cases.size() <= day) cases.resize(day + 1);
        cases[day] = static_cast<int>(std::lround(one.value));
    }
    return cases;
}

std::optional<city::Instant> toIncidence(const Scope& scope, int row, std::vector<city::Sample>& samples)
{
    const std::optional<double> people = peopleIn(scope.areas, scope.index.at(row).area);
    std::vector<city::Sample> told;
    std::optional<city::Instant> incomplete;
    if (people && !samples.empty()) {
        const city::Instant first = samples.front().at;
        const auto days =
            indicators::sevenDayIncidence(casesByDay(samples, scope.pack.zone), dayOf(first, scope.pack.zone),
                                          *people, indicators::Window::Trailing, IncompleteDays);
        for (std::size_t i = 0; i < days.size(); ++i) {
            const city::Instant at = first + city::Duration(static_cast<qint64>(i) * DayMs);
            if (days[i].per100000) told.push_back({at, *days[i].per100000});
            if (!days[i].complete && !incomplete) incomplete = at;
        }
    }
    samples = std::move(told);
    return incomplete;
}

} // namespace

void asIncidence(const Scope& scope, const SeriesPlan& plan, widgets::ChartData& chart)
{
    for (std::size_t i = 0; i < chart.series.size(); ++i) {
        const auto incomplete = toIncidence(scope, plan.lines[i].first, chart.series[i].samples);
        if (incomplete && (!chart.incompleteFrom || *incomplete < *chart.incompleteFrom))
            chart.incompleteFrom = incomplete;
        chart.series[i].usual.clear();
    }
    chart.unit = say(QT_TRANSLATE_NOOP("Message", "per 100,000"));
    chart.decimals = 1;
    chart.bands.clear();
    chart.gap = city::Duration(DayMs) * 3 / 2;
    chart.source.lines << say(
        QT_TRANSLATE_NOOP(
            "Message",
            "Cases of the seven days up to each day (trailing) per 100,000 residents; a week with a "
            "missing day has none; the last %1 days are still being reported"),
        {number(static_cast<qsizetype>(IncompleteDays))});
}

} // namespace app
