// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/alarm_learning.h"

#include "app/dashboards/forecasts.h"

namespace app {

namespace {

using Key = alarms::Outlook::Key;

constexpr city::Duration past =
    std::chrono::hours(24 * 63); ///< Eight weeks, and one for holidays that fall out.
constexpr std::size_t mostPlaces = 200;
constexpr int mostForecasts = 60;

/// Kind of place and quantity of the rules that look back or ahead.
std::vector<QPair<QString, QString>> asked(const alarms::Plan& plan)
{
    std::vector<QPair<QString, QString>> all;
    for (const alarms::Rule& rule : plan.rules) {
        if (const auto* unusual = std::get_if<alarms::Unusual>(&rule.condition))
            all.emplace_back(unusual->kind, unusual->quantity);
        if (const auto* expected = std::get_if<alarms::Expected>(&rule.condition))
            all.emplace_back(expected->kind, expected->quantity);
    }
    return all;
}

} // namespace

std::vector<history::SeriesQuery> hoursForAlarms(const alarms::Plan& plan, const city::CitySnapshot& snapshot,
                                                 city::Instant now)
{
    std::vector<history::SeriesQuery> queries;
    QSet<Key> known;
    for (const auto& [kind, quantity] : asked(plan))
        for (const auto& [id, feed] : snapshot.feeds())
            for (const city::Observation& one : feed->observations) {
                if (one.quantity != quantity || (!kind.isEmpty() && one.place.kind != kind) ||
                    queries.size() >= mostPlaces)
                    continue;
                const Key key(one.place, one.quantity);
                if (known.contains(key)) continue;
                known.insert(key);
                queries.push_back({one.place, one.quantity, now - past, now, std::nullopt});
            }
    return queries;
}

AlarmLearning learnedForAlarms(const Pack& pack, const alarms::Plan& plan,
                               const std::vector<city::Series>& hours, city::Instant now)
{
    auto usuals = std::make_shared<alarms::Usuals>();
    auto outlook = std::make_shared<alarms::Outlook>();
    outlook->issue = now;
    int forecasts = 0;
    for (const city::Series& one : hours) {
        const Key key(one.place, one.quantity);
        usuals->insert(key, std::make_shared<const indicators::TypicalWeek>(one, now, pack.calendar));
        const auto limits = alarms::limitsOf(plan, one.place.kind, one.quantity);
        if (limits.empty() || ++forecasts > mostForecasts) continue;
        const auto forecast = forecastOf(pack, one, now);
        if (!forecast) continue; // Nobody knows: the rule stays as it is.
        outlook->made.insert(key);
        const auto crossings = indicators::expectedCrossings(one, **forecast, limits);
        if (!crossings.empty())
            outlook->crossings.insert(
                key, QList<indicators::ExpectedCrossing>(crossings.begin(), crossings.end()));
    }
    return {usuals, outlook};
}

} // namespace app
