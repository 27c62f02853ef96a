// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/tools/measure_tool.h"

#include "widgets/theme/dress.h"

#include <QApplication>
#include <QClipboard>
#include <QPainter>
#include <cmath>

namespace app {

using widgets::SketchShape;

MeasureTool::MeasureTool(ToolDesk& desk) : MapTool(desk), m_sketch(desk.overlay)
{
    m_sketch.setKeeps(true);
    m_desk.overlay.add(this);
    m_desk.actions.on(QStringLiteral("measure-length"), [this] { start(SketchShape::Line); });
    m_desk.actions.on(QStringLiteral("measure-area"), [this] { start(SketchShape::Polygon); });
    m_desk.actions.on(QStringLiteral("measure-radius"), [this] { start(SketchShape::Circle); });
    connect(&m_sketch, &widgets::SketchTool::stopped, this, [this] { Q_EMIT stopped(); });
    connect(&m_sketch, &widgets::SketchTool::changed, this, [this](const widgets::Sketch& sketch) {
        m_measured = widgets::Measurement::of(sketch);
        if (!m_sketch.isOn()) return;
        if (sketch.all().size() < 2)
            m_desk.card.setReading({});
        else
            m_desk.card.setReading(widgets::MeasurementText::headline(m_measured), widgets::MeasurementText::details(m_measured));
    });
}

void MeasureTool::start(SketchShape shape)
{
    Q_EMIT started();
    m_desk.card.setCanCopy(true);
    m_desk.card.setOptions(nullptr);
    const QString hint = shape == SketchShape::Circle ? tr("Drag from the middle outwards, or click the middle and the rim. On the ellipsoid WGS 84. Esc ends.")
                                                      : tr("Click the corners; Backspace takes one back, a double click ends. On the ellipsoid WGS 84. Esc ends.");
    m_desk.card.setTool(shape == SketchShape::Line ? tr("Measure a length") : shape == SketchShape::Polygon ? tr("Measure an area") : tr("Measure a radius"), hint);
    m_sketch.start(shape);
}

void MeasureTool::copy()
{
    QApplication::clipboard()->setText(widgets::MeasurementText::table(m_measured));
}

void MeasureTool::paint(QPainter& painter, const map::View& view, const widgets::Theme& theme)
{
    constexpr double leastPixels = 60; // shorter pieces have no room for their length
    const city::Geometry geometry = m_sketch.sketch().geometry();
    const auto& line = geometry.polygons.empty() ? geometry.lines.empty() ? std::vector<city::LonLat>() : geometry.lines.front() : geometry.polygons.front().rings.front();
    if (m_sketch.sketch().shape == SketchShape::Circle) return;
    painter.setFont(widgets::fontOf(theme, theme.tiny, widgets::Weight::Bold));
    for (std::size_t i = 0; i + 1 < line.size() && i < m_measured.pieces.size(); ++i) {
        const QPointF a = view.toScreen(line[i]), b = view.toScreen(line[i + 1]);
        if (std::hypot(b.x() - a.x(), b.y() - a.y()) >= leastPixels) widgets::paintHaloed(painter, (a + b) / 2 + QPointF(0, -6), widgets::lengthText(m_measured.pieces[i]), theme);
    }
}

} // namespace app
