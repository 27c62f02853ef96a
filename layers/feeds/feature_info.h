// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/geometry.h"
#include "layers/feeds/tile_source.h"

#include <optional>

namespace feeds {

/// A place that is asked about, in the CRS of a grid, easting first.
struct AskedPlace {
    QPointF at;
    double unitsPerPixel = 1;
};
/// Nothing where the CRS does not reach.
std::optional<AskedPlace> placeInGrid(const TileGrid& grid, city::LonLat at, double metresPerPixel);

/// The question to a WMS what lies at a place (GetFeatureInfo, WMS 1.1.1 and 1.3.0). `source`: complete, of a
/// WMS. `format`: of the answer, "text/plain".
QUrl featureInfoUrl(const TileSource& source, const AskedPlace& place, const QString& format);

/// What a service answered, as plain lines "name: value": GeoJSON, or the "name = 'value'" of text answers.
/// Empty: it names no feature. Untrusted: at most 200 lines of 300 characters.
QStringList featureInfoLines(const QByteArray& answer);

} // namespace feeds
