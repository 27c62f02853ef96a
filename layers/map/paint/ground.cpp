// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/paint/ground.h"

#include "layers/map/paint/clip.h"

#include <QPainter>
#include <cmath>

namespace map {

namespace {

constexpr double widest = 16; // pixels a stroke may reach beyond its line

bool meets(const QRectF& a, const QRectF& b)
{
    // QRectF::intersects calls flat boxes empty; a straight street is no less there for it.
    return a.left() <= b.right() && b.left() <= a.right() && a.top() <= b.bottom() && b.top() <= a.bottom();
}

// The rings of an area as one screen shape; simple areas stay polygons, which Qt paints faster than paths.
struct ScreenShape {
    QPolygonF polygon;
    QPainterPath path;
    bool single = true;

    bool take(const Rings& rings, const View& view, const QRectF& frame)
    {
        single = true;
        polygon.clear();
        path.clear();
        path.setFillRule(Qt::OddEvenFill);
        for (const auto& ring : rings) {
            QPolygonF one;
            screenRing(ring, view, frame, one);
            if (one.size() < 3) continue;
            if (polygon.isEmpty()) {
                polygon = std::move(one);
                continue;
            }
            if (single) path.addPolygon(polygon);
            single = false;
            path.addPolygon(one);
        }
        return !polygon.isEmpty();
    }

    void draw(QPainter& painter) const
    {
        if (single)
            painter.drawPolygon(polygon);
        else
            painter.drawPath(path);
    }
};

bool sameLook(const Line& a, const Line& b)
{
    return a.colour == b.colour && a.casing == b.casing && a.width == b.width && a.dashed == b.dashed &&
           a.state == b.state;
}

QPen linePen(const Ground& ground, const Line& line)
{
    QPen pen = strokePen(seen(line.colour, line.state, ground.ink), line.width, ground.devicePixelRatio);
    // No data and stale are dashed finely: a thin line has no room for a hatch.
    const bool broken = line.state != DataState::Current;
    if (line.dashed || broken) {
        pen.setCapStyle(Qt::FlatCap);
        const double dash = 6 / pen.widthF();
        pen.setDashPattern(broken ? QList<qreal>{dash / 2, dash / 2} : QList<qreal>{dash, dash * 0.7});
    }
    return pen;
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
            ground.painter.drawPolyline(piece);
        }
    }
}

QBrush fillOf(const Area& area, const Ink& ink)
{
    if (area.state == DataState::Current || area.state == DataState::Stale) {
        const QRgb fill = seen(area.fill, area.state, ink);
        return qAlpha(fill) == 0 ? QBrush(Qt::NoBrush) : QBrush(QColor::fromRgba(fill));
    }
    QColor grey = QColor::fromRgba(seen(area.fill, area.state, ink));
    grey.setAlpha(40);
    return grey;
}

} // namespace

QRectF Ground::mapFrame(double margin) const
{
    const QRectF pixels = frame(margin);
    const QPointF northWest = view.toMap(pixels.topLeft());
    const QPointF southEast = view.toMap(pixels.bottomRight());
    return {northWest.x(), southEast.y(), southEast.x() - northWest.x(), northWest.y() - southEast.y()};
}

void paintPictures(const Ground& ground, const std::vector<Picture>& pictures)
{
    const QRectF seenMap = ground.mapFrame(1);
    const auto snap = [&ground](double v) {
        return std::round(v * ground.devicePixelRatio) / ground.devicePixelRatio;
    };
    for (const Picture& picture : pictures) {
        if (ground.isCancelled()) return;
        if (!picture.image || !meets(picture.bounds, seenMap)) continue;
        // Edges on whole pixels: neighbouring tiles meet without a seam.
        const QPointF a = ground.view.toScreen(QPointF(picture.bounds.left(), picture.bounds.bottom()));
        const QPointF b = ground.view.toScreen(QPointF(picture.bounds.right(), picture.bounds.top()));
        const QRectF target(QPointF(snap(a.x()), snap(a.y())), QPointF(snap(b.x()), snap(b.y())));
        const QSizeF wanted = target.size() * ground.devicePixelRatio;
        const bool same = wanted.toSize() == picture.image->size();
        ground.painter.setRenderHint(QPainter::SmoothPixmapTransform, !same);
        ground.painter.drawImage(target, *picture.image);
    }
}

void paintAreas(const Ground& ground, const std::vector<Area>& areas)
{
    const QRectF seenMap = ground.mapFrame(widest);
    const QRectF frame = ground.frame(widest);
    const QRgb hatchColour = seen(0, DataState::None, ground.ink);
    const QBrush noDataHatch = hatch(hatchColour, ground.devicePixelRatio);
    const QRgb groundColour = ground.ink.ground.isValid() ? ground.ink.ground.rgb() : qRgb(255, 255, 255);
    const QBrush staleHatch = hatch(qRgba(qRed(groundColour), qGreen(groundColour), qBlue(groundColour), 150),
                                    ground.devicePixelRatio);
    ScreenShape shape;
    for (const Area& area : areas) {
        if (ground.isCancelled()) return;
        if (!meets(area.shape->bounds, seenMap)) continue;
        if (!shape.take(area.shape->forScale(ground.view.metresPerPixel), ground.view, frame)) continue;
        ground.painter.setBrush(fillOf(area, ground.ink));
        if (area.state != DataState::Current) {
            ground.painter.setPen(Qt::NoPen);
            shape.draw(ground.painter);
            ground.painter.setBrush(area.state == DataState::Stale ? staleHatch : noDataHatch);
        }
        if (qAlpha(area.outline) > 0)
            ground.painter.setPen(strokePen(area.outline, area.outlineWidth, ground.devicePixelRatio));
        else
            ground.painter.setPen(Qt::NoPen);
        shape.draw(ground.painter);
    }
}

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
}

void paintMarks(const Ground& ground, const std::vector<Mark>& marks, Sprites& sprites)
{
    const double ratio = ground.devicePixelRatio;
    int sinceLook = 0;
    for (const Mark& mark : marks) {
        if (++sinceLook % 1024 == 0 && ground.isCancelled()) return;
        const QPointF at = ground.view.toScreen(mark.at);
        if (!ground.frame(mark.radius * 1.3 + 3).contains(at)) continue;
        const QImage& image = sprites.of(mark);
        const int half = image.width() / 2;
        // Whole device pixels: a copy, not a resampling.
        const QPointF corner(std::floor(at.x() * ratio) - half, std::floor(at.y() * ratio) - half);
        ground.painter.drawImage(corner / ratio, image);
    }
}

} // namespace map
