// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/detail_row.h"

#include "widgets/theme/dress.h"
#include "widgets/theme/plain_text.h"
#include "widgets/theme/symbols.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

namespace widgets {

namespace {

constexpr int rowHeight = 40;

}

DetailRow::DetailRow(const Theme& theme, const PlaceValue& line, QWidget* parent)
    : QAbstractButton(parent), m_theme(theme), m_line(line)
{
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(!line.quantity.isEmpty() ? Qt::TabFocus : Qt::NoFocus);
    setCursor(!line.quantity.isEmpty() ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setAccessibleName(line.name);
    const QString value =
        line.value.isEmpty() ? tr("No data") : QString(line.value + u' ' + line.unit).trimmed();
    QStringList said{value, line.word, line.usual.section(QLatin1Char('\n'), -1), line.age};
    said.removeAll(QString());
    setAccessibleDescription(said.join(QStringLiteral(", ")));
    QStringList tip{line.name + QStringLiteral(": ") + said.join(QStringLiteral(", ")), line.source};
    setToolTip(plainTip(tip.join(u'\n')));
}

void DetailRow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Question)
        Q_EMIT whyAsked();
    else
        QAbstractButton::keyPressEvent(event);
}

void DetailRow::contextMenuEvent(QContextMenuEvent* event)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Why this number? (?)")), &QAction::triggered, this, &DetailRow::whyAsked);
    menu->popup(event->globalPos());
}

QSize DetailRow::sizeHint() const
{
    return {280, rowHeight};
}

QSize DetailRow::minimumSizeHint() const
{
    return {200, rowHeight};
}

void DetailRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (!m_line.quantity.isEmpty() && underMouse())
        painter.fillRect(rect(), mixed(m_theme.surface, m_theme.text, 0.07));
    painter.fillRect(QRect(12, height() - 1, width() - 24, 1), m_theme.grid);
    if (hasFocus()) {
        painter.setPen(m_theme.accent);
        painter.drawRect(rect().adjusted(4, 0, -5, -1));
    }
    const QRect room = rect().adjusted(12, 3, -12, -3);
    const QFont body = fontOf(m_theme, m_theme.body), tiny = fontOf(m_theme, m_theme.tiny);
    const QFont strong = fontOf(m_theme, m_theme.title, Weight::Bold);

    const bool none = m_line.value.isEmpty();
    const QString value = none ? tr("No data") : m_line.value;
    int taken = 0;
    if (!none && !m_line.unit.isEmpty()) {
        painter.setFont(body);
        painter.setPen(m_theme.muted);
        painter.drawText(room.adjusted(0, 2, 0, 0), Qt::AlignRight | Qt::AlignTop | Qt::TextSingleLine,
                         m_line.unit);
        taken = QFontMetrics(body).horizontalAdvance(m_line.unit) + 4;
    }
    painter.setFont(none ? body : strong);
    painter.setPen(none ? m_theme.muted : m_theme.text);
    painter.drawText(room.adjusted(0, 0, -taken, 0), Qt::AlignRight | Qt::AlignTop | Qt::TextSingleLine,
                     value);
    taken += QFontMetrics(painter.font()).horizontalAdvance(value) + 12;
    if (m_line.colour.isValid()) {
        paintShape(painter, QRectF(room.right() - taken - 2, room.top() + 4, 12, 12), m_line.shape,
                   m_line.colour, mixed(m_theme.surface, m_theme.text, 0.45));
        taken += 20;
    }
    painter.setFont(body);
    painter.setPen(m_theme.text);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine,
                     QFontMetrics(body).elidedText(m_line.name, Qt::ElideRight, room.width() - taken));

    painter.setFont(tiny);
    const bool fresh = m_line.freshness == city::Freshness::Fresh;
    paintFreshness(painter, QRectF(room.left(), room.bottom() - 11, 10, 10), m_line.freshness, m_theme);
    painter.setPen(fresh ? m_theme.muted : m_theme.of(m_line.freshness));
    const QString word = city::freshnessText(m_line.freshness).toString();
    const QString age = fresh ? m_line.age : QString(word + u' ' + m_line.age).trimmed();
    const int half = room.width() * 2 / 5;
    painter.drawText(room.adjusted(14, 0, 0, 0), Qt::AlignLeft | Qt::AlignBottom | Qt::TextSingleLine,
                     QFontMetrics(tiny).elidedText(age, Qt::ElideRight, none ? room.width() - 14 : half));
    painter.setPen(m_theme.muted);
    QStringList told{m_line.usual.section(QLatin1Char('\n'), 0, 0), m_line.word};
    told.removeAll(QString());
    painter.drawText(
        room, Qt::AlignRight | Qt::AlignBottom | Qt::TextSingleLine,
        QFontMetrics(tiny).elidedText(told.join(QStringLiteral(" · ")), Qt::ElideRight, room.width() - half));
}

} // namespace widgets
