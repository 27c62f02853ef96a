// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/clock.h"
#include "layers/feeds/tile_store.h"
#include "widgets/map/map_canvas.h"

#include <QWidget>

class QPushButton;

namespace app {

/// A map on which a person draws a box: the wheel and dragging move the map, with the button "Draw" pressed a
/// drag draws.
class ExtentPicker : public QWidget {
    Q_OBJECT
public:
    /// `fetches`: the ground is a basemap from the network; otherwise a bare grid.
    ExtentPicker(const widgets::Theme& theme, bool fetches, QWidget* parent = nullptr);
    ~ExtentPicker() override;

    const city::LonLatBox& extent() const { return m_extent; }
    void setExtent(const city::LonLatBox& extent);
    widgets::MapCanvas& canvas() { return *m_canvas; }

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    city::LonLat positionAt(QPointF pixel) const;
    void redraw();

    widgets::Theme m_theme;
    city::SystemClock m_clock;
    std::unique_ptr<feeds::TileStore> m_tiles;
    widgets::MapCanvas* m_canvas;
    QPushButton *m_draw, *m_view;
    city::LonLatBox m_extent;
    std::optional<city::LonLat> m_corner; ///< Where the drag began.
};

} // namespace app
