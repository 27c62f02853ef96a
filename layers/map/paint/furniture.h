// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/paint/labels.h"
#include "layers/map/paint/painter.h"

namespace map {

/// A length of the scale bar: a round number of true metres on the ground.
struct ScaleLength {
    double metres = 0;
    double pixels = 0;
    QString text; ///< "500 m", "2 km"
};
ScaleLength scaleLength(const View& view, double mostPixels);

/// Draws scale bar, legend and attribution and claims their room, so that no label runs under them.
void paintFurniture(QPainter& painter, const Scene& scene, const View& view, const Furniture& furniture,
                    Occupancy& occupied);

/// Writes the stamp all over the picture, faintly, and once solidly in a corner: no part that is cut out is
/// without it, and nobody can miss it.
void paintStamp(QPainter& painter, const Scene& scene, QSize size);

} // namespace map
