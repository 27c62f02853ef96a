// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/tools/map_overlay.h"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>

namespace widgets {

MapOverlay::MapOverlay(MapCanvas& canvas) : QWidget(&canvas), m_canvas(canvas)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
    resize(canvas.size());
    lower();
    hide();
    canvas.installEventFilter(this);
    connect(&canvas, &MapCanvas::viewChanged, this, [this] { update(); });
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

void MapOverlay::refresh()
{
    setVisible(std::any_of(m_parts.begin(), m_parts.end(), [](const OverlayPart* part) { return !part->isEmpty(); }));
    update();
}

void MapOverlay::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    map::View view = m_canvas.view();
    for (OverlayPart* part : m_parts) {
        if (part->isEmpty()) continue;
        painter.save();
        part->paint(painter, view, m_theme);
        painter.restore();
    }
}

bool MapOverlay::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_canvas && event->type() == QEvent::Resize) resize(m_canvas.size());
    return QWidget::eventFilter(watched, event);
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
