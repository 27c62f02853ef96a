// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/table_delegate.h"

#include "widgets/panels/table_model.h"
#include "widgets/theme/dress.h"
#include "widgets/theme/symbols.h"

#include <QPainter>
#include <QTableView>

namespace widgets {

namespace {

constexpr int kPad = 8;
constexpr int kSwatch = 10;
constexpr int kRowHeight = 28;

bool hasSymbol(const TableCell& cell)
{
    return cell.colour.isValid() || cell.freshness;
}

} // namespace

void TableDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const
{
    const auto* model = qobject_cast<const TableModel*>(index.model());
    const auto* view = qobject_cast<const QTableView*>(option.widget);
    const TableCell* cell = model ? model->cell(index) : nullptr;
    if (!view) return;
    const QRect box = option.rect;
    const bool picked = model && model->row(index.row()).selected;
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    if (picked || chosen)
        painter->fillRect(box, mixed(m_theme.surface, m_theme.accent, picked ? 0.22 : 0.12));
    else if (index.row() == m_hovered)
        painter->fillRect(box, mixed(m_theme.surface, m_theme.text, 0.07));
    painter->fillRect(QRect(box.left(), box.bottom(), box.width(), 1), m_theme.grid);
    if (picked && index.column() == 0)
        painter->fillRect(QRect(box.left(), box.top(), 3, box.height()), m_theme.accent);
    if (view->hasFocus() && view->currentIndex().row() == index.row()) {
        painter->fillRect(QRect(box.left(), box.top(), box.width(), 1), m_theme.accent);
        painter->fillRect(QRect(box.left(), box.bottom(), box.width(), 1), m_theme.accent);
    }
    if (cell) {
        QRect room = box.adjusted(kPad, 0, -kPad, 0);
        const QFont font = fontOf(m_theme, m_theme.body);
        painter->setFont(font);
        const auto side = index.data(Qt::TextAlignmentRole).value<Qt::Alignment>();
        const QString text = QFontMetrics(font).elidedText(
            cell->text, Qt::ElideRight, room.width() - (hasSymbol(*cell) ? kSwatch + 6 : 0));
        if (cell->freshness) {
            paintFreshness(*painter, QRectF(room.left(), box.center().y() - kSwatch / 2, kSwatch, kSwatch),
                           *cell->freshness, m_theme);
            room.setLeft(room.left() + kSwatch + 6);
        }
        if (cell->colour.isValid()) {
            const int width = QFontMetrics(font).horizontalAdvance(text);
            const int left = side.testFlag(Qt::AlignRight) ? room.right() - width - kSwatch - 6 : room.left();
            paintShape(*painter, QRectF(left, box.center().y() - kSwatch / 2, kSwatch, kSwatch), cell->shape,
                       cell->colour, mixed(m_theme.surface, m_theme.text, 0.45));
            if (!side.testFlag(Qt::AlignRight)) room.setLeft(room.left() + kSwatch + 6);
        }
        painter->setPen(cell->muted ? m_theme.muted : m_theme.text);
        painter->drawText(room, static_cast<int>(side) | Qt::TextSingleLine, text);
    }
    painter->restore();
}

QSize TableDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const auto* model = qobject_cast<const TableModel*>(index.model());
    const TableCell* cell = model ? model->cell(index) : nullptr;
    if (!cell) return {kPad * 2, kRowHeight};
    const int text = QFontMetrics(fontOf(m_theme, m_theme.body)).horizontalAdvance(cell->text);
    return {text + kPad * 2 + 2 + (hasSymbol(*cell) ? kSwatch + 6 : 0), kRowHeight};
}

} // namespace widgets
