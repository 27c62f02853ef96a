// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/geo/placed_image.h"
#include "layers/geo/tile_grid.h"
#include "layers/map/kinds/raster.h"

#include <QCache>
#include <QHash>
#include <QObject>
#include <QThreadPool>
#include <atomic>
#include <deque>
#include <optional>

namespace widgets {

/// Raster files as tiles of the map's pyramid, read in a pool as they are wanted and kept in memory. Lives in the GUI
/// thread and never holds it.
class RasterStore : public QObject {
    Q_OBJECT
public:
    using Source = std::shared_ptr<const map::RasterSource>;

    explicit RasterStore(QObject* parent = nullptr);
    ~RasterStore() override;

    /// The tile, if it has been read; with a null image where the raster has nothing.
    std::optional<geo::PlacedImage> ready(const Source& source, geo::TileId tile);
    /// The tiles a view now needs, most wanted first; what nobody wants any more is given up.
    void want(const Source& source, const std::vector<geo::TileId>& tiles);
    bool isBusy() const { return !m_running.isEmpty() || !m_waiting.empty(); }
    /// What is wrong with a source; empty: nothing.
    QString fault(const map::RasterSource& source) const { return m_faults.value(source.number); }

    /// Of one tile, along each side. The tiles are those of TileGrid::webMercator, at twice its density.
    static constexpr int tilePixels = 512;

Q_SIGNALS:
    void arrived();

private:
    struct Key {
        quint64 source;
        geo::TileId tile;
        friend bool operator==(const Key&, const Key&) = default;
        friend size_t qHash(const Key& key, size_t seed = 0) { return qHashMulti(seed, key.source, key.tile); }
    };
    using Stop = std::shared_ptr<std::atomic<bool>>;

    void readMore();
    void take(const Key& key, const Stop& stop, const city::Result<geo::RasterPicture>& read);

    QThreadPool m_pool;
    QCache<Key, geo::PlacedImage> m_pictures;
    QHash<Key, Stop> m_running;
    std::deque<std::pair<Key, Source>> m_waiting;
    QHash<quint64, QString> m_faults;
};

} // namespace widgets
