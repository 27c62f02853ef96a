// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/search_delegate.h"

#include "widgets/theme/dress.h"

#include <QPainter>

namespace widgets {

void SearchDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const
{
    painter->save();
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    if (chosen) painter->fillRect(option.rect, m_theme.accent);
    QRect room = option.rect.adjusted(8, 0, -8, 0);
    painter->setFont(fontOf(m_theme, m_theme.body));
    const QFontMetrics metrics(painter->font());
    const QString name =
        metrics.elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, room.width() * 3 / 4);
    painter->setPen(chosen ? m_theme.onAccent : m_theme.text);
    painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, name);
    room.setLeft(room.left() + metrics.horizontalAdvance(name) + 12);
    painter->setPen(chosen ? m_theme.onAccent : m_theme.muted);
    painter->setFont(fontOf(m_theme, m_theme.tiny));
    painter->drawText(room, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine,
                      QFontMetrics(painter->font())
                          .elidedText(index.data(Qt::UserRole + 1).toString(), Qt::ElideRight, room.width()));
    painter->restore();
}

QSize SearchDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {200, 28};
}

} // namespace widgets
