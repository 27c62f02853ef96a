// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/paint/blend.h"

#include <vector>

namespace map {

struct PixelPoint {
    double x, y; ///< Pixels from the upper left corner of the part that is painted.
};

/// How much of each pixel one feature covers, gathered edge by edge or bar by bar and then laid on the pixels.
/// Exact areas for fills; for lines the distance from the middle line. Clean again after each feature, so that
/// its cost is that of what the feature covers. Belongs to one thread.
class Coverage {
public:
    Coverage(int width, int height);

    /// One edge of a ring; any that closes may be given in any order and direction.
    void addEdge(PixelPoint a, PixelPoint b);
    /// Lays `paint` where the edges enclose, by the even-odd rule.
    void fill(const Paint& paint, quint32* pixels, qsizetype stride);

    /// The stroke of one straight piece, `half` pixels to each side, ends rounded off.
    void addBar(PixelPoint a, PixelPoint b, float half);
    /// Rounds a corner or an end of wide strokes.
    void addDisc(PixelPoint at, float half);
    /// Lays `paint` where the bars are, as one: what two bars share is laid once.
    void stroke(const Paint& paint, quint32* pixels, qsizetype stride);

private:
    struct Span {
        int first, end;
    };
    void addInside(float x0, float y0, float x1, float y1);
    void addRow(int row, float x0, float x1, float weight);
    void touch(int row, int first, int end);
    void touchRows(int first, int end);
    template<typename Measure> void lay(const Paint& paint, quint32* pixels, qsizetype stride, Measure measure);

    int m_width, m_height;
    qsizetype m_stride;
    std::vector<float> m_cells;
    std::vector<Span> m_touched; ///< Of each row.
    int m_top, m_bottom;         ///< Rows touched.
};

} // namespace map
