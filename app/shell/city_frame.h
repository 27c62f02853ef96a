// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dashboards/dashboard.h"
#include "app/shell/map_pane.h"
#include "app/shell/side_panel.h"

#include <QWidget>

class QBoxLayout;
class QScrollArea;
class QSplitter;
class QToolButton;
class QVBoxLayout;

namespace widgets {
class LayerPanel;
class MapDrawer;
class PastBanner;
class RailBar;
class TimelineBar;
class TopBar;
} // namespace widgets

namespace app {

/// The parts of the window in their places: the bar along the top, the rail of dashboards, the layers, the map, the
/// panel beside it. Knows how much room there is, and nothing of the city.
class CityFrame : public QWidget {
    Q_OBJECT
public:
    explicit CityFrame(QWidget* parent = nullptr);

    void setTheme(const widgets::Theme& theme);
    void setPicture(const DashboardPicture& picture);

    widgets::TopBar& top() { return *m_top; }
    widgets::RailBar& rail() { return *m_rail; }
    widgets::LayerPanel& layers() { return *m_layers; }
    MapPane& map() { return *m_map; }
    /// Pages under the map; closed at first.
    widgets::MapDrawer& drawer() { return *m_drawer; }
    SidePanel& side() { return *m_side; }
    /// The bar of time along the bottom.
    widgets::TimelineBar& bar() { return *m_bar; }
    /// What is shown is not live: the sign for it, and its moment.
    void setPast(bool past);
    widgets::PastBanner& banner() { return *m_banner; }
    QToolButton& menuButton() { return *m_menu; }

    /// What the user prefers where there is room for it.
    void setLayersFolded(bool folded);
    bool layersFolded() const { return m_folded; }
    void toggleLayers();
    void toggleSide();
    /// A page that can stand in the place of the map and all that belongs to it. Takes it over.
    void setPage(QWidget* page);
    void setPageShown(bool shown);
    bool isPageShown() const { return m_page && m_page->isVisibleTo(this); }
    void setSideWidth(int width);
    int sideWidth() const;
    void setDrawerHeight(int height);
    /// 0: never changed.
    int drawerHeight() const { return m_drawerHeight; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void arrange();

    widgets::Theme m_theme;
    widgets::TopBar* m_top;
    QToolButton* m_menu;
    widgets::RailBar* m_rail;
    widgets::LayerPanel* m_layers;
    QScrollArea* m_layersScroll;
    MapPane* m_map;
    widgets::MapDrawer* m_drawer;
    QSplitter* m_mapSplitter; ///< The map above, the drawer below.
    SidePanel* m_side;
    widgets::TimelineBar* m_bar;
    widgets::PastBanner* m_banner;
    QSplitter* m_splitter;
    QWidget* m_middle;
    QWidget* m_strip = nullptr; ///< Under the map: the first tiles, where the window is narrow.
    QVBoxLayout* m_middleColumn;
    QBoxLayout* m_body = nullptr;
    QWidget* m_page = nullptr;
    bool m_folded = false;
    bool m_narrow = false;
    int m_chosenWidth = 0; ///< Of the side panel; 0: by the size of the window.
    int m_drawerHeight = 0;
};

} // namespace app
