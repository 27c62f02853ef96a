// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/alerts_now.h"

#include "app/dashboards/alert_areas.h"
#include "app/dashboards/people.h"
#include "app/dashboards/scope.h"
#include "layers/city/alerts.h"

#include <algorithm>

namespace app {

namespace {

// Drills follow the rules of the real thing among themselves: which replaces which, which is over.
std::vector<const city::Alert*> exercisesInForce(const std::vector<city::Alert>& alerts, city::Instant now)
{
    std::vector<city::Alert> asActual;
    std::vector<const city::Alert*> originals;
    for (const city::Alert& alert : alerts)
        if (alert.status == QLatin1String("Exercise")) {
            asActual.push_back(alert);
            asActual.back().status = QStringLiteral("Actual");
            originals.push_back(&alert);
        }
    std::vector<const city::Alert*> found;
    for (const city::Alert* one : city::inForce(asActual, now))
        found.push_back(originals[static_cast<std::size_t>(one - asActual.data())]);
    return found;
}

bool hasBegunAndNotEnded(const city::Alert& alert, const city::AlertInfo& info, city::Instant now)
{
    return info.effective.value_or(alert.sent) <= now && now < city::expiry(alert, info);
}

template<typename Counts>
const city::AlertInfo* chooseInfo(const city::Alert& alert, const QString& language, Counts counts)
{
    const city::AlertInfo* first = nullptr;
    const QString wanted = QString(language).replace(QLatin1Char('_'), QLatin1Char('-')).toLower();
    for (const city::AlertInfo& info : alert.infos) {
        if (!counts(info)) continue;
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

int alarmOf(const city::AlertInfo& info)
{
    return alarmOf(info, rankOf(info.severity));
}

const city::AlertInfo* infoFor(const city::Alert& alert, const QString& language)
{
    return chooseInfo(alert, language, [](const city::AlertInfo&) { return true; });
}

std::vector<AlertNow> alertsInForce(const Scope& scope)
{
    std::vector<AlertNow> found;
    QSet<city::AlertKey> seen; // two feeds may carry the same message
    const auto add = [&](const city::Alert& alert, const city::FeedPicture* feed) {
        const auto counts = [&](const city::AlertInfo& info) {
            return hasBegunAndNotEnded(alert, info, scope.now);
        };
        AlertNow one{&alert, chooseInfo(alert, scope.in.language, counts), feed, {}, false, 0, 0};
        if (!one.info || !findAreas(scope, *one.info, one.areas) || seen.contains(city::keyOf(alert))) return;
        seen.insert(city::keyOf(alert));
        one.exercise = alert.status == QLatin1String("Exercise");
        one.rank = rankOf(one.info->severity);
        one.alarm = one.exercise ? 0 : alarmOf(*one.info, one.rank);
        found.push_back(std::move(one));
    };
    for (const auto& [id, feed] : scope.snapshot.feeds()) {
        for (const city::Alert* alert : city::inForce(feed->alerts, scope.now))
            add(*alert, feed.get());
        for (const city::Alert* alert : exercisesInForce(feed->alerts, scope.now))
            add(*alert, feed.get());
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
    return alert.sender + QLatin1Char(',') + alert.identifier + QLatin1Char(',') + city::toIso(alert.sent);
}

} // namespace app
