// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/ground_store.h"

#include <QLocale>
#include <QSet>
#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr int coarser = 5; ///< Levels up which a stand-in is looked for.

/// Of a grid, what a view needs of it.
struct Window {
    QRectF box;
    double unitsPerPixel;
    int least, most;
    int ahead = 0; ///< Levels up that are brought of the surroundings, too: a fast drag then finds stand-ins there.
};

template<typename Ready, typename Want>
std::vector<map::Picture> pieces(const geo::TileGrid& grid, const Window& window, Ready ready, Want want)
{
    std::vector<geo::TileId> wanted;
    std::vector<map::Picture> pictures, coarse;
    QSet<geo::TileId> standIns;
    const auto add = [](std::vector<map::Picture>& to, const geo::PlacedImage& one) {
        if (!one.image.isNull()) to.push_back({one.bounds, std::make_shared<const QImage>(one.image)});
    };
    const int level = grid.levelFor(window.unitsPerPixel, window.least, window.most);
    for (const geo::TileId& tile : grid.tilesIn(window.box, level)) {
        wanted.push_back(tile);
        if (const auto image = ready(tile)) {
            add(pictures, *image);
            continue;
        }
        const QPointF middle = grid.bounds(tile).center();
        for (int z = tile.z - 1; z >= window.least && z > tile.z - coarser; --z) {
            const geo::TileId above = grid.tileAt(z, middle);
            if (standIns.contains(above)) break;
            const auto image = ready(above);
            if (!image) continue;
            standIns.insert(above);
            add(coarse, *image);
            break;
        }
    }
    if (const int z = level - window.ahead; window.ahead > 0 && z >= window.least) {
        const double across = window.box.width(), down = window.box.height();
        for (const geo::TileId& tile : grid.tilesIn(window.box.adjusted(-across, -down, across, down), z))
            if (std::find(wanted.begin(), wanted.end(), tile) == wanted.end()) wanted.push_back(tile);
    }
    want(wanted);
    coarse.insert(coarse.end(), pictures.begin(), pictures.end()); // Finer tiles over coarser ones.
    return coarse;
}

Window windowOf(const feeds::TileSource& source, const map::View& view, double devicePixelRatio)
{
    const double ratio = devicePixelRatio / source.density;
    const QRectF seen = view.mapRect();
    if (source.grid->isOfMap()) return {seen, view.metresPerPixel / ratio, source.minZoom, source.maxZoom};
    const QRectF box = geo::boxInCrs(seen, source.grid->crs);
    const double units =
        std::hypot(box.width(), box.height()) / std::hypot(view.size.width(), view.size.height());
    return {box, units / ratio, source.minZoom, source.maxZoom};
}

} // namespace

GroundStore::GroundStore(QObject* parent) : QObject(parent)
{
    connect(&m_rasters, &RasterStore::arrived, this, &GroundStore::arrived);
}

void GroundStore::setTiles(feeds::TileStore* tiles)
{
    if (m_tiles) m_tiles->disconnect(this);
    m_tiles = tiles;
    if (m_tiles) connect(m_tiles, &feeds::TileStore::arrived, this, &GroundStore::arrived);
}

std::vector<map::Picture> GroundStore::tiles(const feeds::TileSource& source, const map::View& view,
                                             double devicePixelRatio, bool bring)
{
    const auto complete = m_tiles ? m_tiles->complete(source) : std::nullopt;
    if (!complete) return {};
    const feeds::TileSource dense = complete->atDensity(devicePixelRatio);
    const Window window = windowOf(dense, view, devicePixelRatio);
    if (window.box.isEmpty()) return {};
    return pieces(
        *dense.grid, window, [&](const geo::TileId& tile) { return m_tiles->ready(dense, tile); },
        [&](const std::vector<geo::TileId>& wanted) { if (bring) m_tiles->want(dense, wanted); });
}

std::vector<map::Picture> GroundStore::pictures(const std::shared_ptr<const map::ViewSource>& source,
                                                const map::View& view, double devicePixelRatio, bool bring)
{
    if (const auto* service = dynamic_cast<const ServiceSource*>(source.get()))
        return tiles(service->tiles, view, devicePixelRatio, bring);
    const auto raster = std::dynamic_pointer_cast<const map::RasterSource>(source);
    if (!raster) return {};
    const geo::TileGrid& grid = *geo::TileGrid::webMercator();
    constexpr double density = RasterStore::tilePixels / 256.0;
    const double finest = raster->survey.metresPerPixel * density;
    const int most = grid.levelFor(finest, 0, static_cast<int>(grid.levels.size()) - 1);
    return pieces(
        grid, {view.mapRect(), view.metresPerPixel / devicePixelRatio * density, 0, most, 3},
        [&](const geo::TileId& tile) { return m_rasters.ready(raster, tile); },
        [&](const std::vector<geo::TileId>& wanted) { if (bring) m_rasters.want(raster, wanted); });
}

void GroundStore::ask(const map::Scene& scene, const map::View& view, city::LonLat at,
                      const std::function<void(const QString& layer, const QStringList& lines)>& each)
{
    for (const auto& layer : scene.layers) {
        const auto* service = dynamic_cast<const ServiceSource*>(layer->source.get());
        const bool shown = view.metresPerPixel >= layer->minMetresPerPixel && view.metresPerPixel <= layer->maxMetresPerPixel;
        if (!service || !shown || !m_tiles) continue;
        m_tiles->askAt(service->tiles, at, view.metresPerPixel, [id = layer->id, each](const QStringList& lines) {
            if (!lines.isEmpty()) each(id, lines);
        });
    }
}

QString GroundStore::note(const QString& title, const feeds::TileSource& source) const
{
    if (!m_tiles) return {};
    const feeds::TileState state = m_tiles->state(source.id);
    if (!state.fault) return {};
    const QString what = state.fault->toString();
    if (!state.oldest) return tr("%1: %2; asked again in a minute").arg(title, what);
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(state.oldest->time_since_epoch().count());
    return tr("%1: %2; shown as kept on %3").arg(title, what, QLocale().toString(at, QLocale::ShortFormat));
}

QString GroundStore::note(const map::LayerScene& layer) const
{
    if (const auto* service = dynamic_cast<const ServiceSource*>(layer.source.get()))
        return note(layer.title, service->tiles);
    const auto* raster = dynamic_cast<const map::RasterSource*>(layer.source.get());
    const QString fault = raster ? m_rasters.fault(*raster) : QString();
    return fault.isEmpty() ? QString() : QStringLiteral("%1: %2").arg(layer.title, fault);
}

} // namespace widgets
