// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/alerts_now.h"

#include "app/dashboards/alert_areas.h"
#include "app/dashboards/people.h"
#include "app/dashboards/scope.h"

#include <algorithm>

namespace app {

namespace {

constexpr city::Duration WithoutExpiry{24 * 3600'000}; // an alert that names no end is believed for a day

QString reference(const city::Alert& alert)
{
    return alert.sender + QLatin1Char(',') + alert.identifier;
}

// "sender,identifier" of everything a later Update or Cancel replaces. The time of sending is left out, since
// publishers write the same moment in several zones.
QHash<QString, city::Instant> replaced(const city::CitySnapshot& snapshot)
{
    QHash<QString, city::Instant> found;
    for (const auto& [id, feed] : snapshot.feeds())
        for (const city::Alert& alert : feed->alerts) {
            if (alert.msgType != QLatin1String("Update") && alert.msgType != QLatin1String("Cancel")) continue;
            for (const QString& text : alert.references) {
                const QString key = text.section(QLatin1Char(','), 0, 1);
                const auto known = found.constFind(key);
                if (known == found.cend() || *known < alert.sent) found.insert(key, alert.sent);
            }
        }
    return found;
}

bool isInForce(const city::Alert& alert, const city::AlertInfo& info, city::Instant now)
{
    if (info.effective && *info.effective > now) return false;
    return now < info.expires.value_or(info.effective.value_or(alert.sent) + WithoutExpiry);
}

const city::AlertInfo* chooseInfo(const city::Alert& alert, city::Instant now, const QString& language)
{
    const city::AlertInfo* first = nullptr;
    const QString wanted = QString(language).replace(QLatin1Char('_'), QLatin1Char('-')).toLower();
    for (const city::AlertInfo& info : alert.infos) {
        if (!isInForce(alert, info, now)) continue;
        const QString said = info.language.isEmpty() ? QStringLiteral("en-us") : info.language.toLower();
        if (said == wanted || said.section(QLatin1Char('-'), 0, 0) == wanted.section(QLatin1Char('-'), 0, 0))
            return &info;
        if (!first) first = &info;
    }
    return first;
}

int rankOf(const QString& severity)
{
    const QStringList words{QStringLiteral("Minor"), QStringLiteral("Moderate"), QStringLiteral("Severe"),
                            QStringLiteral("Extreme")};
    return static_cast<int>(words.indexOf(severity)) + 1;
}

int alarmOf(const city::AlertInfo& info, int rank)
{
    const bool soon = info.urgency == QLatin1String("Immediate") || info.urgency == QLatin1String("Expected");
    const bool sure = info.certainty == QLatin1String("Observed") || info.certainty.endsWith(QLatin1String("Likely"));
    if (rank >= 3) return soon && sure ? 1 : 2;
    return rank == 2 ? 3 : 0;
}

// False when it names areas and none of them is in the pack.
bool findAreas(const Scope& scope, const city::AlertInfo& info, std::vector<int>& areas)
{
    for (const city::AlertArea& area : info.areas)
        for (const int one : areasOf(scope.areas, area))
            if (std::find(areas.begin(), areas.end(), one) == areas.end()) areas.push_back(one);
    return !areas.empty() || info.areas.empty() || scope.areas.isEmpty();
}

} // namespace

std::vector<AlertNow> alertsInForce(const Scope& scope)
{
    const QHash<QString, city::Instant> gone = replaced(scope.snapshot);
    std::vector<AlertNow> found;
    QSet<QString> seen; // two feeds may carry the same message
    for (const auto& [id, feed] : scope.snapshot.feeds())
        for (const city::Alert& alert : feed->alerts) {
            const bool exercise = alert.status == QLatin1String("Exercise");
            if (!exercise && alert.status != QLatin1String("Actual")) continue;
            if (alert.msgType != QLatin1String("Alert") && alert.msgType != QLatin1String("Update")) continue;
            const auto replacement = gone.constFind(reference(alert));
            if (replacement != gone.cend() && *replacement > alert.sent) continue;
            AlertNow one{&alert, chooseInfo(alert, scope.now, scope.in.language), feed.get(), {}, exercise, 0, 0};
            if (!one.info || !findAreas(scope, *one.info, one.areas) || seen.contains(alertId(alert))) continue;
            seen.insert(alertId(alert));
            one.rank = rankOf(one.info->severity);
            one.alarm = exercise ? 0 : alarmOf(*one.info, one.rank);
            found.push_back(std::move(one));
        }
    std::stable_sort(found.begin(), found.end(), [](const AlertNow& a, const AlertNow& b) {
        if (a.exercise != b.exercise) return b.exercise;
        return a.rank != b.rank ? a.rank > b.rank : a.alert->sent > b.alert->sent;
    });
    return found;
}

bool touchesFocus(const Scope& scope, const AlertNow& alert)
{
    if (scope.area < 0 || alert.areas.empty()) return true;
    return std::any_of(alert.areas.begin(), alert.areas.end(), [&](int area) {
        return scope.isInFocus(area) || scope.areas.isWithin(scope.area, area);
    });
}

std::vector<AlertNow> alertsInFocus(const Scope& scope)
{
    std::vector<AlertNow> found;
    const QString prefix = QStringLiteral("severity:");
    const bool filtered = scope.focus.level.startsWith(prefix);
    for (const AlertNow& alert : scope.alerts)
        if (touchesFocus(scope, alert) && (!filtered || scope.focus.level == prefix + alert.info->severity))
            found.push_back(alert);
    return found;
}

int countActual(const std::vector<AlertNow>& alerts)
{
    return static_cast<int>(
        std::count_if(alerts.begin(), alerts.end(), [](const AlertNow& one) { return !one.exercise; }));
}

std::optional<double> alertPeople(const Scope& scope, const AlertNow& alert)
{
    std::vector<int> inside;
    for (const int area : alert.areas) {
        if (scope.isInFocus(area))
            inside.push_back(area);
        else if (scope.areas.isWithin(scope.area, area))
            inside.push_back(scope.area);
    }
    return inside.empty() ? std::nullopt : peopleIn(scope.areas, inside);
}

QString alertId(const city::Alert& alert)
{
    return reference(alert) + QLatin1Char(',') + city::toIso(alert.sent);
}

} // namespace app
