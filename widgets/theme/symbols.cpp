// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/symbols.h"

#include <QPainter>
#include <algorithm>

namespace widgets {

namespace {

// Restores the painter at the end of a symbol.
struct Kept {
    explicit Kept(QPainter& p) : painter(p)
    {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
    }
    ~Kept() { painter.restore(); }
    QPainter& painter;
};

QPainterPath cross(const QRectF& box)
{
    QPainterPath path;
    path.moveTo(box.topLeft());
    path.lineTo(box.bottomRight());
    path.moveTo(box.topRight());
    path.lineTo(box.bottomLeft());
    return path;
}

} // namespace

QPainterPath shapePath(map::Shape shape, const QRectF& box)
{
    QPainterPath path;
    const QPointF c = box.center();
    switch (shape) {
    case map::Shape::Circle:
    case map::Shape::Ring:
        path.addEllipse(box);
        break;
    case map::Shape::Square:
        path.addRect(box.marginsRemoved({0.75, 0.75, 0.75, 0.75}));
        break;
    case map::Shape::Triangle:
        path.addPolygon(QPolygonF({QPointF(c.x(), box.top()), box.bottomRight(), box.bottomLeft()}));
        path.closeSubpath();
        break;
    case map::Shape::Diamond:
        path.addPolygon(QPolygonF({QPointF(c.x(), box.top()), QPointF(box.right(), c.y()),
                                   QPointF(c.x(), box.bottom()), QPointF(box.left(), c.y())}));
        path.closeSubpath();
        break;
    case map::Shape::Cross:
        path = cross(box);
        break;
    }
    return path;
}

void paintShape(QPainter& painter, const QRectF& box, map::Shape shape, const QColor& fill,
                const QColor& edge)
{
    const Kept kept(painter);
    const bool stroked = shape == map::Shape::Cross || shape == map::Shape::Ring;
    painter.setBrush(stroked ? QBrush(Qt::NoBrush) : QBrush(fill));
    painter.setPen(stroked ? QPen(fill, 2) : QPen(edge, 1));
    const double inset = stroked ? 1.0 : 0.5;
    painter.drawPath(shapePath(shape, box.marginsRemoved({inset, inset, inset, inset})));
}

void paintHatch(QPainter& painter, const QRectF& box, const QColor& line, bool crosswise)
{
    const Kept kept(painter);
    painter.setClipRect(box, Qt::IntersectClip);
    painter.setPen(QPen(line, 1));
    const double step = box.height() < 12 && box.width() < 12 ? 2.5 : 4;
    for (double x = box.left() - box.height(); x < box.right(); x += step) {
        // Cut by hand: Qt's SVG knows no clipping.
        const double before = std::max(0.0, box.left() - x), beyond = std::max(0.0, x + box.height() - box.right());
        painter.drawLine(QPointF(x + before, box.bottom() - before), QPointF(x + box.height() - beyond, box.top() + beyond));
        if (crosswise) painter.drawLine(QPointF(x + before, box.top() + before), QPointF(x + box.height() - beyond, box.bottom() - beyond));
    }
}

void paintFreshness(QPainter& painter, const QRectF& box, city::Freshness state, const Theme& theme)
{
    const Kept kept(painter);
    const QColor colour = theme.of(state);
    const QRectF inner = box.marginsRemoved({1, 1, 1, 1});
    painter.setPen(QPen(colour, 1.5));
    painter.setBrush(Qt::NoBrush);
    switch (state) {
    case city::Freshness::Fresh:
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawEllipse(inner.marginsRemoved({1, 1, 1, 1}));
        break;
    case city::Freshness::Late: // A clock's face.
        painter.drawEllipse(inner);
        painter.drawPolyline(QPolygonF({QPointF(inner.center().x(), inner.top() + 2), inner.center(),
                                        QPointF(inner.right() - 2, inner.center().y())}));
        break;
    case city::Freshness::Stale:
        paintHatch(painter, inner, colour);
        painter.drawRect(inner);
        break;
    case city::Freshness::Dead:
        painter.drawPath(cross(inner.marginsRemoved({0.5, 0.5, 0.5, 0.5})));
        break;
    case city::Freshness::Future: {
        const double y = inner.center().y();
        painter.drawLine(QPointF(inner.left(), y), QPointF(inner.right(), y));
        painter.drawPolyline(QPolygonF({QPointF(inner.center().x(), inner.top()), QPointF(inner.right(), y),
                                        QPointF(inner.center().x(), inner.bottom())}));
        break;
    }
    case city::Freshness::Missing:
        painter.setPen(QPen(colour, 1.25, Qt::DotLine));
        painter.drawEllipse(inner);
        break;
    }
}

void paintLegendSymbol(QPainter& painter, const QRectF& box, const map::LegendEntry& entry,
                       const Theme& theme)
{
    const Kept kept(painter);
    const QColor colour = QColor::fromRgba(entry.colour);
    const QColor edge = mixed(theme.surface, theme.text, 0.45);
    switch (entry.symbol) {
    case map::LegendEntry::Symbol::Mark: {
        const double off =
            entry.size > 0 ? std::max(0.0, box.width() / 2 - static_cast<double>(entry.size)) : 0;
        paintShape(painter, box.adjusted(off, off, -off, -off), entry.shape, colour, edge);
        break;
    }
    case map::LegendEntry::Symbol::Line:
        painter.setPen(QPen(colour,
                            entry.size > 0 ? std::min(static_cast<double>(entry.size), box.height()) : 3,
                            Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()));
        break;
    case map::LegendEntry::Symbol::Area:
        painter.setPen(QPen(edge, 1));
        painter.setBrush(colour);
        painter.drawRect(box.marginsRemoved({0.5, 0.5, 0.5, 0.5}));
        break;
    case map::LegendEntry::Symbol::Hatch:
    case map::LegendEntry::Symbol::CrossHatch:
        paintHatch(painter, box, theme.noData, entry.symbol == map::LegendEntry::Symbol::CrossHatch);
        painter.setPen(QPen(theme.noData, 1));
        painter.drawRect(box.marginsRemoved({0.5, 0.5, 0.5, 0.5}));
        break;
    }
}

} // namespace widgets
