// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/geometry.h"
#include "layers/city/result.h"

#include <QImage>
#include <QRectF>
#include <vector>

namespace geo {

/// A raster as a picture in EPSG:3857; where it has no data it is transparent.
struct RasterPicture {
    QRectF bounds; ///< Map metres.
    QImage image;
    std::vector<city::Problem> problems; ///< Parts that could not be read.
};

struct RasterOptions {
    QString crs; ///< Used only when the file states none.
};

/// Where a raster lies. `crs` as in RasterOptions.
city::Result<city::LonLatBox> rasterBounds(const QString& file, const RasterOptions& options = {});

/// The part of a raster inside `view` (map metres), warped and scaled so that the whole of `view` would have
/// `size` pixels. Colours are taken as they are; a single band of numbers is stretched from black to white
/// over the range of the whole file. Runs in the calling thread; opens its own dataset.
city::Result<RasterPicture> readRaster(const QString& file, const QRectF& view, QSize size,
                                       const RasterOptions& options = {});

} // namespace geo
