// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/kinds/layer_meta.h"

namespace map {

/// Wind at a station.
struct WindInput {
    city::LonLat at;
    double metresPerSecond = 0;
    double fromDegrees = 0; ///< Where it comes from, clockwise from true north; of no matter when it is calm.
    QColor colour;
    DataState state = DataState::Current;
    Ref ref;
};

/// Barbs as the WMO plots them (Manual on the Global Data-processing System, Appendix 2.2-3), on the left of
/// the wind as it blows in the northern hemisphere and on the right in the southern.
std::shared_ptr<const LayerScene> wind(const LayerMeta& meta, std::vector<WindInput> inputs,
                                       float staff = 30);

} // namespace map
