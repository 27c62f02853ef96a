// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/paint/ground.h"

#include "layers/map/paint/clip.h"

#include <QPainter>
#include <cmath>

namespace map {

namespace {

constexpr double widest = 16; // pixels a stroke may reach beyond its line

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
    const QBrush withheldHatch = hatch(hatchColour, ground.devicePixelRatio, Hatch::Crosswise);
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
            ground.painter.setBrush(area.state == DataState::Stale ? staleHatch : area.state == DataState::Withheld ? withheldHatch : noDataHatch);
        }
        if (qAlpha(area.outline) > 0)
            ground.painter.setPen(strokePen(area.outline, area.outlineWidth, ground.devicePixelRatio));
        else
            ground.painter.setPen(Qt::NoPen);
        shape.draw(ground.painter);
    }
}

void paintMarks(const Ground& ground, const LayerScene& layer, Sprites& sprites)
{
    const double ratio = ground.devicePixelRatio;
    const bool copied = showsSprites(ground.painter, ratio);
    constexpr double fine = 6; // of an icon's picture on paper
    int sinceLook = 0;
    for (const Mark& mark : layer.marks) {
        if (++sinceLook % 1024 == 0 && ground.isCancelled()) return;
        const QPointF at = ground.view.toScreen(mark.at);
        if (!ground.frame(Sprites::reach(mark)).contains(at)) continue;
        const bool pictured = mark.icon >= 0 && static_cast<std::size_t>(mark.icon) < layer.icons.size();
        const Icon* icon = pictured ? &layer.icons[static_cast<std::size_t>(mark.icon)] : nullptr;
        if (!copied) {
            ground.painter.save();
            ground.painter.translate(at);
            paintMark(ground.painter, mark, icon, ground.ink, fine);
            ground.painter.restore();
            continue;
        }
        const QImage& image = sprites.of(mark, icon);
        const int half = image.width() / 2;
        // Whole device pixels: a copy, not a resampling.
        const QPointF corner(std::floor(at.x() * ratio) - half, std::floor(at.y() * ratio) - half);
        ground.painter.drawImage(corner / ratio, image);
    }
}

} // namespace map
