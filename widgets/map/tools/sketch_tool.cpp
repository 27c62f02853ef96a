// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/tools/sketch_tool.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>

namespace widgets {

SketchTool::SketchTool(MapOverlay& overlay) : m_overlay(overlay), m_canvas(overlay.canvas())
{
    m_overlay.add(this);
    m_canvas.installEventFilter(this);
}

SketchTool::~SketchTool() = default;

void SketchTool::start(SketchShape shape)
{
    m_on = true;
    m_done = false;
    m_sketch = {shape, {}, {}};
    m_pressed.reset();
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(&m_canvas, &leave); // Nothing is read out beside the pointer while one draws.
    m_canvas.setCursor(Qt::CrossCursor);
    tell();
}

void SketchTool::stop()
{
    if (!m_on) return;
    m_on = false;
    m_pressed.reset();
    m_sketch = {m_sketch.shape, {}, {}};
    m_canvas.setCursor(Qt::ArrowCursor);
    tell();
    Q_EMIT stopped();
}

void SketchTool::setSketch(const Sketch& sketch)
{
    m_sketch = sketch;
    m_done = sketch.isWhole();
    tell();
}

void SketchTool::clear()
{
    setSketch({m_sketch.shape, {}, {}});
}

void SketchTool::stepBack()
{
    if (!m_sketch.corners.empty()) m_sketch.corners.pop_back();
    m_done = false;
    tell();
}

void SketchTool::finish()
{
    end(Qt::NoModifier);
}

bool SketchTool::escape()
{
    if (!m_on) return false;
    if (m_sketch.isEmpty())
        stop();
    else
        clear();
    return true;
}

void SketchTool::tell()
{
    m_overlay.refresh();
    Q_EMIT changed(m_sketch);
}

bool SketchTool::dragsShape() const
{
    return m_sketch.shape == SketchShape::Rectangle || m_sketch.shape == SketchShape::Circle || m_sketch.shape == SketchShape::Freehand;
}

void SketchTool::addCorner(QPointF screen, Qt::KeyboardModifiers modifiers)
{
    if (m_done) m_sketch = {m_sketch.shape, {}, {}};
    m_done = false;
    m_sketch.corners.push_back(m_canvas.view().toGround(screen));
    m_sketch.moving.reset();
    if (m_sketch.isFull())
        end(modifiers);
    else
        tell();
}

void SketchTool::end(Qt::KeyboardModifiers modifiers)
{
    m_sketch.moving.reset();
    // A double click sets the same corner twice.
    auto& corners = m_sketch.corners;
    while (corners.size() > 1 && corners.back() == corners[corners.size() - 2])
        corners.pop_back();
    if (!m_sketch.isWhole()) {
        if (m_sketch.isFull()) corners.pop_back();
        tell();
        return;
    }
    m_done = true;
    const Sketch whole = m_sketch;
    if (!m_keeps) clear();
    tell();
    Q_EMIT finished(whole, modifiers);
}

// Over to the canvas as if this tool were not there.
void SketchTool::passOn(const QMouseEvent& event, QEvent::Type type, QPointF at)
{
    m_passing = true;
    QMouseEvent copy(type, at, m_canvas.mapToGlobal(at), type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton,
                     type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton, event.modifiers());
    QCoreApplication::sendEvent(&m_canvas, &copy);
    m_passing = false;
}

bool SketchTool::press(QMouseEvent& event)
{
    if (event.button() != Qt::LeftButton) return false;
    m_pressed = event.position();
    m_dragging = false;
    m_canvas.setFocus(Qt::MouseFocusReason);
    return true;
}

bool SketchTool::move(QMouseEvent& event)
{
    if (event.buttons() & Qt::MiddleButton) return false; // That moves the map.
    const bool startsDrag = m_pressed && !m_dragging && (event.position() - *m_pressed).manhattanLength() >= QApplication::startDragDistance();
    if (startsDrag) {
        m_dragging = true;
        if (!dragsShape())
            passOn(event, QEvent::MouseButtonPress, *m_pressed);
        else if (m_done || m_sketch.isEmpty())
            addCorner(*m_pressed, event.modifiers());
    }
    if (m_dragging && !dragsShape()) return false; // The map moves under the shape.
    const city::LonLat at = m_canvas.view().toGround(event.position());
    Q_EMIT m_canvas.pointerMoved(at);
    if (m_done || m_sketch.isEmpty()) return true;
    if (m_dragging && m_sketch.shape == SketchShape::Freehand)
        m_sketch.corners.push_back(at);
    else
        m_sketch.moving = at;
    tell();
    return true;
}

bool SketchTool::release(QMouseEvent& event)
{
    if (event.button() != Qt::LeftButton || !m_pressed) return false;
    m_pressed.reset();
    const bool dragged = m_dragging;
    m_dragging = false;
    if (!dragged) {
        addCorner(event.position(), event.modifiers());
    } else if (!dragsShape()) {
        m_passing = false;
        m_canvas.setCursor(Qt::CrossCursor);
        passOn(event, QEvent::MouseButtonRelease, event.position());
        m_canvas.setCursor(Qt::CrossCursor);
    } else if (m_sketch.shape == SketchShape::Freehand) {
        end(event.modifiers());
    } else {
        addCorner(event.position(), event.modifiers());
    }
    return true;
}

bool SketchTool::key(QKeyEvent& event)
{
    const QPointF middle(m_canvas.width() / 2.0, m_canvas.height() / 2.0);
    switch (event.key()) {
    case Qt::Key_Escape: return escape();
    case Qt::Key_Backspace:
        stepBack();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event.modifiers() & Qt::ControlModifier && m_sketch.shape != SketchShape::Point && !m_sketch.isFull())
            end(event.modifiers());
        else
            addCorner(middle, event.modifiers());
        return true;
    default: return false;
    }
}

bool SketchTool::eventFilter(QObject* watched, QEvent* event)
{
    if (!m_on || m_passing || watched != &m_canvas) return QObject::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::MouseButtonPress: return press(*static_cast<QMouseEvent*>(event));
    case QEvent::MouseMove: return move(*static_cast<QMouseEvent*>(event));
    case QEvent::MouseButtonRelease: return release(*static_cast<QMouseEvent*>(event));
    case QEvent::MouseButtonDblClick:
        // Its first click has set the corner.
        if (static_cast<QMouseEvent*>(event)->button() == Qt::LeftButton && !m_done) end(static_cast<QMouseEvent*>(event)->modifiers());
        return true;
    case QEvent::KeyPress: return key(*static_cast<QKeyEvent*>(event));
    default: return QObject::eventFilter(watched, event);
    }
}

} // namespace widgets
