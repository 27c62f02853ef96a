// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/time_axis.h"

#include <QEvent>
#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

using namespace std::chrono_literals;

constexpr city::Duration shortest = 2min, longest = 24h * 366 * 50;
constexpr double aheadOfNow = 0.03; ///< Of the range: now stands a little way from the edge.

} // namespace

TimeAxis::TimeAxis(QWidget* parent) : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    retranslate();
}

void TimeAxis::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

void TimeAxis::setZone(const QTimeZone& zone)
{
    m_zone = zone;
    update();
}

void TimeAxis::setState(const TimelineState& state)
{
    const bool first = m_range.length() <= 0ms;
    m_state = state;
    if (first) setRange({state.now - 24h, state.now});
    follow();
    update();
}

/// Live, the range goes with the time; in the past the hand is kept in sight, unless somebody drags it.
void TimeAxis::follow()
{
    if (m_drag != Drag::None) return;
    const auto length = m_range.length();
    const auto ahead = city::Duration(std::llround(static_cast<double>(length.count()) * aheadOfNow));
    if (!m_state.moment) {
        // In leaps, so that the strip stands still for a while.
        if (m_state.now > m_range.to || m_state.now < m_range.to - 3 * ahead)
            setRange({m_state.now + ahead - length, m_state.now + ahead});
    } else if (*m_state.moment < m_range.from) {
        setRange({*m_state.moment - length / 4, *m_state.moment + length * 3 / 4});
    } else if (*m_state.moment > m_range.to) {
        setRange({*m_state.moment - length * 3 / 4, *m_state.moment + length / 4});
    }
}

void TimeAxis::setMarks(const TimelineMarks& marks)
{
    m_marks = marks;
    update();
}

void TimeAxis::setRange(TimeSpan range)
{
    if (range == m_range || range.length() <= 0ms) return;
    m_range = range;
    update();
    Q_EMIT rangeChanged(m_range);
}

void TimeAxis::zoom(double factor, city::Instant at)
{
    const double length = static_cast<double>(m_range.length().count());
    const double wanted = std::clamp(length * factor, static_cast<double>(shortest.count()),
                                     static_cast<double>(longest.count()));
    const double share = static_cast<double>((at - m_range.from).count()) / length;
    city::Instant from = at - city::Duration(std::llround(wanted * share));
    city::Instant to = from + city::Duration(std::llround(wanted));
    // Nothing lies beyond now: what would be empty shows the past instead.
    const city::Instant edge = m_state.now + city::Duration(std::llround(wanted * aheadOfNow));
    if (to > edge) {
        from -= to - edge;
        to = edge;
    }
    setRange({from, to});
}

const TimeMark* TimeAxis::markFrom(city::Instant at, int direction) const
{
    const TimeMark* best = nullptr;
    for (const TimeMark& mark : m_marks.marks) {
        if (direction > 0 ? mark.at <= at : mark.at >= at) continue;
        const bool nearer = !best || (direction > 0 ? mark.at < best->at : mark.at > best->at);
        if (nearer) best = &mark;
    }
    return best;
}

city::Instant TimeAxis::timeAt(double x) const
{
    const double share = width() > 0 ? x / width() : 0;
    return m_range.from + city::Duration(std::llround(static_cast<double>(m_range.length().count()) * share));
}

double TimeAxis::xOf(city::Instant at) const
{
    const double length = static_cast<double>(m_range.length().count());
    return length <= 0 ? 0 : static_cast<double>((at - m_range.from).count()) / length * width();
}

void TimeAxis::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void TimeAxis::retranslate()
{
    setAccessibleName(tr("Time"));
    setAccessibleDescription(
        tr("Left and Right go a minute, with Ctrl an hour; End goes back to live; Space plays."));
    update();
}

} // namespace widgets
