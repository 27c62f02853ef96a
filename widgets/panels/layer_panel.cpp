// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/layer_panel.h"

#include "widgets/panels/layer_row.h"
#include "widgets/theme/dress.h"
#include "widgets/theme/plain_text.h"

#include <QComboBox>
#include <QEvent>
#include <QScrollArea>
#include <QVBoxLayout>

namespace widgets {

LayerPanel::LayerPanel(QWidget* parent)
    : QWidget(parent), m_basemapTitle(plainLabel(Wrap::Never, this)), m_basemaps(new QComboBox(this)),
      m_empty(plainLabel(Wrap::Words, this))
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget;
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(12, 12, 12, 12);
    m_column->setSpacing(4);
    m_column->addWidget(m_empty);
    m_column->addStretch(1);
    m_column->addWidget(m_basemapTitle);
    m_column->addWidget(m_basemaps);
    m_basemapTitle->setContentsMargins(0, 12, 0, 0);
    scroll->setWidget(content);
    outer->addWidget(scroll);
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    m_basemapTitle->hide();
    m_basemaps->hide();
    connect(m_basemaps, &QComboBox::activated, this,
            [this](int row) { Q_EMIT basemapPicked(m_basemaps->itemData(row).toString()); });
    retranslate();
}

void LayerPanel::setTheme(const Theme& theme)
{
    m_theme = theme;
    for (LayerRow* row : m_rows)
        row->setTheme(theme);
    for (QLabel* label : m_groups) {
        label->setFont(fontOf(theme, theme.tiny, Weight::Bold));
        tint(*label, theme.muted);
    }
    m_basemapTitle->setFont(fontOf(theme, theme.tiny, Weight::Bold));
    tint(*m_basemapTitle, theme.muted);
    tint(*m_empty, theme.muted);
}

void LayerPanel::setLayers(const std::vector<LayerEntry>& layers)
{
    const bool same = sameRows(layers);
    m_layers = layers;
    m_empty->setVisible(layers.empty());
    if (!same) return rebuild();
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_rows[i]->setLayer(m_layers[i]);
}

void LayerPanel::setBasemaps(const std::vector<BasemapChoice>& basemaps, const QString& current)
{
    m_basemaps->clear();
    m_basemaps->addItem(tr("None"), QString());
    for (const BasemapChoice& basemap : basemaps)
        m_basemaps->addItem(basemap.title, basemap.id);
    m_basemaps->setCurrentIndex(qMax(0, m_basemaps->findData(current)));
    m_basemaps->setVisible(!basemaps.empty());
    m_basemapTitle->setVisible(!basemaps.empty());
}

void LayerPanel::setLevel(const QString& level)
{
    m_level = level;
    for (LayerRow* row : m_rows)
        row->setLevel(level);
}

void LayerPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

bool LayerPanel::sameRows(const std::vector<LayerEntry>& layers) const
{
    return m_list && std::equal(layers.begin(), layers.end(), m_layers.begin(), m_layers.end(),
                                [](const LayerEntry& a, const LayerEntry& b) {
                                    return a.id == b.id && a.group == b.group;
                                });
}

// Layers of one group stand together, groups in the order of their first layer.
void LayerPanel::rebuild()
{
    if (m_list) {
        // A row may be asking for this from its own click.
        m_column->removeWidget(m_list);
        m_list->hide();
        m_list->deleteLater();
    }
    m_rows.assign(m_layers.size(), nullptr);
    m_groups.clear();
    m_list = new QWidget(this);
    auto* column = new QVBoxLayout(m_list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    QStringList groups;
    for (const LayerEntry& layer : m_layers)
        if (!groups.contains(layer.group)) groups.push_back(layer.group);
    for (const QString& group : groups) {
        QLabel* label = plainLabel(Wrap::Never, m_list);
        label->setText(group);
        label->setContentsMargins(0, m_groups.empty() ? 0 : 12, 0, 2);
        label->setHidden(group.isEmpty());
        m_groups.push_back(label);
        column->addWidget(label);
        for (std::size_t i = 0; i < m_layers.size(); ++i) {
            if (m_layers[i].group != group) continue;
            auto* row = new LayerRow(m_list);
            row->setLayer(m_layers[i]);
            row->setLevel(m_level);
            connect(row, &LayerRow::shown, this, &LayerPanel::layerShown);
            connect(row, &LayerRow::hidden, this, &LayerPanel::layerHidden);
            connect(row, &LayerRow::removeAsked, this, &LayerPanel::removeAsked);
            connect(row, &LayerRow::styleAsked, this, &LayerPanel::styleAsked);
            connect(row, &LayerRow::levelPicked, this, &LayerPanel::levelPicked);
            m_rows[i] = row;
            column->addWidget(row);
        }
    }
    m_column->insertWidget(0, m_list);
    setTheme(Theme(m_theme));
}

void LayerPanel::retranslate()
{
    m_empty->setText(tr("No layers here. Drop a map file on the window to add one."));
    m_basemapTitle->setText(tr("Basemap"));
    m_basemaps->setAccessibleName(tr("Basemap"));
    if (m_basemaps->count() > 0) m_basemaps->setItemText(0, tr("None"));
}

} // namespace widgets
