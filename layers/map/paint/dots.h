// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRgb>
#include <vector>

namespace map {

/// How much of each pixel a circle covers, at any eighth of a pixel. Immutable; made once for all colours.
struct DotShape {
    explicit DotShape(float radius);

    static constexpr int phases = 8; ///< Places within a pixel, each way.

    float radius;              ///< Pixels; also its middle in its picture, before the phase.
    int width = 0, height = 0; ///< Pixels; the width is a multiple of four.
    std::vector<float> shares; ///< 0 to 1, one picture after another.
};

/// A filled circle of one colour, ready to be laid on pixels. Immutable.
class Dot {
public:
    Dot(const DotShape& shape, QRgb colour);

    /// Lays it with its middle at (x, y), pixels from `pixels`; what lies outside width and height is left
    /// out.
    void lay(float x, float y, quint32* pixels, qsizetype stride, int width, int height) const;

private:
    int m_width = 0, m_height = 0; ///< Pixels; the width is a multiple of four.
    float m_middle = 0;            ///< Of the circle in its picture, before the phase.
    std::vector<uchar> m_colour;   ///< Premultiplied, four bytes a pixel, one picture after another.
    std::vector<uchar> m_through;  ///< What it leaves of what is beneath, beside m_colour.
};

} // namespace map
