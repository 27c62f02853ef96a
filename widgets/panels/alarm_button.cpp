// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/alarm_button.h"

#include "widgets/theme/dress.h"
#include "widgets/theme/plain_text.h"
#include "widgets/theme/symbols.h"

#include <QEvent>
#include <QPainter>

namespace widgets {

namespace {

constexpr int mark = 13, gap = 5, between = 12, edge = 10;

} // namespace

AlarmButton::AlarmButton(QWidget* parent) : QAbstractButton(parent)
{
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_pulse.setInterval(500);
    connect(&m_pulse, &QTimer::timeout, this, [this] {
        m_bright = !m_bright;
        update();
    });
}

void AlarmButton::setTheme(const Theme& theme)
{
    m_theme = theme;
    updateGeometry();
    update();
}

void AlarmButton::setTally(const AlarmTally& tally)
{
    if (tally == m_tally) return;
    m_tally = tally;
    setToolTip(plainTip(tally.summary));
    setAccessibleName(tr("Alarms") + QStringLiteral(": ") + tally.summary);
    m_bright = false;
    if (tally.unacknowledged[0] > 0 && !m_still)
        m_pulse.start();
    else
        m_pulse.stop();
    updateGeometry();
    update();
}

void AlarmButton::setStill(bool still)
{
    m_still = still;
    if (still) m_pulse.stop();
}

QString AlarmButton::count(std::size_t priority) const
{
    const int waiting = m_tally.unacknowledged[priority], all = std::max(m_tally.active[priority], waiting);
    return waiting > 0 && waiting < all ? QStringLiteral("%1/%2").arg(waiting).arg(all) : all > 0 ? QString::number(all) : QString();
}

QString AlarmButton::nothing() const
{
    return m_tally.unknown ? tr("Alarms: not known") : tr("No alarms");
}

QSize AlarmButton::sizeHint() const
{
    const QFontMetrics metrics(fontOf(m_theme, m_theme.body, Weight::Bold));
    int width = 0;
    for (std::size_t i = 0; i < 3; ++i)
        if (const QString text = count(i); !text.isEmpty()) width += (width > 0 ? between : 0) + mark + gap + metrics.horizontalAdvance(text);
    if (width == 0) width = QFontMetrics(fontOf(m_theme, m_theme.body)).horizontalAdvance(nothing());
    if (!m_tally.asOf.isEmpty()) width += between + QFontMetrics(fontOf(m_theme, m_theme.body)).horizontalAdvance(m_tally.asOf);
    return {width + 2 * edge, 32};
}

void AlarmButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool waits = m_tally.unacknowledged[0] > 0;
    const QColor frame = hasFocus() ? m_theme.accent : waits && m_bright ? m_theme.alarms[0].colour : m_theme.line;
    painter.setPen(QPen(frame, waits && m_bright ? 2 : 1));
    painter.setBrush(underMouse() ? mixed(m_theme.surface, m_theme.text, 0.07) : m_theme.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), m_theme.corner, m_theme.corner);
    int left = edge;
    const QFont bold = fontOf(m_theme, m_theme.body, Weight::Bold);
    for (std::size_t i = 0; i < 3; ++i) {
        const QString text = count(i);
        if (text.isEmpty()) continue;
        const QRectF box(left, (height() - mark) / 2.0, mark, mark);
        const QColor colour = m_theme.alarms[i].colour;
        if (m_tally.unacknowledged[i] > 0) {
            paintShape(painter, box, m_theme.alarms[i].shape, colour, mixed(m_theme.surface, m_theme.text, 0.45));
        } else {
            painter.setPen(QPen(colour, 1.6));
            painter.setBrush(Qt::NoBrush);
            painter.drawPath(shapePath(m_theme.alarms[i].shape, box.adjusted(1, 1, -1, -1)));
        }
        left += mark + gap;
        painter.setFont(bold);
        painter.setPen(m_theme.text);
        const int width = QFontMetrics(bold).horizontalAdvance(text);
        painter.drawText(QRect(left, 0, width + 2, height()), Qt::AlignLeft | Qt::AlignVCenter, text);
        left += width + between;
    }
    painter.setFont(fontOf(m_theme, m_theme.body));
    painter.setPen(m_theme.muted);
    const QRect inside = rect().adjusted(edge, 0, -edge, 0);
    if (left == edge) painter.drawText(inside, m_tally.asOf.isEmpty() ? Qt::AlignCenter : Qt::AlignLeft | Qt::AlignVCenter, nothing());
    painter.drawText(inside, Qt::AlignRight | Qt::AlignVCenter, m_tally.asOf);
}

void AlarmButton::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) updateGeometry();
    QAbstractButton::changeEvent(event);
}

} // namespace widgets
