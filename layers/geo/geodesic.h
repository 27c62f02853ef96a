// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/geometry.h"

#include <vector>

/// Lengths, areas and directions on the ellipsoid of WGS 84, by PROJ's geodesics (Karney): good to a
/// micrometre. Pure; any thread.
namespace geo {

/// The shortest way between two positions.
struct Geodesic {
    double metres = 0;
    double azimuth = 0; ///< Degrees clockwise from north where it sets out, -180 to 180.
};
Geodesic geodesic(city::LonLat from, city::LonLat to);

/// Where one is after `metres` from `from` in direction `azimuth` (degrees clockwise from north).
city::LonLat destination(city::LonLat from, double azimuth, double metres);

/// Metres along a line whose pieces are geodesics; 0 for fewer than two positions.
double lengthMetres(const std::vector<city::LonLat>& line);

/// Square metres inside a polygon whose sides are geodesics, holes taken off, whichever way its rings turn.
double areaSquareMetres(const city::Polygon& polygon);

/// A closed ring of `corners` positions that are all `metres` from `centre`.
city::Ring geodesicCircle(city::LonLat centre, double metres, int corners = 90);

} // namespace geo
