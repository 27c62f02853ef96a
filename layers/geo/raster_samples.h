// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/geo/gdal_access.h"
#include "layers/geo/raster.h"

namespace geo {

/// Which values of a band become the first and the last colour: from all of a small band, from the overview or
/// from spots of a large one. Given is taken as it is.
ValueRange rangeOf(GDALRasterBand& band, const RasterOptions& options);

/// Whether drawing `part` (0 to 1) of a raster, at a scale at which all of it would have `pixels`, would read far
/// too much of it: it is large and has no overviews.
bool isCostly(GDALDataset& source, double pixels, double part);

/// A coarse copy in memory of a raster without overviews: a few thousand spots, a pixel of the file each. Null
/// when it cannot be made.
DatasetPtr thinned(GDALDataset& source, const std::atomic<bool>* cancelled);

} // namespace geo
