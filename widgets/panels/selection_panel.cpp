// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/selection_panel.h"

#include "widgets/theme/dress.h"
#include "widgets/theme/plain_text.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QToolButton>
#include <QTreeWidget>

namespace widgets {

namespace {

QString counted(qint64 count)
{
    return QLocale(QLocale::English).toString(count);
}

} // namespace

SelectionPanel::SelectionPanel(QWidget* parent)
    : QWidget(parent), m_head(plainLabel(Wrap::Never, this)), m_note(plainLabel(Wrap::Words, this)), m_table(new QToolButton(this)),
      m_zoom(new QToolButton(this)), m_copy(new QToolButton(this)), m_clear(new QToolButton(this)), m_list(new QTreeWidget(this))
{
    m_list->setRootIsDecorated(false);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformRowHeights(true);
    m_list->setColumnCount(3);
    m_list->installEventFilter(this);
    auto* bar = new QHBoxLayout;
    bar->setSpacing(2);
    bar->addWidget(m_head, 1);
    for (QToolButton* button : {m_table, m_zoom, m_copy, m_clear}) {
        button->setIconSize({18, 18});
        bar->addWidget(button);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 4, 12, 8);
    column->setSpacing(4);
    column->addLayout(bar);
    column->addWidget(m_note);
    column->addWidget(m_list, 1);
    connect(m_table, &QToolButton::clicked, this, &SelectionPanel::openCurrent);
    connect(m_list, &QTreeWidget::itemActivated, this, &SelectionPanel::openCurrent);
    connect(m_zoom, &QToolButton::clicked, this, &SelectionPanel::zoomAsked);
    connect(m_clear, &QToolButton::clicked, this, &SelectionPanel::clearAsked);
    connect(m_copy, &QToolButton::clicked, this, [this] { QApplication::clipboard()->setText(copied()); });
    retranslate();
}

void SelectionPanel::setTheme(const Theme& theme)
{
    m_head->setFont(fontOf(theme, theme.body, Weight::Bold));
    tint(*m_note, theme.muted);
    m_table->setIcon(icon(theme, QStringLiteral("table")));
    m_zoom->setIcon(icon(theme, QStringLiteral("zoom-in")));
    m_copy->setIcon(icon(theme, QStringLiteral("copy")));
    m_clear->setIcon(icon(theme, QStringLiteral("close")));
}

void SelectionPanel::setLayers(const std::vector<SelectedLayer>& layers, const QString& region)
{
    m_layers = layers;
    m_region = region;
    fill();
}

QString SelectionPanel::headline() const
{
    return m_head->text();
}

void SelectionPanel::fill()
{
    qint64 all = 0;
    m_list->clear();
    for (const SelectedLayer& layer : m_layers) {
        auto* item = new QTreeWidgetItem(m_list, {layer.title, counted(layer.count), layer.summary});
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        item->setData(0, Qt::UserRole, layer.id);
        all += layer.count;
    }
    if (m_list->topLevelItemCount() > 0) m_list->setCurrentItem(m_list->topLevelItem(0));
    m_list->resizeColumnToContents(0);
    m_head->setText(tr("%1 selected").arg(counted(all)));
    m_note->setText(all == 0 ? tr("Nothing is selected. Draw a rectangle, an outline or a circle on the map; Shift adds, Ctrl takes away.") : m_region);
    m_note->setVisible(!m_note->text().isEmpty());
    m_list->setVisible(all > 0);
    for (QToolButton* button : {m_table, m_zoom, m_copy, m_clear})
        button->setEnabled(all > 0);
}

void SelectionPanel::openCurrent()
{
    if (const QTreeWidgetItem* item = m_list->currentItem()) Q_EMIT tableAsked(item->data(0, Qt::UserRole).toString());
}

QString SelectionPanel::copied() const
{
    QStringList lines{tr("Layer") + u'\t' + tr("Selected") + u'\t' + tr("Summary")};
    for (const SelectedLayer& layer : m_layers)
        lines << layer.title + u'\t' + QString::number(layer.count) + u'\t' + layer.summary;
    return lines.join(u'\n') + u'\n';
}

bool SelectionPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->matches(QKeySequence::Copy)) {
        QApplication::clipboard()->setText(copied());
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void SelectionPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void SelectionPanel::retranslate()
{
    m_list->setHeaderLabels({tr("Layer"), tr("Selected"), tr("Summary")});
    m_list->setAccessibleName(tr("Selected, by layer"));
    const std::pair<QToolButton*, QString> words[] = {{m_table, tr("Show in the attribute table (Return)")}, {m_zoom, tr("Zoom to what is selected")}, {m_copy, tr("Copy this list")}, {m_clear, tr("Select nothing")}};
    for (const auto& [button, text] : words) {
        button->setToolTip(text);
        button->setAccessibleName(text);
    }
    fill();
}

} // namespace widgets
