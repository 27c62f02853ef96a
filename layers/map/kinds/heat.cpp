// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/projection.h"
#include "layers/map/kinds/density.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace map {

namespace {

constexpr int mostCells = 900;     // each way; more would be smoother than any screen shows
constexpr double cellsOfReach = 8; // how finely a kernel is sampled

/// Densities at the middles of the cells of a grid, per square kilometre on the ground.
struct Grid {
    QRectF bounds; ///< Map metres; rows run from the north.
    double cell = 1;
    int columns = 0, rows = 0;
    std::vector<double> values;

    void spread(QPointF at, double weight, double reach)
    {
        const double shrunk = std::cos(geo::fromMercator(at).lat * std::numbers::pi / 180);
        const double kilometres = reach * shrunk / 1000;
        const double top = 3 * weight / (std::numbers::pi * kilometres * kilometres);
        const double x = (at.x() - bounds.left()) / cell - 0.5, y = (bounds.bottom() - at.y()) / cell - 0.5,
                     r = reach / cell;
        const auto first = [](double v) { return std::max(0, static_cast<int>(std::ceil(v))); };
        for (int row = first(y - r); row < rows && row <= y + r; ++row) {
            for (int column = first(x - r); column < columns && column <= x + r; ++column) {
                const double off = ((column - x) * (column - x) + (row - y) * (row - y)) / (r * r);
                if (off < 1)
                    values[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
                           static_cast<std::size_t>(column)] += top * (1 - off) * (1 - off);
            }
        }
    }
};

Grid gridOf(const std::vector<WeightedPoint>& points, double& reach)
{
    city::LonLatBox box;
    for (const WeightedPoint& point : points)
        box.add(point.at);
    Grid grid;
    reach /= std::cos(box.centre().lat * std::numbers::pi / 180);
    const QPointF southWest = geo::toMercator({box.west, box.south}),
                  northEast = geo::toMercator({box.east, box.north});
    grid.bounds = QRectF(southWest, northEast).adjusted(-reach, -reach, reach, reach);
    grid.cell =
        std::max({reach / cellsOfReach, grid.bounds.width() / mostCells, grid.bounds.height() / mostCells});
    grid.columns = std::max(1, static_cast<int>(std::ceil(grid.bounds.width() / grid.cell)));
    grid.rows = std::max(1, static_cast<int>(std::ceil(grid.bounds.height() / grid.cell)));
    // Whole cells, to the east and the south.
    grid.bounds = QRectF(grid.bounds.left(), grid.bounds.bottom() - grid.rows * grid.cell,
                         grid.columns * grid.cell, grid.rows * grid.cell);
    grid.values.assign(static_cast<std::size_t>(grid.columns) * static_cast<std::size_t>(grid.rows), 0);
    for (const WeightedPoint& point : points)
        if (point.weight > 0 && std::isfinite(point.weight))
            grid.spread(geo::toMercator(point.at), point.weight, reach);
    return grid;
}

// Where there is next to nothing the map shines through.
QImage coloured(const Grid& grid, double most, const DensityStyle& style)
{
    QImage image(grid.columns, grid.rows, QImage::Format_ARGB32_Premultiplied);
    std::vector<QRgb> steps;
    for (int i = 0; i < 256; ++i) {
        const double part = i / 255.0;
        QColor colour = style.palette.at(style.reversed ? 1 - part : part);
        colour.setAlphaF(static_cast<float>(style.opacity * std::min(1.0, part / 0.25)));
        steps.push_back(qPremultiply(colour.rgba()));
    }
    for (int row = 0; row < grid.rows; ++row) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(row));
        for (int column = 0; column < grid.columns; ++column) {
            const double value =
                grid.values[static_cast<std::size_t>(row) * static_cast<std::size_t>(grid.columns) +
                            static_cast<std::size_t>(column)];
            line[column] =
                steps[static_cast<std::size_t>(std::lround(std::clamp(value / most, 0.0, 1.0) * 255))];
        }
    }
    return image;
}

} // namespace

std::shared_ptr<const LayerScene> heat(const LayerMeta& meta, const std::vector<WeightedPoint>& points,
                                       const DensityStyle& style)
{
    auto scene = std::make_shared<LayerScene>(beginScene(meta));
    if (points.empty()) return scene;
    double reach = style.cell;
    const Grid grid = gridOf(points, reach);
    const double most = *std::max_element(grid.values.begin(), grid.values.end());
    if (!(most > 0)) return scene;
    scene->pictures.push_back({grid.bounds, std::make_shared<const QImage>(coloured(grid, most, style))});
    for (const double value : prettyBreaks(0, most, 4)) {
        const double part = value / most;
        scene->legend.push_back({densityText(value),
                                 style.palette.at(style.reversed ? 1 - part : part).rgba(),
                                 Shape::Circle,
                                 LegendEntry::Symbol::Area,
                                 {},
                                 -1,
                                 0});
    }
    return scene;
}

} // namespace map
