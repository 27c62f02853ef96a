// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/tile_grid.h"

#include "widgets/panels/kpi_tile.h"

#include <QGridLayout>

namespace widgets {

TileGrid::TileGrid(QWidget* parent) : QWidget(parent), m_layout(new QGridLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(8);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void TileGrid::setTheme(const Theme& theme)
{
    m_theme = theme;
    for (KpiTile* tile : m_tiles)
        tile->setTheme(theme);
}

void TileGrid::setTiles(const std::vector<TileData>& tiles)
{
    const bool changed = tiles.size() != m_tiles.size();
    while (m_tiles.size() > tiles.size()) {
        delete m_tiles.back();
        m_tiles.pop_back();
    }
    while (m_tiles.size() < tiles.size())
        addTile();
    for (std::size_t i = 0; i < tiles.size(); ++i)
        m_tiles[i]->setTile(tiles[i]);
    if (changed) arrange();
}

void TileGrid::setColumns(int columns)
{
    if (columns < 1 || columns == m_columns) return;
    m_columns = columns;
    arrange();
}

void TileGrid::addTile()
{
    auto* tile = new KpiTile(this);
    tile->setTheme(m_theme);
    connect(tile, &KpiTile::activated, this, [this, tile](const city::Focus& focus) {
        for (KpiTile* other : m_tiles)
            if (other != tile) other->close();
        Q_EMIT activated(focus);
    });
    connect(tile, &KpiTile::whyAsked, this, [this, tile](const TileData& asked) {
        Q_EMIT whyAsked({WhyAsk::Of::Tile, asked.id, 0, {}, {}}, tile);
    });
    m_tiles.push_back(tile);
}

void TileGrid::arrange()
{
    for (KpiTile* tile : m_tiles)
        m_layout->removeWidget(tile);
    for (int column = 0; column < m_layout->columnCount(); ++column)
        m_layout->setColumnStretch(column, column < m_columns ? 1 : 0);
    for (std::size_t i = 0; i < m_tiles.size(); ++i) {
        const int at = static_cast<int>(i);
        m_layout->addWidget(m_tiles[i], at / m_columns, at % m_columns);
        m_layout->setColumnStretch(at % m_columns, 1);
        m_tiles[i]->show();
    }
    updateGeometry();
}

} // namespace widgets
