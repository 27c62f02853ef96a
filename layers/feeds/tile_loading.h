// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/tile_file.h"

/// What the pool does for the TileStore. Pure but for the files; any thread.
namespace feeds {

/// A tile with its picture.
struct LoadedTile {
    std::optional<TileFile> file; ///< Nothing when there is none that can be read.
    geo::PlacedImage image;       ///< Null when its bytes are no picture.
    bool kept = true;             ///< On the disk, where that was wanted.
};
LoadedTile loadTile(const QString& path, const TileSource& source, TileId tile);
/// Decodes and keeps a tile that came; nothing is kept that is no picture, or where `path` is empty.
LoadedTile keepTile(const QString& path, TileFile file, const TileSource& source, TileId tile);

/// A description of a service, understood.
struct DescribedService {
    std::optional<TileFile> file;
    std::optional<city::Result<TileSource>> source; ///< Set when there is a file.
};
DescribedService describedService(const TileSource& source, std::optional<TileFile> file);

} // namespace feeds
