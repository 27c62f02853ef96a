// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/scene/scene.h"
#include "layers/map/scene/view.h"

class QPainter;

namespace map {

/// Draws the legend of all shown layers, uppermost first, in the top left corner. Answers the room it took;
/// empty when there is nothing to explain.
QRectF paintLegend(QPainter& painter, const Scene& scene, const View& view);

} // namespace map
