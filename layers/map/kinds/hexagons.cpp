// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/projection.h"
#include "layers/map/kinds/density.h"

#include <QHash>
#include <cmath>
#include <numbers>

namespace map {

namespace {

constexpr double leastPixels = 14; // width of a cell

using Cell = QPair<qint64, qint64>; ///< Axial coordinates.

/// Hexagons that stand on a corner, `width` map metres wide, laid from the origin of the map.
struct Honeycomb {
    double width;

    double side() const { return width / std::numbers::sqrt3; }
    QPointF centre(Cell cell) const
    {
        return {width * (static_cast<double>(cell.first) + static_cast<double>(cell.second) / 2),
                1.5 * side() * static_cast<double>(cell.second)};
    }
    Cell of(QPointF at) const
    {
        const double r = at.y() / (1.5 * side()), q = at.x() / width - r / 2, s = -q - r;
        double roundQ = std::round(q), roundR = std::round(r);
        const double offQ = std::abs(roundQ - q), offR = std::abs(roundR - r),
                     offS = std::abs(std::round(s) - s);
        // The one that was rounded the furthest follows from the other two.
        if (offQ > offR && offQ > offS)
            roundQ = -roundR - std::round(s);
        else if (offR > offS)
            roundR = -roundQ - std::round(s);
        return {static_cast<qint64>(roundQ), static_cast<qint64>(roundR)};
    }
    double squareKilometres(QPointF centre) const // on the ground
    {
        const double shrunk = std::cos(geo::fromMercator(centre).lat * std::numbers::pi / 180);
        return width * width * std::numbers::sqrt3 / 2 * shrunk * shrunk / 1e6;
    }
    std::shared_ptr<const AreaShape> shape(QPointF centre) const
    {
        auto shape = std::make_shared<AreaShape>();
        std::vector<QPointF> ring;
        for (int i = 0; i <= 6; ++i) {
            const double angle = std::numbers::pi * (i % 6 / 3.0 + 1 / 6.0);
            ring.push_back(centre + QPointF(std::cos(angle), std::sin(angle)) * side());
        }
        shape->rings.push_back(std::move(ring));
        shape->bounds = QRectF(centre.x() - width / 2, centre.y() - side(), width, 2 * side());
        return shape;
    }
};

QHash<Cell, double> counted(const std::vector<WeightedPoint>& points, const Honeycomb& comb)
{
    QHash<Cell, double> sums;
    for (const WeightedPoint& point : points)
        if (point.weight > 0 && std::isfinite(point.weight))
            sums[comb.of(geo::toMercator(point.at))] += point.weight;
    return sums;
}

} // namespace

std::vector<std::shared_ptr<const LayerScene>>
hexagons(const LayerMeta& meta, const std::vector<WeightedPoint>& points, const DensityStyle& style)
{
    std::vector<std::shared_ptr<const LayerScene>> scenes;
    city::LonLatBox box;
    for (const WeightedPoint& point : points)
        box.add(point.at);
    if (box.isEmpty()) return {std::make_shared<const LayerScene>(beginScene(meta))};
    Honeycomb comb{style.cell / std::cos(box.centre().lat * std::numbers::pi / 180)};
    Classes classes;
    std::vector<QColor> colours;
    LayerMeta band = meta;
    for (bool last = false; !last; comb.width *= 2) {
        const QHash<Cell, double> sums = counted(points, comb);
        if (scenes.empty()) {
            std::vector<double> densities;
            for (auto sum = sums.cbegin(); sum != sums.cend(); ++sum)
                densities.push_back(sum.value() / comb.squareKilometres(comb.centre(sum.key())));
            classes = classify(densities, style.method, style.classes);
            colours = style.palette.colours(classes.count(), style.reversed);
            for (int i = 0; i < classes.count(); ++i)
                band.legend.push_back({classes.text(i) + QStringLiteral(" / km²"),
                                       rgbaOf(colours[static_cast<std::size_t>(i)]),
                                       Shape::Circle,
                                       LegendEntry::Symbol::Area,
                                       {},
                                       -1,
                                       0});
        }
        last = sums.size() <= 3 || scenes.size() > 14;
        band.minMetresPerPixel =
            scenes.empty()
                ? meta.minMetresPerPixel
                : std::max(meta.minMetresPerPixel, std::nextafter(comb.width / 2 / leastPixels, 1e12));
        band.maxMetresPerPixel =
            last ? meta.maxMetresPerPixel : std::min(meta.maxMetresPerPixel, comb.width / leastPixels);
        auto scene = std::make_shared<LayerScene>(beginScene(band));
        for (auto sum = sums.cbegin(); sum != sums.cend(); ++sum) {
            const QPointF centre = comb.centre(sum.key());
            const double density = sum.value() / comb.squareKilometres(centre);
            Area area;
            area.shape = comb.shape(centre);
            QColor fill = colours[static_cast<std::size_t>(classes.of(density))];
            fill.setAlphaF(static_cast<float>(style.opacity));
            area.fill = fill.rgba();
            area.ref = addRef(
                *scene, {QStringLiteral("hexagon"),
                         QStringLiteral("%1/%2,%3").arg(meta.id).arg(sum.key().first).arg(sum.key().second),
                         densityText(density),
                         {QStringLiteral("%1: %2").arg(meta.title).arg(sum.value())}});
            scene->areas.push_back(std::move(area));
        }
        scenes.push_back(std::move(scene));
    }
    return scenes;
}

QString densityText(double perSquareKilometre)
{
    const int decimals = perSquareKilometre >= 100 ? 0 : perSquareKilometre >= 1 ? 1 : 3;
    return QString::number(perSquareKilometre, 'f', decimals) + QStringLiteral(" / km²");
}

} // namespace map
