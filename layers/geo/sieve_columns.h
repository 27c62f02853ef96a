// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/geo/columns.h"

namespace geo {

/// Takes out the features that have a position without a number (NaN) and counts them, and counts those that
/// lie at the northern or southern edge of EPSG:3857.
void sieveColumns(Columns& columns);

/// Where a line or ring jumps by more than half the world it has crossed the antimeridian: moves what follows
/// by a whole world, so that it goes on beyond the edge.
void joinAcrossAntimeridian(Columns& columns);

} // namespace geo
