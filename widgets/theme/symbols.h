// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <QPainterPath>

class QPainter;

namespace widgets {

/// The outline of a level's shape, filling `box`.
QPainterPath shapePath(map::Shape shape, const QRectF& box);
/// A level's symbol: filled, with a thin edge so that pale colours stand off a pale ground.
void paintShape(QPainter& painter, const QRectF& box, map::Shape shape, const QColor& fill,
                const QColor& edge);
/// The symbol of a freshness: dot, ring, hatched square, cross, arrow, dashed ring.
void paintFreshness(QPainter& painter, const QRectF& box, city::Freshness state, const Theme& theme);
/// The hatching that means "no data" or "stale".
void paintHatch(QPainter& painter, const QRectF& box, const QColor& line, bool crosswise = false);
/// One row's symbol of a map legend.
void paintLegendSymbol(QPainter& painter, const QRectF& box, const map::LegendEntry& entry,
                       const Theme& theme);

} // namespace widgets
