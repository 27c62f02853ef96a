// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/time_ticks.h"
#include "widgets/theme/dress.h"
#include "widgets/theme/symbols.h"
#include "widgets/timeline/time_axis.h"

#include <QPainter>
#include <algorithm>

/// How the strip of time looks: marks on top, what was recorded in the middle, the hours below, the hand over
/// all.
namespace widgets {

namespace {

constexpr int trackTop = 20, trackHigh = 12, ticksTop = 35;
constexpr double symbol = 10;

QRectF between(const TimeAxis& axis, city::Instant from, city::Instant to, double top, double high)
{
    const double left = std::clamp(axis.xOf(from), -2.0, axis.width() + 2.0);
    const double right = std::clamp(axis.xOf(to), -2.0, axis.width() + 2.0);
    return {left, top, std::max(right - left, 1.0), high};
}

} // namespace

void TimeAxis::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), m_theme.surface);
    if (m_range.length().count() <= 0) return;
    paintTrack(painter);
    paintLoop(painter);
    paintTicks(painter);
    paintMarks(painter);
    paintHand(painter);
    if (!hasFocus()) return;
    painter.setPen(QPen(m_theme.accent, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
}

QString TimeAxis::clock(city::Instant at, bool withDate) const
{
    return city::inZone(at, m_zone, withDate ? QStringLiteral("yyyy-MM-dd HH:mm") : QStringLiteral("HH:mm"));
}

void TimeAxis::paintTrack(QPainter& painter) const
{
    const city::Instant first = m_marks.first.value_or(m_state.now);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.raised);
    painter.drawRoundedRect(QRectF(0, trackTop, width(), trackHigh), 3, 3);
    if (first < m_state.now) {
        painter.setBrush(mixed(m_theme.raised, m_theme.data, 0.55));
        painter.drawRect(between(*this, first, m_state.now, trackTop, trackHigh));
    }
    for (const TimeSpan& gap : m_marks.gaps) {
        const QRectF box = between(*this, gap.from, gap.to, trackTop, trackHigh);
        painter.setBrush(m_theme.surface);
        painter.drawRect(box);
        painter.setBrush(QBrush(m_theme.noData, Qt::BDiagPattern));
        painter.drawRect(box);
    }
    const double now = xOf(m_state.now);
    if (now < 0 || now > width()) return;
    painter.setPen(QPen(m_theme.text, 1));
    painter.drawLine(QPointF(now, trackTop - 4), QPointF(now, trackTop + trackHigh + 4));
}

void TimeAxis::paintLoop(QPainter& painter) const
{
    if (!m_state.loop) return;
    QColor inside = m_theme.past;
    inside.setAlphaF(0.25F);
    painter.setPen(QPen(m_theme.past, 1));
    painter.setBrush(inside);
    painter.drawRect(between(*this, m_state.loop->from, m_state.loop->to, trackTop - 3, trackHigh + 6));
}

void TimeAxis::paintTicks(QPainter& painter) const
{
    painter.setFont(fontOf(m_theme, m_theme.tiny));
    const QFontMetrics metrics = painter.fontMetrics();
    const int most = std::max(2, width() / 64);
    for (const TimeTick& tick : timeTicks(m_range.from, m_range.to, m_zone, most)) {
        const double x = xOf(tick.at);
        painter.setPen(m_theme.line);
        painter.drawLine(QPointF(x, trackTop + trackHigh),
                         QPointF(x, trackTop + trackHigh + (tick.day ? 6 : 4)));
        const int wide = metrics.horizontalAdvance(tick.text);
        if (x - wide / 2.0 < 0 || x + wide / 2.0 > width()) continue;
        painter.setPen(tick.day ? m_theme.text : m_theme.muted);
        painter.drawText(QRectF(x - wide, ticksTop, 2 * wide, height() - ticksTop - 2),
                         Qt::AlignHCenter | Qt::AlignVCenter, tick.text);
    }
}

void TimeAxis::paintMarks(QPainter& painter) const
{
    // The urgent ones last, over the others.
    std::vector<const TimeMark*> order;
    for (const TimeMark& mark : m_marks.marks)
        if (mark.at <= m_range.to && mark.until.value_or(mark.at) >= m_range.from) order.push_back(&mark);
    const auto weight = [](const TimeMark& mark) {
        return mark.kind == TimeMark::Kind::Alarm && mark.alarm > 0 ? 4 - mark.alarm : 0;
    };
    std::stable_sort(order.begin(), order.end(),
                     [&](const TimeMark* a, const TimeMark* b) { return weight(*a) < weight(*b); });
    for (const TimeMark* mark : order) {
        const QPointF centre(xOf(mark->at), 10);
        const bool alarm = mark->kind == TimeMark::Kind::Alarm && mark->alarm > 0;
        const QColor colour = alarm ? m_theme.alarms[static_cast<std::size_t>(mark->alarm - 1)].colour
                              : mark->kind == TimeMark::Kind::Note ? m_theme.accent
                                                                   : m_theme.muted;
        if (mark->until) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(colour);
            painter.drawRect(between(*this, mark->at, *mark->until, trackTop - 3, 2));
        }
        if (centre.x() < -symbol || centre.x() > width() + symbol) continue;
        painter.setPen(QPen(m_theme.surface, 1));
        painter.setBrush(colour);
        if (mark->kind == TimeMark::Kind::Note) {
            const QPointF flag[] = {centre + QPointF(0, 7), centre + QPointF(0, -7), centre + QPointF(9, -3),
                                    centre + QPointF(1, 1)};
            painter.drawPolygon(flag, 4);
        } else if (mark->kind == TimeMark::Kind::FeedFailed) {
            painter.setPen(QPen(colour, 2));
            painter.drawLine(centre + QPointF(-3, -3), centre + QPointF(3, 3));
            painter.drawLine(centre + QPointF(-3, 3), centre + QPointF(3, -3));
        } else if (mark->kind == TimeMark::Kind::FeedBack) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(colour, 2));
            painter.drawEllipse(centre, 3, 3);
        } else {
            const double size = alarm ? symbol : symbol - 3;
            const map::Shape shape =
                alarm ? m_theme.alarms[static_cast<std::size_t>(mark->alarm - 1)].shape : map::Shape::Circle;
            paintShape(painter, QRectF(centre.x() - size / 2, centre.y() - size / 2, size, size), shape,
                       colour, m_theme.surface);
        }
    }
}

void TimeAxis::paintHand(QPainter& painter) const
{
    painter.setFont(fontOf(m_theme, m_theme.tiny, Weight::Bold));
    const QFontMetrics metrics = painter.fontMetrics();
    const auto label = [&](double x, const QString& text, const QColor& ground, const QColor& ink) {
        const double wide = metrics.horizontalAdvance(text) + 10;
        const QRectF box(std::clamp(x - wide / 2, 0.0, std::max(0.0, width() - wide)), height() - 19, wide,
                         17);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ground);
        painter.drawRoundedRect(box, 3, 3);
        painter.setPen(ink);
        painter.drawText(box, Qt::AlignCenter, text);
    };
    if (m_hover && m_drag == Drag::None) {
        painter.setPen(QPen(m_theme.muted, 1, Qt::DotLine));
        painter.drawLine(QPointF(*m_hover, 2), QPointF(*m_hover, height() - 19));
        label(*m_hover, clock(timeAt(*m_hover), false), m_theme.raised, m_theme.text);
    }
    if (!m_state.moment) return;
    const double x = xOf(*m_state.moment);
    if (x < 0 || x > width()) return;
    painter.setPen(QPen(m_theme.past, 2));
    painter.drawLine(QPointF(x, 2), QPointF(x, height() - 19));
    label(x, clock(*m_state.moment, false), m_theme.past, m_theme.onPast);
}

} // namespace widgets
