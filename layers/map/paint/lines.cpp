// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/paint/arrows.h"
#include "layers/map/paint/clip.h"
#include "layers/map/paint/ground.h"

#include <QPainter>
#include <cmath>

namespace map {

namespace {

constexpr double widest = 40; // pixels a stroke, its offset and its arrows may reach beyond its line

bool sameLook(const Line& a, const Line& b)
{
    return a.colour == b.colour && a.casing == b.casing && a.width == b.width && a.stroke == b.stroke &&
           a.arrows == b.arrows && a.state == b.state;
}

// Lengths of strokes and gaps, in pixels, of a line of some width.
QList<qreal> dashesOf(Stroke stroke, double width)
{
    const double dot = std::max(1.5, width);
    switch (stroke) {
    case Stroke::Dashed:
        return {6, 4.2};
    case Stroke::Dotted:
        return {dot, dot * 1.5};
    case Stroke::DashDot:
        return {7, 3.5, dot, 3.5};
    case Stroke::Solid:
        break;
    }
    return {};
}

QPen linePen(const Ground& ground, const Line& line)
{
    QPen pen = strokePen(seen(line.colour, line.state, ground.ink), line.width, ground.devicePixelRatio);
    // No data and stale are dashed finely: a thin line has no room for a hatch.
    QList<qreal> dashes =
        line.state == DataState::Current ? dashesOf(line.stroke, pen.widthF()) : QList<qreal>{3, 3};
    if (!dashes.isEmpty() || line.arrows == Arrows::AtEnd) pen.setCapStyle(Qt::FlatCap);
    if (dashes.isEmpty()) return pen;
    for (qreal& length : dashes)
        length /= pen.widthF(); // a pen counts in its own widths
    pen.setDashPattern(dashes);
    return pen;
}

// Beside the line, on the right of the way it runs (screen y points down). Corners are mitred up to twice the
// offset.
QPolygonF besides(const QPolygonF& line, double offset)
{
    const auto right = [&line](qsizetype i) {
        const QPointF d = line[i + 1] - line[i];
        const double length = std::hypot(d.x(), d.y());
        return length > 0 ? QPointF(-d.y(), d.x()) / length : QPointF();
    };
    QPolygonF out;
    out.reserve(line.size());
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QPointF before = right(std::max<qsizetype>(0, i - 1));
        const QPointF after = right(std::min(i, line.size() - 2));
        const QPointF middle = before + after;
        const double square = QPointF::dotProduct(middle, middle);
        const double stretch = square > 1 ? 2 / square : 1; // a mitre, while the corner is not too sharp
        out.append(line[i] + middle * (offset * stretch * (square > 1 ? 1 : 0.5)));
    }
    return out;
}

// Without its last few pixels, where a head takes their place.
QPolygonF shortened(QPolygonF line, double by)
{
    while (line.size() >= 2) {
        const QPointF last = line.back(), d = last - line[line.size() - 2];
        const double length = std::hypot(d.x(), d.y());
        if (length > by) {
            line.back() = last - d * (by / length);
            return line;
        }
        by -= length;
        line.removeLast();
    }
    return {};
}

// Draws those lines that `wanted` names, setting a pen only where the look changes.
template<typename Wanted, typename Pen>
void drawLines(const Ground& ground, const std::vector<Line>& lines, Wanted wanted, Pen pen)
{
    // Cut by the whole picture and not by the strip: dashes must go on from one strip into the next.
    const QRectF frame =
        QRectF(QPointF(), QSizeF(ground.view.size)).adjusted(-widest, -widest, widest, widest);
    const QRectF strip = ground.frame(widest);
    const bool whole = strip.contains(frame);
    const Line* last = nullptr;
    ScreenLine screen;
    int sinceLook = 0;
    for (const Line& line : lines) {
        if (++sinceLook % 256 == 0 && ground.isCancelled()) return;
        if (!wanted(line)) continue;
        screenLine(line.points, ground.view, frame, screen);
        for (const QPolygonF& piece : screen.pieces) {
            if (!whole && !meets(piece.boundingRect(), strip)) continue;
            if (!last || !sameLook(*last, line)) ground.painter.setPen(pen(line));
            last = &line;
            QPolygonF drawn = line.offset == 0 ? piece : besides(piece, static_cast<double>(line.offset));
            if (line.arrows == Arrows::AtEnd && piece.back() == ground.view.toScreen(line.points.back()))
                drawn = shortened(std::move(drawn), headLength(line) * 0.6);
            ground.painter.drawPolyline(drawn);
        }
    }
}

} // namespace

void paintLines(const Ground& ground, const std::vector<Line>& lines)
{
    // Casings of all first, so that crossing streets join instead of cutting each other.
    ground.painter.setBrush(Qt::NoBrush);
    drawLines(
        ground, lines, [](const Line& line) { return qAlpha(line.casing) > 0; },
        [&ground](const Line& line) {
            return strokePen(line.casing, line.width + 2, ground.devicePixelRatio);
        });
    drawLines(
        ground, lines, [](const Line& line) { return qAlpha(line.colour) > 0; },
        [&ground](const Line& line) { return linePen(ground, line); });
    for (const Line& line : lines)
        if (line.arrows != Arrows::None) paintArrows(ground, line);
}

} // namespace map
