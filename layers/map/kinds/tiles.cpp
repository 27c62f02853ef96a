// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/kinds/tiles.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace map {

namespace {

constexpr double halfWorld =
    std::numbers::pi * 6'378'137.0; // map metres from the middle to the edge of the pyramid
constexpr std::size_t mostTiles = 400;

double tileSpan(int z)
{
    return 2 * halfWorld / std::exp2(z);
}

} // namespace

QRectF tileBounds(const TileId& tile)
{
    const double span = tileSpan(tile.z);
    return {-halfWorld + tile.x * span, halfWorld - (tile.y + 1) * span, span, span};
}

int tileLevel(const View& view, double devicePixelRatio, int minZ, int maxZ, int tilePixels)
{
    const double metresPerDevicePixel = view.metresPerPixel / devicePixelRatio;
    const double exact = std::log2(2 * halfWorld / (tilePixels * metresPerDevicePixel));
    // Enlarging by up to a seventh (2^0.2) still looks sharp; beyond that the finer level is shrunk instead.
    return std::clamp(static_cast<int>(std::ceil(exact - 0.2)), minZ, maxZ);
}

std::vector<TileId> tilesInView(const View& view, int level)
{
    const double span = tileSpan(level);
    const int last = (1 << level) - 1;
    const QRectF box = view.mapRect();
    const auto column = [&](double x) {
        return std::clamp(std::floor((x + halfWorld) / span), -1.0, last + 1.0);
    };
    const auto row = [&](double y) {
        return std::clamp(std::floor((halfWorld - y) / span), -1.0, last + 1.0);
    };
    const int west = std::max(0, static_cast<int>(column(box.left())));
    const int east = std::min(last, static_cast<int>(column(box.right())));
    const int north =
        std::max(0, static_cast<int>(row(box.bottom()))); // QRectF's bottom is the larger y: north here
    const int south = std::min(last, static_cast<int>(row(box.top())));
    std::vector<TileId> tiles;
    if (static_cast<double>(east - west + 1) * (south - north + 1) > 100'000) return tiles;
    for (int y = north; y <= south; ++y) {
        for (int x = west; x <= east; ++x)
            tiles.push_back({level, x, y});
    }
    const auto distance = [&view](const TileId& tile) {
        const QPointF off = tileBounds(tile).center() - view.centre;
        return QPointF::dotProduct(off, off);
    };
    std::stable_sort(tiles.begin(), tiles.end(),
                     [&distance](const TileId& a, const TileId& b) { return distance(a) < distance(b); });
    if (tiles.size() > mostTiles) tiles.resize(mostTiles);
    return tiles;
}

QString tileAddress(const QString& addressTemplate, const TileId& tile)
{
    QString address = addressTemplate;
    address.replace(QLatin1String("{z}"), QString::number(tile.z));
    address.replace(QLatin1String("{x}"), QString::number(tile.x));
    address.replace(QLatin1String("{y}"), QString::number(tile.y));
    address.replace(QLatin1String("{-y}"), QString::number((1 << tile.z) - 1 - tile.y));
    return address;
}

QRectF partOfAncestor(const TileId& tile, const TileId& ancestor, QSizeF ancestorSize)
{
    const int parts = 1 << (tile.z - ancestor.z);
    const QSizeF size = ancestorSize / parts;
    return {
        QPointF((tile.x - ancestor.x * parts) * size.width(), (tile.y - ancestor.y * parts) * size.height()),
        size};
}

std::shared_ptr<const LayerScene> tiles(const LayerMeta& meta, const std::vector<TilePicture>& pictures)
{
    auto scene = std::make_shared<LayerScene>(beginScene(meta));
    for (const TilePicture& picture : pictures)
        scene->pictures.push_back({tileBounds(picture.tile), picture.image});
    return scene;
}

} // namespace map
