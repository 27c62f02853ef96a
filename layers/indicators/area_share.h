// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/geometry.h"

namespace indicators {

/// The share of `area` that lies in `within`, 0 to 1, by the lengths of `lines` parallels of latitude through
/// it: good to about one part in `lines`. Polygons only; overlapping ones of one geometry count once. An area
/// without polygons has share 0.
double areaShare(const city::Geometry& area, const city::Geometry& within, int lines = 256);

/// Square kilometres of the polygons, on the sphere of mean Earth radius, by the same lines.
double areaSquareKilometres(const city::Geometry& area, int lines = 256);

/// A circle as a ring of 64 corners and the first again; `radius` in metres on the sphere.
city::Ring circleAround(city::LonLat centre, double radius);

} // namespace indicators
