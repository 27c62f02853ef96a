// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/paint/coverage.h"

#include <algorithm>

namespace map {

/// Liang and Barsky: a-b becomes its part inside the box; false when there is none.
inline bool cut(PixelPoint& a, PixelPoint& b, double left, double top, double right, double bottom)
{
    const double dx = b.x - a.x, dy = b.y - a.y;
    double from = 0, to = 1;
    const auto side = [&](double along, double room) {
        if (along == 0) return room >= 0;
        const double t = room / along;
        if (along < 0)
            from = std::max(from, t);
        else
            to = std::min(to, t);
        return from <= to;
    };
    if (!side(-dx, a.x - left) || !side(dx, right - a.x) || !side(-dy, a.y - top) || !side(dy, bottom - a.y))
        return false;
    const PixelPoint start = a;
    a = {start.x + dx * from, start.y + dy * from};
    b = {start.x + dx * to, start.y + dy * to};
    return true;
}

} // namespace map
