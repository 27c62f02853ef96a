// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/tools/layer_rows.h"
#include "app/shell/tools/select_tool.h"
#include "widgets/panels/attribute_table.h"

#include <QTimer>

namespace app {

/// The attribute table of any layer that is on the map, linked with the selection both ways.
class TableTool : public MapTool {
    Q_OBJECT
public:
    TableTool(ToolDesk& desk, SelectTool& selection);

    void open(const QString& layer);
    void setTheme() override { m_table->setTheme(m_desk.theme); }
    void retranslate() override;
    void sessionChanged() override;
    void pictureChanged() override;
    widgets::AttributeTable& table() { return *m_table; }
    /// Writes the selected rows, or all that the filter leaves, as CSV or GeoJSON by the name of the file. `done` is told
    /// what went wrong, if anything.
    void exportTo(const QString& file, std::function<void(std::optional<city::Problem>)> done);

private:
    void refreshChoices();
    void mark();
    void pick(const std::vector<qint64>& keys);
    void limit();
    void askFile();
    const map::LayerScene* layer() const;
    const GisSource* source() const;
    std::vector<qint64> keysOf(const map::LayerSelection& selection);

    SelectTool& m_selection;
    widgets::AttributeTable* m_table;
    ThingKeys m_keys;
    ThingTable m_things; ///< Of the layer shown; null where it is a GIS layer.
    std::vector<widgets::TableChoice> m_choices;
    QTimer m_moving;
    bool m_picking = false;
    int m_limits = 0; ///< Number of the newest search of what is in view.
};

} // namespace app
