// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/geo/dataset.h"

class OGRLayer;

namespace geo {

/// Gives a new, empty layer the fields of a table, each of the narrowest type that holds all its values, and its
/// features. False when GDAL refuses one.
bool fillLayer(OGRLayer& layer, const FeatureTable& table);

} // namespace geo
