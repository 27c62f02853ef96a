// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/map_canvas_state.h"
#include "widgets/map/pinch.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDropEvent>
#include <QGestureEvent>
#include <QMenu>
#include <QMimeData>
#include <QNativeGestureEvent>

#include <cmath>

/// What a person does to the map: mouse, wheel, keys, touch pad, drops, menu.
namespace widgets {

void MapCanvas::mousePressEvent(QMouseEvent* event)
{
    d->keyboardFocus = false;
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton) return;
    d->pressedAt = d->draggedTo = event->position();
}

void MapCanvas::mouseMoveEvent(QMouseEvent* event)
{
    d->pointer = event->position();
    d->pointerInside = true;
    Q_EMIT pointerMoved(d->view.toGround(d->pointer));
    if (!d->pressedAt) {
        if (!d->reading.isActive()) d->reading.start(soonRead);
        d->rest.start();
        return;
    }
    if (!d->dragging) {
        if ((event->position() - *d->pressedAt).manhattanLength() < QApplication::startDragDistance()) return;
        d->dragging = true;
        setCursor(Qt::ClosedHandCursor);
        d->readUnderPointer();
    }
    d->pan(event->position() - *d->draggedTo);
    d->draggedTo = event->position();
}

void MapCanvas::mouseReleaseEvent(QMouseEvent* event)
{
    if (!d->pressedAt) return;
    const bool dragged = d->dragging;
    d->pressedAt.reset();
    d->dragging = false;
    setCursor(Qt::ArrowCursor);
    if (dragged) {
        d->reading.start(soonRead);
        return;
    }
    if (event->button() != Qt::LeftButton) return;
    d->pick(event->position());
}

void MapCanvas::mouseDoubleClickEvent(QMouseEvent* event)
{
    // The release of this second press is no pick: pressedAt stays unset.
    if (event->button() == Qt::LeftButton)
        d->zoom(event->modifiers() & Qt::ShiftModifier ? 0.5 : 2, event->position());
}

void MapCanvas::wheelEvent(QWheelEvent* event)
{
    // A notch (120) is a factor of the square root of two; touch pads send small parts of one.
    const double notches = event->angleDelta().y() / 120.0;
    if (notches != 0) d->zoom(std::pow(2, notches / 2), event->position());
    event->accept();
}

void MapCanvas::keyPressEvent(QKeyEvent* event)
{
    const QPointF middle(width() / 2.0, height() / 2.0);
    const double across = width() / 5.0, down = height() / 5.0;
    d->keyboardFocus = true;
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        d->zoom(std::sqrt(2), middle);
        break;
    case Qt::Key_Minus:
        d->zoom(std::sqrt(0.5), middle);
        break;
    case Qt::Key_Left:
        d->pan({across, 0});
        break;
    case Qt::Key_Right:
        d->pan({-across, 0});
        break;
    case Qt::Key_Up:
        d->pan({0, down});
        break;
    case Qt::Key_Down:
        d->pan({0, -down});
        break;
    case Qt::Key_Home:
        d->goHome();
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (d->scene) d->pick(middle);
        break;
    default:
        QWidget::keyPressEvent(event);
        return;
    }
    update();
}

void MapCanvas::leaveEvent(QEvent*)
{
    d->forgetPointer();
}

void MapCanvas::contextMenuEvent(QContextMenuEvent* event)
{
    const bool mouse = event->reason() == QContextMenuEvent::Mouse;
    const QPoint at = mouse ? event->pos() : rect().center();
    const city::LonLat ground = d->view.toGround(at);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Copy coordinates")), &QAction::triggered, this, [ground] {
        QApplication::clipboard()->setText(
            QStringLiteral("%1, %2").arg(ground.lat, 0, 'f', 6).arg(ground.lon, 0, 'f', 6));
    });
    Q_EMIT menuAsked(menu, ground);
    menu->popup(mapToGlobal(at));
}

void MapCanvas::dragEnterEvent(QDragEnterEvent* event)
{
    for (const QUrl& url : event->mimeData()->urls())
        if (url.isLocalFile()) return event->acceptProposedAction();
}

void MapCanvas::dropEvent(QDropEvent* event)
{
    QStringList files;
    for (const QUrl& url : event->mimeData()->urls())
        if (url.isLocalFile()) files.push_back(url.toLocalFile());
    if (files.isEmpty()) return;
    event->acceptProposedAction();
    Q_EMIT filesDropped(files);
}

void MapCanvas::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) d->retranslate();
    QWidget::changeEvent(event);
}

bool MapCanvas::event(QEvent* event)
{
    if (event->type() == QEvent::FocusIn) {
        const Qt::FocusReason why = static_cast<QFocusEvent*>(event)->reason();
        d->keyboardFocus =
            why == Qt::TabFocusReason || why == Qt::BacktabFocusReason || why == Qt::ShortcutFocusReason;
        update();
    } else if (event->type() == QEvent::FocusOut) {
        update();
    } else if (event->type() == QEvent::NativeGesture) {
        auto* gesture = static_cast<QNativeGestureEvent*>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            d->zoom(1 + gesture->value(), gesture->position());
            return true;
        }
    } else if (event->type() == QEvent::Gesture) {
        auto* gestures = static_cast<QGestureEvent*>(event);
        if (auto* pinch = static_cast<TwoFingers*>(gestures->gesture(TwoFingers::type()))) {
            // Of the first finger Qt makes a mouse as well: it neither drags nor picks any more.
            d->pressedAt.reset();
            d->dragging = false;
            if (pinch->state() != Qt::GestureFinished) {
                d->pan(pinch->now.center() - pinch->before.center());
                d->zoom(pinch->now.length() / pinch->before.length(), mapFromGlobal(pinch->now.center()));
            }
            gestures->accept(pinch);
            return true;
        }
    }
    return QWidget::event(event);
}

} // namespace widgets
