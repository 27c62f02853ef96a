// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/tile_grid.h"

#include <QHashFunctions>
#include <algorithm>
#include <cmath>
#include <numbers>

namespace geo {

namespace {

constexpr int tilePixels = 256;
constexpr int deepest = 24;
constexpr double halfWorld = std::numbers::pi * 6'378'137.0; // metres from the middle to the edge of the world

std::shared_ptr<const TileGrid> halving(const QString& crs, QPointF northWest, double side)
{
    auto grid = std::make_shared<TileGrid>();
    grid->crs = crs;
    for (int z = 0; z <= deepest; ++z)
        grid->levels.push_back({QString::number(z), side / tilePixels / std::exp2(z), northWest,
                                {tilePixels, tilePixels}, 1 << z, 1 << z});
    return grid;
}

} // namespace

size_t qHash(const TileId& tile, size_t seed) noexcept
{
    return qHashMulti(seed, tile.z, tile.x, tile.y);
}

const std::shared_ptr<const TileGrid>& TileGrid::webMercator()
{
    static const std::shared_ptr<const TileGrid> grid =
        halving(QStringLiteral("EPSG:3857"), {-halfWorld, halfWorld}, 2 * halfWorld);
    return grid;
}

std::shared_ptr<const TileGrid> TileGrid::over(const QString& crs, const QRectF& bounds)
{
    return halving(crs, {bounds.left(), bounds.bottom()}, std::max(bounds.width(), bounds.height()));
}

bool TileGrid::contains(const TileId& tile) const
{
    if (tile.z < 0 || tile.z >= static_cast<int>(levels.size())) return false;
    const TileLevel& level = levels[static_cast<std::size_t>(tile.z)];
    return tile.x >= 0 && tile.x < level.columns && tile.y >= 0 && tile.y < level.rows;
}

QRectF TileGrid::bounds(const TileId& tile) const
{
    const TileLevel& level = levels[static_cast<std::size_t>(tile.z)];
    const double width = level.unitsPerPixel * level.pixels.width();
    const double height = level.unitsPerPixel * level.pixels.height();
    return {level.northWest.x() + tile.x * width, level.northWest.y() - (tile.y + 1) * height, width, height};
}

TileId TileGrid::tileAt(int z, QPointF at) const
{
    const TileLevel& level = levels[static_cast<std::size_t>(z)];
    const auto held = [](double n, int count) { return static_cast<int>(std::clamp(std::floor(n), 0.0, count - 1.0)); };
    return {z, held((at.x() - level.northWest.x()) / (level.unitsPerPixel * level.pixels.width()), level.columns),
            held((level.northWest.y() - at.y()) / (level.unitsPerPixel * level.pixels.height()), level.rows)};
}

int TileGrid::levelFor(double unitsPerPixel, int least, int most) const
{
    most = std::min(most, static_cast<int>(levels.size()) - 1);
    for (int z = least; z < most; ++z)
        if (levels[static_cast<std::size_t>(z)].unitsPerPixel <= unitsPerPixel * std::exp2(0.2) * (1 + 1e-9)) return z;
    return most;
}

std::vector<TileId> TileGrid::tilesIn(const QRectF& box, int z, std::size_t most) const
{
    std::vector<TileId> tiles;
    const TileLevel& level = levels[static_cast<std::size_t>(z)];
    const QRectF whole(level.northWest.x(), level.northWest.y() - level.rows * level.unitsPerPixel * level.pixels.height(),
                       level.columns * level.unitsPerPixel * level.pixels.width(),
                       level.rows * level.unitsPerPixel * level.pixels.height());
    if (!(box.left() < whole.right() && box.right() > whole.left() && box.top() < whole.bottom() && box.bottom() > whole.top()))
        return tiles;
    const TileId first = tileAt(z, {box.left(), box.bottom()}), last = tileAt(z, {box.right(), box.top()});
    if (static_cast<double>(last.x - first.x + 1) * (last.y - first.y + 1) > 100'000) return tiles;
    for (int y = first.y; y <= last.y; ++y)
        for (int x = first.x; x <= last.x; ++x)
            tiles.push_back({z, x, y});
    const auto distance = [&](const TileId& tile) {
        const QPointF off = bounds(tile).center() - box.center();
        return QPointF::dotProduct(off, off);
    };
    std::stable_sort(tiles.begin(), tiles.end(),
                     [&distance](const TileId& a, const TileId& b) { return distance(a) < distance(b); });
    if (tiles.size() > most) tiles.resize(most);
    return tiles;
}

} // namespace geo
