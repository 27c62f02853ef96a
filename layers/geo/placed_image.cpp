// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/placed_image.h"

#include "layers/geo/projection.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace geo {

namespace {

constexpr int alongEdge = 16;  // points a side of a box is followed by
constexpr int knot = 16;       // pixels between exactly computed positions; linear in between
constexpr int widest = 4096;   // pixels a side

struct Box {
    double west = std::numeric_limits<double>::infinity(), south = west, east = -west, north = -west;
    void add(QPointF p)
    {
        west = std::min(west, p.x());
        east = std::max(east, p.x());
        south = std::min(south, p.y());
        north = std::max(north, p.y());
    }
    bool isEmpty() const { return !(west < east && south < north); }
    QRectF rect() const { return {west, south, east - west, north - south}; }
};

template<typename Move> Box moved(const QRectF& box, Move move)
{
    Box found;
    for (int i = 0; i <= alongEdge; ++i)
        for (int k = 0; k <= alongEdge; ++k) {
            const QPointF at(box.left() + box.width() * i / alongEdge, box.top() + box.height() * k / alongEdge);
            if (const auto there = move(at)) found.add(*there);
        }
    return found;
}

QRgb mixed(QRgb a, QRgb b, int share) // share of b in 256
{
    const auto mix = [share](int x, int y) { return (x * (256 - share) + y * share) >> 8; };
    return qRgba(mix(qRed(a), qRed(b)), mix(qGreen(a), qGreen(b)), mix(qBlue(a), qBlue(b)), mix(qAlpha(a), qAlpha(b)));
}

/// Bilinear, held at the edges; premultiplied colours.
QRgb sampled(const QImage& image, double x, double y)
{
    const double left = std::floor(x - 0.5), top = std::floor(y - 0.5);
    const int sx = static_cast<int>((x - 0.5 - left) * 256), sy = static_cast<int>((y - 0.5 - top) * 256);
    const auto column = [&image](double v) { return std::clamp(static_cast<int>(v), 0, image.width() - 1); };
    const auto row = [&image](double v) {
        return reinterpret_cast<const QRgb*>(image.constScanLine(std::clamp(static_cast<int>(v), 0, image.height() - 1)));
    };
    const int x0 = column(left), x1 = column(left + 1);
    const QRgb *upper = row(top), *lower = row(top + 1);
    return mixed(mixed(upper[x0], upper[x1], sx), mixed(lower[x0], lower[x1], sx), sy);
}

/// Where the corners of `knot`-sized blocks of a picture of the map lie in another picture's pixels.
class Knots {
public:
    Knots(const QRectF& to, QSize size, const QRectF& from, QSize pixels, const Projection& projection)
        : m_columns((size.width() + knot - 1) / knot + 1)
    {
        const double w = to.width() / size.width(), h = to.height() / size.height();
        const int rows = (size.height() + knot - 1) / knot + 1;
        m_at.reserve(static_cast<std::size_t>(m_columns) * static_cast<std::size_t>(rows));
        for (int r = 0; r < rows; ++r)
            for (int c = 0; c < m_columns; ++c) {
                const auto at = projection.fromLonLat(fromMercator({to.left() + c * knot * w, to.bottom() - r * knot * h}));
                m_at.push_back(at ? QPointF((at->x() - from.left()) / from.width() * pixels.width(),
                                            (from.bottom() - at->y()) / from.height() * pixels.height())
                                  : QPointF(std::nan(""), 0));
            }
    }
    QPointF at(int x, int y) const
    {
        const double u = (x % knot + 0.5) / knot, v = (y % knot + 0.5) / knot;
        const QPointF* p = &m_at[static_cast<std::size_t>(y / knot * m_columns + x / knot)];
        const QPointF* q = p + m_columns;
        return (p[0] * (1 - u) + p[1] * u) * (1 - v) + (q[0] * (1 - u) + q[1] * u) * v;
    }

private:
    int m_columns;
    std::vector<QPointF> m_at;
};

} // namespace

QRectF boxInCrs(const QRectF& mapBox, const QString& crs)
{
    const auto projection = Projection::fromCrs(crs);
    if (!projection) return {};
    const Box box = moved(mapBox, [&](QPointF at) { return projection->fromLonLat(fromMercator(at)); });
    return box.isEmpty() ? QRectF() : box.rect();
}

PlacedImage placedOnMap(const QImage& image, const QRectF& bounds, const QString& crs)
{
    const auto projection = Projection::fromCrs(crs);
    if (!projection || image.isNull() || bounds.isEmpty()) return {};
    const Box box = moved(bounds, [&](QPointF at) -> std::optional<QPointF> {
        const auto ground = projection->toLonLat(at);
        return ground ? std::optional(toMercator(*ground)) : std::nullopt;
    });
    if (box.isEmpty()) return {};
    // About as fine as the picture is; a power of two, so that neighbours choose the same.
    const double exact = std::hypot(box.rect().width(), box.rect().height()) / std::hypot(image.width(), image.height());
    const double pixel = std::exp2(std::floor(std::log2(exact) + 0.3));
    const double west = std::floor(box.west / pixel) - 1, north = std::ceil(box.north / pixel) + 1;
    const QSize size(static_cast<int>(std::ceil(box.east / pixel) + 1 - west), static_cast<int>(north - std::floor(box.south / pixel) + 1));
    if (size.width() > widest || size.height() > widest) return {};
    PlacedImage placed{{west * pixel, (north - size.height()) * pixel, size.width() * pixel, size.height() * pixel},
                       QImage(size, QImage::Format_ARGB32_Premultiplied)};
    const QImage source = image.convertToFormat(QImage::Format_ARGB32_Premultiplied);
    const Knots knots(placed.bounds, size, bounds, source.size(), *projection);
    const double reach = pixel / exact; // a pixel of the new picture in pixels of the old
    for (int y = 0; y < size.height(); ++y) {
        auto* row = reinterpret_cast<QRgb*>(placed.image.scanLine(y));
        for (int x = 0; x < size.width(); ++x) {
            const QPointF at = knots.at(x, y);
            const bool inside = at.x() > -reach && at.y() > -reach && at.x() < source.width() + reach && at.y() < source.height() + reach;
            row[x] = inside ? sampled(source, at.x(), at.y()) : 0; // not inside when not a number
        }
    }
    return placed;
}

QImage faded(QImage image, double opacity)
{
    if (opacity >= 1 || image.isNull()) return image;
    image.convertTo(QImage::Format_ARGB32_Premultiplied);
    const int share = static_cast<int>(std::lround(std::max(0.0, opacity) * 256));
    for (int y = 0; y < image.height(); ++y) {
        auto* pixel = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (const QRgb* end = pixel + image.width(); pixel != end; ++pixel)
            *pixel = mixed(0, *pixel, share);
    }
    return image;
}

} // namespace geo
