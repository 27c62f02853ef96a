// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/geo/raster.h"

#include <gdal_priv.h>

namespace geo {

/// How the bands of a raster become colours.
struct RasterColours {
    enum class Kind { Ramp, Table, Colour } kind = Kind::Ramp;
    std::vector<int> bands;         ///< Of the source: one, or red, green, blue.
    std::vector<ValueRange> ranges; ///< Beside `bands`; none of a Table.
    std::vector<QRgb> colours;      ///< Of a Ramp 256, of a Table one for each index.
    bool alpha = false;             ///< The source has a band of its own for it.

    /// Looks at the bands, the colour table and, by samples, the values of the source; nothing is written
    /// beside the file. Fails when a band asked for is not there.
    static city::Result<RasterColours> of(GDALDataset& source, const RasterOptions& options);
};

/// The values of a band as numbers, row by row; empty when it cannot be read.
std::vector<double> bandValues(GDALDataset& dataset, int band);

/// How bright each pixel is (0 to 1) when the light of `shade` falls on `heights`, which are `size` with one more
/// pixel on every side, `pixel` metres of ground each. Horn's slopes. No number where a neighbour is none.
std::vector<float> shadeOf(const std::vector<double>& heights, QSize size, double pixel, const Hillshade& shade);

/// The picture of a dataset that holds `colours.bands` in their order and alpha last. `shade` may be empty.
/// Null when a band cannot be read.
QImage toImage(GDALDataset& warped, const RasterColours& colours, const RasterOptions& options,
               const std::vector<float>& shade);

} // namespace geo
