// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/values.h"
#include "widgets/theme/theme.h"

#include <QWidget>
#include <vector>

class QGridLayout;

namespace widgets {

class KpiTile;

/// The KPI tiles of a dashboard: two columns beside a map, four in a row where height is scarce. Tiles are
/// kept and refilled when values change, so focus and hover stay where they are.
class TileGrid : public QWidget {
    Q_OBJECT
public:
    explicit TileGrid(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setTiles(const std::vector<TileData>& tiles);
    void setColumns(int columns);
    int columns() const { return m_columns; }

Q_SIGNALS:
    void activated(const city::Focus& focus);
    void whyAsked(const widgets::WhyAsk& ask, const QWidget* beside);

private:
    void addTile();
    void arrange();

    Theme m_theme;
    QGridLayout* m_layout;
    std::vector<KpiTile*> m_tiles;
    int m_columns = 2;
};

} // namespace widgets
