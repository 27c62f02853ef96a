// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/raster.h"

#include "layers/geo/gdal_access.h"
#include "layers/geo/projection.h"
#include "layers/geo/raster_colours.h"
#include "layers/geo/raster_samples.h"
#include "layers/geo/to_wgs84.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <algorithm>
#include <cmath>
#include <gdal_alg.h>
#include <gdal_utils.h>

namespace geo {

namespace {

constexpr double worldEdge = 20'037'508.342789244; // map metres at 180 degrees
constexpr qint64 mostPixels = 64 << 20;

city::Problem problem(const QString& file, const char* text, const QString& why = {})
{
    return {QFileInfo(file).fileName(), {}, city::Message(text, {why})};
}

// CRS to hand to the warper: empty when the file states its own.
city::Result<QString> sourceCrs(GDALDataset& dataset, const QString& file, const RasterOptions& options)
{
    if (isStated(dataset.GetSpatialRef()) ||
        (dataset.GetGCPCount() > 0 && isStated(dataset.GetGCPSpatialRef())))
        return QString();
    if (options.crs.isEmpty())
        return problem(file, QT_TRANSLATE_NOOP("Message", "No coordinate reference system is stated"));
    if (const auto known = Projection::fromCrs(options.crs); !known) return known.problem();
    return options.crs;
}

/// Where a raster lies on the map and how fine it is.
struct Extent {
    QRectF box;
    double metresPerPixel = 1;
};

city::Result<Extent> extent(GDALDataset& dataset, const QString& file, const QString& crs)
{
    Complaints complaints;
    CPLStringList transform;
    transform.SetNameValue("DST_SRS", "EPSG:3857");
    if (!crs.isEmpty()) transform.SetNameValue("SRC_SRS", crs.toUtf8().constData());
    void* transformer = GDALCreateGenImgProjTransformer2(&dataset, nullptr, transform.List());
    double geoTransform[6] = {};
    double box[4] = {};
    int width = 0, height = 0;
    const bool done =
        transformer && GDALSuggestedWarpOutput2(&dataset, GDALGenImgProjTransform, transformer, geoTransform,
                                                &width, &height, box, 0) == CE_None;
    if (transformer) GDALDestroyGenImgProjTransformer(transformer);
    if (!done)
        return problem(file, QT_TRANSLATE_NOOP("Message", "The raster cannot be placed on the map: %1"),
                       complaints.first());
    for (double& side : box)
        side = std::clamp(side, -worldEdge, worldEdge);
    return Extent{QRectF(QPointF(box[0], box[1]), QPointF(box[2], box[3])), std::abs(geoTransform[1])};
}

/// A raster opened, with what every use of it needs.
struct Opened {
    DatasetPtr dataset;
    QString crs; ///< To hand to the warper.
    Extent extent;
    RasterColours colours;
};

city::Result<Opened> open(const QString& file, const RasterOptions& options)
{
    auto dataset = openDataset(file, DatasetKind::Raster);
    if (!dataset) return dataset.problem();
    if ((*dataset)->GetRasterCount() == 0)
        return problem(file, QT_TRANSLATE_NOOP("Message", "The file holds no raster bands"));
    const auto crs = sourceCrs(**dataset, file, options);
    if (!crs) return crs.problem();
    const auto whole = extent(**dataset, file, *crs);
    if (!whole) return whole.problem();
    Complaints complaints;
    const auto colours = RasterColours::of(**dataset, options);
    if (!colours) return city::Problem{QFileInfo(file).fileName(), {}, colours.problem().text};
    return Opened{std::move(dataset.value()), *crs, *whole, *colours};
}

/// The chosen bands and alpha as a dataset of their own; null when they are the file's as they stand.
DatasetPtr onlyBands(GDALDataset& source, const RasterColours& colours)
{
    const int count = source.GetRasterCount();
    std::vector<int> wanted = colours.bands;
    if (colours.alpha) wanted.push_back(count);
    std::vector<int> all;
    for (int i = 1; i <= count; ++i)
        all.push_back(i);
    if (wanted == all) return nullptr;
    CPLStringList words;
    words.AddString("-of");
    words.AddString("VRT");
    for (const int band : wanted) {
        words.AddString("-b");
        words.AddString(QByteArray::number(band).constData());
    }
    GDALTranslateOptions* options = GDALTranslateOptionsNew(words.List(), nullptr);
    int misused = 0;
    DatasetPtr chosen(GDALDataset::FromHandle(GDALTranslate("", &source, options, &misused)));
    GDALTranslateOptionsFree(options);
    return chosen;
}

int goesOn(double, const char*, void* cancelled)
{
    const auto* flag = static_cast<const std::atomic<bool>*>(cancelled);
    return flag && *flag ? FALSE : TRUE;
}

DatasetPtr warp(GDALDataset& source, const QRectF& box, QSize size, const QString& crs, bool smooth, const std::atomic<bool>* cancelled)
{
    const auto number = [](double v) { return QByteArray::number(v, 'f', 6); };
    QByteArrayList words{"-of", "MEM", "-t_srs", "EPSG:3857", "-dstalpha", "-r", smooth ? "bilinear" : "near", "-te"};
    words << number(box.left()) << number(box.top()) << number(box.right()) << number(box.bottom()) << "-ts"
          << QByteArray::number(size.width()) << QByteArray::number(size.height());
    if (!crs.isEmpty()) words << "-s_srs" << crs.toUtf8();
    CPLStringList arguments;
    for (const QByteArray& word : words)
        arguments.AddString(word.constData());
    GDALWarpAppOptions* options = GDALWarpAppOptionsNew(arguments.List(), nullptr);
    GDALWarpAppOptionsSetProgress(options, goesOn, const_cast<std::atomic<bool>*>(cancelled));
    GDALDatasetH handle = &source;
    int misused = 0;
    DatasetPtr warped(GDALDataset::FromHandle(GDALWarp("", nullptr, 1, &handle, options, &misused)));
    GDALWarpAppOptionsFree(options);
    return warped;
}

/// Light on the heights of `box`: warped once more with a pixel around it, which the slopes at its edge need.
std::vector<float> lightOn(GDALDataset& heights, const QRectF& box, QSize size, const QString& crs, const RasterOptions& options,
                           const std::atomic<bool>* cancelled)
{
    const double w = box.width() / size.width(), h = box.height() / size.height();
    const DatasetPtr wide = warp(heights, box.adjusted(-w, -h, w, h), size + QSize(2, 2), crs, true, cancelled);
    if (!wide) return {};
    std::vector<double> values = bandValues(*wide, 1);
    const std::vector<double> alpha = bandValues(*wide, wide->GetRasterCount());
    if (values.empty() || alpha.empty()) return {};
    for (std::size_t i = 0; i < values.size(); ++i)
        if (alpha[i] == 0) values[i] = std::nan("");
    const double northing = fromMercator(box.center()).lat * M_PI / 180;
    return shadeOf(values, size, w * std::cos(northing), *options.hillshade);
}

std::vector<RasterColour> legendOf(GDALRasterBand& band, const RasterColours& colours, const QString& unit)
{
    std::vector<RasterColour> legend;
    if (colours.kind == RasterColours::Kind::Table) {
        constexpr int most = 24;
        char** names = band.GetCategoryNames();
        const int count = names ? std::min({CSLCount(names), static_cast<int>(colours.colours.size()), most}) : 0;
        for (int i = 0; i < count; ++i)
            if (*names[i]) legend.push_back({QString::fromUtf8(names[i]), colours.colours[static_cast<std::size_t>(i)]});
    }
    if (colours.kind != RasterColours::Kind::Ramp) return legend;
    constexpr int steps = 4;
    const ValueRange& range = colours.ranges.front();
    for (int i = steps; i >= 0; --i) {
        const double value = range.least + (range.most - range.least) * i / steps;
        const QString number = QString::number(value, 'g', 4);
        legend.push_back({unit.isEmpty() ? number : number + QLatin1Char(' ') + unit, colours.colours[static_cast<std::size_t>(i * 255 / steps)]});
    }
    return legend;
}

city::LonLatBox groundOf(const QRectF& box)
{
    city::LonLatBox ground;
    ground.add(fromMercator(box.topLeft()));
    ground.add(fromMercator(box.bottomRight()));
    return ground;
}

/// The same for every picture of the file: the ranges found once.
void settle(RasterOptions& options, const RasterColours& colours)
{
    if (colours.kind != RasterColours::Kind::Ramp) return;
    options.stretch = {Stretch::Way::Given, colours.ranges.front()};
}

} // namespace

city::Result<city::LonLatBox> rasterBounds(const QString& file, const RasterOptions& options)
{
    const auto dataset = openDataset(file, DatasetKind::Raster);
    if (!dataset) return dataset.problem();
    const auto crs = sourceCrs(**dataset, file, options);
    if (!crs) return crs.problem();
    const auto whole = extent(**dataset, file, *crs);
    if (!whole) return whole.problem();
    return groundOf(whole->box);
}

city::Result<RasterSurvey> surveyRaster(const QString& file, const RasterOptions& options)
{
    const auto opened = open(file, options);
    if (!opened) return opened.problem();
    GDALRasterBand& band = *opened->dataset->GetRasterBand(opened->colours.bands.front());
    RasterSurvey survey;
    survey.options = options;
    settle(survey.options, opened->colours);
    survey.bounds = groundOf(opened->extent.box);
    survey.metresPerPixel = opened->extent.metresPerPixel;
    survey.unit = QString::fromUtf8(band.GetUnitType());
    if (!options.hillshade || options.hillshade->blend) survey.legend = legendOf(band, opened->colours, survey.unit);
    if (isCostly(*opened->dataset, 1e6, 1))
        survey.problems.push_back(problem(file, QT_TRANSLATE_NOOP("Message", "The file is large and has no overviews: seen from afar it is drawn from a "
                                                                             "few spots. \"gdaladdo -ro FILE\" makes overviews beside it")));
    return survey;
}

city::Result<RasterPicture> readRaster(const QString& file, const QRectF& view, QSize size,
                                       const RasterOptions& options, const std::atomic<bool>* cancelled)
{
    const auto opened = open(file, options);
    if (!opened) return opened.problem();
    const QRectF& whole = opened->extent.box;
    RasterPicture picture;
    picture.bounds = whole.intersected(view);
    if (picture.bounds.isEmpty() || size.isEmpty()) return picture; // out of sight: no picture, no mistake
    const auto share = [](double part, double all, int length) {
        return std::max(1, static_cast<int>(part / all * length + 0.5));
    };
    const QSize pixels(share(picture.bounds.width(), view.width(), size.width()),
                       share(picture.bounds.height(), view.height(), size.height()));
    const double count = static_cast<double>(pixels.width()) * pixels.height();
    if (count > static_cast<double>(mostPixels))
        return problem(file, QT_TRANSLATE_NOOP("Message", "The picture asked for is too large"));
    Complaints complaints;
    const double part = picture.bounds.width() * picture.bounds.height() / (whole.width() * whole.height());
    const DatasetPtr thin = isCostly(*opened->dataset, count / part, part) ? thinned(*opened->dataset, cancelled) : nullptr;
    GDALDataset& source = thin ? *thin : *opened->dataset;
    const DatasetPtr chosen = onlyBands(source, opened->colours);
    GDALDataset& bands = chosen ? *chosen : source;
    using Resampling = RasterOptions::Resampling;
    const bool smooth = options.resampling == Resampling::Bilinear ||
                        (options.resampling == Resampling::Auto && opened->colours.kind != RasterColours::Kind::Table);
    const DatasetPtr warped = warp(bands, picture.bounds, pixels, opened->crs, smooth, cancelled);
    std::vector<float> light;
    if (options.hillshade) light = lightOn(bands, picture.bounds, pixels, opened->crs, options, cancelled);
    if (warped && (!options.hillshade || !light.empty())) picture.image = toImage(*warped, opened->colours, options, light);
    if (cancelled && *cancelled) return RasterPicture{picture.bounds, {}, {}};
    if (picture.image.isNull())
        return problem(file, QT_TRANSLATE_NOOP("Message", "The raster cannot be read: %1"),
                       complaints.first());
    if (complaints.failed())
        picture.problems.push_back(
            problem(file, QT_TRANSLATE_NOOP("Message", "Parts of the raster cannot be read: %1"),
                    complaints.first()));
    return picture;
}

city::Result<std::vector<std::optional<double>>> rasterValues(const QString& file, city::LonLat at, const RasterOptions& options)
{
    const auto opened = open(file, options);
    if (!opened) return opened.problem();
    GDALDataset& dataset = *opened->dataset;
    Complaints complaints;
    CPLStringList words;
    words.SetNameValue("DST_SRS", "EPSG:3857");
    if (!opened->crs.isEmpty()) words.SetNameValue("SRC_SRS", opened->crs.toUtf8().constData());
    const QPointF place = toMercator(at);
    double x = place.x(), y = place.y(), z = 0;
    int inside = FALSE;
    void* transformer = GDALCreateGenImgProjTransformer2(&dataset, nullptr, words.List());
    if (transformer) GDALGenImgProjTransform(transformer, TRUE, 1, &x, &y, &z, &inside);
    if (transformer) GDALDestroyGenImgProjTransformer(transformer);
    std::vector<std::optional<double>> values;
    const int column = static_cast<int>(std::floor(x)), row = static_cast<int>(std::floor(y));
    if (!inside || x < 0 || y < 0 || column >= dataset.GetRasterXSize() || row >= dataset.GetRasterYSize()) return values;
    for (const int number : opened->colours.bands) {
        GDALRasterBand& band = *dataset.GetRasterBand(number);
        double value = 0;
        if (band.RasterIO(GF_Read, column, row, 1, 1, &value, 1, 1, GDT_Float64, 0, 0, nullptr) != CE_None)
            return problem(file, QT_TRANSLATE_NOOP("Message", "The raster cannot be read: %1"), complaints.first());
        int stated = FALSE;
        const double none = band.GetNoDataValue(&stated);
        const bool isNone = !std::isfinite(value) || (stated && value == none) || (options.noData && value == *options.noData);
        values.push_back(isNone ? std::nullopt : std::optional(value * band.GetScale() + band.GetOffset()));
    }
    return values;
}

} // namespace geo
