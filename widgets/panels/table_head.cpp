// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/table_head.h"

#include <QStyleOptionHeader>

namespace widgets {

namespace {

constexpr int padding = 16; // Both sides, as the style sheet has it.

}

TableHead::TableHead(QWidget* parent) : QHeaderView(Qt::Horizontal, parent)
{
    setHighlightSections(false);
    setSectionsClickable(true);
}

void TableHead::initStyleOptionForIndex(QStyleOptionHeader* option, int section) const
{
    QHeaderView::initStyleOptionForIndex(option, section);
    option->text = fontMetrics().elidedText(option->text, Qt::ElideRight, sectionSize(section) - padding);
}

} // namespace widgets
