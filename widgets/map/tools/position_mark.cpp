// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/tools/position_mark.h"

#include "layers/geo/geodesic.h"

#include <QPainter>
#include <QPainterPath>

namespace widgets {

void PositionMark::paint(QPainter& painter, const map::View& view, const Theme& theme)
{
    const QPointF at = view.toScreen(m_mark->at);
    const QColor colour = m_mark->old ? theme.muted : theme.accent;
    if (m_mark->accuracyMetres > 0) {
        QPolygonF rim;
        for (const city::LonLat p : geo::geodesicCircle(m_mark->at, m_mark->accuracyMetres, 72))
            rim.push_back(view.toScreen(p));
        QColor faint = colour;
        faint.setAlpha(m_mark->old ? 20 : 45);
        painter.setBrush(faint);
        painter.setPen(QPen(colour, 1, m_mark->old ? Qt::DashLine : Qt::SolidLine));
        painter.drawPolygon(rim);
    }
    if (m_mark->heading && !m_mark->old) {
        painter.save();
        painter.translate(at);
        painter.rotate(*m_mark->heading);
        QPainterPath wedge;
        wedge.addPolygon(QPolygonF{{0, -20}, {7, -8}, {-7, -8}, {0, -20}});
        painter.strokePath(wedge, QPen(theme.mapLabelHalo, 3));
        painter.fillPath(wedge, colour);
        painter.restore();
    }
    painter.setPen(QPen(theme.mapLabelHalo, 5));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(at, 7, 7);
    painter.setPen(QPen(colour, 2.5));
    painter.setBrush(m_mark->old ? QBrush(theme.mapLabelHalo) : QBrush(colour));
    painter.drawEllipse(at, 6, 6);
}

} // namespace widgets
