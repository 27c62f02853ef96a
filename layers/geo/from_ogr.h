// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/geometry.h"

#include <ogr_geometry.h>

namespace geo {

/// Takes a geometry in WGS 84 degrees, longitude first, apart into points, lines and polygons. Curves are
/// drawn out as short straight pieces, heights and measures are dropped, collections of any depth are unions
/// of their members.
city::Geometry fromOgr(const OGRGeometry& geometry);

/// Whether every position could be on the Earth: finite, within 180 and 90 degrees.
bool isOnEarth(const city::Geometry& geometry);

} // namespace geo
