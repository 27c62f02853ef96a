// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dashboards/dashboard.h"

#include <QTimeZone>
#include <QWidget>

class QGridLayout;
class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace widgets {
class AlertNote;
class ChartPanel;
class DetailPanel;
class RankedTable;
class TileGrid;
} // namespace widgets

namespace app {

/// What stands beside the map: the question, tiles, the place or alert in focus, charts, table. In one column, or in two
/// where there is room. Widgets are kept from picture to picture and only refilled.
class SidePanel : public QWidget {
    Q_OBJECT
public:
    /// Tiles stand here, or somebody else shows `tiles()` where height is scarce.
    enum class Tiles { Here, Elsewhere };

    explicit SidePanel(QWidget* parent = nullptr);

    void setTheme(const widgets::Theme& theme);
    void setZone(const QTimeZone& zone);
    void setPicture(const DashboardPicture& picture);
    void arrange(Tiles tiles, int columns);

    widgets::TileGrid& tiles() { return *m_tiles; }
    widgets::RankedTable& table() { return *m_table; }
    const std::vector<widgets::ChartPanel*>& charts() const { return m_charts; }

Q_SIGNALS:
    void focusAsked(const city::Focus& focus);
    /// A value of the place was clicked: the charts are to speak of it.
    void quantityAsked(const QString& quantity);
    void placeClosed();
    void whyAsked(const widgets::TileData& tile);
    /// Key of the row under the pointer; empty when it leaves.
    void rowHovered(const QString& key);

private:
    void fillCharts(const std::vector<widgets::ChartData>& charts);
    void fillAlerts(const DashboardPicture& picture);
    void rebuildColumns();

    widgets::Theme m_theme;
    QTimeZone m_zone = QTimeZone::utc();
    QScrollArea* m_scroll;
    QWidget* m_content;
    QGridLayout* m_grid;
    QLabel* m_question;
    widgets::TileGrid* m_tiles;
    widgets::DetailPanel* m_place;
    widgets::RankedTable* m_table;
    std::vector<widgets::ChartPanel*> m_charts;
    std::vector<widgets::AlertNote*> m_alerts;
    std::size_t m_chartCount = 0, m_alertCount = 0;
    bool m_hasPlace = false;
    Tiles m_where = Tiles::Here;
    int m_columns = 1;
};

} // namespace app
