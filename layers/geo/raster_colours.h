// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <gdal_priv.h>

namespace geo {

/// How the bands of a raster become colours.
struct RasterColours {
    enum class Kind { Grey, Palette, Colour } kind = Kind::Grey;
    double darkest = 0, brightest = 255; ///< Of Grey.
    std::vector<QRgb> palette;

    /// Looks at the whole source: its bands, palette and range (by sampling; nothing is written beside the
    /// file).
    static RasterColours of(GDALDataset& source);
};

/// The picture of a dataset whose last band is alpha. Null when a band cannot be read.
QImage toImage(GDALDataset& warped, const RasterColours& colours);

} // namespace geo
