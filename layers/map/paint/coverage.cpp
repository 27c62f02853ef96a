// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/paint/coverage.h"

#include "layers/map/paint/coverage_numbers.h"
#include "layers/map/paint/wide.h"

#include <algorithm>
#include <cmath>

namespace map {

namespace {

// Where a-b crosses the upright at x; a.x and b.x lie on different sides.
PixelPoint crossing(PixelPoint a, PixelPoint b, double x)
{
    return {x, a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x)};
}

} // namespace

Coverage::Coverage(int width, int height)
    : m_width(width), m_height(height), m_stride(width + 2),
      m_cells(static_cast<std::size_t>(m_stride) * static_cast<std::size_t>(height), 0.0F),
      m_touched(static_cast<std::size_t>(height), Span{width, 0}), m_top(height), m_bottom(0)
{
}

void Coverage::expect(PixelPoint low, PixelPoint high)
{
    m_top = static_cast<int>(low.y);
    m_bottom = std::min(static_cast<int>(high.y) + 1, m_height);
    const Span span{static_cast<int>(low.x), static_cast<int>(high.x) + 2};
    for (int y = m_top; y < m_bottom; ++y)
        m_touched[static_cast<std::size_t>(y)] = span;
    m_expected = true;
}

// Each cell of a row holds by how much the coverage there differs from that of the cell to its left: an edge
// that goes down adds to all pixels right of it, one that goes up takes away.
MAP_WIDE void Coverage::addEdge(PixelPoint a, PixelPoint b)
{
    if (m_expected)
        return addInside(static_cast<float>(a.x), static_cast<float>(a.y), static_cast<float>(b.x),
                         static_cast<float>(b.y));
    const double low = std::min(a.y, b.y), high = std::max(a.y, b.y);
    if (high <= 0 || low >= m_height || low == high) return;
    const auto atRow = [&](double y) { return PixelPoint{a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y), y}; };
    if (low < 0 || high > m_height) {
        const PixelPoint top = atRow(std::max(low, 0.0)), bottom = atRow(std::min<double>(high, m_height));
        const bool down = a.y < b.y;
        a = down ? top : bottom;
        b = down ? bottom : top;
    }
    // Left of the picture an edge counts as one along its border, right of it not at all.
    const double left = std::min(a.x, b.x), right = std::max(a.x, b.x);
    if (left >= 0 && right <= m_width) {
        addInside(static_cast<float>(a.x), static_cast<float>(a.y), static_cast<float>(b.x),
                  static_cast<float>(b.y));
        return;
    }
    PixelPoint stops[4] = {a, b, b, b};
    int count = 1;
    const double first = a.x < b.x ? 0 : m_width, second = a.x < b.x ? m_width : 0;
    for (const double x : {first, second})
        if (x > left && x < right) stops[count++] = crossing(a, b, x);
    stops[count++] = b;
    for (int i = 0; i + 1 < count; ++i) {
        const auto heldX = [this](double x) { return static_cast<float>(std::clamp<double>(x, 0, m_width)); };
        addInside(heldX(stops[i].x), static_cast<float>(stops[i].y), heldX(stops[i + 1].x),
                  static_cast<float>(stops[i + 1].y));
    }
}

void Coverage::addInside(float x0, float y0, float x1, float y1)
{
    if (y0 == y1) return;
    const float sign = y0 < y1 ? 1.0F : -1.0F;
    if (y0 > y1) {
        std::swap(x0, x1);
        std::swap(y0, y1);
    }
    const int first = std::clamp(static_cast<int>(y0), 0, m_height - 1);
    const int last = std::clamp(ceilOf(y1) - 1, first, m_height - 1);
    touchRows(first, last + 1);
    if (first == last) return addRow(first, x0, x1, sign * (y1 - y0));
    const float slope = (x1 - x0) / (y1 - y0);
    float x = x0, y = y0;
    const float least = std::min(x0, x1), most = std::max(x0, x1);
    for (int row = first; row <= last; ++row) {
        const float below = row == last ? y1 : static_cast<float>(row + 1);
        const float next = row == last ? x1 : std::clamp(x0 + slope * (below - y0), least, most);
        addRow(row, x, next, sign * (below - y));
        x = next;
        y = below;
    }
}

void Coverage::addRow(int row, float x0, float x1, float weight)
{
    float* cells = this->row(row);
    const float left = std::min(x0, x1), right = std::max(x0, x1);
    const int first = static_cast<int>(left), last = static_cast<int>(right);
    touch(row, first, last + 2);
    if (first == last) {
        const float behind = (left + right) / 2 - static_cast<float>(first);
        cells[first] += weight * (1 - behind);
        cells[first + 1] += weight * behind;
        return;
    }
    // The edge crosses the row evenly between left and right; how much of a pixel lies right of it is the
    // difference of this integral at the pixel's two borders.
    const float half = 0.5F / (right - left);
    float before = 0, done = 0;
    for (int i = first; i <= last + 1; ++i) {
        const float into = std::min(static_cast<float>(i + 1), right) - left;
        const float beyond = std::max(static_cast<float>(i + 1) - right, 0.0F);
        const float area = into * into * half + beyond;
        const float covered = weight * (area - before);
        cells[i] += covered - done;
        done = covered;
        before = area;
    }
}

MAP_WIDE void Coverage::fill(const Paint& paint, quint32* pixels, qsizetype stride)
{
    lay(paint, pixels, stride, [this](float* cells, Span span, const Paint& ink, quint32* row) {
        float sum = 0;
        quint32 covered = 0;
        const int end = std::min(span.end, m_width);
        for (int x = span.first; x < end; ++x) {
            // Between the edges nothing changes: outside is left as it is, inside is painted in one go.
            while (x + 4 <= end && areFourClear(cells + x)) {
                if (covered) ink.overFour(row + x, covered);
                x += 4;
            }
            if (x >= end) break;
            if (cells[x] != 0) {
                sum += cells[x];
                cells[x] = 0;
                // Even-odd: 0 is outside, 1 inside, 2 outside again.
                float folded = std::abs(sum);
                if (folded > 1) {
                    folded -= 2 * static_cast<float>(static_cast<int>(folded / 2));
                    if (folded > 1) folded = 2 - folded;
                }
                covered = share(folded);
            }
            if (covered) ink.over(row[x], covered);
        }
        for (int x = end; x < span.end; ++x)
            cells[x] = 0;
        // What is not closed inside the picture goes on to its right border.
        if (covered)
            for (int x = end; x < m_width; ++x)
                ink.over(row[x], covered);
    });
}

} // namespace map
