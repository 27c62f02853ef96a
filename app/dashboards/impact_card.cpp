// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/exposed.h"
#include "app/dashboards/format.h"
#include "app/dashboards/impact.h"
#include "layers/indicators/area_share.h"

#include <algorithm>
#include <cmath>

/// What lies in a ground, in words and tables.
namespace app {

namespace {

constexpr std::size_t NamedDistricts = 3, ListedParts = 12;
constexpr int ListedNames = 6;

QString comma()
{
    return say(QT_TRANSLATE_NOOP("Message", ", "));
}

double sumOf(const std::vector<PeopleShare>& all)
{
    double sum = 0;
    for (const PeopleShare& one : all)
        sum += one.people;
    return sum;
}

QString peopleText(const Scope& scope, const std::vector<PeopleShare>& districts)
{
    QStringList named;
    for (std::size_t i = 0; i < std::min(districts.size(), NamedDistricts); ++i)
        named << say(QT_TRANSLATE_NOOP("Message", "%1 %2"),
                     {scope.areaName(districts[i].area), aboutPeople(districts[i].people)});
    const QString list =
        districts.size() > NamedDistricts
            ? say(QT_TRANSLATE_NOOP("Message", "%1 and %2 more"),
                  {named.join(comma()), number(static_cast<qsizetype>(districts.size() - NamedDistricts))})
            : named.join(comma());
    return say(QT_TRANSLATE_NOOP("Message", "about %1 residents (%2)"),
               {aboutPeople(sumOf(districts)), list});
}

QStringList exposureTexts(const Scope& scope, const Ground& ground)
{
    QStringList texts;
    for (const Exposed& one : exposedIn(scope, ground))
        texts << say(QT_TRANSLATE_NOOP("Message", "%1: %2"), {one.title, number(one.count)});
    return texts;
}

widgets::ImpactGroup peopleGroup(const Scope& scope, const QString& title,
                                 const std::vector<PeopleShare>& all)
{
    widgets::ImpactGroup group{
        title,
        {{say(QT_TRANSLATE_NOOP("Message", "Name")), {}, false},
         {say(QT_TRANSLATE_NOOP("Message", "Inside")), QStringLiteral("%"), true},
         {say(QT_TRANSLATE_NOOP("Message", "Residents, about")), {}, true}},
        {},
        0};
    for (std::size_t i = 0; i < std::min(all.size(), ListedParts); ++i)
        group.rows.push_back(
            {scope.areaName(all[i].area), number(100 * all[i].share, 0), aboutPeople(all[i].people)});
    group.more = static_cast<int>(all.size() - group.rows.size());
    return group;
}

widgets::ImpactGroup sensorGroup(const Scope& scope, const Ground& ground)
{
    widgets::ImpactGroup group{say(QT_TRANSLATE_NOOP("Message", "Sensors and stations")),
                               {{say(QT_TRANSLATE_NOOP("Message", "Kind")), {}, false},
                                {say(QT_TRANSLATE_NOOP("Message", "Inside")), {}, true},
                                {say(QT_TRANSLATE_NOOP("Message", "Reporting")), {}, true}},
                               {},
                               0};
    for (const SensorCount& one : sensorsIn(scope, ground))
        group.rows.push_back({scope.kindName(one.kind), number(static_cast<qsizetype>(one.inside)),
                              number(static_cast<qsizetype>(one.current))});
    return group;
}

/// Capacities first, then names, or what is nearest.
QString exposedText(const Exposed& one)
{
    if (one.count == 0)
        return one.nearest.isEmpty() ? QString() : say(QT_TRANSLATE_NOOP("Message", "nearest: %1"), {one.nearest});
    QStringList parts = one.amounts;
    if (!one.names.isEmpty()) parts << one.names.mid(0, ListedNames).join(comma());
    const QString listed = parts.join(say(QT_TRANSLATE_NOOP("Message", "; ")));
    return one.names.size() > ListedNames ? listed + QStringLiteral(" …") : listed;
}

widgets::ImpactGroup exposureGroup(const Scope& scope, const Ground& ground)
{
    widgets::ImpactGroup group{say(QT_TRANSLATE_NOOP("Message", "Exposed")),
                               {{say(QT_TRANSLATE_NOOP("Message", "Layer")), {}, false},
                                {say(QT_TRANSLATE_NOOP("Message", "Inside")), {}, true},
                                {say(QT_TRANSLATE_NOOP("Message", "Names")), {}, false}},
                               {},
                               0};
    for (const Exposed& one : exposedIn(scope, ground))
        group.rows.push_back({one.title, number(one.count), exposedText(one)});
    return group;
}

QString sensorText(const Scope& scope, const Ground& ground)
{
    int inside = 0, current = 0;
    for (const SensorCount& one : sensorsIn(scope, ground)) {
        inside += one.inside;
        current += one.current;
    }
    if (inside == 0) return say(QT_TRANSLATE_NOOP("Message", "no sensor or station"));
    return say(QT_TRANSLATE_NOOP("Message", "%1 of %2 sensors and stations report"),
               {number(static_cast<qsizetype>(current)), number(static_cast<qsizetype>(inside))});
}

} // namespace

QString aboutPeople(double people)
{
    const double step = people >= 10'000 ? 1000 : people >= 1000 ? 100 : 10;
    return number(std::round(people / step) * step, 0);
}

QString insideText(const Scope& scope, const Ground& ground)
{
    if (ground.isEmpty()) return {};
    QStringList parts;
    if (const auto districts = peopleIn(scope, ground); !districts.empty())
        parts << peopleText(scope, districts);
    parts << exposureTexts(scope, ground) << sensorText(scope, ground);
    return say(QT_TRANSLATE_NOOP("Message", "Inside its area: %1"),
               {parts.join(say(QT_TRANSLATE_NOOP("Message", "; ")))});
}

std::optional<widgets::ImpactCard> impactCard(const Scope& scope)
{
    const Ground ground = groundInFocus(scope);
    if (ground.isEmpty()) return std::nullopt;
    return impactCard(scope, ground);
}

widgets::ImpactCard impactCard(const Scope& scope, const Ground& ground)
{
    widgets::ImpactCard card;
    card.title = ground.title;
    if (!ground.geometry.polygons.empty() && ground.areas.empty())
        card.facts << say(QT_TRANSLATE_NOOP("Message", "%1 km²"),
                          {number(indicators::areaSquareKilometres(ground.geometry), 1)});
    const std::vector<PeopleShare> districts = peopleIn(scope, ground);
    if (districts.empty())
        card.facts << say(QT_TRANSLATE_NOOP("Message", "Nobody is known to live here."));
    else
        card.facts << peopleText(scope, districts);
    card.facts << sensorText(scope, ground);
    if (!districts.empty()) {
        card.groups.push_back(
            peopleGroup(scope, scope.levelName(scope.areas.at(districts.front().area).level), districts));
        const std::vector<PeopleShare> parts = peopleInParts(scope, ground, districts);
        if (!parts.empty())
            card.groups.push_back(
                peopleGroup(scope, scope.levelName(scope.areas.at(parts.front().area).level), parts));
        card.method = say(
            QT_TRANSLATE_NOOP("Message", "Residents by share of surface: as if people lived evenly spread."));
    }
    if (scope.focus.walk)
        card.method += QLatin1Char(' ') + say(QT_TRANSLATE_NOOP("Message", "On foot: a straight line at %1 m a minute, divided by %2 for the way round."),
                                              {number(WalkMetresPerMinute, 0), number(WalkDetour, 1)});
    for (widgets::ImpactGroup& group :
         std::vector<widgets::ImpactGroup>{sensorGroup(scope, ground), exposureGroup(scope, ground)})
        if (!group.rows.empty()) card.groups.push_back(std::move(group));
    return card;
}

} // namespace app
