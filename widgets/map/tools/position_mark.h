// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/map/tools/map_overlay.h"

namespace widgets {

/// One's own position on the map: a dot, the circle within which it is true, a wedge where it heads. Hollow and grey
/// once it is old.
class PositionMark : public OverlayPart {
public:
    struct Mark {
        city::LonLat at;
        double accuracyMetres = 0; ///< 0: not known.
        std::optional<double> heading; ///< Degrees clockwise from north.
        bool old = false;
    };

    void set(const std::optional<Mark>& mark) { m_mark = mark; }
    const std::optional<Mark>& mark() const { return m_mark; }
    bool isEmpty() const override { return !m_mark; }
    void paint(QPainter& painter, const map::View& view, const Theme& theme) override;

private:
    std::optional<Mark> m_mark;
};

} // namespace widgets
