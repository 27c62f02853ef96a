// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/geo/columns.h"

class OGRLayer;

namespace geo {

/// A grid that holds all that a layer says it covers and as much again on every side, fine enough for any
/// scale. Nothing where it does not say so without being read. `metres`: it is in EPSG:3857, otherwise in WGS
/// 84 degrees.
std::optional<Grid> gridFor(OGRLayer& layer, bool metres);

/// Turns x and y into whole numbers; false: something lies beyond the grid, and all stays as it is.
bool layOnGrid(Columns& part, const Grid& grid);

} // namespace geo
