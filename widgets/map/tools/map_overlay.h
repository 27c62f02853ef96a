// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/map/map_canvas.h"

#include <vector>

namespace widgets {

/// Something drawn over the map that moves with it. Told the view at every painting, so it keeps positions,
/// not pixels.
class OverlayPart {
public:
    virtual ~OverlayPart() = default;
    virtual bool isEmpty() const { return false; }
    virtual void paint(QPainter& painter, const map::View& view, const Theme& theme) = 0;
};

/// What is drawn over a MapCanvas and moves with it, beneath its stamp, scale and notes: its parts in the
/// order they were added. A plain map costs nothing. GUI thread.
class MapOverlay : public QObject {
    Q_OBJECT
public:
    /// The one overlay of `canvas`, which must outlive it.
    explicit MapOverlay(MapCanvas& canvas);
    ~MapOverlay() override;

    void setTheme(const Theme& theme);
    MapCanvas& canvas() const { return m_canvas; }
    /// `part` must outlive the overlay or be removed.
    void add(OverlayPart* part);
    void remove(OverlayPart* part);
    bool isEmpty() const;
    /// Call it when a part has changed.
    void refresh();

private:
    void paint(QPainter& painter);

    MapCanvas& m_canvas;
    Theme m_theme;
    std::vector<OverlayPart*> m_parts;
};

/// Text with a halo instead of a box, for the map itself; `at` is the middle of its baseline.
void paintHaloed(QPainter& painter, QPointF at, const QString& text, const Theme& theme);

} // namespace widgets
