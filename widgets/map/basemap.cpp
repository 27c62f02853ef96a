// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/basemap.h"

#include <array>

namespace widgets {

namespace {

feeds::TileId idOf(const map::TileId& tile)
{
    return {tile.z, tile.x, tile.y};
}

} // namespace

Duotone duotoneOf(const Theme& theme, Basemap::Tone tone)
{
    const QRgb ground = theme.mapGround.rgb();
    const QRgb ink = mixed(theme.mapGround, theme.mapLabel, theme.isDark() ? 0.42 : 0.5).rgb();
    // Paper, the tone most of a map has, becomes the ground of the theme.
    return tone == Basemap::Tone::Light ? Duotone{ink, ground} : Duotone{ground, ink};
}

void mute(QImage& image, const Duotone& duotone)
{
    std::array<QRgb, 256> tones;
    const auto mix = [](int a, int b, int share) { return a + (b - a) * share / 255; };
    for (int i = 0; i < 256; ++i)
        tones[static_cast<std::size_t>(i)] = qRgb(mix(qRed(duotone.dark), qRed(duotone.light), i),
                                                  mix(qGreen(duotone.dark), qGreen(duotone.light), i),
                                                  mix(qBlue(duotone.dark), qBlue(duotone.light), i));
    for (int y = 0; y < image.height(); ++y) {
        auto* pixel = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (const QRgb* end = pixel + image.width(); pixel != end; ++pixel)
            if (qAlpha(*pixel) == 255) *pixel = tones[static_cast<std::size_t>(qGray(*pixel))];
    }
}

std::vector<map::TilePicture> tilesFor(feeds::TileStore& store, const Basemap& basemap, const map::View& view,
                                       double devicePixelRatio)
{
    const int level = map::tileLevel(view, devicePixelRatio, basemap.source.minZoom, basemap.source.maxZoom);
    const std::vector<map::TileId> needed = map::tilesInView(view, level);
    std::vector<feeds::TileId> wanted;
    std::vector<map::TilePicture> pictures;
    QSet<map::TileId> standIns;
    std::vector<map::TilePicture> coarse;
    for (const map::TileId& tile : needed) {
        if (const auto image = store.ready(basemap.source, idOf(tile))) {
            pictures.push_back({tile, std::make_shared<const QImage>(*image)});
            continue;
        }
        wanted.push_back(idOf(tile));
        for (map::TileId above = tile.parent(); above.z >= basemap.source.minZoom && above.z > tile.z - 5;
             above = above.parent()) {
            if (standIns.contains(above)) break;
            const auto image = store.ready(basemap.source, idOf(above));
            if (!image) continue;
            standIns.insert(above);
            coarse.push_back({above, std::make_shared<const QImage>(*image)});
            break;
        }
    }
    store.want(basemap.source, wanted);
    coarse.insert(coarse.end(), pictures.begin(), pictures.end()); // Finer tiles over coarser ones.
    return coarse;
}

} // namespace widgets
