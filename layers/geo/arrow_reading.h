// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/geo/gather_columns.h"

class OGRLayer;

namespace geo {

/// Reads a layer by GDAL's Arrow stream, geometry and at most one field of numbers. False: the stream is not
/// of a form understood here; nothing has been added then and the layer is to be read feature by feature.
bool readByArrow(OGRLayer& layer, const QByteArray& valueField, GatherColumns& gather,
                 ReadingProgress& progress);

} // namespace geo
