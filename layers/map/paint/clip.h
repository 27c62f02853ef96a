// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/scene/view.h"

#include <QPolygonF>
#include <vector>

/// From map metres to what is worth painting: screen points no nearer to each other than can be seen, cut to
/// a frame a little larger than the picture, so that no zoom makes coordinates too large for the painter.
namespace map {

/// Whether two boxes touch; flat ones count: a straight street is no less there for it.
inline bool meets(const QRectF& a, const QRectF& b)
{
    return a.left() <= b.right() && b.left() <= a.right() && a.top() <= b.bottom() && b.top() <= a.bottom();
}

/// The part of a-b inside the frame; false when there is none.
bool cutSegment(QPointF& a, QPointF& b, const QRectF& frame);

/// A ring as a screen polygon inside `frame`; empty when nothing of it is there. Reuses the memory of `out`.
void screenRing(const std::vector<QPointF>& ring, const View& view, const QRectF& frame, QPolygonF& out);

/// A line as the pieces of it that cross the frame, with memory that is used again for the next line.
struct ScreenLine {
    std::vector<QPolygonF> pieces;
    QPolygonF whole;
};
void screenLine(const std::vector<QPointF>& line, const View& view, const QRectF& frame, ScreenLine& out);

} // namespace map
