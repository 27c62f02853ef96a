// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/area_tree.h"
#include "layers/city/facts.h"

namespace app {

/// Which areas of the tree an alert's area speaks of: by its geocodes; failing those by its geometry; failing that by the
/// names in its description. None: it is about some other place, or says nothing the tree knows.
std::vector<int> areasOf(const city::AreaTree& areas, const city::AlertArea& area);
/// Areas of `level` that a geometry overlaps.
std::vector<int> overlapped(const city::AreaTree& areas, const QString& level, const city::Geometry& geometry);

} // namespace app
