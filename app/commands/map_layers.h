// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/map_style.h"
#include "layers/map/kinds/bulk_file.h"

#include <optional>

namespace app {

/// One --layer of `cityops map`.
struct MapLayerRequest {
    QString file;
    QString layer; ///< Empty: all of the file.
    QString crs, encoding;
    bool cached = true; ///< Large layers may come from the cache.
};

/// FILE or FILE:NAME; a file whose own name has a colon is taken as it stands.
MapLayerRequest parseLayerRequest(const QString& word);

/// Layers of one file ready for painting, and where they lie.
struct MapLayer {
    std::vector<std::shared_ptr<const map::LayerScene>> scenes;
    city::LonLatBox bounds;
    std::vector<city::Problem> problems;
    std::vector<map::BulkFile> large; ///< What of it may be kept for the next time.
};

/// Reads a vector file. `index`: which hue.
city::Result<MapLayer> readMapLayer(const MapLayerRequest& request, const MapStyle& style, std::size_t index);
/// Whether every large layer came with its picture of `view`.
bool isPictured(const MapLayer& layer, const map::View& view);
/// Keeps how large layers look in `view`, for the next opening. Slow.
void keepPictures(const MapLayer& layer, const map::View& view);
/// Gives large layers their coarser copies, for the paintings after the first, which are truly
/// painted and not shown from pictures. Slow.
void refine(MapLayer& layer);
/// Where large layers are kept; in no place when `wanted` is false.
map::BulkCache layerCache(bool wanted);

} // namespace app
