// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/paint/coverage.h"
#include "layers/map/paint/coverage_numbers.h"
#include "layers/map/paint/cut.h"
#include "layers/map/paint/wide.h"

#include <algorithm>
#include <cmath>

namespace map {

bool Coverage::isOutside(PixelPoint a, PixelPoint b, double reach) const
{
    return std::max(a.x, b.x) < -reach || std::min(a.x, b.x) > m_width + reach ||
           std::max(a.y, b.y) < -reach || std::min(a.y, b.y) > m_height + reach;
}

MAP_WIDE void Coverage::addBox(PixelPoint corner, PixelPoint opposite, float weight)
{
    if (isOutside(corner, opposite, 0)) return;
    const auto within = [](double v, int most) { return static_cast<float>(std::clamp<double>(v, 0, most)); };
    const float left = within(corner.x, m_width), right = within(opposite.x, m_width);
    const float top = within(corner.y, m_height), bottom = within(opposite.y, m_height);
    const int firstRow = static_cast<int>(top), endRow = ceilOf(bottom);
    const int first = static_cast<int>(left), end = ceilOf(right);
    if (firstRow >= endRow || first >= end) return;
    touchRows(firstRow, endRow);
    for (int y = firstRow; y < endRow; ++y) {
        touch(y, first, end);
        const float high = std::min(static_cast<float>(y + 1), bottom) - std::max(static_cast<float>(y), top);
        for (int x = first; x < end; ++x)
            row(y)[x] += weight * high *
                         (std::min(static_cast<float>(x + 1), right) - std::max(static_cast<float>(x), left));
    }
}

MAP_WIDE void Coverage::addThin(PixelPoint a, PixelPoint b, float half)
{
    const double reach = 2 * half + 2.0;
    constexpr double far = 4; // room for the cut ends to lie unseen
    const bool inside =
        m_expected || (std::min(a.x, b.x) >= -reach && std::max(a.x, b.x) <= m_width + reach &&
                       std::min(a.y, b.y) >= -reach && std::max(a.y, b.y) <= m_height + reach);
    if (!inside && (isOutside(a, b, reach) ||
                    !cut(a, b, -reach - far, -reach - far, m_width + reach + far, m_height + reach + far)))
        return;
    const float x0 = static_cast<float>(a.x), y0 = static_cast<float>(a.y), x1 = static_cast<float>(b.x),
                y1 = static_cast<float>(b.y);
    if (std::abs(x1 - x0) >= std::abs(y1 - y0))
        x0 < x1 ? addThinAlong<true>(x0, y0, x1, y1, half) : addThinAlong<true>(x1, y1, x0, y0, half);
    else
        y0 < y1 ? addThinAlong<false>(y0, x0, y1, x1, half) : addThinAlong<false>(y1, x1, y0, x0, half);
}

// Walks along the longer axis (x here, when Across) and fills an upright piece of each column it goes
// through. A column entered half way gets half, so that pieces in a row add up to one.
template<bool Across> void Coverage::addThinAlong(float x0, float y0, float x1, float y1, float half)
{
    const int columns = Across ? m_width : m_height, rows = Across ? m_height : m_width;
    const float way = x1 - x0;
    if (way <= 0) return;
    const float slope = (y1 - y0) / way;
    const float up = half * std::sqrt(1 + slope * slope); // half of what it covers of an upright
    const int firstColumn = std::max(floorOf(x0), 0), endColumn = std::min(floorOf(x1) + 1, columns);
    constexpr int group = 8; // columns whose rows are noted at once
    for (int from = firstColumn; from < endColumn; from += group) {
        const int to = std::min(from + group, endColumn);
        int top = rows, bottom = 0;
        for (int column = from; column < to; ++column) {
            const float left = std::max(x0, static_cast<float>(column)),
                        right = std::min(x1, static_cast<float>(column + 1));
            const float middle = y0 + slope * ((left + right) / 2 - x0);
            const float high = middle - up, low = middle + up, weight = right - left;
            const int first = std::max(floorOf(high), 0), end = std::min(floorOf(low) + 1, rows);
            for (int y = first; y < end; ++y) {
                const float covered =
                    std::min(low, static_cast<float>(y + 1)) - std::max(high, static_cast<float>(y));
                (Across ? row(y)[column] : row(column)[y]) += weight * covered;
            }
            if (Across) {
                top = std::min(top, first);
                bottom = std::max(bottom, end);
            } else if (first < end) {
                touch(column, first, end);
            }
        }
        if (Across && top < bottom) {
            touchRows(top, bottom);
            for (int y = top; y < bottom; ++y)
                touch(y, from, to);
        }
    }
    if (!Across && firstColumn < endColumn) touchRows(firstColumn, endColumn);
}

MAP_WIDE void Coverage::addWide(PixelPoint a, PixelPoint b, float half)
{
    const double reach = half + 1.5;
    constexpr double far = 4; // room for the cut ends to lie unseen
    if (isOutside(a, b, reach) ||
        !cut(a, b, -reach - far, -reach - far, m_width + reach + far, m_height + reach + far))
        return;
    const float dx = static_cast<float>(b.x - a.x), dy = static_cast<float>(b.y - a.y);
    const float length = std::sqrt(dx * dx + dy * dy);
    if (length < 1e-3F) return; // its disc is all there is to see
    const float ux = dx / length, uy = dy / length;
    const float cx = static_cast<float>(a.x) + dx / 2, cy = static_cast<float>(a.y) + dy / 2;
    const float alongReach = length / 2 + 1, sideReach = half + 0.5F;
    const float high = (std::abs(dy) + std::abs(uy)) / 2 + std::abs(ux) * half + 0.5F;
    const int firstRow = std::max(0, floorOf(cy - high)), endRow = std::min(m_height, ceilOf(cy + high));
    if (firstRow >= endRow) return;
    touchRows(firstRow, endRow);
    const float perUx = 1 / std::max(std::abs(ux), 1e-6F), perUy = 1 / std::max(std::abs(uy), 1e-6F);
    for (int y = firstRow; y < endRow; ++y) {
        const float oy = static_cast<float>(y) + 0.5F - cy;
        // Pixels of this row within both reaches: |ox ux + oy uy| <= alongReach, |oy ux - ox uy| <=
        // sideReach.
        const float m0 = -oy * uy * (ux < 0 ? -perUx : perUx), r0 = alongReach * perUx;
        const float m1 = oy * ux * (uy < 0 ? -perUy : perUy), r1 = sideReach * perUy;
        const float from = cx + std::max(m0 - r0, m1 - r1) - 0.5F,
                    to = cx + std::min(m0 + r0, m1 + r1) - 0.5F;
        const int first = std::max(0, ceilOf(std::max(from, -1.0F)));
        const int end = std::min(m_width, floorOf(std::min(to, static_cast<float>(m_width))) + 1);
        if (first >= end) continue;
        touch(y, first, end);
        float* cells = row(y);
        for (int x = first; x < end; ++x) {
            const float ox = static_cast<float>(x) + 0.5F - cx;
            const float side = held(sideReach - std::abs(oy * ux - ox * uy));
            const float covered = side * held(alongReach - std::abs(ox * ux + oy * uy));
            cells[x] = cells[x] < covered ? covered : cells[x];
        }
    }
}

MAP_WIDE void Coverage::addDisc(PixelPoint at, float half)
{
    if (isOutside(at, at, half + 0.5)) return;
    const float cx = static_cast<float>(at.x), cy = static_cast<float>(at.y), out = half + 0.5F;
    const int firstRow = std::max(0, floorOf(cy - out)), endRow = std::min(m_height, ceilOf(cy + out));
    const int first = std::max(0, floorOf(cx - out)), end = std::min(m_width, ceilOf(cx + out));
    if (firstRow >= endRow || first >= end) return;
    touchRows(firstRow, endRow);
    // half + 1/2 - distance, the distance by one step of Newton's root from the rim: right where it matters.
    const float most = (half + 1) / 2, perSquare = 1 / (2 * half);
    for (int y = firstRow; y < endRow; ++y) {
        touch(y, first, end);
        float* cells = row(y);
        const float oy = static_cast<float>(y) + 0.5F - cy;
        for (int x = first; x < end; ++x) {
            const float ox = static_cast<float>(x) + 0.5F - cx;
            const float covered = held(most - (ox * ox + oy * oy) * perSquare);
            cells[x] = cells[x] < covered ? covered : cells[x];
        }
    }
}

MAP_WIDE void Coverage::stroke(const Paint& paint, quint32* pixels, qsizetype stride)
{
    lay(paint, pixels, stride, [this](float* cells, Span span, const Paint& ink, quint32* under) {
        const int end = std::min(span.end, m_width);
        for (int x = span.first; x < end; ++x) {
            while (x + 4 <= end && areFourClear(cells + x))
                x += 4;
            if (x >= end) break;
            if (cells[x] == 0) continue;
            ink.over(under[x], share(std::min(cells[x], 1.0F)));
            cells[x] = 0;
        }
    });
}

} // namespace map
