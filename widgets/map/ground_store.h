// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/tile_store.h"
#include "layers/map/scene/view.h"
#include "widgets/map/raster_store.h"

namespace widgets {

/// A layer of tiles from a service.
class ServiceSource : public map::ViewSource {
public:
    explicit ServiceSource(feeds::TileSource source) : tiles(std::move(source)) {}

    feeds::TileSource tiles;
};

/// Brings the pictures of layers that depend on what is seen: raster files and tile services. Lives in the
/// GUI thread and never holds it: what is there is given at once, coarser pictures stand in for what is
/// missing, and `arrived` tells of more.
class GroundStore : public QObject {
    Q_OBJECT
public:
    explicit GroundStore(QObject* parent = nullptr);

    /// Must outlive it; null: services are not asked.
    void setTiles(feeds::TileStore* tiles);

    /// Coarser pictures first. `bring`: missing ones are asked for, instead of those asked for before.
    std::vector<map::Picture> pictures(const std::shared_ptr<const map::ViewSource>& source,
                                       const map::View& view, double devicePixelRatio, bool bring = true);
    std::vector<map::Picture> tiles(const feeds::TileSource& source, const map::View& view,
                                    double devicePixelRatio, bool bring = true);

    /// Asks the services behind layers of the scene that are shown what lies at a place; `each` once for those that know
    /// of something: its layer and lines.
    void ask(const map::Scene& scene, const map::View& view, city::LonLat at,
             const std::function<void(const QString& layer, const QStringList& lines)>& each);

    /// Whether a file is being read.
    bool isReading() const { return m_rasters.isBusy(); }
    /// What a person should know of a layer: what is wrong with it, or how old its tiles are; empty: nothing.
    QString note(const map::LayerScene& layer) const;
    QString note(const QString& title, const feeds::TileSource& source) const;

Q_SIGNALS:
    void arrived();

private:
    feeds::TileStore* m_tiles = nullptr;
    RasterStore m_rasters;
};

} // namespace widgets
