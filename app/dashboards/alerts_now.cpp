// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/alerts_now.h"

#include "app/dashboards/people.h"
#include "app/dashboards/scope.h"
#include "layers/city/alert_areas.h"
#include "layers/city/alert_standing.h"

#include <algorithm>

namespace app {

namespace {

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
    areas = city::areasOf(scope.areas, info);
    return !areas.empty() || info.areas.empty() || scope.areas.isEmpty();
}

// Each segment is shown with its own areas: those of a storm's heart are not those of its edge.
void addSegments(const Scope& scope, const city::AlertStanding& standing, const city::FeedPicture* feed, std::vector<AlertNow>& found)
{
    for (const city::AlertInfo* info : city::segments(*standing.alert, scope.now, scope.in.language)) {
        AlertNow one{standing.alert, info, feed, {}, standing.isExercise, 0, 0};
        one.originalMissing = standing.originalMissing;
        if (!findAreas(scope, *info, one.areas)) continue;
        one.rank = rankOf(info->severity);
        one.alarm = one.exercise ? 0 : alarmOf(*info, one.rank);
        found.push_back(std::move(one));
    }
}

} // namespace

int alarmOf(const city::AlertInfo& info)
{
    return alarmOf(info, rankOf(info.severity));
}

const city::AlertInfo* infoFor(const city::Alert& alert, const QString& language)
{
    const QString wanted = QString(language).replace(QLatin1Char('_'), QLatin1Char('-')).toLower();
    for (const city::AlertInfo& info : alert.infos) {
        const QString said = info.language.isEmpty() ? QStringLiteral("en-us") : info.language.toLower();
        if (said == wanted || said.section(QLatin1Char('-'), 0, 0) == wanted.section(QLatin1Char('-'), 0, 0))
            return &info;
    }
    return alert.infos.empty() ? nullptr : &alert.infos.front();
}

std::vector<AlertNow> alertsInForce(const Scope& scope)
{
    std::vector<const city::Alert*> messages; // of all feeds: two may carry the same message, or one cancel the other's
    QHash<const city::Alert*, const city::FeedPicture*> feedOf;
    for (const auto& [id, feed] : scope.snapshot.feeds())
        for (const city::Alert& alert : feed->alerts) {
            messages.push_back(&alert);
            feedOf.insert(&alert, feed.get());
        }
    std::vector<AlertNow> found;
    for (const city::AlertStanding& standing : city::standings(messages, scope.now))
        addSegments(scope, standing, feedOf.value(standing.alert), found);
    std::stable_sort(found.begin(), found.end(), [](const AlertNow& a, const AlertNow& b) {
        if (a.exercise != b.exercise) return b.exercise;
        return a.rank != b.rank ? a.rank > b.rank : a.alert->sent > b.alert->sent;
    });
    return found;
}

bool touchesFocus(const Scope& scope, const AlertNow& alert)
{
    if (!scope.isPicked(QStringLiteral("alert"), alertId(*alert.alert))) return false;
    return alert.areas.empty() ||
           std::any_of(alert.areas.begin(), alert.areas.end(), [&](int area) { return scope.touchesFocus(area); });
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
    QSet<const city::Alert*> messages; // of a message with segments each is in the list
    for (const AlertNow& one : alerts)
        if (!one.exercise) messages.insert(one.alert);
    return static_cast<int>(messages.size());
}

QString alertId(const city::Alert& alert)
{
    return alert.sender + QLatin1Char(',') + alert.identifier + QLatin1Char(',') + city::toIso(alert.sent);
}

} // namespace app
