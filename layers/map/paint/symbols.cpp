// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/paint/symbols.h"

#include "layers/map/paint/text.h"

#include <QPainter>
#include <QPainterPath>
#include <cmath>

namespace map {

namespace {

constexpr double inner = 0.64; // of the radius of a pie: where its ring begins

QColor groundColour(const Ink& ink)
{
    return ink.ground.isValid() ? ink.ground : QColor(Qt::white);
}

// Along the staff from its end: pennants, then barbs. The staff points up, its foot is the origin.
void drawBarbs(QPainter& painter, const WindBarb& barb)
{
    const BarbParts parts = barbParts(barb.knots);
    const double staff = static_cast<double>(barb.staff), step = staff / 7, side = barb.southern ? -1 : 1;
    const double out = staff * 0.4 * side, up = staff * 0.14;
    double y = -staff;
    painter.drawLine(QPointF(0, 0), QPointF(0, y));
    for (int i = 0; i < parts.pennants; ++i, y += step * 1.4)
        painter.drawPolygon(
            QPolygonF{QPointF(0, y), QPointF(out, y - up + step * 0.5), QPointF(0, y + step * 1.1)});
    for (int i = 0; i < parts.full; ++i, y += step)
        painter.drawLine(QPointF(0, y), QPointF(out, y - up));
    if (parts.half == 0) return;
    if (parts.pennants + parts.full == 0)
        y += step; // a single half barb stands off the end, to be told from a full one
    painter.drawLine(QPointF(0, y), QPointF(out / 2, y - up / 2));
}

} // namespace

BarbParts barbParts(float knots)
{
    if (!(knots >= 2.5F)) return {};
    const int fives = static_cast<int>(std::lround(std::min(knots, 500.0F) / 5));
    return {fives / 10, fives % 10 / 2, fives % 2};
}

void paintBarbs(const Ground& ground, const std::vector<WindBarb>& barbs)
{
    QPainter& painter = ground.painter;
    for (const WindBarb& barb : barbs) {
        const QPointF at = ground.view.toScreen(barb.at);
        if (!ground.frame(static_cast<double>(barb.staff) * 1.3).contains(at)) continue;
        const QColor colour = QColor::fromRgba(seen(barb.colour, barb.state, ground.ink));
        const bool calm = !(barb.knots >= 2.5F);
        painter.save();
        painter.translate(at);
        painter.rotate(static_cast<double>(barb.fromDegrees));
        for (const QPen& pen : {QPen(groundColour(ground.ink), 4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin),
                                QPen(colour, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin)}) {
            painter.setPen(pen);
            painter.setBrush(calm ? Qt::transparent : pen.color());
            if (calm) painter.drawEllipse(QPointF(), 5.5, 5.5);
            if (!calm) drawBarbs(painter, barb);
            painter.setBrush(pen.color());
            painter.drawEllipse(QPointF(), 1.6, 1.6);
        }
        painter.restore();
    }
}

void paintPies(const Ground& ground, const std::vector<Pie>& pies)
{
    QPainter& painter = ground.painter;
    for (const Pie& pie : pies) {
        const QPointF at = ground.view.toScreen(pie.at);
        const double r = static_cast<double>(pie.radius);
        if (!ground.frame(r + 3).contains(at)) continue;
        const QRectF box(at.x() - r, at.y() - r, 2 * r, 2 * r);
        painter.setPen(QPen(groundColour(ground.ink), 2));
        painter.setBrush(groundColour(ground.ink));
        painter.drawEllipse(box);
        double from = 0;
        for (const Pie::Share& share : pie.shares) {
            const double part = static_cast<double>(share.part);
            painter.setPen(part < 1 ? QPen(groundColour(ground.ink), 1) : QPen(Qt::NoPen));
            painter.setBrush(QColor::fromRgba(share.colour));
            if (part >= 1)
                painter.drawEllipse(box);
            else // Qt counts from three o'clock, the other way round, in sixteenths of a degree.
                painter.drawPie(box, static_cast<int>(std::lround((90 - from * 360) * 16)),
                                -static_cast<int>(std::lround(part * 360 * 16)));
            from += part;
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(groundColour(ground.ink));
        painter.drawEllipse(at, r * inner, r * inner);
        if (pie.text.isEmpty()) continue;
        const TextRun run(pie.text, mapFont(ground.ink, 11, QFont::DemiBold));
        run.draw(painter, at - QPointF(run.size().width(), run.size().height()) / 2,
                 ground.ink.label.isValid() ? ground.ink.label : QColor(Qt::black));
    }
}

void paintMover(QPainter& painter, const Mover& mover, QPointF screen, float heading, const Ink& ink)
{
    const double r = static_cast<double>(mover.radius);
    QColor fill = QColor::fromRgba(seen(mover.fill, mover.state, ink));
    if (mover.state != DataState::Current) fill.setAlphaF(fill.alphaF() * 0.55F);
    QPainterPath path;
    if (heading < 0) {
        path.addEllipse(QPointF(), r, r);
    } else {
        path.addPolygon(QPolygonF{{0, -r * 1.55}, {r, r * 0.95}, {0, r * 0.45}, {-r, r * 0.95}});
        path.closeSubpath();
    }
    painter.save();
    painter.translate(screen);
    if (heading >= 0) painter.rotate(static_cast<double>(heading));
    QColor rim = groundColour(ink);
    rim.setAlphaF(fill.alphaF());
    painter.strokePath(path, QPen(rim, 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.fillPath(path, fill);
    painter.restore();
}

void paintMovers(const Ground& ground, const std::vector<Mover>& movers)
{
    for (const Mover& mover : movers) {
        const QPointF at = ground.view.toScreen(mover.at);
        if (ground.frame(static_cast<double>(mover.radius) * 2 + 3).contains(at))
            paintMover(ground.painter, mover, at, mover.heading, ground.ink);
    }
}

} // namespace map
