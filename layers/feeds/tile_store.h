// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/clock.h"

#include <QImage>
#include <QObject>
#include <QUrl>
#include <memory>
#include <optional>
#include <vector>

namespace feeds {

/// Where the tiles of one basemap come from: an XYZ or RESTful WMTS template with {z} {x} {y} ({s} is not
/// supported).
struct TileSource {
    QString id;
    QUrl url;
    int minZoom = 0, maxZoom = 19;
};

struct TileId {
    int z = 0, x = 0, y = 0;

    friend bool operator==(const TileId&, const TileId&) = default;
    friend auto operator<=>(const TileId&, const TileId&) = default;
};

/// The tiles of basemaps: in memory, on disk, from the network, in this order. Lives in the GUI thread and
/// never holds it: files are read and images decoded in a pool. An old tile from the disk is shown while, and
/// for as long as, a newer one cannot be had, so that a map seen once stays a map without a network. At most
/// six requests at a time; a tile that could not be had is not asked for again for a minute.
class TileStore : public QObject {
    Q_OBJECT
public:
    /// `cacheFolder`: where tiles are kept, made when missing; empty: nothing on disk. `clock` must outlive
    /// it.
    explicit TileStore(QString cacheFolder, const city::Clock& clock, QObject* parent = nullptr);
    ~TileStore() override;

    /// The tile, if it is in memory. Does not start anything.
    std::optional<QImage> ready(const TileSource& source, TileId tile);
    /// The tiles a view now needs, most wanted first: what is missing is brought, requests that wait for
    /// tiles of this source which are not in the list are dropped. `arrived` follows as tiles come.
    void want(const TileSource& source, std::vector<TileId> tiles);

    /// The usual folder for `cacheFolder`.
    static QString usualFolder();

Q_SIGNALS:
    /// `ready` has something new to say.
    void arrived();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace feeds
