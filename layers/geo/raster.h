// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/geometry.h"
#include "layers/city/result.h"

#include <QColor>
#include <QImage>
#include <QRectF>
#include <atomic>
#include <optional>
#include <vector>

namespace geo {

/// A raster as a picture in EPSG:3857; where it has no data it is transparent.
struct RasterPicture {
    QRectF bounds; ///< Map metres.
    QImage image;
    std::vector<city::Problem> problems; ///< Parts that could not be read.
};

/// The values that become the first and the last colour, in the file's unit.
struct ValueRange {
    double least = 0, most = 255;
};

/// Which values become the first and the last colour.
struct Stretch {
    enum class Way {
        Own,       ///< Bytes as they are; other numbers from the least to the greatest.
        MinMax,    ///< From the least to the greatest value.
        Cut,       ///< From the 2nd to the 98th percentile.
        Deviation, ///< Two standard deviations to both sides of the mean.
        Given,     ///< `range`.
    };
    Way way = Way::Own;
    ValueRange range;
};

/// Light on a surface of heights, as on a relief map.
struct Hillshade {
    double azimuth = 315; ///< Degrees clockwise from north the light comes from.
    double altitude = 45; ///< Degrees above the horizon.
    double zFactor = 1;   ///< Heights are multiplied by it; metres of height to a metre of ground.
    bool blend = false;   ///< Darkens and lightens the colours of the heights instead of grey.
};

struct RasterOptions {
    QString crs = {};            ///< Used only when the file states none.
    std::vector<int> bands = {}; ///< One, or red, green, blue; empty: as the file has them.
    Stretch stretch = {};
    std::vector<QColor> ramp = {}; ///< Of one band, lowest first; empty: its own colour table, or black to white.
    std::optional<double> noData = {}; ///< Transparent besides what the file says.
    std::optional<Hillshade> hillshade = {};
    double opacity = 1;           ///< 0 to 1.
    enum class Resampling { Auto, Nearest, Bilinear } resampling = Resampling::Auto; ///< Auto: nearest for palettes.
};

/// One colour of a legend.
struct RasterColour {
    QString text; ///< A value with its unit, or the name of a class.
    QRgb colour = 0;
};

/// What is found out of a raster once, before pictures of it are made.
struct RasterSurvey {
    RasterOptions options; ///< With the stretch settled (Given): all pictures are then stretched alike.
    city::LonLatBox bounds;
    double metresPerPixel = 1; ///< Map metres a pixel of the file spans.
    QString unit;              ///< As the file says; may be empty.
    std::vector<RasterColour> legend; ///< Of one band.
    std::vector<city::Problem> problems; ///< What is worth knowing of the file.
};

/// Looks at a raster without reading all of it: sizes, and values by samples. Any thread.
city::Result<RasterSurvey> surveyRaster(const QString& file, const RasterOptions& options = {});

/// Where a raster lies. `crs` as in RasterOptions.
city::Result<city::LonLatBox> rasterBounds(const QString& file, const RasterOptions& options = {});

/// The part of a raster inside `view` (map metres), warped and scaled so that the whole of `view` would have
/// `size` pixels; from overviews where the file has them, from samples where reading would take all of a huge
/// file. Runs in the calling thread; opens its own dataset. Gives up with a null image once `*cancelled`.
city::Result<RasterPicture> readRaster(const QString& file, const QRectF& view, QSize size,
                                       const RasterOptions& options = {}, const std::atomic<bool>* cancelled = nullptr);

/// The values of the chosen bands at a position; an empty one where there is no data. An empty list beside the
/// raster.
city::Result<std::vector<std::optional<double>>> rasterValues(const QString& file, city::LonLat at,
                                                              const RasterOptions& options = {});

} // namespace geo
