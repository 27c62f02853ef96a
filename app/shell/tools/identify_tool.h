// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/tools/map_tool.h"
#include "widgets/map/tools/sketch_tool.h"
#include "widgets/panels/identify_panel.h"

namespace app {

/// Lists everything of the shown layers that lies where the person clicks, with all attributes.
class IdentifyTool : public MapTool {
    Q_OBJECT
public:
    explicit IdentifyTool(ToolDesk& desk);

    QString group() const override { return QStringLiteral("identify"); }
    void start();
    void stop() override;
    bool escape() override;
    void setTheme() override;
    void retranslate() override;
    /// As if clicked there.
    void look(city::LonLat at);
    widgets::IdentifyPanel& panel() { return *m_panel; }
    widgets::SketchTool& sketch() { return m_sketch; }

private:
    void show(const std::vector<map::Hit>& hits, city::LonLat at);
    void highlight(int hit);
    void go(int hit);

    widgets::SketchTool m_sketch;
    widgets::IdentifyPanel* m_panel;
    std::vector<map::Hit> m_hits;
    int m_number = 0; ///< Of the newest reading.
};

} // namespace app
