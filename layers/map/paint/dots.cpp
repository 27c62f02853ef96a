// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/paint/dots.h"

#include "layers/map/paint/coverage_numbers.h"
#include "layers/map/paint/wide.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace map {

namespace {

// The share of the pixel whose corner is at (x, y) from the middle that lies within the circle.
double covered(double x, double y, double radius)
{
    const double distance = std::sqrt((x + 0.5) * (x + 0.5) + (y + 0.5) * (y + 0.5));
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

DotShape::DotShape(float radiusPixels) : radius(radiusPixels)
{
    // Room for the circle at its furthest phase.
    height = static_cast<int>(std::ceil(2 * radius)) + 1;
    width = (height + 3) / 4 * 4;
    shares.reserve(static_cast<std::size_t>(phases * phases * width * height));
    for (int phase = 0; phase < phases * phases; ++phase) {
        const double cx = radius + (phase % phases + 0.5) / phases,
                     cy = radius + (phase / phases + 0.5) / phases;
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x)
                shares.push_back(static_cast<float>(covered(x - cx, y - cy, radius)));
    }
}

Dot::Dot(const DotShape& shape, QRgb colour)
    : m_width(shape.width), m_height(shape.height), m_middle(shape.radius)
{
    const QRgb full = qPremultiply(colour);
    m_colour.reserve(shape.shares.size() * 4);
    m_through.reserve(shape.shares.size() * 4);
    for (const float share : shape.shares) {
        const auto part = [share](int channel) {
            return static_cast<int>(static_cast<float>(channel) * share + 0.5F);
        };
        const int alpha = part(qAlpha(full));
        const QRgb pixel = qRgba(part(qRed(full)), part(qGreen(full)), part(qBlue(full)), alpha);
        uchar bytes[4];
        std::memcpy(bytes, &pixel, 4);
        m_colour.insert(m_colour.end(), bytes, bytes + 4);
        m_through.insert(m_through.end(), 4, static_cast<uchar>(255 - alpha));
    }
}

MAP_WIDE void Dot::lay(float x, float y, quint32* pixels, qsizetype stride, int width, int height) const
{
    const float left = x - m_middle, top = y - m_middle;
    const int column = floorOf(left), row = floorOf(top);
    const int phaseX = static_cast<int>((left - static_cast<float>(column)) * DotShape::phases);
    const int phaseY = static_cast<int>((top - static_cast<float>(row)) * DotShape::phases);
    constexpr int last = DotShape::phases - 1;
    const std::size_t picture =
        static_cast<std::size_t>(std::min(phaseY, last) * DotShape::phases + std::min(phaseX, last)) *
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
