// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/tools/map_tool.h"
#include "widgets/map/tools/graticule.h"
#include "widgets/map/tools/overview_map.h"
#include "widgets/map/tools/scale_field.h"
#include "widgets/map/tools/view_history.h"

namespace app {

/// What stands round the map and can be switched: overview, north arrow, graticule, scale. Walks the views the map has
/// been in, and hands the map out as a picture.
class FurnitureTool : public MapTool {
    Q_OBJECT
public:
    explicit FurnitureTool(ToolDesk& desk);

    void setTheme() override;
    void sessionChanged() override;
    void pictureChanged() override;
    void restore(const QVariantMap& remembered) override;
    void remember(QVariantMap& remembered) const override;

    void setGraticule(widgets::Graticule::Kind kind);
    void showOverview(bool shown);
    void showNorth(bool shown);
    widgets::OverviewMap& overview() { return *m_overview; }
    widgets::ScaleField& scale() { return *m_scale; }
    widgets::ViewHistory& views() { return m_views; }
    const widgets::Graticule& graticule() const { return m_graticule; }
    /// Empty when the file was written, else what went wrong.
    QString savePicture(const QString& file);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();
    void askFile();
    void fillMenu(QMenu* menu);

    widgets::Graticule m_graticule;
    widgets::NorthArrow m_north;
    widgets::OverviewMap* m_overview;
    widgets::ScaleField* m_scale;
    widgets::ViewHistory m_views;
};

} // namespace app
