// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/kinds/layer_meta.h"
#include "layers/map/scene/view.h"

#include <QHash>

namespace map {

/// A tile of the usual Web Mercator pyramid: x eastwards, y southwards, 2^z each.
struct TileId {
    int z = 0, x = 0, y = 0;

    friend bool operator==(const TileId&, const TileId&) = default;
    TileId parent() const { return {z - 1, x / 2, y / 2}; }
};

inline size_t qHash(const TileId& tile, size_t seed = 0)
{
    return qHashMulti(seed, tile.z, tile.x, tile.y);
}

/// Where a tile lies, in map metres.
QRectF tileBounds(const TileId& tile);

/// The level whose tiles are drawn nearest to their own size, sharp rather than soft, within [minZ, maxZ].
int tileLevel(const View& view, double devicePixelRatio, int minZ, int maxZ, int tilePixels = 256);

/// The tiles of `level` that a view needs, nearest to the middle first. Never more than a few hundred.
std::vector<TileId> tilesInView(const View& view, int level);

/// "https://host/{z}/{x}/{y}.png" filled in; {-y} counts rows from the south (TMS).
QString tileAddress(const QString& addressTemplate, const TileId& tile);

/// The part of an ancestor's picture that a tile covers, in pixels of the ancestor of `ancestorSize`.
QRectF partOfAncestor(const TileId& tile, const TileId& ancestor, QSizeF ancestorSize);

/// A basemap from the tiles that are there.
struct TilePicture {
    TileId tile;
    std::shared_ptr<const QImage> image;
};
std::shared_ptr<const LayerScene> tiles(const LayerMeta& meta, const std::vector<TilePicture>& pictures);

} // namespace map
