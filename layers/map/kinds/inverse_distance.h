// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/geometry.h"
#include "layers/map/kinds/marching_squares.h"

#include <optional>

namespace map {

/// A value measured at a place.
struct Sounding {
    city::LonLat at;
    double value = 0;
};

/// Values between stations by inverse distances (power 2, the ten nearest), in map metres, `finest` squares along the longer
/// side. Not known (NaN) further than `reach` ground metres from the nearest station; 0: twice the usual distance of
/// neighbours. Nothing of fewer than three stations. Pure.
std::optional<Lattice> interpolated(const std::vector<Sounding>& soundings, double reach, int finest);

} // namespace map
