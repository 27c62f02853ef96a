// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/plain_text.h"
#include "widgets/timeline/time_axis.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <QWheelEvent>
#include <cmath>

/// What the hand and the keys do to the strip of time.
namespace widgets {

namespace {

using namespace std::chrono_literals;

constexpr double reach = 6; ///< Pixels: a click beside a mark means the mark.

} // namespace

bool TimeAxis::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        QToolTip::showText(help->globalPos(), plainTip(tipAt(help->pos())), this);
        return true;
    }
    return QWidget::event(event);
}

void TimeAxis::askMoment(double x)
{
    const city::Instant at = timeAt(x);
    if (at >= m_state.now)
        Q_EMIT liveAsked();
    else
        Q_EMIT momentAsked(m_marks.first && at < *m_marks.first ? *m_marks.first : at);
}

void TimeAxis::mousePressEvent(QMouseEvent* event)
{
    const bool wantsLoop = event->button() == Qt::RightButton || (event->modifiers() & Qt::ShiftModifier);
    m_dragFrom = timeAt(event->position().x());
    if (wantsLoop) {
        m_drag = Drag::Loop;
    } else if (event->button() == Qt::LeftButton) {
        m_drag = Drag::Hand;
        const TimeMark* mark = markAt(event->position());
        if (mark)
            Q_EMIT momentAsked(mark->at);
        else
            askMoment(event->position().x());
    }
}

void TimeAxis::mouseMoveEvent(QMouseEvent* event)
{
    const double x = std::clamp(event->position().x(), 0.0, static_cast<double>(width()));
    m_hover = x;
    if (m_drag == Drag::Hand) askMoment(x);
    if (m_drag == Drag::Loop)
        Q_EMIT loopAsked(TimeSpan{std::min(m_dragFrom, timeAt(x)), std::max(m_dragFrom, timeAt(x))});
    update();
}

void TimeAxis::mouseReleaseEvent(QMouseEvent* event)
{
    const bool tiny = std::abs(xOf(m_dragFrom) - event->position().x()) < 4;
    if (m_drag == Drag::Loop && tiny) Q_EMIT loopAsked(std::nullopt);
    m_drag = Drag::None;
    follow();
}

void TimeAxis::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        Q_EMIT noteAsked(std::min(timeAt(event->position().x()), m_state.now));
}

void TimeAxis::wheelEvent(QWheelEvent* event)
{
    const QPoint by = event->angleDelta();
    if (std::abs(by.x()) > std::abs(by.y())) {
        const auto shift =
            city::Duration(std::llround(static_cast<double>(m_range.length().count()) * -by.x() / 1200.0));
        setRange({m_range.from + shift, m_range.to + shift});
    } else if (by.y() != 0) {
        zoom(std::pow(0.8, by.y() / 120.0), timeAt(event->position().x()));
    }
    event->accept();
}

void TimeAxis::keyPressEvent(QKeyEvent* event)
{
    const bool far = event->modifiers() & Qt::ControlModifier;
    const city::Instant hand = m_state.moment.value_or(m_state.now);
    switch (event->key()) {
    case Qt::Key_Left:
        return Q_EMIT stepAsked(far ? -1h : -1min);
    case Qt::Key_Right:
        return Q_EMIT stepAsked(far ? 1h : 1min);
    case Qt::Key_PageUp:
        return Q_EMIT stepAsked(-1h);
    case Qt::Key_PageDown:
        return Q_EMIT stepAsked(1h);
    case Qt::Key_Home:
        return Q_EMIT momentAsked(m_marks.first.value_or(m_range.from));
    case Qt::Key_End:
        return Q_EMIT liveAsked();
    case Qt::Key_Space:
        return Q_EMIT playAsked();
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoom(0.5, hand);
    case Qt::Key_Minus:
        return zoom(2, hand);
    default:
        QWidget::keyPressEvent(event);
    }
}

void TimeAxis::leaveEvent(QEvent* event)
{
    m_hover.reset();
    update();
    QWidget::leaveEvent(event);
}

const TimeMark* TimeAxis::markAt(QPointF position) const
{
    constexpr double marksHigh = 18;
    if (position.y() > marksHigh) return nullptr;
    const TimeMark* best = nullptr;
    for (const TimeMark& mark : m_marks.marks) {
        const double distance = std::abs(xOf(mark.at) - position.x());
        if (distance <= reach && (!best || distance < std::abs(xOf(best->at) - position.x()))) best = &mark;
    }
    return best;
}

QString TimeAxis::tipAt(QPointF position) const
{
    QStringList lines;
    if (const TimeMark* mark = markAt(position)) {
        lines << clock(mark->at, true) << mark->text;
    } else {
        const city::Instant at = timeAt(position.x());
        lines << clock(at, true);
        for (const TimeSpan& gap : m_marks.gaps)
            if (at >= gap.from && at < gap.to)
                lines << tr("Nothing was recorded from %1 to %2.")
                             .arg(clock(gap.from, true), clock(gap.to, true));
        if (m_marks.first && at < *m_marks.first) lines << tr("Before the first record.");
        if (at > m_state.now) lines << tr("Not yet.");
    }
    lines << tr(
        "Click or drag: go there. Shift and drag: repeat a range. Wheel: zoom. Double click: write a note.");
    return lines.join(QLatin1Char('\n'));
}

} // namespace widgets
