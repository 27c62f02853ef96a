// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/geo/projection.h"
#include "widgets/map/tools/map_overlay.h"

namespace widgets {

/// Lines of equal longitude and latitude, or the grid of a projected CRS, a round number apart and labelled at the left
/// and upper edges. GUI thread: holds a projection.
class Graticule : public OverlayPart {
public:
    enum class Kind { None, Degrees, Grid };

    /// `crs` for the grid, "EPSG:3826"; one that cannot be used leaves nothing to show.
    void setKind(Kind kind, const QString& crs = {});
    Kind kind() const { return m_kind; }

    bool isEmpty() const override { return m_kind == Kind::None || (m_kind == Kind::Grid && !m_projection); }
    void paint(QPainter& painter, const map::View& view, const Theme& theme) override;

    /// One line as it is drawn: screen positions, and its label.
    struct Line {
        std::vector<QPointF> points;
        QString label;
        bool upright = false; ///< Of equal longitude or easting: labelled at the upper edge.
    };
    std::vector<Line> lines(const map::View& view) const;

private:
    QPointF toScreen(QPointF coordinate, const map::View& view) const;
    QPointF fromScreen(QPointF screen, const map::View& view) const;
    QString labelOf(double value, bool upright, double step) const;

    Kind m_kind = Kind::None;
    std::optional<geo::Projection> m_projection;
};

/// An arrow to the north, which on this map is always up, in the upper right corner beside the tools.
class NorthArrow : public OverlayPart {
public:
    void setShown(bool shown) { m_shown = shown; }
    bool isShown() const { return m_shown; }
    bool isEmpty() const override { return !m_shown; }
    void paint(QPainter& painter, const map::View& view, const Theme& theme) override;

private:
    bool m_shown = false;
};

} // namespace widgets
