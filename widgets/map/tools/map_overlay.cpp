// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/tools/map_overlay.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>

namespace widgets {

MapOverlay::MapOverlay(MapCanvas& canvas) : m_canvas(canvas)
{
    canvas.setOverlay([this](QPainter& painter) { paint(painter); });
}

MapOverlay::~MapOverlay()
{
    m_canvas.setOverlay({});
}

void MapOverlay::setTheme(const Theme& theme)
{
    m_theme = theme;
    refresh();
}

void MapOverlay::add(OverlayPart* part)
{
    m_parts.push_back(part);
    refresh();
}

void MapOverlay::remove(OverlayPart* part)
{
    std::erase(m_parts, part);
    refresh();
}

bool MapOverlay::isEmpty() const
{
    return std::all_of(m_parts.begin(), m_parts.end(),
                       [](const OverlayPart* part) { return part->isEmpty(); });
}

void MapOverlay::refresh()
{
    m_canvas.update();
}

void MapOverlay::paint(QPainter& painter)
{
    for (OverlayPart* part : m_parts) {
        if (part->isEmpty()) continue;
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        part->paint(painter, m_canvas.view(), m_theme);
        painter.restore();
    }
}

void paintHaloed(QPainter& painter, QPointF at, const QString& text, const Theme& theme)
{
    const QFontMetricsF metrics(painter.font());
    const QPointF start(at.x() - metrics.horizontalAdvance(text) / 2, at.y());
    QPainterPath path;
    path.addText(start, painter.font(), text);
    painter.strokePath(path, QPen(theme.mapLabelHalo, 3.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setPen(theme.mapLabel);
    painter.drawText(start, text);
}

} // namespace widgets
