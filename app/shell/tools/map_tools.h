// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/tools/bookmark_tool.h"
#include "app/shell/tools/compare_tool.h"
#include "app/shell/tools/draw_tool.h"
#include "app/shell/tools/furniture_tool.h"
#include "app/shell/tools/identify_tool.h"
#include "app/shell/tools/measure_tool.h"
#include "app/shell/tools/position_tool.h"
#include "app/shell/tools/table_tool.h"
#include "widgets/panels/tool_strip.h"

namespace app {

/// All tools of the map of one window: makes them, gives the pointer to one at a time, and tells them of what changes.
/// GUI thread.
class MapTools : public QObject {
    Q_OBJECT
public:
    /// `keepView` as in ToolDesk.
    MapTools(MapPane& pane, widgets::MapDrawer& drawer, WindowActions& actions, std::function<void(const map::View&)> keepView);

    /// What the tools remember from one run to the next; without it nothing is kept.
    void restore(const QVariantMap& remembered);
    QVariantMap remembered() const;
    void setRemembers(bool remembers) { m_desk.remembers = remembers; }

    void setTheme(const widgets::Theme& theme);
    void retranslate(const QString& language);
    /// Null when a city goes.
    void setSession(Session* session);
    void setPicture(std::shared_ptr<const DashboardPicture> picture);
    /// One step out of a tool or a selection; false when there is nothing to step out of.
    bool escape();

    IdentifyTool& identify() { return m_identify; }
    SelectTool& select() { return m_select; }
    TableTool& table() { return m_table; }
    MeasureTool& measure() { return m_measure; }
    DrawTool& draw() { return m_draw; }
    FurnitureTool& furniture() { return m_furniture; }
    BookmarkTool& bookmarks() { return m_bookmarks; }
    CompareTool& compare() { return m_compare; }
    PositionTool& position() { return m_position; }
    const ToolDesk& desk() const { return m_desk; }

private:
    void fillStrip();
    void begin(MapTool* tool);
    void end(MapTool* tool);

    widgets::MapOverlay m_overlay;
    ToolDesk m_desk;
    SelectTool m_select;
    IdentifyTool m_identify;
    TableTool m_table;
    MeasureTool m_measure;
    DrawTool m_draw;
    FurnitureTool m_furniture;
    BookmarkTool m_bookmarks;
    CompareTool m_compare;
    PositionTool m_position;
    std::vector<MapTool*> m_tools;
    MapTool* m_active = nullptr;
};

} // namespace app
