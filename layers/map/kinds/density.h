// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/kinds/classes.h"
#include "layers/map/kinds/layer_meta.h"
#include "layers/map/kinds/palettes.h"

namespace map {

/// A thing that counts towards a density.
struct WeightedPoint {
    city::LonLat at;
    double weight = 1; ///< How many; what is negative or no number counts as nothing.
};

/// Legends say how many per square kilometre on the ground.
struct DensityStyle {
    Palette palette;
    bool reversed = false;
    ClassMethod method = ClassMethod::Quantiles;
    int classes = 5;
    double cell = 500; ///< Ground metres: width of the smallest hexagons; reach of the kernel of a heat map.
    double opacity = 0.8; ///< Of the densest.
};

/// How many things lie in each hexagon of a honeycomb. Cells double in width where they would be too small to
/// be seen; one scene for each width, all coloured by the classes of the smallest.
std::vector<std::shared_ptr<const LayerScene>>
hexagons(const LayerMeta& meta, const std::vector<WeightedPoint>& points, const DensityStyle& style);

/// Kernel density: each thing spread by the quartic kernel over `cell` metres round it. One picture for all
/// scales.
std::shared_ptr<const LayerScene> heat(const LayerMeta& meta, const std::vector<WeightedPoint>& points,
                                       const DensityStyle& style);

/// "12 / km²", with as many digits as help.
QString densityText(double perSquareKilometre);

} // namespace map
