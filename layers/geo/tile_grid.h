// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSize>
#include <QString>
#include <memory>
#include <vector>

/// How a tile service cuts the world into pictures.
namespace geo {

/// A tile of a grid: `z` counts its levels from the coarsest, `x` goes east, `y` goes south.
struct TileId {
    int z = 0, x = 0, y = 0;

    friend bool operator==(const TileId&, const TileId&) = default;
    friend auto operator<=>(const TileId&, const TileId&) = default;
    TileId parent() const { return {z - 1, x >> 1, y >> 1}; } ///< Of the pyramid of the web maps only.
};

size_t qHash(const TileId& tile, size_t seed = 0) noexcept;

/// One level of a grid. Coordinates are units of the grid's CRS, easting (longitude) first.
struct TileLevel {
    QString name;            ///< As the service calls it ("12", "EPSG:3826:7").
    double unitsPerPixel = 1;
    QPointF northWest;       ///< The corner the tiles are counted from.
    QSize pixels{256, 256};  ///< Of one tile.
    int columns = 1, rows = 1;
};

/// The levels of a tile service, coarsest first, in one CRS.
struct TileGrid {
    QString crs = QStringLiteral("EPSG:3857");
    std::vector<TileLevel> levels;

    /// The pyramid of the web maps: EPSG:3857, 256 pixels, levels 0 to 24.
    static const std::shared_ptr<const TileGrid>& webMercator();
    /// A pyramid of 256-pixel tiles over `bounds` in `crs`, halving from level to level.
    static std::shared_ptr<const TileGrid> over(const QString& crs, const QRectF& bounds);

    /// Whether its tiles lie on the map as they are.
    bool isOfMap() const { return crs == QLatin1String("EPSG:3857"); }
    bool contains(const TileId& tile) const;
    /// Of a tile it contains; a normalised box (top is the smaller y: south).
    QRectF bounds(const TileId& tile) const;
    /// The tile of level `z` that `at` lies in, held at the edges of the level.
    TileId tileAt(int z, QPointF at) const;
    /// The coarsest level from `least` to `most` that is fine enough to be drawn at so many units a pixel:
    /// enlarging by up to a seventh (2^0.2) still looks sharp, beyond that the finer level is shrunk instead.
    int levelFor(double unitsPerPixel, int least, int most) const;
    /// Tiles of a level that meet `box`, nearest to its middle first; at most `most`, none at all where the
    /// box holds absurdly many.
    std::vector<TileId> tilesIn(const QRectF& box, int z, std::size_t most = 400) const;
};

} // namespace geo
