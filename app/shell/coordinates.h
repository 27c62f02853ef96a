// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/geometry.h"

#include <QString>
#include <optional>

namespace app {

/// The position a person typed: two numbers, longitude and latitude in degrees (either order where `extent` tells which
/// is meant), or easting and northing in metres of `crs`. Nothing when it is neither or lies outside every sense. Makes
/// its own projection: any thread.
std::optional<city::LonLat> parseCoordinates(const QString& text, const city::LonLatBox& extent, const QString& crs);

/// `position` for people: "121.5438° E  25.0262° N", or "302,123 m  2,770,456 m" when `crs` is not empty.
QString coordinateText(city::LonLat position, const QString& crs);

} // namespace app
