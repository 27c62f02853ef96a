// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/indicators/area_share.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace indicators {

namespace {

constexpr double earthRadius = 6'371'008.8; // metres, the mean
constexpr double radian = std::numbers::pi / 180;

/// Stretches of longitude, disjoint, from west to east.
using Stretches = std::vector<std::pair<double, double>>;

void addCrossings(const city::Ring& ring, double lat, std::vector<double>& crossings)
{
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const city::LonLat a = ring[i], b = ring[i + 1];
        if ((a.lat > lat) == (b.lat > lat)) continue;
        crossings.push_back(a.lon + (lat - a.lat) / (b.lat - a.lat) * (b.lon - a.lon));
    }
}

Stretches united(Stretches all)
{
    std::sort(all.begin(), all.end());
    Stretches merged;
    for (const auto& one : all) {
        if (!merged.empty() && one.first <= merged.back().second)
            merged.back().second = std::max(merged.back().second, one.second);
        else
            merged.push_back(one);
    }
    return merged;
}

/// What of a parallel lies inside: even-odd within each polygon, a union of the polygons.
Stretches insideAt(const city::Geometry& geometry, double lat)
{
    Stretches all;
    std::vector<double> crossings;
    for (const city::Polygon& polygon : geometry.polygons) {
        crossings.clear();
        for (const city::Ring& ring : polygon.rings)
            addCrossings(ring, lat, crossings);
        std::sort(crossings.begin(), crossings.end());
        for (std::size_t i = 0; i + 1 < crossings.size(); i += 2)
            all.emplace_back(crossings[i], crossings[i + 1]);
    }
    return united(std::move(all));
}

double length(const Stretches& stretches)
{
    double sum = 0;
    for (const auto& [west, east] : stretches)
        sum += east - west;
    return sum;
}

double lengthOfBoth(const Stretches& a, const Stretches& b)
{
    double sum = 0;
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        sum += std::max(0.0, std::min(a[i].second, b[j].second) - std::max(a[i].first, b[j].first));
        if (a[i].second < b[j].second)
            ++i;
        else
            ++j;
    }
    return sum;
}

city::LonLatBox polygonBounds(const city::Geometry& geometry)
{
    city::Geometry alone;
    alone.polygons = geometry.polygons;
    return alone.bounds();
}

} // namespace

double areaShare(const city::Geometry& area, const city::Geometry& within, int lines)
{
    const city::LonLatBox box = polygonBounds(area), other = polygonBounds(within);
    if (box.isEmpty() || other.isEmpty() || !box.intersects(other) || lines < 1) return 0;
    double all = 0, both = 0;
    for (int i = 0; i < lines; ++i) {
        const double lat = box.south + (box.north - box.south) * (i + 0.5) / lines;
        const Stretches inside = insideAt(area, lat);
        const double weight = std::cos(lat * radian);
        all += weight * length(inside);
        if (lat >= other.south && lat <= other.north)
            both += weight * lengthOfBoth(inside, insideAt(within, lat));
    }
    return all > 0 ? std::clamp(both / all, 0.0, 1.0) : 0;
}

double areaSquareKilometres(const city::Geometry& area, int lines)
{
    const city::LonLatBox box = polygonBounds(area);
    if (box.isEmpty() || lines < 1) return 0;
    const double step = (box.north - box.south) / lines;
    double sum = 0;
    for (int i = 0; i < lines; ++i) {
        const double lat = box.south + step * (i + 0.5);
        sum += std::cos(lat * radian) * length(insideAt(area, lat)) * step;
    }
    const double metresPerDegree = earthRadius * radian;
    return sum * metresPerDegree * metresPerDegree / 1e6;
}

city::Ring circleAround(city::LonLat centre, double radius)
{
    constexpr int corners = 64;
    const double distance = radius / earthRadius, lat = centre.lat * radian, lon = centre.lon * radian;
    city::Ring ring;
    for (int i = 0; i < corners; ++i) { // Counter-clockwise, from the east.
        const double bearing = std::numbers::pi / 2 - 2 * std::numbers::pi * i / corners;
        const double up = std::asin(std::sin(lat) * std::cos(distance) +
                                    std::cos(lat) * std::sin(distance) * std::cos(bearing));
        const double along = lon + std::atan2(std::sin(bearing) * std::sin(distance) * std::cos(lat),
                                              std::cos(distance) - std::sin(lat) * std::sin(up));
        ring.push_back({along / radian, up / radian});
    }
    ring.push_back(ring.front());
    return ring;
}

} // namespace indicators
