// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/grid_columns.h"

#include "layers/geo/project_columns.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <ogrsf_frmts.h>

namespace geo {

namespace {

constexpr double farthest = 2147483000; // that a whole number holds, with room for rounding

bool layOnGrid(ShapeColumns& columns, const Grid& grid)
{
    const std::size_t count = columns.x.size();
    const double perQuantum = 1 / grid.quantum, x0 = grid.origin.x(), y0 = grid.origin.y();
    columns.onGrid.resize(count);
    bool inside = true;
    for (std::size_t i = 0; i < count; ++i) {
        // Half away from zero by truncation: the same as rounding, and it needs no function call.
        const double x = (columns.x[i] - x0) * perQuantum, y = (columns.y[i] - y0) * perQuantum;
        inside &= (std::abs(x) < farthest) & (std::abs(y) < farthest);
        columns.onGrid[i] = {static_cast<qint32>(x + (x < 0 ? -0.5 : 0.5)),
                             static_cast<qint32>(y + (y < 0 ? -0.5 : 0.5))};
    }
    return inside;
}

std::array<ShapeColumns*, 3> shapesOf(Columns& part)
{
    return {&part.points, &part.lines, &part.polygons};
}

} // namespace

std::optional<Grid> gridFor(OGRLayer& layer, bool metres)
{
    OGREnvelope box;
    if (!layer.TestCapability(OLCFastGetExtent) || layer.GetExtent(&box, FALSE) != OGRERR_NONE) return {};
    double x[] = {box.MinX, box.MaxX}, y[] = {box.MinY, box.MaxY};
    if (!metres) {
        constexpr double metresADegree = mercatorHalf / 180;
        for (double& one : x)
            one *= metresADegree;
        for (double& one : y)
            one = std::clamp(one, -mercatorEdge, mercatorEdge);
        northingsOf(y);
    }
    const double half = std::max({(x[1] - x[0]) / 2, (y[1] - y[0]) / 2, 1.0});
    if (!(half <= mercatorHalf) || !std::isfinite(x[0] + x[1] + y[0] + y[1])) return {};
    return Grid{{(x[0] + x[1]) / 2, (y[0] + y[1]) / 2}, std::exp2(std::ceil(std::log2(half)) - 29)};
}

bool layOnGrid(Columns& part, const Grid& grid)
{
    bool inside = true;
    for (ShapeColumns* one : shapesOf(part))
        inside = layOnGrid(*one, grid) && inside;
    for (ShapeColumns* one : shapesOf(part)) {
        // Their memory stays: the next batch may need it.
        if (inside) {
            one->x.clear();
            one->y.clear();
        } else {
            one->onGrid.clear();
        }
    }
    return inside;
}

} // namespace geo
