// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/geometry.h"

#include <QString>
#include <optional>

namespace app {

/// The position a person typed: longitude and latitude in degrees (either order where `extent` or N, S, E, W tell which
/// is meant; minutes and seconds, too), or easting and northing in metres of `crs`. A CRS may be named before them:
/// "EPSG:3857 13529000 2881000", "TWD97 306000,2769000". Nothing when it is none of these or, without a name,
/// lies far from the city. Makes its own projection: any thread.
std::optional<city::LonLat> parseCoordinates(const QString& text, const city::LonLatBox& extent, const QString& crs);

/// `position` for people: "121.5438° E  25.0262° N", or "302,123 m  2,770,456 m" when `crs` is not empty.
QString coordinateText(city::LonLat position, const QString& crs);

} // namespace app
