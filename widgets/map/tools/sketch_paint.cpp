// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/tools/sketch_tool.h"

#include <QPainter>
#include <QPainterPath>

namespace widgets {

namespace {

QPolygonF onScreen(const std::vector<city::LonLat>& positions, const map::View& view)
{
    QPolygonF polygon;
    for (const city::LonLat at : positions)
        polygon.push_back(view.toScreen(at));
    return polygon;
}

} // namespace

void paintSketch(QPainter& painter, const Sketch& sketch, const map::View& view, const QColor& colour, const Theme& theme)
{
    const city::Geometry geometry = sketch.geometry();
    QPainterPath path;
    for (const city::Polygon& polygon : geometry.polygons)
        for (const city::Ring& ring : polygon.rings)
            path.addPolygon(onScreen(ring, view));
    QColor faint = colour;
    faint.setAlpha(40);
    painter.fillPath(path, faint);
    for (const auto& line : geometry.lines)
        path.addPolygon(onScreen(line, view));
    painter.strokePath(path, QPen(theme.mapLabelHalo, 4.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.strokePath(path, QPen(colour, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (sketch.shape == SketchShape::Freehand) return;
    painter.setPen(QPen(theme.mapLabelHalo, 1.5));
    painter.setBrush(colour);
    for (const city::LonLat corner : sketch.corners)
        painter.drawEllipse(view.toScreen(corner), 4, 4);
}

void SketchTool::paint(QPainter& painter, const map::View& view, const Theme& theme)
{
    paintSketch(painter, m_sketch, view, m_colour.isValid() ? m_colour : theme.accent, theme);
}

} // namespace widgets
