// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/geometry.h"

#include <memory>
#include <ogr_geometry.h>

namespace geo {

/// The same geometry for GDAL, longitude first; several of one kind become a multi, several kinds a collection. Null for
/// an empty one.
std::unique_ptr<OGRGeometry> toOgr(const city::Geometry& geometry);

} // namespace geo
