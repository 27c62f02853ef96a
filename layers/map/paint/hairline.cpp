// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/paint/hairline.h"

#include "layers/map/paint/coverage_numbers.h"
#include "layers/map/paint/cut.h"
#include "layers/map/paint/wide.h"

#include <algorithm>
#include <cmath>

namespace map {

namespace {

// The end of a line half a pixel further out, along its longer axis.
PixelPoint pushedOut(PixelPoint end, PixelPoint before)
{
    const double dx = end.x - before.x, dy = end.y - before.y, way = std::max(std::abs(dx), std::abs(dy));
    return way > 0 ? PixelPoint{end.x + dx / way / 2, end.y + dy / way / 2} : end;
}

} // namespace

// Walks along the longer axis: x when Across. Where it enters or leaves a column half way it lays half.
template<bool Across, bool Inside>
void Hairline::along(float from, float acrossFrom, float to, float acrossTo, const Paint& paint) const
{
    const int columns = Across ? m_pixels.width : m_pixels.height,
              rows = Across ? m_pixels.height : m_pixels.width;
    const qsizetype onward = Across ? m_pixels.stride : 1; // from a pixel to the next across
    const qsizetype step = Across ? 1 : m_pixels.stride;
    const float way = to - from;
    if (way <= 0) return;
    const float slope = (acrossTo - acrossFrom) / way;
    const int first = Inside ? static_cast<int>(from) : std::max(floorOf(from), 0);
    const int last = Inside ? static_cast<int>(to) : std::min(floorOf(to), columns - 1);
    // The middle of the line in the middle of the first column, from the middle of a pixel.
    float across = acrossFrom + slope * (static_cast<float>(first) + 0.5F - from) - 0.5F;
    quint32* pixel = m_pixels.first + first * step;
    for (int column = first; column <= last; ++column, across += slope, pixel += step) {
        const float begin =
            column == first ? std::max(from, static_cast<float>(column)) : static_cast<float>(column);
        const float end =
            column == last ? std::min(to, static_cast<float>(column + 1)) : static_cast<float>(column + 1);
        const int row = floorOf(across);
        const float weight = (end - begin) * 256, beyond = (across - static_cast<float>(row)) * weight;
        const auto lower = static_cast<quint32>(beyond + 0.5F),
                   upper = static_cast<quint32>(weight - beyond + 0.5F);
        quint32* const under = pixel + row * onward;
        if (upper && (Inside || (row >= 0 && row < rows))) paint.over(under[0], upper);
        if (lower && (Inside || (row >= -1 && row + 1 < rows))) paint.over(under[onward], lower);
    }
}

template<bool Inside> void Hairline::piece(PixelPoint a, PixelPoint b, const Paint& paint) const
{
    if constexpr (!Inside) {
        constexpr double reach = 2;
        if (!cut(a, b, -reach, -reach, m_pixels.width + reach, m_pixels.height + reach)) return;
    }
    const float x0 = static_cast<float>(a.x), y0 = static_cast<float>(a.y), x1 = static_cast<float>(b.x),
                y1 = static_cast<float>(b.y);
    if (std::abs(x1 - x0) >= std::abs(y1 - y0))
        x0 < x1 ? along<true, Inside>(x0, y0, x1, y1, paint) : along<true, Inside>(x1, y1, x0, y0, paint);
    else
        y0 < y1 ? along<false, Inside>(y0, x0, y1, x1, paint) : along<false, Inside>(y1, x1, y0, x0, paint);
}

MAP_WIDE void Hairline::lay(const PixelPoint* points, std::size_t count, bool closed, bool inside,
                            const Paint& paint) const
{
    const std::size_t pieces = closed ? count : count - 1;
    for (std::size_t i = 0; i < pieces; ++i) {
        PixelPoint a = points[i], b = points[i + 1 < count ? i + 1 : 0];
        if (!closed && i == 0) a = pushedOut(a, b);
        if (!closed && i + 1 == pieces) b = pushedOut(b, a);
        inside ? piece<true>(a, b, paint) : piece<false>(a, b, paint);
    }
}

} // namespace map
