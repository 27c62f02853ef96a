// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/paint/straighten.h"
#include "layers/map/paint/wide.h"

#include <algorithm>
#include <cmath>

namespace map {

namespace {

constexpr double unseen = 0.1; // pixels

double cross(PixelPoint a, PixelPoint b)
{
    return a.x * b.y - a.y * b.x;
}

double longer(PixelPoint v)
{
    return std::max(std::abs(v.x), std::abs(v.y));
}

} // namespace

// From the last point kept, each further one narrows the directions in which a straight line passes all so
// far near enough. The first that lies outside them, or turns back, makes the one before it the next to keep.
MAP_WIDE PixelPoint* straightened(std::span<const PixelPoint> line, PixelPoint* out)
{
    if (line.size() < 3) return std::copy(line.begin(), line.end(), out);
    PixelPoint anchor = line[0], pending = line[1];
    *out++ = anchor;
    PixelPoint left{}, right{};
    double far = 0;
    bool open = true; // no direction is shut out yet
    const auto narrow = [&](PixelPoint p) {
        const PixelPoint way{p.x - anchor.x, p.y - anchor.y};
        far = longer(way);
        if (far <= unseen) return;
        const double share = unseen / far;
        const PixelPoint first{way.x + way.y * share, way.y - way.x * share},
            last{way.x - way.y * share, way.y + way.x * share};
        if (open || cross(left, first) > 0) left = first;
        if (open || cross(right, last) < 0) right = last;
        open = false;
    };
    narrow(pending);
    for (std::size_t i = 2; i < line.size(); ++i) {
        const PixelPoint p = line[i], way{p.x - anchor.x, p.y - anchor.y};
        const bool past = open || (cross(left, way) >= 0 && cross(right, way) <= 0 && longer(way) >= far);
        if (!past) {
            anchor = pending;
            *out++ = anchor;
            open = true;
        }
        pending = p;
        narrow(p);
    }
    *out++ = pending;
    return out;
}

MAP_WIDE PixelPoint* spaced(std::span<const PixelPoint> line, PixelPoint* out)
{
    constexpr double tooNear = 0.5;
    if (line.empty()) return out;
    PixelPoint last = *out++ = line[0];
    for (std::size_t i = 1; i < line.size(); ++i) {
        const PixelPoint p = line[i];
        if (std::abs(p.x - last.x) < tooNear && std::abs(p.y - last.y) < tooNear) continue;
        last = *out++ = p;
    }
    return out;
}

} // namespace map
