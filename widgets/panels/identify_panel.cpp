// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/identify_panel.h"

#include "layers/map/scene/selection.h"
#include "widgets/theme/dress.h"
#include "widgets/theme/plain_text.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QSplitter>
#include <QTableWidget>
#include <QToolButton>
#include <QTreeWidget>

namespace widgets {

namespace {

QTableWidgetItem* cell(const QString& text)
{
    auto* item = new QTableWidgetItem(QString(text).replace(u'\n', u' '));
    item->setToolTip(plainTip(text));
    return item;
}

} // namespace

IdentifyPanel::IdentifyPanel(QWidget* parent)
    : QWidget(parent), m_head(new ElidedLabel(this)), m_empty(plainLabel(Wrap::Words, this)), m_previous(new QToolButton(this)), m_next(new QToolButton(this)),
      m_copy(new QToolButton(this)), m_go(new QToolButton(this)), m_tree(new QTreeWidget), m_table(new QTableWidget)
{
    m_tree->setHeaderHidden(true);
    m_tree->setIndentation(14);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setUniformRowHeights(true);
    m_table->setColumnCount(2);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(24);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->installEventFilter(this);
    auto* bar = new QHBoxLayout;
    bar->setSpacing(2);
    bar->addWidget(m_head, 1);
    for (QToolButton* button : {m_previous, m_next, m_go, m_copy}) {
        button->setIconSize({18, 18});
        bar->addWidget(button);
    }
    auto* halves = new QSplitter(Qt::Horizontal);
    halves->addWidget(m_tree);
    halves->addWidget(m_table);
    halves->setStretchFactor(0, 2);
    halves->setStretchFactor(1, 3);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 4, 12, 8);
    column->setSpacing(4);
    column->addLayout(bar);
    column->addWidget(m_empty);
    column->addWidget(halves, 1);
    connect(m_previous, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { step(1); });
    connect(m_go, &QToolButton::clicked, this, [this] { Q_EMIT goAsked(m_current); });
    connect(m_copy, &QToolButton::clicked, this, [this] { QApplication::clipboard()->setText(copied()); });
    connect(m_tree, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) {
        if (item && item->data(0, Qt::UserRole).isValid()) setCurrent(item->data(0, Qt::UserRole).toInt());
    });
    retranslate();
    showCurrent();
}

void IdentifyPanel::setTheme(const Theme& theme)
{
    m_head->setFont(fontOf(theme, theme.body, Weight::Bold));
    tint(*m_empty, theme.muted);
    m_previous->setIcon(icon(theme, QStringLiteral("back")));
    m_next->setIcon(icon(theme, QStringLiteral("forward")));
    m_copy->setIcon(icon(theme, QStringLiteral("copy")));
    m_go->setIcon(icon(theme, QStringLiteral("zoom-in")));
}

void IdentifyPanel::setHits(const std::vector<map::Hit>& hits, const QHash<QString, QString>& titles, const QString& where)
{
    const bool same = hits.size() == m_hits.size() && where == m_where;
    m_hits = hits;
    m_titles = titles;
    m_where = where;
    const int before = same ? m_current : 0;
    m_current = -1;
    fillTree();
    setCurrent(hits.empty() ? -1 : std::max(0, before));
    if (hits.empty()) showCurrent();
}

void IdentifyPanel::fillTree()
{
    const QSignalBlocker quiet(m_tree);
    m_tree->clear();
    QHash<QString, QTreeWidgetItem*> layers;
    for (std::size_t i = 0; i < m_hits.size(); ++i) {
        QTreeWidgetItem*& layer = layers[m_hits[i].layer];
        if (!layer) {
            layer = new QTreeWidgetItem(m_tree, {m_titles.value(m_hits[i].layer, m_hits[i].layer)});
            layer->setFlags(Qt::ItemIsEnabled);
            layer->setExpanded(true);
        }
        const map::Ref& ref = m_hits[i].ref;
        auto* item = new QTreeWidgetItem(layer, {ref.title.isEmpty() ? ref.id : ref.title});
        item->setData(0, Qt::UserRole, static_cast<int>(i));
    }
    m_tree->expandAll();
}

void IdentifyPanel::setCurrent(int hit)
{
    if (hit >= static_cast<int>(m_hits.size()) || hit == m_current) return;
    m_current = hit;
    showCurrent();
    Q_EMIT currentChanged(hit);
}

void IdentifyPanel::step(int by)
{
    const int count = static_cast<int>(m_hits.size());
    if (count > 0) setCurrent((m_current + by + count) % count);
}

void IdentifyPanel::showCurrent()
{
    const int count = static_cast<int>(m_hits.size());
    const bool any = m_current >= 0 && m_current < count;
    m_empty->setVisible(!any);
    m_table->setVisible(any);
    m_tree->setVisible(any);
    for (QToolButton* button : {m_previous, m_next})
        button->setEnabled(count > 1);
    m_copy->setEnabled(any);
    m_go->setEnabled(any);
    m_table->setRowCount(0);
    if (!any) {
        m_head->setText(m_where);
        return;
    }
    const map::Hit& hit = m_hits[static_cast<std::size_t>(m_current)];
    m_head->setText(tr("%1 of %2 – %3 – %4").arg(m_current + 1).arg(count).arg(hit.ref.title, m_titles.value(hit.layer, hit.layer)));
    for (const QString& line : hit.ref.lines) {
        const auto [name, value] = map::nameAndValue(line);
        const int row = m_table->rowCount();
        m_table->insertRow(row);
        m_table->setItem(row, 0, cell(name));
        m_table->setItem(row, 1, cell(value));
    }
    m_table->resizeColumnToContents(0);
    const QSignalBlocker quiet(m_tree);
    for (QTreeWidgetItemIterator item(m_tree); *item; ++item)
        if ((*item)->data(0, Qt::UserRole).isValid() && (*item)->data(0, Qt::UserRole).toInt() == m_current) m_tree->setCurrentItem(*item);
}

QString IdentifyPanel::copied() const
{
    if (m_current < 0) return {};
    const map::Hit& hit = m_hits[static_cast<std::size_t>(m_current)];
    QStringList lines{m_titles.value(hit.layer, hit.layer) + u'\t' + hit.ref.title};
    for (const QString& line : hit.ref.lines) {
        const auto [name, value] = map::nameAndValue(line);
        lines << QString(name).replace(u'\t', u' ') + u'\t' + QString(value).replace(u'\t', u' ').replace(u'\n', u' ');
    }
    return lines.join(u'\n') + u'\n';
}

bool IdentifyPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->matches(QKeySequence::Copy)) {
        QApplication::clipboard()->setText(copied());
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void IdentifyPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showCurrent();
    }
    QWidget::changeEvent(event);
}

void IdentifyPanel::retranslate()
{
    const std::pair<QToolButton*, QString> words[] = {{m_previous, tr("Previous thing")}, {m_next, tr("Next thing")}, {m_copy, tr("Copy its attributes")}, {m_go, tr("Show it on the map")}};
    for (const auto& [button, text] : words) {
        button->setToolTip(text);
        button->setAccessibleName(text);
    }
    m_empty->setText(tr("Nothing of the layers shown lies here. Click on the map; with the keyboard, move the map and press Return."));
    m_table->setHorizontalHeaderLabels({tr("Attribute"), tr("Value")});
    m_table->setAccessibleName(tr("Attributes"));
    m_tree->setAccessibleName(tr("Things at this position"));
}

} // namespace widgets
