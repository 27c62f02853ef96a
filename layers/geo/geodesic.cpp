// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/geodesic.h"

#include <cmath>
#include <geodesic.h>

namespace geo {

namespace {

const geod_geodesic& wgs84()
{
    static const geod_geodesic ellipsoid = [] {
        geod_geodesic made;
        geod_init(&made, 6'378'137.0, 1 / 298.257223563);
        return made;
    }();
    return ellipsoid;
}

double ringArea(const city::Ring& ring)
{
    if (ring.size() < 3) return 0;
    const bool closed = ring.front() == ring.back();
    geod_polygon polygon;
    geod_polygon_init(&polygon, 0);
    for (std::size_t i = 0; i + (closed ? 1 : 0) < ring.size(); ++i)
        geod_polygon_addpoint(&wgs84(), &polygon, ring[i].lat, ring[i].lon);
    double area = 0;
    geod_polygon_compute(&wgs84(), &polygon, 0, 1, &area, nullptr);
    return std::abs(area);
}

} // namespace

Geodesic geodesic(city::LonLat from, city::LonLat to)
{
    Geodesic found;
    geod_inverse(&wgs84(), from.lat, from.lon, to.lat, to.lon, &found.metres, &found.azimuth, nullptr);
    return found;
}

city::LonLat destination(city::LonLat from, double azimuth, double metres)
{
    city::LonLat there;
    geod_direct(&wgs84(), from.lat, from.lon, azimuth, metres, &there.lat, &there.lon, nullptr);
    return there;
}

double lengthMetres(const std::vector<city::LonLat>& line)
{
    double metres = 0;
    for (std::size_t i = 1; i < line.size(); ++i)
        metres += geodesic(line[i - 1], line[i]).metres;
    return metres;
}

double areaSquareMetres(const city::Polygon& polygon)
{
    double area = 0;
    for (std::size_t i = 0; i < polygon.rings.size(); ++i)
        area += (i == 0 ? 1 : -1) * ringArea(polygon.rings[i]);
    return area;
}

city::Ring geodesicCircle(city::LonLat centre, double metres, int corners)
{
    city::Ring ring;
    for (int i = 0; i < corners; ++i)
        ring.push_back(destination(centre, 360.0 * i / corners, metres));
    ring.push_back(ring.front());
    return ring;
}

} // namespace geo
