// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/named_list.h"

#include "widgets/theme/dress.h"
#include "widgets/theme/plain_text.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QToolButton>
#include <QTreeWidget>

namespace widgets {

namespace {

constexpr std::size_t asksThereAre = 6;
constexpr int longestName = 200;

QPixmap swatch(const QColor& colour)
{
    QPixmap pixmap(12, 12);
    pixmap.fill(colour);
    return pixmap;
}

} // namespace

NamedList::NamedList(const std::vector<Ask>& asks, QWidget* parent)
    : QWidget(parent), m_empty(plainLabel(Wrap::Words, this)), m_tree(new QTreeWidget(this)), m_buttons(asksThereAre, nullptr)
{
    m_tree->setRootIsDecorated(false);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_tree->installEventFilter(this);
    auto* bar = new QHBoxLayout;
    bar->setSpacing(2);
    bar->addWidget(m_empty, 1);
    for (const Ask ask : asks) {
        auto* made = new QToolButton(this);
        made->setIconSize({18, 18});
        bar->addWidget(made);
        m_buttons[static_cast<std::size_t>(ask)] = made;
        connect(made, &QToolButton::clicked, this, [this, ask] { Q_EMIT asked(ask, chosen()); });
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 4, 12, 8);
    column->setSpacing(4);
    column->addLayout(bar);
    column->addWidget(m_tree, 1);
    connect(m_tree, &QTreeWidget::itemDoubleClicked, this, [this](QTreeWidgetItem* item) { Q_EMIT asked(Ask::Go, {item->data(0, Qt::UserRole).toString()}); });
    connect(m_tree, &QTreeWidget::itemChanged, this, [this](QTreeWidgetItem* item, int cell) {
        if (cell == 0) Q_EMIT renamed(item->data(0, Qt::UserRole).toString(), item->text(0).left(longestName));
    });
    setRows({});
}

void NamedList::setTheme(const Theme& theme)
{
    tint(*m_empty, theme.muted);
    const std::pair<Ask, const char*> icons[] = {{Ask::Go, "zoom-in"}, {Ask::Remove, "close"}, {Ask::Save, "export"}, {Ask::Undo, "undo"}, {Ask::Redo, "redo"}, {Ask::Add, "bookmark"}};
    for (const auto& [ask, name] : icons)
        if (button(ask)) button(ask)->setIcon(icon(theme, QString::fromLatin1(name)));
}

void NamedList::setWords(const QStringList& columns, const QString& name, const QString& empty)
{
    m_tree->setColumnCount(static_cast<int>(columns.size()));
    m_tree->setHeaderLabels(columns);
    m_tree->setAccessibleName(name);
    m_empty->setText(empty);
}

void NamedList::setTip(Ask ask, const QString& tip)
{
    if (!button(ask)) return;
    button(ask)->setToolTip(tip);
    button(ask)->setAccessibleName(tip);
}

void NamedList::setEnabled(Ask ask, bool enabled)
{
    if (button(ask)) button(ask)->setEnabled(enabled);
}

void NamedList::setRows(const std::vector<NamedRow>& rows)
{
    const QString current = m_tree->currentItem() ? m_tree->currentItem()->data(0, Qt::UserRole).toString() : QString();
    const QSignalBlocker quiet(m_tree);
    m_tree->clear();
    for (const NamedRow& row : rows) {
        auto* item = new QTreeWidgetItem(m_tree, row.cells);
        item->setData(0, Qt::UserRole, row.id);
        item->setFlags(item->flags() | Qt::ItemIsEditable);
        if (row.colour.isValid()) item->setIcon(0, QIcon(swatch(row.colour)));
        if (row.id == current) m_tree->setCurrentItem(item);
    }
    for (int column = 0; column < m_tree->columnCount(); ++column)
        m_tree->resizeColumnToContents(column);
    // The label keeps its place in the bar, so that the buttons keep theirs.
    auto keep = m_empty->sizePolicy();
    keep.setRetainSizeWhenHidden(true);
    m_empty->setSizePolicy(keep);
    m_empty->setVisible(rows.empty());
    for (const Ask ask : {Ask::Go, Ask::Remove, Ask::Save})
        setEnabled(ask, !rows.empty());
}

QStringList NamedList::chosen() const
{
    QStringList ids;
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        const QTreeWidgetItem* item = m_tree->topLevelItem(i);
        if (item->isSelected() || m_tree->selectedItems().isEmpty()) ids << item->data(0, Qt::UserRole).toString();
    }
    return ids;
}

void NamedList::rename(const QString& id)
{
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem* item = m_tree->topLevelItem(i);
        if (item->data(0, Qt::UserRole) != id) continue;
        m_tree->setCurrentItem(item);
        m_tree->editItem(item, 0);
    }
}

bool NamedList::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_tree && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool any = !m_tree->selectedItems().isEmpty();
        if (any && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)) {
            Q_EMIT asked(Ask::Go, chosen());
            return true;
        }
        if (any && key->key() == Qt::Key_Delete) {
            Q_EMIT asked(Ask::Remove, chosen());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace widgets
