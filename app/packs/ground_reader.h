// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/yaml_reader.h"
#include "layers/feeds/tile_source.h"
#include "layers/geo/raster.h"

namespace app {

/// Where tiles come from: url, service, layer ... of a basemap or of a layer of tiles.
feeds::TileSource readTileSource(YamlMap& map, const QString& id);

/// How a raster is drawn: bands, stretch, palette, hillshade ...
geo::RasterOptions readRasterOptions(YamlMap& map);

} // namespace app
