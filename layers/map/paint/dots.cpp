// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/paint/dots.h"

#include "layers/map/paint/coverage_numbers.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace map {

namespace {

// The share of the pixel whose corner is at (x, y) from the middle that lies within the circle.
double covered(double x, double y, double radius)
{
    const double distance = std::hypot(x + 0.5, y + 0.5);
    if (distance > radius + 0.71) return 0;
    if (distance < radius - 0.71) return 1;
    constexpr int grid = 8;
    int inside = 0;
    for (int i = 0; i < grid * grid; ++i) {
        const double dx = x + (i % grid + 0.5) / grid, dy = y + (i / grid + 0.5) / grid;
        inside += dx * dx + dy * dy <= radius * radius;
    }
    return static_cast<double>(inside) / (grid * grid);
}

// One row of bytes over another. The constant length lets the compiler do sixteen bytes at once.
template<int Bytes> void layRow(uchar* under, const uchar* colour, const uchar* through)
{
    for (int i = 0; i < Bytes; ++i)
        under[i] = static_cast<uchar>(colour[i] + ((under[i] * through[i] + 255) >> 8));
}

template<int Width>
void layRows(int rows, uchar* under, qsizetype strideBytes, const uchar* colour, const uchar* through)
{
    for (int row = 0; row < rows; ++row, under += strideBytes, colour += 4 * Width, through += 4 * Width)
        layRow<4 * Width>(under, colour, through);
}

} // namespace

Dot::Dot(QRgb colour, float radius)
{
    // Room for the circle at its furthest phase.
    m_height = static_cast<int>(std::ceil(2 * radius)) + 1;
    m_width = (m_height + 3) / 4 * 4;
    m_middle = radius;
    const QRgb full = qPremultiply(colour);
    m_colour.reserve(static_cast<std::size_t>(phases * phases * m_width * m_height * 4));
    for (int phase = 0; phase < phases * phases; ++phase) {
        const double cx = radius + (phase % phases + 0.5) / phases,
                     cy = radius + (phase / phases + 0.5) / phases;
        for (int y = 0; y < m_height; ++y) {
            for (int x = 0; x < m_width; ++x) {
                const double share = covered(x - cx, y - cy, radius);
                const auto part = [share](int channel) {
                    return static_cast<uchar>(std::lround(channel * share));
                };
                const uchar alpha = part(qAlpha(full));
                const QRgb pixel = qRgba(part(qRed(full)), part(qGreen(full)), part(qBlue(full)), alpha);
                uchar bytes[4];
                std::memcpy(bytes, &pixel, 4);
                m_colour.insert(m_colour.end(), bytes, bytes + 4);
                m_through.insert(m_through.end(), 4, static_cast<uchar>(255 - alpha));
            }
        }
    }
}

void Dot::lay(float x, float y, quint32* pixels, qsizetype stride, int width, int height) const
{
    const float left = x - m_middle, top = y - m_middle;
    const int column = floorOf(left), row = floorOf(top);
    const int phaseX = static_cast<int>((left - static_cast<float>(column)) * phases);
    const int phaseY = static_cast<int>((top - static_cast<float>(row)) * phases);
    const std::size_t picture =
        static_cast<std::size_t>(std::min(phaseY, phases - 1) * phases + std::min(phaseX, phases - 1)) *
        static_cast<std::size_t>(m_width * m_height * 4);
    const uchar* colour = m_colour.data() + picture;
    const uchar* through = m_through.data() + picture;
    if (column >= 0 && row >= 0 && column + m_width <= width && row + m_height <= height) {
        auto* under = reinterpret_cast<uchar*>(pixels + row * stride + column);
        if (m_width == 4) return layRows<4>(m_height, under, stride * 4, colour, through);
        if (m_width == 8) return layRows<8>(m_height, under, stride * 4, colour, through);
        if (m_width == 12) return layRows<12>(m_height, under, stride * 4, colour, through);
    }
    const int firstColumn = std::max(0, -column), endColumn = std::min(m_width, width - column);
    for (int line = std::max(0, -row); line < std::min(m_height, height - row); ++line) {
        auto* under = reinterpret_cast<uchar*>(pixels + (row + line) * stride + column);
        for (int i = 4 * firstColumn; i < 4 * endColumn; ++i) {
            const std::size_t at = static_cast<std::size_t>(line * m_width * 4 + i);
            under[i] = static_cast<uchar>(colour[at] + ((under[i] * through[at] + 255) >> 8));
        }
    }
}

} // namespace map
