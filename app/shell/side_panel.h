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
class CriteriaPanel;
class DetailPanel;
class ImpactPanel;
class SituationPanel;
class RankedTable;
class TileGrid;
} // namespace widgets

namespace app {

/// What stands beside the map: the question, the place or alert in focus, tiles, charts, table. In one column, or in two
/// where there is room. Widgets are kept from picture to picture and only refilled.
class SidePanel : public QWidget {
    Q_OBJECT
public:
    /// All tiles stand here, or the first few in `strip()`, which somebody else shows, and only the others here.
    enum class Tiles { Here, Split };

    explicit SidePanel(QWidget* parent = nullptr);

    void setTheme(const widgets::Theme& theme);
    void setZone(const QTimeZone& zone);
    void setPicture(const DashboardPicture& picture);
    void arrange(Tiles tiles, int columns);

    widgets::TileGrid& strip() { return *m_strip; }
    widgets::RankedTable& table() { return *m_table; }
    widgets::SituationPanel& situation() { return *m_situation; }
    widgets::ImpactPanel& impact() { return *m_impact; }
    const std::vector<widgets::ChartPanel*>& charts() const { return m_charts; }

protected:
    void resizeEvent(QResizeEvent* event) override;

Q_SIGNALS:
    void focusAsked(const city::Focus& focus);
    /// A value of the place was clicked: the charts are to speak of it.
    void quantityAsked(const QString& quantity);
    void placeClosed();
    void spanAsked(const std::optional<city::TimeSpan>& span);
    void whyAsked(const widgets::WhyAsk& ask, const QWidget* beside);
    /// Key of the row under the pointer; empty when it leaves.
    void rowHovered(const QString& key);

private:
    void fillTiles();
    void fillCharts(const std::vector<widgets::ChartData>& charts);
    void fillAlert(const DashboardPicture& picture);
    void rebuildColumns();
    /// How many charts there is room for beside all that must be seen; all of them where the panel may scroll.
    std::size_t chartsThatFit() const;
    void keepInSight();

    widgets::Theme m_theme;
    QTimeZone m_zone = QTimeZone::utc();
    QScrollArea* m_scroll;
    QWidget* m_content;
    QGridLayout* m_grid;
    QLabel* m_question;
    widgets::TileGrid* m_tiles;
    widgets::TileGrid* m_strip; ///< Lives in whatever layout it is put into.
    widgets::AlertNote* m_alert;
    widgets::DetailPanel* m_place;
    widgets::SituationPanel* m_situation;
    widgets::ImpactPanel* m_impact;
    widgets::CriteriaPanel* m_criteria;
    widgets::RankedTable* m_table;
    std::vector<widgets::ChartPanel*> m_charts;
    std::vector<widgets::TileData> m_tileData;
    std::size_t m_shownCharts = 0;
    std::vector<int> m_weights; ///< Of the charts shown: how much room each would like.
    bool m_hasPlace = false, m_hasAlert = false, m_hasImpact = false;
    Tiles m_where = Tiles::Here;
    int m_columns = 1;
};

} // namespace app
