// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/openlr.h"

#include <cmath>

namespace feeds {

namespace {

constexpr int version = 3;
constexpr qsizetype position = 6; ///< Three bytes each of longitude and latitude.
constexpr qsizetype step = 4;     ///< Two bytes each, from the point before.
constexpr qsizetype attributes = 3, lastAttributes = 2;

/// A number of some bytes, the highest first, with its sign.
int number(const QByteArray& bytes, qsizetype at, int size)
{
    int value = static_cast<signed char>(bytes[at]);
    for (int i = 1; i < size; ++i)
        value = value * 256 + static_cast<unsigned char>(bytes[at + i]);
    return value;
}

double degrees(int coded)
{
    const double half = coded > 0 ? 0.5 : coded < 0 ? -0.5 : 0;
    return (coded - half) * 360 / (1 << 24);
}

city::LonLat absolute(const QByteArray& bytes, qsizetype at)
{
    return {degrees(number(bytes, at, 3)), degrees(number(bytes, at + 3, 3))};
}

city::LonLat relative(city::LonLat from, const QByteArray& bytes, qsizetype at)
{
    return {from.lon + number(bytes, at, 2) / 1e5, from.lat + number(bytes, at + 2, 2) / 1e5};
}

/// The first point, further ones each with its attributes, and the last; up to two offsets follow.
std::vector<city::LonLat> line(const QByteArray& bytes)
{
    const qsizetype fixed = 1 + position + attributes + step + lastAttributes;
    const qsizetype more = bytes.size() - fixed;
    std::vector<city::LonLat> points;
    if (more < 0 || more % (step + attributes) > 2) return points;
    points.push_back(absolute(bytes, 1));
    qsizetype at = 1 + position + attributes;
    for (qsizetype i = 0; i <= more / (step + attributes); ++i) {
        points.push_back(relative(points.back(), bytes, at));
        at += step + attributes;
    }
    return points;
}

} // namespace

city::Geometry openLrPositions(const QByteArray& bytes)
{
    city::Geometry geometry;
    if (bytes.isEmpty() || (bytes[0] & 7) != version) return geometry;
    const bool hasAttributes = bytes[0] & 0x08;
    const bool isArea = bytes[0] & 0x50;
    const bool isPoint = bytes[0] & 0x20;
    if (isArea) return geometry;
    if (isPoint && !hasAttributes) {
        if (bytes.size() == 1 + position) geometry.points.push_back(absolute(bytes, 1));
        return geometry;
    }
    if (!hasAttributes) return geometry; // a circle
    std::vector<city::LonLat> points;
    if (!isPoint)
        points = line(bytes);
    else if (bytes.size() >= 1 + position + attributes + step + lastAttributes)
        points = {absolute(bytes, 1), relative(absolute(bytes, 1), bytes, 1 + position + attributes)};
    if (points.size() > 1) geometry.lines.push_back(std::move(points));
    return geometry;
}

} // namespace feeds
