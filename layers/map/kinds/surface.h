// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/kinds/inverse_distance.h"
#include "layers/map/kinds/layer_meta.h"

#include <functional>

namespace map {

struct SurfaceStyle {
    double reach = 0;   ///< As that of isolines: what is further from every station stays blank.
    double opacity = 0.55;
    std::function<QColor(double)> colour; ///< Of a value; required.
};

/// What lies between stations as one picture, by inverse distances; blank where no station is near enough to speak. Fewer
/// than three stations: nothing.
std::shared_ptr<const LayerScene> surface(const LayerMeta& meta, const std::vector<Sounding>& soundings,
                                          const SurfaceStyle& style);

} // namespace map
