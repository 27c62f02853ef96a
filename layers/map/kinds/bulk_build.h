// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/geo/columns.h"
#include "layers/map/scene/bulk.h"

namespace map {

/// Makes the bulk layers of what was read: one each for points, lines and polygons that are there, in the
/// order they are painted: polygons, lines, points. Uses all cores; takes the columns' memory.
std::vector<std::shared_ptr<const BulkLayer>> buildBulk(geo::Columns columns);

} // namespace map
