// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/city/geometry.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace city {

namespace {

bool insideRing(const Ring& ring, LonLat p)
{
    bool inside = false;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        const LonLat a = ring[i];
        const LonLat b = ring[j];
        if ((a.lat > p.lat) != (b.lat > p.lat) &&
            p.lon < (b.lon - a.lon) * (p.lat - a.lat) / (b.lat - a.lat) + a.lon)
            inside = !inside;
    }
    return inside;
}

bool insidePolygon(const Polygon& polygon, LonLat p)
{
    bool inside = false;
    for (const Ring& ring : polygon.rings) {
        if (!ring.empty() && insideRing(ring, p)) inside = !inside;
    }
    return inside;
}

double ringArea(const Ring& ring)
{
    double twice = 0;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
        twice += ring[j].lon * ring[i].lat - ring[i].lon * ring[j].lat;
    return std::abs(twice) / 2;
}

// The middle of the widest stretch inside the polygon on the line through the middle of its box: always
// inside, and near where a person would put the name.
LonLat insidePosition(const Polygon& polygon)
{
    LonLatBox box;
    for (const LonLat& p : polygon.rings.front())
        box.add(p);
    const double lat = box.centre().lat;
    std::vector<double> crossings;
    for (const Ring& ring : polygon.rings) {
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            const LonLat a = ring[i];
            const LonLat b = ring[j];
            if ((a.lat > lat) != (b.lat > lat))
                crossings.push_back((b.lon - a.lon) * (lat - a.lat) / (b.lat - a.lat) + a.lon);
        }
    }
    std::sort(crossings.begin(), crossings.end());
    LonLat best = box.centre();
    double widest = -1;
    for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
        if (crossings[i + 1] - crossings[i] > widest) {
            widest = crossings[i + 1] - crossings[i];
            best = {(crossings[i] + crossings[i + 1]) / 2, lat};
        }
    }
    return best;
}

} // namespace

void LonLatBox::add(LonLat p)
{
    west = std::min(west, p.lon);
    east = std::max(east, p.lon);
    south = std::min(south, p.lat);
    north = std::max(north, p.lat);
}

void LonLatBox::add(const LonLatBox& box)
{
    if (box.isEmpty()) return;
    add(LonLat{box.west, box.south});
    add(LonLat{box.east, box.north});
}

LonLatBox Geometry::bounds() const
{
    LonLatBox box;
    for (const LonLat& p : points)
        box.add(p);
    for (const auto& line : lines) {
        for (const LonLat& p : line)
            box.add(p);
    }
    for (const Polygon& polygon : polygons) {
        for (const Ring& ring : polygon.rings) {
            for (const LonLat& p : ring)
                box.add(p);
        }
    }
    return box;
}

bool Geometry::contains(LonLat p) const
{
    return std::any_of(polygons.begin(), polygons.end(),
                       [p](const Polygon& one) { return insidePolygon(one, p); });
}

LonLat Geometry::anchor() const
{
    if (!points.empty()) return points.front();
    if (!lines.empty()) {
        const auto longest = std::max_element(
            lines.begin(), lines.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); });
        if (!longest->empty()) return (*longest)[longest->size() / 2];
    }
    const Polygon* largest = nullptr;
    double area = -1;
    for (const Polygon& polygon : polygons) {
        if (polygon.rings.empty() || polygon.rings.front().empty()) continue;
        if (const double size = ringArea(polygon.rings.front()); size > area) {
            area = size;
            largest = &polygon;
        }
    }
    return largest ? insidePosition(*largest) : LonLat{};
}

double distanceMetres(LonLat a, LonLat b)
{
    constexpr double radius = 6'371'008.8; // IUGG mean radius of the Earth
    constexpr double rad = std::numbers::pi / 180;
    const double dLat = (b.lat - a.lat) * rad;
    const double dLon = (b.lon - a.lon) * rad;
    const double h = std::pow(std::sin(dLat / 2), 2) +
                     std::cos(a.lat * rad) * std::cos(b.lat * rad) * std::pow(std::sin(dLon / 2), 2);
    return 2 * radius * std::asin(std::min(1.0, std::sqrt(h)));
}

} // namespace city
