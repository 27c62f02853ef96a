// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/impact.h"

#include "layers/city/alert_areas.h"
#include "app/dashboards/format.h"
#include "app/dashboards/people.h"
#include "layers/indicators/area_share.h"

#include <algorithm>
#include <map>

namespace app {

namespace {

constexpr double LeastShare = 0.005; // A sliver, from outlines that do not fit exactly, is nobody's home.
constexpr int CoarseLines = 64;      // of villages: there are many, and they are small

/// How much of an area of the tree lies in the ground.
double shareOf(const Scope& scope, int area, const Ground& ground, int lines)
{
    const city::Area& its = scope.areas.at(area);
    city::Geometry covered = ground.geometry;
    for (const int one : ground.areas) {
        if (scope.areas.isWithin(area, one)) return 1;
        if (!scope.areas.isWithin(one, area)) continue;
        const std::vector<city::Polygon>& part = scope.areas.at(one).geometry.polygons;
        covered.polygons.insert(covered.polygons.end(), part.begin(), part.end());
    }
    if (covered.polygons.empty() || !its.bounds.intersects(covered.bounds())) return 0;
    return indicators::areaShare(its.geometry, covered, lines);
}

void mostFirst(std::vector<PeopleShare>& all)
{
    std::stable_sort(all.begin(), all.end(),
                     [](const PeopleShare& a, const PeopleShare& b) { return a.people > b.people; });
}

} // namespace

bool isInside(const Scope& scope, const Ground& ground, const PlaceNow& place)
{
    const bool inAreas = std::any_of(ground.areas.begin(), ground.areas.end(), [&](int area) {
        return place.area >= 0 && scope.areas.isWithin(place.area, area);
    });
    if (inAreas || ground.geometry.polygons.empty() || !place.place) return inAreas;
    if (place.place->at) return ground.geometry.contains(*place.place->at);
    return !place.place->shape.isEmpty() && ground.geometry.contains(place.place->shape.anchor());
}

bool isInside(const Scope& scope, const Ground& ground, city::LonLat at)
{
    if (ground.geometry.contains(at)) return true;
    const int area = ground.areas.empty() ? -1 : scope.areas.locate(at);
    return area >= 0 && std::any_of(ground.areas.begin(), ground.areas.end(),
                                    [&](int one) { return scope.areas.isWithin(area, one); });
}

Ground groundOf(const Scope& scope, const AlertNow& alert)
{
    Ground ground{alertTitle(scope, alert), {}, {}};
    for (const city::AlertArea& area : alert.info->areas) {
        const std::vector<city::Polygon>& polygons = area.geometry.polygons;
        ground.geometry.polygons.insert(ground.geometry.polygons.end(), polygons.begin(), polygons.end());
        // Codes and polygons of one area are a union: an area that is coded counts whole, one that a polygon touches does not.
        std::vector<int> whole;
        for (const auto& [name, value] : area.geocodes)
            if (const int one = scope.areas.findByGeocode(name, value); one >= 0) whole.push_back(one);
        if (whole.empty() && polygons.empty()) whole = city::areasOf(scope.areas, area);
        for (const int one : whole)
            if (std::find(ground.areas.begin(), ground.areas.end(), one) == ground.areas.end()) ground.areas.push_back(one);
    }
    return ground;
}

Ground groundInFocus(const Scope& scope)
{
    const std::optional<city::WalkReach>& walk = scope.focus.walk;
    if (!scope.focus.outline.empty())
        return {walk ? say(QT_TRANSLATE_NOOP("Message", "%1 min on foot"), {number(static_cast<qsizetype>(walk->minutes))})
                     : say(QT_TRANSLATE_NOOP("Message", "Drawn area")),
                {{}, {}, {{{scope.focus.outline}}}},
                {}};
    if (!scope.focus.place || scope.focus.place->kind != QLatin1String("alert")) return {};
    for (const AlertNow& alert : scope.alerts)
        if (alertId(*alert.alert) == scope.focus.place->id) return groundOf(scope, alert);
    return {};
}

city::Focus walkTarget(const Scope& scope, city::LonLat from, int minutes)
{
    city::Focus next = scope.focus;
    next.walk = city::WalkReach{from, minutes};
    next.outline = indicators::circleAround(from, minutes * WalkMetresPerMinute / WalkDetour);
    return next;
}

city::Focus impactTarget(const Scope& scope, const AlertNow& alert)
{
    city::Focus next = alertTarget(scope, alert);
    next.place = city::PlaceId{QStringLiteral("alert"), alertId(*alert.alert)};
    return next;
}

std::vector<PeopleShare> peopleIn(const Scope& scope, const Ground& ground)
{
    std::vector<PeopleShare> found;
    const QString level = app::peopleLevel(scope.areas);
    for (std::size_t i = 0; i < scope.areas.areas().size(); ++i) {
        const city::Area& area = scope.areas.areas()[i];
        if (area.level != level || !area.people) continue;
        const double share = shareOf(scope, static_cast<int>(i), ground, 2 * CoarseLines);
        if (share >= LeastShare) found.push_back({static_cast<int>(i), share, share * *area.people});
    }
    mostFirst(found);
    return found;
}

std::vector<PeopleShare> peopleInParts(const Scope& scope, const Ground& ground,
                                       const std::vector<PeopleShare>& outer)
{
    std::vector<PeopleShare> found;
    for (const PeopleShare& one : outer) {
        std::vector<std::pair<int, double>> surfaces;
        double whole = 0;
        for (const int child : scope.areas.children(one.area)) {
            surfaces.emplace_back(
                child, indicators::areaSquareKilometres(scope.areas.at(child).geometry, CoarseLines));
            whole += surfaces.back().second;
        }
        for (const auto& [child, surface] : surfaces) {
            const double share = one.share >= 1 ? 1 : shareOf(scope, child, ground, CoarseLines);
            if (share >= LeastShare && whole > 0)
                found.push_back(
                    {child, share, share * surface / whole * scope.areas.at(one.area).people.value_or(0)});
        }
    }
    mostFirst(found);
    return found;
}

std::optional<double> alertPeople(const Scope& scope, const AlertNow& alert)
{
    const Ground ground = groundOf(scope, alert);
    std::vector<PeopleShare> shares = peopleIn(scope, ground);
    if (shares.empty()) return std::nullopt;
    const auto outside = [&](const PeopleShare& one) { return !scope.isInFocus(one.area); };
    // Where the focus lies within an area that has residents, its part of it counts.
    if (std::all_of(shares.begin(), shares.end(), outside)) shares = peopleInParts(scope, ground, shares);
    std::erase_if(shares, outside);
    double sum = 0;
    for (const PeopleShare& one : shares)
        sum += one.people;
    return sum;
}

std::vector<SensorCount> sensorsIn(const Scope& scope, const Ground& ground)
{
    std::map<QString, SensorCount> counts;
    for (std::size_t i = 0; i < scope.index.places().size(); ++i) {
        const PlaceNow& place = scope.index.places()[i];
        const bool measures = !scope.areas.levels().contains(place.id->kind) && !scope.pack.exposure.contains(place.id->kind);
        if (!measures || !isInside(scope, ground, place)) continue;
        SensorCount& count = counts[place.id->kind];
        count.kind = place.id->kind;
        ++count.inside;
        const int row = static_cast<int>(i);
        const QStringList quantities = scope.index.quantitiesOf(row);
        count.current += std::any_of(quantities.begin(), quantities.end(), [&](const QString& one) {
            return scope.index.reading(row, one).isCurrent();
        });
    }
    std::vector<SensorCount> found;
    for (auto& [kind, count] : counts)
        found.push_back(count);
    return found;
}

} // namespace app
