// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/paint/ground.h"

namespace map {

void paintBarbs(const Ground& ground, const std::vector<WindBarb>& barbs);
void paintPies(const Ground& ground, const std::vector<Pie>& pies);
void paintMovers(const Ground& ground, const std::vector<Mover>& movers);

/// One moving thing at a place of the screen and with a heading that need not be its own.
void paintMover(QPainter& painter, const Mover& mover, QPointF screen, float heading, const Ink& ink);

/// How many of each a barb shows, by the WMO's rounding to the nearest 5 knots.
struct BarbParts {
    int pennants = 0, full = 0, half = 0;
};
BarbParts barbParts(float knots);

} // namespace map
