// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/geometry.h"
#include "layers/city/result.h"

#include <string_view>

namespace feeds {

/// CAP's polygon, "lat,lon lat,lon ..." with any white space between: a closed ring without repeated
/// positions, longitude first and counter-clockwise as GeoJSON wants it. One that crosses the antimeridian is
/// cut there into two polygons.
city::Result<city::Geometry> capPolygon(std::string_view text);

/// CAP's circle, "lat,lon radius" with the radius in kilometres: a ring of 72 corners along the sphere, as a
/// polygon above; a radius of 0 is a point.
city::Result<city::Geometry> capCircle(std::string_view text);

} // namespace feeds
