// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/tile_loading.h"

namespace feeds {

LoadedTile loadTile(const QString& path, const TileSource& source, TileId tile)
{
    LoadedTile loaded{readTileFile(path), {}};
    if (loaded.file) loaded.image = placedTile(loaded.file->bytes, source, tile);
    return loaded;
}

LoadedTile keepTile(const QString& path, TileFile file, const TileSource& source, TileId tile)
{
    LoadedTile loaded{std::move(file), {}};
    loaded.image = placedTile(loaded.file->bytes, source, tile);
    if (!loaded.image.image.isNull() && !path.isEmpty()) loaded.kept = writeTileFile(path, *loaded.file);
    return loaded;
}

DescribedService describedService(const TileSource& source, std::optional<TileFile> file)
{
    DescribedService described{std::move(file), {}};
    if (described.file) described.source = completed(source, described.file->bytes);
    return described;
}

} // namespace feeds
