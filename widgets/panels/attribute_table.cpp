// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/attribute_table.h"

#include "widgets/theme/dress.h"
#include "widgets/theme/plain_text.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QTableView>
#include <QTimer>
#include <QToolButton>

namespace widgets {

namespace {

constexpr std::size_t mostCopied = 100'000; // rows; more belong into a file

}

AttributeTable::AttributeTable(QWidget* parent)
    : QWidget(parent), m_model(new AttributeModel(this)), m_view(new QTableView), m_layers(new QComboBox), m_filter(new QLineEdit),
      m_inView(new QCheckBox), m_selected(new QCheckBox), m_count(plainLabel(Wrap::Never)), m_note(plainLabel(Wrap::Words)), m_zoom(new QToolButton),
      m_copy(new QToolButton), m_export(new QToolButton), m_none(new QToolButton), m_typing(new QTimer(this))
{
    build();
    connect(m_layers, &QComboBox::activated, this, [this] { Q_EMIT layerAsked(m_layers->currentData().toString()); });
    m_typing->setSingleShot(true);
    m_typing->setInterval(250);
    connect(m_filter, &QLineEdit::textEdited, m_typing, qOverload<>(&QTimer::start));
    connect(m_filter, &QLineEdit::returnPressed, this, &AttributeTable::filter);
    connect(m_typing, &QTimer::timeout, this, &AttributeTable::filter);
    connect(m_inView, &QCheckBox::toggled, this, &AttributeTable::onlyChanged);
    connect(m_selected, &QCheckBox::toggled, this, &AttributeTable::onlyChanged);
    connect(m_zoom, &QToolButton::clicked, this, &AttributeTable::zoomAsked);
    connect(m_copy, &QToolButton::clicked, this, &AttributeTable::copy);
    connect(m_export, &QToolButton::clicked, this, &AttributeTable::exportAsked);
    connect(m_none, &QToolButton::clicked, this, [this] { Q_EMIT rowsPicked({}); });
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &AttributeTable::pickRows);
    connect(m_view->horizontalHeader(), &QHeaderView::sectionClicked, this, [this](int section) {
        const geo::RowQuery& query = m_model->query();
        m_model->sort(section, query.sortField == section && !query.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
        tellCount();
    });
    connect(m_model, &AttributeModel::searched, this, &AttributeTable::tellCount);
    connect(m_model, &AttributeModel::failed, this, [this](const city::Problem& problem) {
        m_note->setText(problem.toString());
        m_note->show();
    });
    connect(m_model, &AttributeModel::textRead, this, [](const QString& text) { QApplication::clipboard()->setText(text); });
    retranslate();
}

void AttributeTable::build()
{
    m_view->setModel(m_model);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setTabKeyNavigation(false);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(24);
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setDefaultSectionSize(140);
    m_view->horizontalHeader()->setSectionsClickable(true);
    m_view->installEventFilter(this);
    m_layers->setMaximumWidth(220);
    m_layers->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaxLength(500);
    m_note->hide();
    auto* bar = new QHBoxLayout;
    bar->setSpacing(6);
    bar->addWidget(m_layers);
    bar->addWidget(m_filter, 1);
    bar->addWidget(m_inView);
    bar->addWidget(m_selected);
    bar->addWidget(m_count);
    for (QToolButton* button : {m_zoom, m_copy, m_export, m_none}) {
        button->setIconSize({18, 18});
        bar->addWidget(button);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 4, 12, 8);
    column->setSpacing(4);
    column->addLayout(bar);
    column->addWidget(m_note);
    column->addWidget(m_view, 1);
}

void AttributeTable::setTheme(const Theme& theme)
{
    m_model->setTheme(theme);
    m_view->setFont(fontOf(theme, theme.body));
    m_count->setFont(fontOf(theme, theme.tiny));
    tint(*m_count, theme.muted);
    m_zoom->setIcon(icon(theme, QStringLiteral("zoom-in")));
    m_copy->setIcon(icon(theme, QStringLiteral("copy")));
    m_export->setIcon(icon(theme, QStringLiteral("export")));
    m_none->setIcon(icon(theme, QStringLiteral("close")));
}

void AttributeTable::setChoices(const std::vector<TableChoice>& choices)
{
    const QSignalBlocker quiet(m_layers);
    m_layers->clear();
    for (const TableChoice& choice : choices)
        m_layers->addItem(choice.title, choice.id);
    m_layers->setCurrentIndex(m_layers->findData(m_layer));
}

QString AttributeTable::layer() const
{
    return m_layer;
}

void AttributeTable::setLayer(const QString& id, std::shared_ptr<geo::RowSource> source)
{
    m_layer = id;
    m_filter->clear();
    m_note->hide();
    m_marking = true;
    m_model->setSource(std::move(source));
    m_marking = false;
    m_layers->setCurrentIndex(m_layers->findData(id));
    tellCount();
}

void AttributeTable::setMarked(const std::vector<qint64>& keys)
{
    if (keys == m_model->marked()) return;
    m_marking = true;
    m_view->clearSelection();
    m_marking = false;
    m_model->setMarked(keys);
    if (const int row = keys.empty() ? -1 : m_model->rowOf(keys.front()); row >= 0) m_view->scrollTo(m_model->index(row, 0));
    tellCount();
}

void AttributeTable::setOnly(std::shared_ptr<const std::vector<qint64>> keys)
{
    geo::RowQuery query = m_model->query();
    if (!keys && !query.only) return;
    query.only = std::move(keys);
    m_model->setQuery(query);
    tellCount();
}

bool AttributeTable::isOnlyInView() const
{
    return m_inView->isChecked();
}

bool AttributeTable::isOnlySelected() const
{
    return m_selected->isChecked();
}

void AttributeTable::filter()
{
    m_typing->stop();
    geo::RowQuery query = m_model->query();
    query.filter = m_filter->text().trimmed();
    if (query.filter == m_model->query().filter) return;
    m_note->hide();
    m_model->setQuery(query);
    tellCount();
}

void AttributeTable::pickRows()
{
    if (m_marking) return;
    std::vector<qint64> keys;
    for (const QItemSelectionRange& range : m_view->selectionModel()->selection())
        for (int row = range.top(); row <= range.bottom(); ++row)
            keys.push_back(m_model->keyOf(row));
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    m_model->setMarked(keys);
    tellCount();
    Q_EMIT rowsPicked(keys);
}

void AttributeTable::copy()
{
    std::vector<qint64> keys;
    const bool all = m_model->marked().empty();
    for (int row = 0; row < m_model->rowCount() && keys.size() < mostCopied; ++row)
        if (all || std::binary_search(m_model->marked().begin(), m_model->marked().end(), m_model->keyOf(row))) keys.push_back(m_model->keyOf(row));
    m_model->readText(keys);
}

void AttributeTable::tellCount()
{
    const QLocale locale(QLocale::English);
    if (m_layer.isEmpty())
        m_count->clear();
    else if (m_model->isBusy())
        m_count->setText(tr("Searching …"));
    else
        m_count->setText(tr("%1 of %2 rows, %3 selected").arg(locale.toString(m_model->rowCount()), m_model->total() < 0 ? QStringLiteral("?") : locale.toString(m_model->total()), locale.toString(qsizetype(m_model->marked().size()))));
    const bool any = m_model->rowCount() > 0;
    m_zoom->setEnabled(!m_model->marked().empty());
    m_none->setEnabled(!m_model->marked().empty());
    m_copy->setEnabled(any);
    m_export->setEnabled(any);
}

bool AttributeTable::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_view && event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->matches(QKeySequence::Copy)) {
        copy();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void AttributeTable::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void AttributeTable::retranslate()
{
    m_filter->setPlaceholderText(tr("Filter: words, or field > value"));
    m_filter->setToolTip(tr("Words that stand anywhere in a row, or a condition on one field: field = value, also != < <= > >= and ~ (contains)"));
    m_filter->setAccessibleName(tr("Filter rows"));
    m_layers->setAccessibleName(tr("Layer of the table"));
    m_inView->setText(tr("Only in view"));
    m_selected->setText(tr("Only selected"));
    m_view->setAccessibleName(tr("Attribute table"));
    const std::pair<QToolButton*, QString> words[] = {
        {m_zoom, tr("Zoom to the selected rows")}, {m_copy, tr("Copy the selected rows, or all, with headers (Ctrl+C)")}, {m_export, tr("Save the selected rows, or all, as CSV or GeoJSON")}, {m_none, tr("Select nothing")}};
    for (const auto& [button, text] : words) {
        button->setToolTip(text);
        button->setAccessibleName(text);
    }
    tellCount();
}

} // namespace widgets
