// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/kinds/inverse_distance.h"
#include "layers/map/kinds/layer_meta.h"
#include "layers/map/kinds/palettes.h"

namespace map {

struct IsolineStyle {
    double interval = 0; ///< Between lines, in units of the value; 0: about eight round ones.
    double reach = 0; ///< Ground metres from the nearest station beyond which nothing is drawn; 0: twice the
                      ///< usual distance of neighbours.
    Palette palette;
    bool reversed = false;
    float width = 1.5F;
    QString unit; ///< Behind the numbers of the legend.
};

/// Lines of equal value between stations: inverse distance weighting (power 2, the ten nearest) on a grid,
/// blank where no station is near, traced by marching squares. Each is labelled along itself. Fewer than
/// three stations: none.
std::shared_ptr<const LayerScene> isolines(const LayerMeta& meta, const std::vector<Sounding>& soundings,
                                           const IsolineStyle& style, const LabelStyle& labels = {});

} // namespace map
