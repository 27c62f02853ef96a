// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/map/map_canvas.h"

#include <vector>

namespace widgets {

/// Something drawn over the map that moves with it. Told the view at every painting, so it keeps positions, not pixels.
class OverlayPart {
public:
    virtual ~OverlayPart() = default;
    virtual bool isEmpty() const { return false; }
    virtual void paint(QPainter& painter, const map::View& view, const Theme& theme) = 0;
};

/// Lies over a MapCanvas, as large as it and beneath its buttons, and lets every event through. Paints its parts in the
/// order they were added; hidden while all of them are empty, so that a plain map costs nothing. GUI thread.
class MapOverlay : public QWidget {
    Q_OBJECT
public:
    explicit MapOverlay(MapCanvas& canvas);

    void setTheme(const Theme& theme);
    const Theme& theme() const { return m_theme; }
    MapCanvas& canvas() const { return m_canvas; }
    /// `part` must outlive the overlay or be removed.
    void add(OverlayPart* part);
    void remove(OverlayPart* part);
    /// Call it when a part has changed.
    void refresh();

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    MapCanvas& m_canvas;
    Theme m_theme;
    std::vector<OverlayPart*> m_parts;
};

/// Text with a halo instead of a box, for the map itself; `at` is the middle of its baseline.
void paintHaloed(QPainter& painter, QPointF at, const QString& text, const Theme& theme);

} // namespace widgets
