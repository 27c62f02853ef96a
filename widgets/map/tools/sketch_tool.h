// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/map/tools/map_overlay.h"
#include "widgets/map/tools/sketch.h"

namespace widgets {

/// Lets a person draw a shape on a map by mouse or by keys, and draws it while it grows. With the mouse: a click sets a
/// corner, a double click ends a line or polygon, a rectangle or circle may be dragged, a drag otherwise moves the map.
/// With keys: Return sets a corner at the middle of the map, Ctrl+Return ends, Backspace takes the last corner back.
/// Escape lets go of the shape, then of the tool. While it is off it leaves the map alone. GUI thread.
class SketchTool : public QObject, public OverlayPart {
    Q_OBJECT
public:
    explicit SketchTool(MapOverlay& overlay);
    ~SketchTool() override;

    void start(SketchShape shape);
    void stop();
    bool isOn() const { return m_on; }
    const Sketch& sketch() const { return m_sketch; }
    void setSketch(const Sketch& sketch);
    void clear();
    void stepBack();
    /// The shape as it stands is done, if it means something.
    void finish();
    /// One step out: the shape, then the tool. False: there was nothing to step out of.
    bool escape();
    /// Whether the shape stays on the map when done; else it goes.
    void setKeeps(bool keeps) { m_keeps = keeps; }
    void setColour(const QColor& colour) { m_colour = colour; }

    bool isEmpty() const override { return m_sketch.isEmpty(); }
    void paint(QPainter& painter, const map::View& view, const Theme& theme) override;

Q_SIGNALS:
    void changed(const widgets::Sketch& sketch);
    /// Shift and Ctrl as they were held at the end.
    void finished(const widgets::Sketch& sketch, Qt::KeyboardModifiers modifiers);
    void stopped();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool press(QMouseEvent& event);
    bool move(QMouseEvent& event);
    bool release(QMouseEvent& event);
    bool key(QKeyEvent& event);
    void addCorner(QPointF screen, Qt::KeyboardModifiers modifiers);
    void end(Qt::KeyboardModifiers modifiers);
    bool dragsShape() const;
    void passOn(const QMouseEvent& event, QEvent::Type type, QPointF at);
    void tell();

    MapOverlay& m_overlay;
    MapCanvas& m_canvas;
    Sketch m_sketch;
    QColor m_colour; ///< Invalid: the accent.
    bool m_on = false, m_keeps = false, m_done = false;
    bool m_passing = false; ///< An event is on its way to the canvas.
    std::optional<QPointF> m_pressed;
    bool m_dragging = false; ///< The shape, or the map.
};

/// Draws a shape that grows or is kept: outline, corners, faint inside.
void paintSketch(QPainter& painter, const Sketch& sketch, const map::View& view, const QColor& colour, const Theme& theme);

} // namespace widgets
