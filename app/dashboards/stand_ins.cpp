// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/stand_ins.h"

#include "app/dashboards/format.h"
#include "app/dashboards/select.h"

#include <algorithm>

namespace app {

namespace {

constexpr std::size_t MostNearest = 3;
constexpr double FurthestMetres = 10'000;

struct Near {
    int row;
    double metres;
};

std::optional<city::LonLat> positionOf(const PlaceNow& one)
{
    if (!one.place) return std::nullopt;
    if (one.place->at) return one.place->at;
    return one.place->shape.isEmpty() ? std::nullopt : std::optional(one.place->shape.anchor());
}

/// Where somebody looks: the place, else the middle of the area.
std::optional<city::LonLat> lookedAt(const Scope& scope)
{
    if (scope.placeRow >= 0)
        if (const auto at = positionOf(scope.index.at(scope.placeRow))) return at;
    const city::Geometry& shape = scope.areas.at(scope.area).geometry;
    return shape.isEmpty() ? std::nullopt : std::optional(shape.anchor());
}

/// A place far away in one direction alone is not looked at any closer: there may be tens of thousands.
bool mayBeNear(city::LonLat a, city::LonLat b)
{
    constexpr double MetresPerDegree = 110'000;
    return std::abs(a.lat - b.lat) * MetresPerDegree <= FurthestMetres;
}

std::vector<Near> nearest(const Scope& scope, const std::vector<int>& rows, const QString& quantity)
{
    std::vector<Near> found;
    const auto here = lookedAt(scope);
    if (!here) return found;
    for (const int row : rows) {
        const PlaceNow& one = scope.index.at(row);
        if (!scope.isPicked(one.id->kind, one.id->id)) continue;
        if (!quantity.isEmpty() && !scope.index.reading(row, quantity).isOfNow()) continue;
        const auto at = positionOf(one);
        if (!at || !mayBeNear(*here, *at)) continue;
        const double metres = city::distanceMetres(*here, *at);
        if (metres <= FurthestMetres) found.push_back({row, metres});
    }
    const auto few = found.begin() + static_cast<std::ptrdiff_t>(std::min(MostNearest, found.size()));
    std::partial_sort(found.begin(), few, found.end(), [](const Near& a, const Near& b) {
        return std::pair(a.metres, a.row) < std::pair(b.metres, b.row);
    });
    found.erase(few, found.end());
    return found;
}

/// The area of a level further out that is measured itself and holds the focus.
Speaking around(const Scope& scope, const QString& level, const std::vector<int>& rows)
{
    const int outer = scope.areas.ancestor(scope.area, level);
    for (const int row : rows)
        if (outer >= 0 && scope.index.at(row).area == outer) return {{row}, scope.areaName(outer)};
    return {};
}

} // namespace

Speaking placesSpeaking(const Scope& scope, const QString& kind, const QString& quantity)
{
    Speaking own{placesInFocus(scope, kind, quantity), {}};
    const auto speaks = [&](int row) {
        return quantity.isEmpty() || scope.index.reading(row, quantity).isOfNow();
    };
    if (scope.area < 0 || std::any_of(own.rows.begin(), own.rows.end(), speaks)) return own;
    const std::vector<int> all = placesAnywhere(scope, kind, quantity);
    const QString level = kind.isEmpty() && !all.empty() ? scope.index.at(all.front()).id->kind : kind;
    if (scope.areas.levels().contains(level)) {
        Speaking outer = around(scope, level, all);
        return outer.rows.empty() ? own : outer;
    }
    const std::vector<Near> near = nearest(scope, all, quantity);
    if (near.empty()) return own;
    own.rows.clear();
    for (const Near& one : near)
        own.rows.push_back(one.row);
    const QString far = number(near.back().metres / 1000, 1);
    own.instead = near.size() == 1 ? say(QT_TRANSLATE_NOOP("Message", "nearest, %1 km"), {far})
                                   : say(QT_TRANSLATE_NOOP("Message", "%1 nearest, to %2 km"),
                                         {number(static_cast<qsizetype>(near.size())), far});
    return own;
}

} // namespace app
