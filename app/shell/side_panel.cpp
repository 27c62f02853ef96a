// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/side_panel.h"

#include "widgets/charts/chart_panel.h"
#include "widgets/panels/alert_note.h"
#include "widgets/panels/criteria_panel.h"
#include "widgets/panels/detail_panel.h"
#include "widgets/panels/impact_panel.h"
#include "widgets/panels/ranked_table.h"
#include "widgets/panels/situation_panel.h"
#include "widgets/panels/tile_grid.h"
#include "widgets/theme/dress.h"

#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace app {

namespace {

constexpr int chartHeight = 112;  // The least a chart can be read at.
constexpr int tableHeight = 132;
constexpr std::size_t stripTiles = 4;
constexpr int mostColumns = 3;
constexpr int tilesAcross = 4; // Where there is more than one column.
constexpr int chartHeightMost = 640;

QScrollArea* scrollOf(QWidget* content, QWidget* parent)
{
    auto* scroll = new QScrollArea(parent);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    // The frame behind paints the surface.
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    return scroll;
}

/// How much room a chart would like, in lines of text: coarse, so that charts do not change places with every bar.
int weightOf(const widgets::ChartData& chart)
{
    constexpr int ofSeries = 7, ofFewBars = 5, fewBars = 4;
    if (chart.kind != widgets::ChartData::Kind::Bars) return ofSeries;
    return static_cast<int>(chart.bars.size()) > fewBars ? ofSeries : ofFewBars;
}
constexpr int weightOfTable = 8, weightOfCard = 10;

/// Bars gain nothing from more room than their rows need; lines do.
int mostHeight(const widgets::ChartData& chart)
{
    constexpr int head = 40, bar = 26;
    if (chart.kind != widgets::ChartData::Kind::Bars || chart.bars.empty()) return chartHeightMost;
    return std::max(chartHeight, head + bar * static_cast<int>(chart.bars.size()));
}

} // namespace

SidePanel::SidePanel(QWidget* parent)
    : QWidget(parent), m_content(new QWidget), m_grid(new QGridLayout(m_content)), m_question(new QLabel(m_content)),
      m_tiles(new widgets::TileGrid(m_content)), m_strip(new widgets::TileGrid(this)),
      m_alert(new widgets::AlertNote(m_content)), m_place(new widgets::DetailPanel(m_content)),
      m_situation(new widgets::SituationPanel(m_content)), m_impact(new widgets::ImpactPanel(m_content)), m_criteria(new widgets::CriteriaPanel(m_content)),
      m_table(new widgets::RankedTable(m_content))
{
    m_scroll = scrollOf(m_content, this);
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->addWidget(m_scroll);
    m_question->setTextFormat(Qt::PlainText);
    m_question->setWordWrap(true);
    m_place->hide();
    m_alert->hide();
    m_situation->hide();
    m_impact->hide();
    m_criteria->hide();
    connect(m_criteria, &widgets::CriteriaPanel::activated, this, &SidePanel::focusAsked);
    m_strip->hide();
    m_strip->setColumns(static_cast<int>(stripTiles));
    m_table->setMinimumHeight(tableHeight);
    connect(m_tiles, &widgets::TileGrid::activated, this, &SidePanel::focusAsked);
    connect(m_strip, &widgets::TileGrid::activated, this, &SidePanel::focusAsked);
    connect(m_alert, &widgets::AlertNote::activated, this, &SidePanel::focusAsked);
    connect(m_place, &widgets::DetailPanel::quantityPicked, this, &SidePanel::quantityAsked);
    connect(m_place, &widgets::DetailPanel::actionAsked, this, &SidePanel::focusAsked);
    connect(m_place, &widgets::DetailPanel::closed, this, &SidePanel::placeClosed);
    connect(m_table, &widgets::RankedTable::rowActivated, this, &SidePanel::focusAsked);
    connect(m_situation, &widgets::SituationPanel::activated, this, &SidePanel::focusAsked);
    connect(m_situation, &widgets::SituationPanel::whyAsked, this, &SidePanel::whyAsked);
    connect(m_impact, &widgets::ImpactPanel::closed, this, &SidePanel::placeClosed);
    connect(m_tiles, &widgets::TileGrid::whyAsked, this, &SidePanel::whyAsked);
    connect(m_strip, &widgets::TileGrid::whyAsked, this, &SidePanel::whyAsked);
    connect(m_place, &widgets::DetailPanel::whyAsked, this, &SidePanel::whyAsked);
    connect(m_table, &widgets::RankedTable::whyAsked, this, &SidePanel::whyAsked);
    connect(m_table, &widgets::RankedTable::rowHovered, this, &SidePanel::rowHovered);
    rebuildColumns();
}

void SidePanel::setTheme(const widgets::Theme& theme)
{
    m_theme = theme;
    m_question->setFont(widgets::fontOf(theme, theme.title, widgets::Weight::Bold));
    m_tiles->setTheme(theme);
    m_place->setTheme(theme);
    m_situation->setTheme(theme);
    m_impact->setTheme(theme);
    m_criteria->setTheme(theme);
    m_table->setTheme(theme);
    for (auto* chart : m_charts) chart->setTheme(theme);
    m_strip->setTheme(theme);
    m_alert->setTheme(theme);
    m_grid->setContentsMargins(theme.padding, theme.padding, theme.padding, theme.padding);
    m_grid->setSpacing(theme.padding);
}

void SidePanel::setZone(const QTimeZone& zone)
{
    m_zone = zone;
    for (auto* chart : m_charts) chart->setZone(zone);
}

void SidePanel::setPicture(const DashboardPicture& picture)
{
    const auto before = std::tuple(m_weights, m_hasAlert, m_hasPlace, m_hasImpact);
    m_situation->setSentences(picture.listsSituation ? picture.situation.sentences : std::vector<widgets::Sentence>{});
    m_criteria->setRows(picture.criteria);
    m_hasImpact = picture.impact.has_value();
    if (picture.impact) m_impact->setCard(*picture.impact);
    m_question->setText(picture.question);
    m_tileData = picture.tiles;
    fillTiles();
    m_hasPlace = picture.place && !(picture.impact && picture.place->id.kind == QLatin1String("alert"));
    if (m_hasPlace) m_place->setPlace(*picture.place);
    fillAlert(picture);
    fillCharts(picture.charts);
    m_table->setTable(picture.table);
    if (before != std::tuple(m_weights, m_hasAlert, m_hasPlace, m_hasImpact) || chartsThatFit() != m_shownCharts)
        rebuildColumns();
    else
        keepInSight(); // Sentences may have come or gone.
}

void SidePanel::fillTiles()
{
    const std::size_t split = m_where == Tiles::Split ? std::min(stripTiles, m_tileData.size()) : 0;
    const auto middle = m_tileData.begin() + static_cast<std::ptrdiff_t>(split);
    m_strip->setTiles({m_tileData.begin(), middle});
    m_tiles->setTiles({middle, m_tileData.end()});
}

void SidePanel::fillCharts(const std::vector<widgets::ChartData>& charts)
{
    while (m_charts.size() < charts.size()) {
        auto* chart = new widgets::ChartPanel(m_content);
        chart->setTheme(m_theme);
        chart->setZone(m_zone);
        chart->setMinimumHeight(chartHeight);
        connect(chart, &widgets::ChartPanel::activated, this, &SidePanel::focusAsked);
        connect(chart, &widgets::ChartPanel::spanAsked, this, &SidePanel::spanAsked);
        connect(chart, &widgets::ChartPanel::whyAsked, this, &SidePanel::whyAsked);
        m_charts.push_back(chart);
    }
    for (std::size_t i = 0; i < charts.size(); ++i) {
        m_charts[i]->setChart(charts[i]);
        m_charts[i]->setMaximumHeight(mostHeight(charts[i]));
    }
    m_weights.clear();
    for (const widgets::ChartData& chart : charts)
        m_weights.push_back(weightOf(chart));
}

void SidePanel::fillAlert(const DashboardPicture& picture)
{
    // Only one that was picked: the sentence at the top and the table speak of all.
    m_hasAlert = false;
    if (picture.selectedKind != QLatin1String("alert")) return;
    for (const widgets::AlertNotice& alert : picture.alerts) {
        if (alert.id != picture.selectedId) continue;
        m_alert->setAlert(alert);
        m_hasAlert = true;
    }
}

void SidePanel::arrange(Tiles tiles, int columns)
{
    if (tiles == m_where && columns == m_columns) return;
    m_where = tiles;
    m_columns = columns;
    m_strip->setVisible(tiles == Tiles::Split);
    m_tiles->setColumns(columns > 1 ? tilesAcross : 2);
    fillTiles();
    rebuildColumns();
}

void SidePanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (chartsThatFit() != m_shownCharts)
        rebuildColumns();
    else
        keepInSight();
}

std::size_t SidePanel::chartsThatFit() const
{
    if (m_columns < 2) return m_weights.size();
    const int wide = m_content->width() - 2 * m_theme.padding;
    int room = height() - 2 * m_theme.padding;
    for (const QWidget* widget : std::initializer_list<const QWidget*>{m_question, m_situation, m_tiles, m_criteria, m_place}) {
        const bool shown = widget == m_place ? m_hasPlace : !widget->isHidden();
        if (!shown) continue;
        const QSize wanted = widget->sizeHint();
        room -= (widget->hasHeightForWidth() ? widget->heightForWidth(wide) : wanted.height()) + m_theme.padding;
    }
    const int cards = (m_hasAlert || m_hasImpact) ? 2 : 0; // They stand in a column and take the room of charts.
    const int slots_ = m_columns * ((room + m_theme.padding) / (chartHeight + m_theme.padding));
    const int charts = slots_ - 1 - cards; // One is the table's.
    return std::min(m_weights.size(), static_cast<std::size_t>(std::max(1, charts)));
}

void SidePanel::rebuildColumns()
{
    m_shownCharts = chartsThatFit();
    while (QLayoutItem* item = m_grid->takeAt(0)) delete item;
    m_place->setVisible(m_hasPlace);
    m_impact->setVisible(m_hasImpact);
    m_alert->setVisible(m_hasAlert);
    std::vector<QList<QWidget*>> columns(static_cast<std::size_t>(m_columns));
    std::vector<int> weights(columns.size(), 0);
    // Each into the column that is least full, the first of equals.
    const auto add = [&](QWidget* widget, int weight) {
        const auto least = std::min_element(weights.begin(), weights.end()) - weights.begin();
        columns[static_cast<std::size_t>(least)].append(widget);
        weights[static_cast<std::size_t>(least)] += weight;
    };
    if (m_hasAlert) add(m_alert, 0);
    if (m_hasImpact) add(m_impact, weightOfCard);
    const bool tableFirst = !m_criteria->isHidden(); // What is in force comes before what it is judged by.
    if (tableFirst) add(m_table, weightOfTable);
    for (std::size_t i = 0; i < m_charts.size(); ++i) {
        m_charts[i]->setVisible(i < m_shownCharts);
        if (i < m_shownCharts) add(m_charts[i], m_weights[i]);
    }
    if (!tableFirst) add(m_table, weightOfTable);

    m_grid->addWidget(m_question, 0, 0, 1, m_columns);
    m_grid->addWidget(m_situation, 1, 0, 1, m_columns);
    m_grid->addWidget(m_tiles, 2, 0, 1, m_columns);
    m_grid->addWidget(m_criteria, 3, 0, 1, m_columns);
    m_place->setColumns(m_columns);
    m_grid->addWidget(m_place, 4, 0, 1, m_columns);
    for (int column = 0; column < m_columns; ++column) {
        auto* box = new QVBoxLayout;
        box->setSpacing(m_theme.padding);
        bool filled = false;
        for (QWidget* widget : columns[static_cast<std::size_t>(column)]) {
            const bool grows = qobject_cast<widgets::ChartPanel*>(widget) || widget == m_table;
            filled = filled || widget == m_table;
            box->addWidget(widget, grows ? 1 : 0);
        }
        if (!filled) box->addStretch(); // What is left over stays free: a chart is not better for being huge.
        m_grid->addLayout(box, 5, column);
    }
    m_grid->setRowStretch(5, 1);
    for (int column = 0; column < mostColumns; ++column)
        m_grid->setColumnStretch(column, column < m_columns ? 1 : 0);
    keepInSight();
}

// With room for several columns all of it is seen at once: charts and table share what there is. A scroll area by itself
// would give each the height it likes best.
void SidePanel::keepInSight()
{
    m_grid->activate();
    const bool whole = m_columns > 1 && !m_hasImpact && !m_hasAlert; // A card may be longer than the window.
    m_content->setMaximumHeight(whole ? std::max(height(), m_grid->minimumSize().height()) : QWIDGETSIZE_MAX);
}

} // namespace app
