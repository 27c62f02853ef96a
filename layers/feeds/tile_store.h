// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/clock.h"
#include "layers/city/geometry.h"
#include "layers/city/message.h"
#include "layers/feeds/tile_source.h"
#include "layers/geo/placed_image.h"

#include <QObject>
#include <functional>
#include <memory>
#include <optional>

namespace feeds {

/// How the tiles of a source are doing.
struct TileState {
    std::optional<city::Message> fault;  ///< What was wrong with the last tile that could not be had.
    std::optional<city::Instant> oldest; ///< Of the tiles shown although newer ones could not be had.
};

/// How hard servers are asked, and for how long they are waited for.
struct TileLimits {
    int atOnce = 6;
    city::Duration silence{15'000};  ///< A server that says nothing for so long is given up, and
    city::Duration deadline{40'000}; ///< one whose answer is not whole by then.
    city::Duration pause{60'000};    ///< What could not be had is not asked for again before.
};

/// The tiles of services: in memory, on disk, from the network, in this order. Lives in the GUI thread and
/// never holds it: files are read, images decoded and warped in a pool. An old tile from the disk is shown
/// while, and for as long as, a newer one cannot be had, so that a map seen once stays a map without a
/// network. Redirects to another host or to plain http are refused; a server that asks for a pause
/// (Retry-After) gets it.
class TileStore : public QObject {
    Q_OBJECT
public:
    /// `cacheFolder`: where tiles are kept, made when missing; empty: nothing on disk. `clock` must outlive
    /// it.
    explicit TileStore(QString cacheFolder, const city::Clock& clock, QObject* parent = nullptr,
                       TileLimits limits = {});
    ~TileStore() override;

    /// `source` with what its service says of itself; nothing while that is being read, which this begins.
    std::optional<TileSource> complete(const TileSource& source);
    /// The tile, if it is in memory. Does not start anything. `source` is complete.
    std::optional<geo::PlacedImage> ready(const TileSource& source, TileId tile);
    /// The tiles a view now needs, most wanted first: what is missing is brought, requests that wait for
    /// tiles of this source which are not in the list are dropped. `arrived` follows as tiles come.
    void want(const TileSource& source, const std::vector<TileId>& tiles);
    /// Asks a WMS what lies at a place; `answered` gets lines "name: value", none where it knows of nothing there. Other
    /// sources and such as are not read yet answer nothing at all.
    void askAt(const TileSource& source, city::LonLat at, double metresPerPixel,
               std::function<void(const QStringList&)> answered);
    /// By the id of a source.
    TileState state(const QString& id) const;
    /// Whether anything is on its way.
    bool isBusy() const;

    /// The usual folder for `cacheFolder`.
    static QString usualFolder();

Q_SIGNALS:
    /// `ready`, `complete` or `state` has something new to say.
    void arrived();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace feeds
