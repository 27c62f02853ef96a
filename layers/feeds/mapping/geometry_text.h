// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/geometry.h"
#include "layers/city/result.h"

#include <simdjson.h>
#include <string_view>

namespace feeds {

/// A geometry written as WKT ("LINESTRING (121.5 25.0, ...)", an SRID in front is ignored) or as GeoJSON
/// text.
city::Result<city::Geometry> geometryFromText(std::string_view text);
city::Result<city::Geometry> geometryFromWkt(std::string_view text);

/// A GeoJSON geometry, collections included; heights are left out.
city::Result<city::Geometry> geometryFromJson(const simdjson::dom::element& geometry);

/// Whether every number is finite, every line has two positions and every ring four.
bool isComplete(const city::Geometry& geometry);

} // namespace feeds
