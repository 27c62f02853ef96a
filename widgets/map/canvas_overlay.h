// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/paint/painter.h"
#include "widgets/theme/theme.h"

class QPainter;

/// What is painted over the map and does not move with it.
namespace widgets {

/// A bar of a round number of true metres in the lower left corner.
void paintScaleBar(QPainter& painter, const map::View& view, const Theme& theme);
/// Lines of plain text in the lower right corner, the first at the edge and the others above it.
void paintFootnotes(QPainter& painter, QSize size, const QStringList& notes, const Theme& theme);
/// What lies under the pointer, in a box beside it that stays inside `size`. Plain text; at most a dozen
/// lines.
void paintReadOut(QPainter& painter, QSize size, QPointF pointer, const std::vector<map::Hit>& hits,
                  const Theme& theme);

} // namespace widgets
