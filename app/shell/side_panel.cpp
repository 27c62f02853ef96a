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

constexpr int chartHeight = 150;  // The least a chart can be read at.
constexpr int tableHeight = 160;
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
    const auto before = std::tuple(m_chartCount, m_hasAlert, m_hasPlace, m_hasImpact);
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
    if (before != std::tuple(m_chartCount, m_hasAlert, m_hasPlace, m_hasImpact)) rebuildColumns();
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
    m_chartCount = charts.size();
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

void SidePanel::rebuildColumns()
{
    while (QLayoutItem* item = m_grid->takeAt(0)) delete item;
    m_place->setVisible(m_hasPlace);
    m_impact->setVisible(m_hasImpact);
    m_alert->setVisible(m_hasAlert);
    std::vector<QList<QWidget*>> columns(static_cast<std::size_t>(m_columns));
    if (m_hasAlert) columns.front().append(m_alert);
    if (m_hasImpact) columns.front().append(m_impact);
    if (m_hasPlace) columns.front().append(m_place);
    for (std::size_t i = 0; i < m_charts.size(); ++i) {
        m_charts[i]->setVisible(i < m_chartCount);
        if (i < m_chartCount) columns[i % columns.size()].append(m_charts[i]);
    }
    columns.back().append(m_table);

    m_grid->addWidget(m_question, 0, 0, 1, m_columns);
    m_grid->addWidget(m_situation, 1, 0, 1, m_columns);
    m_grid->addWidget(m_tiles, 2, 0, 1, m_columns);
    m_grid->addWidget(m_criteria, 3, 0, 1, m_columns);
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
        m_grid->addLayout(box, 4, column);
    }
    m_grid->setRowStretch(4, 1);
    for (int column = 0; column < mostColumns; ++column)
        m_grid->setColumnStretch(column, column < m_columns ? 1 : 0);
}

} // namespace app
