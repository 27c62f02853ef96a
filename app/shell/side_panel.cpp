// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/side_panel.h"

#include "widgets/charts/chart_panel.h"
#include "widgets/panels/alert_note.h"
#include "widgets/panels/detail_panel.h"
#include "widgets/panels/ranked_table.h"
#include "widgets/panels/tile_grid.h"
#include "widgets/theme/dress.h"

#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace app {

namespace {

constexpr int chartHeight = 170;  // The least a chart can be read at.
constexpr int tableHeight = 200;
constexpr std::size_t mostAlerts = 3; // The table lists them all.

QScrollArea* scrollOf(QWidget* content, QWidget* parent)
{
    auto* scroll = new QScrollArea(parent);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    return scroll;
}

} // namespace

SidePanel::SidePanel(QWidget* parent)
    : QWidget(parent), m_content(new QWidget), m_grid(new QGridLayout(m_content)), m_question(new QLabel(m_content)),
      m_tiles(new widgets::TileGrid(m_content)), m_place(new widgets::DetailPanel(m_content)),
      m_table(new widgets::RankedTable(m_content))
{
    m_scroll = scrollOf(m_content, this);
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->addWidget(m_scroll);
    m_question->setTextFormat(Qt::PlainText);
    m_question->setWordWrap(true);
    m_place->hide();
    m_table->setMinimumHeight(tableHeight);
    connect(m_tiles, &widgets::TileGrid::activated, this, &SidePanel::focusAsked);
    connect(m_tiles, &widgets::TileGrid::whyAsked, this, &SidePanel::whyAsked);
    connect(m_place, &widgets::DetailPanel::quantityPicked, this, &SidePanel::quantityAsked);
    connect(m_place, &widgets::DetailPanel::closed, this, &SidePanel::placeClosed);
    connect(m_table, &widgets::RankedTable::rowActivated, this, &SidePanel::focusAsked);
    connect(m_table, &widgets::RankedTable::rowHovered, this, &SidePanel::rowHovered);
    rebuildColumns();
}

void SidePanel::setTheme(const widgets::Theme& theme)
{
    m_theme = theme;
    m_question->setFont(widgets::fontOf(theme, theme.title, widgets::Weight::Bold));
    m_tiles->setTheme(theme);
    m_place->setTheme(theme);
    m_table->setTheme(theme);
    for (auto* chart : m_charts) chart->setTheme(theme);
    for (auto* alert : m_alerts) alert->setTheme(theme);
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
    const auto before = std::tuple(m_chartCount, m_alertCount, m_hasPlace);
    m_question->setText(picture.question);
    m_tiles->setTiles(picture.tiles);
    m_hasPlace = picture.place.has_value();
    if (picture.place) m_place->setPlace(*picture.place);
    fillAlerts(picture);
    fillCharts(picture.charts);
    m_table->setTable(picture.table);
    if (before != std::tuple(m_chartCount, m_alertCount, m_hasPlace)) rebuildColumns();
}

void SidePanel::fillCharts(const std::vector<widgets::ChartData>& charts)
{
    while (m_charts.size() < charts.size()) {
        auto* chart = new widgets::ChartPanel(m_content);
        chart->setTheme(m_theme);
        chart->setZone(m_zone);
        chart->setMinimumHeight(chartHeight);
        connect(chart, &widgets::ChartPanel::activated, this, &SidePanel::focusAsked);
        m_charts.push_back(chart);
    }
    for (std::size_t i = 0; i < charts.size(); ++i) m_charts[i]->setChart(charts[i]);
    m_chartCount = charts.size();
}

void SidePanel::fillAlerts(const DashboardPicture& picture)
{
    // A picked alert stands alone and in full; otherwise the most urgent few lead the panel of their dashboard.
    m_alertCount = std::min(mostAlerts, picture.alerts.size());
    while (m_alerts.size() < m_alertCount) {
        auto* alert = new widgets::AlertNote(m_content);
        alert->setTheme(m_theme);
        connect(alert, &widgets::AlertNote::activated, this, &SidePanel::focusAsked);
        m_alerts.push_back(alert);
    }
    for (std::size_t i = 0; i < m_alertCount; ++i) m_alerts[i]->setAlert(picture.alerts[i]);
}

void SidePanel::arrange(Tiles tiles, int columns)
{
    if (tiles == m_where && columns == m_columns) return;
    m_where = tiles;
    m_columns = columns;
    if (tiles == Tiles::Here) m_tiles->setColumns(2);
    rebuildColumns();
}

void SidePanel::rebuildColumns()
{
    while (QLayoutItem* item = m_grid->takeAt(0)) delete item;
    std::vector<QWidget*> first{m_question}, second;
    if (m_where == Tiles::Here) first.push_back(m_tiles);
    if (m_hasPlace) first.push_back(m_place);
    for (std::size_t i = 0; i < m_alerts.size(); ++i) {
        m_alerts[i]->setVisible(i < m_alertCount);
        if (i < m_alertCount) first.push_back(m_alerts[i]);
    }
    std::vector<QWidget*>& rest = m_columns > 1 ? second : first;
    for (std::size_t i = 0; i < m_charts.size(); ++i) {
        m_charts[i]->setVisible(i < m_chartCount);
        if (i < m_chartCount) (i % 2 == 0 ? first : rest).push_back(m_charts[i]);
    }
    rest.push_back(m_table);
    m_place->setVisible(m_hasPlace);

    for (int column = 0; column < m_columns; ++column) {
        auto* box = new QVBoxLayout;
        box->setSpacing(m_theme.padding);
        for (QWidget* widget : column == 0 ? first : second) {
            const bool grows = qobject_cast<widgets::ChartPanel*>(widget) || widget == m_table;
            box->addWidget(widget, grows ? (widget == m_table ? 3 : 2) : 0);
        }
        m_grid->addLayout(box, 0, column);
        m_grid->setColumnStretch(column, 1);
    }
    m_grid->setColumnStretch(1, m_columns > 1 ? 1 : 0);
}

} // namespace app
