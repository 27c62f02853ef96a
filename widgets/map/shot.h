// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/paint/painter.h"
#include "widgets/map/basemap.h"

#include <atomic>
#include <map>
#include <memory>

namespace widgets {

/// What a picture of the map is made from; a value that crosses to the thread pool.
struct ShotOrder {
    std::shared_ptr<const map::Scene> scene;
    map::View view; ///< Wider than what is seen, so that small moves need no new picture.
    double devicePixelRatio = 1;
    bool wide = false; ///< Reaches far beyond what is seen, coarsely: for the edges a fast drag uncovers.
    quint64 tiles = 0; ///< Counts arrivals of tiles.
    std::vector<map::Picture> basemap;
    /// Of the layers of `scene` that depend on the view.
    std::map<const map::ViewSource*, std::vector<map::Picture>> grounds;
    Duotone duotone;
};

/// A finished picture and what it shows.
struct Shot {
    ShotOrder order;
    QImage image; ///< Null: none yet.
};

/// `view` with a margin on every side; the larger the view, the smaller the margin, to bound the memory.
map::View withMargin(const map::View& view, double devicePixelRatio);

/// `order` of the surroundings: three times as far each way, with a sixteenth of the pixels.
ShotOrder widened(ShotOrder order, const map::View& view);
/// Whether the surroundings in `wide` still reach a good way beyond every edge of `view`.
bool surrounds(const ShotOrder& wide, const map::View& view);

/// Paints the basemap, muted, and the scene over it. Any thread; gives up when cancelled.
Shot take(const ShotOrder& order, const std::atomic<bool>& cancelled);

/// Where `shot` lies in `view`, in screen pixels; whole device pixels when the scales agree, so that it stays
/// sharp.
QRectF placeOf(const Shot& shot, const map::View& view);
/// Whether `shot` covers all of `view` at its very scale.
bool serves(const ShotOrder& order, const map::View& view);

} // namespace widgets
