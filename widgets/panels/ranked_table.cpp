// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/ranked_table.h"

#include "widgets/panels/column_widths.h"
#include "widgets/panels/table_delegate.h"
#include "widgets/panels/table_head.h"
#include "widgets/panels/table_model.h"
#include "widgets/panels/take_away.h"
#include "widgets/theme/dress.h"
#include "widgets/theme/plain_text.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

namespace widgets {

namespace {

constexpr int leastName = 88, leastText = 64, leastNumber = 48; // px; a number's cells may want more

}

class RankedTable::Private {
public:
    ElidedLabel* title;
    QTableView* view;
    QLabel* note;
    TableModel* model;
    TableDelegate* delegate;
    int hovered = -1;

    void widths()
    {
        if (model->columnCount() == 0) return;
        auto* head = view->horizontalHeader();
        std::vector<ColumnNeed> needs;
        for (int column = 0; column < model->columnCount(); ++column) {
            const int cells = static_cast<QAbstractItemView*>(view)->sizeHintForColumn(column);
            const bool numeric = model->table().columns[static_cast<std::size_t>(column)].numeric;
            const int least = column == 0 ? leastName : numeric ? std::max(cells, leastNumber) : leastText;
            needs.push_back({std::max(cells, head->sectionSizeHint(column)), least});
        }
        const std::vector<int> widths = columnWidths(needs, view->viewport()->width());
        for (int column = 0; column < model->columnCount(); ++column)
            head->resizeSection(column, widths[static_cast<std::size_t>(column)]);
    }
    void hover(int row)
    {
        hovered = row;
        delegate->setHoveredRow(row);
        view->viewport()->update();
    }
};

RankedTable::RankedTable(QWidget* parent) : QWidget(parent), d(std::make_unique<Private>())
{
    d->title = new ElidedLabel(this);
    d->view = new QTableView(this);
    d->note = plainLabel(Wrap::Words, this);
    d->model = new TableModel(this);
    d->delegate = new TableDelegate(this);
    d->note->setAlignment(Qt::AlignCenter);
    d->view->setModel(d->model);
    d->view->setItemDelegate(d->delegate);
    d->view->setSelectionBehavior(QAbstractItemView::SelectRows);
    d->view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    d->view->setShowGrid(false);
    d->view->setWordWrap(false);
    d->view->setTabKeyNavigation(false);
    d->view->setFrameShape(QFrame::NoFrame);
    d->view->setMouseTracking(true);
    d->view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    d->view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    d->view->setContextMenuPolicy(Qt::CustomContextMenu);
    d->view->verticalHeader()->hide();
    d->view->verticalHeader()->setDefaultSectionSize(28);
    d->view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    d->view->setHorizontalHeader(new TableHead(d->view));
    d->view->horizontalHeader()->setMinimumSectionSize(48);
    d->view->horizontalHeader()->setResizeContentsPrecision(60);
    d->view->installEventFilter(this);
    d->view->viewport()->installEventFilter(this);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(d->title);
    column->addWidget(d->view, 1);
    column->addWidget(d->note, 1);

    connect(d->view->horizontalHeader(), &QHeaderView::sectionClicked, this, [this](int section) {
        const bool same = section == d->model->sortColumn();
        const bool numeric = d->model->table().columns[static_cast<std::size_t>(section)].numeric;
        const bool down = same ? d->model->sortOrder() == Qt::AscendingOrder : numeric;
        d->model->sort(section, down ? Qt::DescendingOrder : Qt::AscendingOrder);
    });
    const auto activate = [this](const QModelIndex& index) {
        const TableRow row = d->model->row(index.row());
        if (row.target) Q_EMIT rowActivated(*row.target);
        Q_EMIT keyActivated(row.key);
    };
    // With a modifier a click only widens the choice of rows to copy.
    connect(d->view, &QTableView::clicked, this, [activate](const QModelIndex& index) {
        if (QApplication::keyboardModifiers() == Qt::NoModifier) activate(index);
    });
    const TakeAwayOf takeAway = [this] { return TakeAway{d->model->table().title, copied(), true, grab().toImage()}; };
    new DragOut(*d->title, takeAway);
    connect(d->view, &QWidget::customContextMenuRequested, this, [this, takeAway](QPoint at) {
        QMenu menu;
        const QModelIndex index = d->view->indexAt(at);
        if (index.isValid())
            connect(menu.addAction(tr("Why this number? (?)")), &QAction::triggered, this, [this, index] { askWhy(index); });
        addTakeAway(menu, *this, takeAway);
        menu.exec(d->view->viewport()->mapToGlobal(at));
    });
}

RankedTable::~RankedTable() = default;

void RankedTable::setTheme(const Theme& theme)
{
    d->delegate->setTheme(theme);
    d->title->setFont(fontOf(theme, theme.title, Weight::Bold));
    d->title->setColour(theme.text);
    d->note->setFont(fontOf(theme, theme.body));
    tint(*d->note, theme.muted);
    d->view->horizontalHeader()->setFont(fontOf(theme, theme.tiny));
    d->widths();
    d->view->viewport()->update();
}

void RankedTable::setTable(const TableData& table)
{
    const int scroll = d->view->verticalScrollBar()->value();
    const QModelIndex current = d->view->currentIndex();
    const QString key = current.isValid() ? d->model->row(current.row()).key : QString();
    d->hover(-1);
    d->model->setTable(table);
    d->widths();
    d->title->setText(table.title);
    d->title->setVisible(!table.title.isEmpty());
    d->note->setText(table.note.isEmpty() ? tr("There is nothing to list.") : table.note);
    d->note->setVisible(table.rows.empty());
    d->view->setVisible(!table.rows.empty());
    d->view->setAccessibleName(table.title.isEmpty() ? tr("Table") : table.title);
    if (const int row = d->model->rowOfKey(key); row >= 0)
        d->view->selectionModel()->setCurrentIndex(d->model->index(row, 0), QItemSelectionModel::NoUpdate);
    d->view->verticalScrollBar()->setValue(scroll);
}

void RankedTable::setHighlighted(const QString& key)
{
    const int row = d->model->rowOfKey(key);
    d->hover(row);
    if (row >= 0) d->view->scrollTo(d->model->index(row, 0));
}

QString RankedTable::copied() const
{
    QStringList lines, head;
    for (int column = 0; column < d->model->columnCount(); ++column) {
        const TableColumn& title = d->model->table().columns[static_cast<std::size_t>(column)];
        head.push_back(title.unit.isEmpty() ? title.title
                                            : QStringLiteral("%1 (%2)").arg(title.title, title.unit));
    }
    lines.push_back(head.join(u'\t'));
    const auto* selection = d->view->selectionModel();
    for (int row = 0; row < d->model->rowCount(); ++row) {
        if (selection->hasSelection() && !selection->isRowSelected(row, {})) continue;
        QStringList cells;
        for (const TableCell& cell : d->model->row(row).cells)
            cells.push_back(QString(cell.text).replace(u'\t', u' ').replace(u'\n', u' '));
        lines.push_back(cells.join(u'\t'));
    }
    return lines.join(u'\n') + u'\n';
}

void RankedTable::askWhy(const QModelIndex& index)
{
    Q_EMIT whyAsked({WhyAsk::Of::Cell, d->model->row(index.row()).key, index.column(), {}, {}}, this);
}

QTableView* RankedTable::view() const
{
    return d->view;
}

void RankedTable::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange && d->model->table().note.isEmpty())
        d->note->setText(tr("There is nothing to list."));
    QWidget::changeEvent(event);
}

void RankedTable::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    d->widths();
}

bool RankedTable::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == d->view && event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Copy)) {
            QApplication::clipboard()->setText(copied());
            return true;
        }
        const QModelIndex current = d->view->currentIndex();
        if (key->key() == Qt::Key_Question && current.isValid()) {
            askWhy(current);
            return true;
        }
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && current.isValid()) {
            const TableRow row = d->model->row(current.row());
            if (row.target) Q_EMIT rowActivated(*row.target);
            Q_EMIT keyActivated(row.key);
            return true;
        }
    }
    const bool moved = event->type() == QEvent::MouseMove, left = event->type() == QEvent::Leave;
    if (watched == d->view->viewport() && (moved || left)) {
        const int row =
            moved ? d->view->rowAt(static_cast<QMouseEvent*>(event)->position().toPoint().y()) : -1;
        if (row != d->hovered) {
            d->hover(row);
            Q_EMIT rowHovered(row >= 0 ? d->model->row(row).key : QString());
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace widgets
