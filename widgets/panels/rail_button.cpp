// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/rail_button.h"

#include "widgets/theme/dress.h"
#include "widgets/theme/plain_text.h"

#include <QPainter>
#include <QTextLayout>

namespace widgets {

RailButton::RailButton(QWidget* parent) : QAbstractButton(parent)
{
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void RailButton::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

void RailButton::setFace(const QString& icon, const QString& name)
{
    m_icon = icon;
    m_name = name;
    setAccessibleName(name);
    update();
}

QSize RailButton::sizeHint() const
{
    return {56, 64};
}

void RailButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(rect()).adjusted(4.5, 2.5, -4.5, -2.5);
    if (isChecked() || underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(mixed(m_theme.surface, m_theme.text, isChecked() ? 0.12 : 0.07));
        painter.drawRoundedRect(frame, m_theme.corner, m_theme.corner);
    }
    if (isChecked()) painter.fillRect(QRectF(0, frame.top(), 3, frame.height()), m_theme.accent);
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.accent, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(frame, m_theme.corner, m_theme.corner);
    }
    const QColor ink = isChecked() ? m_theme.text : m_theme.muted;
    const QFont font = fontOf(m_theme, m_theme.tiny);
    const QFontMetrics metrics(font);

    QTextLayout layout(m_name, font);
    QTextOption option(Qt::AlignHCenter);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    QStringList lines;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid() && lines.size() < 3;
         line = layout.createLine()) {
        line.setLineWidth(width() - 4);
        lines.push_back(m_name.mid(line.textStart(), line.textLength()).trimmed());
    }
    layout.endLayout();
    if (lines.size() > 2)
        lines = {lines[0], metrics.elidedText(lines[1] + QStringLiteral("…"), Qt::ElideRight, width() - 4)};

    const int lineHeight = 13;
    const int top = (height() - 20 - 4 - lineHeight * static_cast<int>(lines.size())) / 2;
    const QIcon face = widgets::icon(m_theme, m_icon, ink);
    if (face.isNull()) {
        painter.setFont(fontOf(m_theme, m_theme.large, Weight::Bold));
        painter.setPen(ink);
        painter.drawText(QRect(0, top, width(), 20), Qt::AlignCenter, m_name.left(1));
    } else {
        face.paint(&painter, QRect((width() - 20) / 2, top, 20, 20));
    }
    painter.setFont(font);
    painter.setPen(ink);
    for (int i = 0; i < lines.size(); ++i)
        painter.drawText(QRect(0, top + 24 + i * lineHeight, width(), lineHeight),
                         Qt::AlignCenter | Qt::TextSingleLine, lines[i]);
}

} // namespace widgets
