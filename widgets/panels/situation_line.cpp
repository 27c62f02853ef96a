// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/situation_line.h"

#include "widgets/theme/dress.h"
#include "widgets/theme/plain_text.h"
#include "widgets/theme/symbols.h"

#include <QPainter>

namespace widgets {

SituationLine::SituationLine(QWidget* parent) : QAbstractButton(parent)
{
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

void SituationLine::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

void SituationLine::setSituation(const Situation& situation)
{
    m_situation = situation;
    setFocusPolicy(situation.target ? Qt::TabFocus : Qt::NoFocus);
    setCursor(situation.target ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setAccessibleName(situation.text);
    setToolTip(plainTip(situation.more.isEmpty() ? situation.text : situation.more));
    update();
}

QSize SituationLine::sizeHint() const
{
    return {400, 32};
}

QSize SituationLine::minimumSizeHint() const
{
    return {120, 32};
}

void SituationLine::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    if (m_situation.target && underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(mixed(m_theme.surface, m_theme.text, 0.07));
        painter.drawRoundedRect(frame, m_theme.corner, m_theme.corner);
    }
    if (hasFocus()) {
        painter.setPen(m_theme.accent);
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(frame, m_theme.corner, m_theme.corner);
    }
    QRect room = rect().adjusted(8, 0, -8, 0);
    const bool alarmed = m_situation.alarm >= 1 && m_situation.alarm <= 3;
    if (alarmed) {
        const AlarmLook& look = m_theme.alarms[static_cast<std::size_t>(m_situation.alarm - 1)];
        paintShape(painter, QRectF(room.left(), room.center().y() - 6.5, 14, 14), look.shape, look.colour,
                   mixed(look.colour, m_theme.surface, 0.4));
        room.setLeft(room.left() + 22);
    }
    painter.setFont(fontOf(m_theme, m_theme.title, alarmed ? Weight::Bold : Weight::Regular));
    painter.setPen(m_theme.text);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetrics(painter.font()).elidedText(m_situation.text, Qt::ElideRight, room.width()));
}

} // namespace widgets
