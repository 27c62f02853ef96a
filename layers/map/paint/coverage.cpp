// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/paint/coverage.h"

#include <algorithm>
#include <cmath>

namespace map {

namespace {

quint32 share(float coverage)
{
    return static_cast<quint32>(coverage * 256.0F + 0.5F);
}

float held(float value)
{
    value = value < 0 ? 0 : value;
    return value > 1 ? 1 : value;
}

// Where a-b crosses the upright at x; a.x and b.x lie on different sides.
PixelPoint crossing(PixelPoint a, PixelPoint b, double x)
{
    return {x, a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x)};
}

// Liang and Barsky: the part of a-b inside the box, with room to spare; false when there is none.
bool cut(PixelPoint& a, PixelPoint& b, double left, double top, double right, double bottom)
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

} // namespace

Coverage::Coverage(int width, int height)
    : m_width(width), m_height(height), m_stride(width + 2),
      m_cells(static_cast<std::size_t>(m_stride) * static_cast<std::size_t>(height), 0.0F),
      m_touched(static_cast<std::size_t>(height), Span{width, 0}), m_top(height), m_bottom(0)
{
}

void Coverage::touch(int row, int first, int end)
{
    Span& span = m_touched[static_cast<std::size_t>(row)];
    span.first = std::min(span.first, first);
    span.end = std::max(span.end, end);
}

void Coverage::touchRows(int first, int end)
{
    m_top = std::min(m_top, first);
    m_bottom = std::max(m_bottom, end);
}

// Each cell of a row holds by how much the coverage there differs from that of the cell to its left: an edge
// that goes down adds to all pixels right of it, one that goes up takes away.
void Coverage::addEdge(PixelPoint a, PixelPoint b)
{
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
        addInside(static_cast<float>(a.x), static_cast<float>(a.y), static_cast<float>(b.x), static_cast<float>(b.y));
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
        addInside(heldX(stops[i].x), static_cast<float>(stops[i].y), heldX(stops[i + 1].x), static_cast<float>(stops[i + 1].y));
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
    const int last = std::clamp(static_cast<int>(std::ceil(y1)) - 1, first, m_height - 1);
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
    float* cells = m_cells.data() + row * m_stride;
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

template<typename Measure>
void Coverage::lay(const Paint& paint, quint32* pixels, qsizetype stride, Measure measure)
{
    for (int row = m_top; row < m_bottom; ++row) {
        Span& span = m_touched[static_cast<std::size_t>(row)];
        if (span.first < span.end) measure(m_cells.data() + row * m_stride, span, paint, pixels + row * stride);
        span = {m_width, 0};
    }
    m_top = m_height;
    m_bottom = 0;
}

void Coverage::fill(const Paint& paint, quint32* pixels, qsizetype stride)
{
    lay(paint, pixels, stride, [this](float* cells, Span span, const Paint& ink, quint32* row) {
        float sum = 0;
        quint32 covered = 0;
        const int end = std::min(span.end, m_width);
        for (int x = span.first; x < end; ++x) {
            if (cells[x] != 0) {
                sum += cells[x];
                cells[x] = 0;
                // Even-odd: 0 is outside, 1 inside, 2 outside again.
                float folded = std::abs(sum);
                if (folded > 1) {
                    folded -= 2 * std::floor(folded / 2);
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

void Coverage::addBar(PixelPoint a, PixelPoint b, float half)
{
    const double reach = half + 1.5;
    if (std::max(a.x, b.x) < -reach || std::min(a.x, b.x) > m_width + reach || std::max(a.y, b.y) < -reach ||
        std::min(a.y, b.y) > m_height + reach)
        return;
    constexpr double far = 4; // room for the cut ends to lie unseen
    if (!cut(a, b, -reach - far, -reach - far, m_width + reach + far, m_height + reach + far)) return;
    const float x0 = static_cast<float>(a.x), y0 = static_cast<float>(a.y);
    const float dx = static_cast<float>(b.x - a.x), dy = static_cast<float>(b.y - a.y);
    const float length = std::sqrt(dx * dx + dy * dy);
    // A dot has a direction as good as any.
    const float ux = length > 1e-6F ? dx / length : 1, uy = length > 1e-6F ? dy / length : 0;
    // Thin ends reach out by as much as a half circle holds; wide ones get discs.
    const float ends = half <= 1.25F ? std::max(0.5F, 0.785F * half) : 0.5F;
    const float middle = length / 2, alongReach = middle + ends + 0.5F, sideReach = half + 0.5F;
    const float top = std::min(y0, y0 + dy) - std::abs(uy) * ends - std::abs(ux) * half - 0.5F;
    const float bottom = std::max(y0, y0 + dy) + std::abs(uy) * ends + std::abs(ux) * half + 0.5F;
    const int firstRow = std::max(0, static_cast<int>(std::floor(top))), endRow = std::min(m_height, static_cast<int>(std::ceil(bottom)));
    if (firstRow >= endRow) return;
    touchRows(firstRow, endRow);
    const float cx = x0 + dx / 2, cy = y0 + dy / 2;
    const float perUx = 1 / std::max(std::abs(ux), 1e-6F), perUy = 1 / std::max(std::abs(uy), 1e-6F);
    for (int row = firstRow; row < endRow; ++row) {
        const float oy = static_cast<float>(row) + 0.5F - cy;
        // Pixels of this row within both reaches: |oy uy + ox ux| <= alongReach, |oy ux - ox uy| <= sideReach.
        const float m0 = -oy * uy / (ux < 0 ? -1.0F : 1.0F) * perUx, r0 = alongReach * perUx;
        const float m1 = oy * ux / (uy < 0 ? -1.0F : 1.0F) * perUy, r1 = sideReach * perUy;
        const float from = cx + std::max(m0 - r0, m1 - r1) - 0.5F, to = cx + std::min(m0 + r0, m1 + r1) - 0.5F;
        const int first = std::max(0, static_cast<int>(std::ceil(std::max(from, -1.0F))));
        const int end = std::min(m_width, static_cast<int>(std::floor(std::min(to, static_cast<float>(m_width)))) + 1);
        if (first >= end) continue;
        touch(row, first, end);
        float* cells = m_cells.data() + row * m_stride;
        for (int x = first; x < end; ++x) {
            const float ox = static_cast<float>(x) + 0.5F - cx;
            const float side = held(sideReach - std::abs(oy * ux - ox * uy));
            const float along = held(alongReach - std::abs(ox * ux + oy * uy));
            const float covered = side * along;
            cells[x] = cells[x] < covered ? covered : cells[x];
        }
    }
}

void Coverage::addDisc(PixelPoint at, float half)
{
    const double reach = half + 0.5;
    if (at.x < -reach || at.x > m_width + reach || at.y < -reach || at.y > m_height + reach) return;
    const float cx = static_cast<float>(at.x), cy = static_cast<float>(at.y), out = half + 0.5F;
    const int firstRow = std::max(0, static_cast<int>(std::floor(cy - out))), endRow = std::min(m_height, static_cast<int>(std::ceil(cy + out)));
    const int first = std::max(0, static_cast<int>(std::floor(cx - out))), end = std::min(m_width, static_cast<int>(std::ceil(cx + out)));
    if (firstRow >= endRow || first >= end) return;
    touchRows(firstRow, endRow);
    for (int row = firstRow; row < endRow; ++row) {
        touch(row, first, end);
        float* cells = m_cells.data() + row * m_stride;
        const float oy = static_cast<float>(row) + 0.5F - cy;
        for (int x = first; x < end; ++x) {
            const float ox = static_cast<float>(x) + 0.5F - cx;
            // Falls from 1 to 0 over the pixel around the rim, without a root.
            const float covered = held((out * out - ox * ox - oy * oy) / (2 * half));
            cells[x] = cells[x] < covered ? covered : cells[x];
        }
    }
}

void Coverage::stroke(const Paint& paint, quint32* pixels, qsizetype stride)
{
    lay(paint, pixels, stride, [](float* cells, Span span, const Paint& ink, quint32* row) {
        for (int x = span.first; x < span.end; ++x) {
            if (cells[x] == 0) continue;
            ink.over(row[x], share(cells[x]));
            cells[x] = 0;
        }
    });
}

} // namespace map
