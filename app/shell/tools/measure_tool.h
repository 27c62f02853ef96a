// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/tools/map_tool.h"
#include "widgets/map/tools/measuring.h"
#include "widgets/map/tools/sketch_tool.h"

namespace app {

/// Measures lengths and areas on the ellipsoid while a line, an outline or a circle is drawn.
class MeasureTool : public MapTool, public widgets::OverlayPart {
    Q_OBJECT
public:
    explicit MeasureTool(ToolDesk& desk);

    QString group() const override { return QStringLiteral("measure"); }
    void start(widgets::SketchShape shape);
    void stop() override { m_sketch.stop(); }
    bool escape() override { return m_sketch.escape(); }
    void copy() override;
    void finish() override { m_sketch.finish(); }
    const widgets::Measurement& measured() const { return m_measured; }
    widgets::SketchTool& sketch() { return m_sketch; }

    bool isEmpty() const override { return m_sketch.isEmpty(); }
    /// The length of each piece, at its middle.
    void paint(QPainter& painter, const map::View& view, const widgets::Theme& theme) override;

private:
    widgets::SketchTool m_sketch;
    widgets::Measurement m_measured;
};

} // namespace app
