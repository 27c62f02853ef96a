// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/geo/columns.h"
#include "layers/map/scene/bulk.h"

namespace map {

/// Makes the bulk layers of what was read, part after part: one each for points, lines and polygons that are there, in the
/// order they are painted: polygons, lines, points. Uses all cores; takes their memory. Ready to be shown as
/// soon as can be: rings of many vertices have one coarser copy, for a first map of the whole on a screen.
std::vector<std::shared_ptr<const BulkLayer>> buildBulk(std::vector<geo::Columns> parts,
                                                        const std::optional<geo::Grid>& grid = {});

/// `layer` with coarser copies of its rings, for quick painting at smaller scales; `layer` itself where they
/// would save nothing or are there already. Uses all cores; takes longer than to paint it once.
std::shared_ptr<const BulkLayer> withLevels(const std::shared_ptr<const BulkLayer>& layer);

} // namespace map
