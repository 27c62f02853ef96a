// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/paint/blend.h"

#include <vector>

namespace map {

struct PixelPoint {
    double x, y; ///< Pixels from the upper left corner of the part that is painted.
};

/// How much of each pixel one feature covers, gathered piece by piece and then laid on the pixels. Exact
/// areas for fills. Clean again after each feature, so that its cost is that of what the feature covers.
/// Belongs to one thread.
class Coverage {
public:
    Coverage(int width, int height);

    /// Says beforehand that what comes next, up to fill() or stroke(), lies within this box and wholly inside
    /// the picture. Small things are faster so.
    void expect(PixelPoint low, PixelPoint high);

    /// One edge of a ring; any that closes may be given in any order and direction.
    void addEdge(PixelPoint a, PixelPoint b);
    /// Lays `paint` where the edges enclose, by the even-odd rule.
    void fill(const Paint& paint, quint32* pixels, qsizetype stride);

    /// All of a box, `weight` of each pixel of it: what is left of a shape smaller than a pixel.
    void addBox(PixelPoint corner, PixelPoint opposite, float weight);

    /// A straight piece of a stroke up to 2.5 pixels wide, `half` to each side. Pieces that go on in much the
    /// same direction meet without a seam; discs round the others. All pieces of a feature come before its
    /// discs.
    void addThin(PixelPoint a, PixelPoint b, float half);
    /// A straight piece of a stroke of any width, its ends pushed out by half a pixel under the discs.
    void addWide(PixelPoint a, PixelPoint b, float half);
    void addDisc(PixelPoint at, float half);
    /// Lays `paint` where pieces, discs and boxes are, as one: what two of them share is laid once.
    void stroke(const Paint& paint, quint32* pixels, qsizetype stride);

private:
    struct Span {
        int first, end;
    };
    float* row(int number) { return m_cells.data() + number * m_stride; }
    void addInside(float x0, float y0, float x1, float y1);
    void addRow(int row, float x0, float x1, float weight);
    void touch(int row, int first, int end)
    {
        if (m_expected) return;
        Span& span = m_touched[static_cast<std::size_t>(row)];
        if (first < span.first) span.first = first;
        if (end > span.end) span.end = end;
    }
    void touchRows(int first, int end)
    {
        if (m_expected) return;
        if (first < m_top) m_top = first;
        if (end > m_bottom) m_bottom = end;
    }
    template<bool Across> void addThinAlong(float x0, float y0, float x1, float y1, float half);
    bool isOutside(PixelPoint a, PixelPoint b, double reach) const;
    template<typename Measure>
    void lay(const Paint& paint, quint32* pixels, qsizetype stride, Measure measure);

    int m_width, m_height;
    qsizetype m_stride;
    std::vector<float> m_cells;
    std::vector<Span> m_touched; ///< Of each row.
    int m_top, m_bottom;         ///< Rows touched.
    bool m_expected = false;     ///< All that can be touched is noted already; nothing needs cutting.
};

template<typename Measure>
void Coverage::lay(const Paint& paint, quint32* pixels, qsizetype stride, Measure measure)
{
    for (int row = m_top; row < m_bottom; ++row) {
        Span& span = m_touched[static_cast<std::size_t>(row)];
        if (span.first < span.end) measure(this->row(row), span, paint, pixels + row * stride);
        span = {m_width, 0};
    }
    m_top = m_height;
    m_bottom = 0;
    m_expected = false;
}

} // namespace map
