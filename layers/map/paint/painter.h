// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/scene/scene.h"
#include "layers/map/scene/view.h"

#include <QImage>
#include <atomic>

class QPainter;

namespace map {

/// Furniture drawn over the map, for pictures that leave the window; the window has widgets of its own for
/// these.
struct Furniture {
    bool scaleBar = false;
    bool legend = false;
    bool attribution = false;
};

/// Paints `scene` as seen by `view`. Any thread. The same for screen, PNG and PDF. Gives up early, leaving
/// the rest unpainted, once `*cancelled` is true.
void paint(QPainter& painter, const Scene& scene, const View& view, const Furniture& furniture = {},
           const std::atomic<bool>* cancelled = nullptr);

/// The picture of a view at a device pixel ratio; below one it is coarser than the screen.
QImage render(const Scene& scene, const View& view, double devicePixelRatio, const Furniture& furniture = {},
              const std::atomic<bool>* cancelled = nullptr);

/// What lies under a screen position, topmost first: marks, pies and the like within reach, then lines, then
/// areas.
struct Hit {
    QString layer;
    Ref ref;
    /// Of a bulk layer: where describeFeature() reads title and lines from; null: `ref` says all there is.
    std::shared_ptr<const BulkSource> source;
};
std::vector<Hit> hitTest(const Scene& scene, const View& view, QPointF screen, double reachPixels = 6);

} // namespace map
