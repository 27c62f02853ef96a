// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/raster.h"

#include "layers/geo/gdal_access.h"
#include "layers/geo/projection.h"
#include "layers/geo/raster_colours.h"
#include "layers/geo/to_wgs84.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <algorithm>
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

city::Result<QRectF> extent(GDALDataset& dataset, const QString& file, const QString& crs)
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
    return QRectF(QPointF(box[0], box[1]), QPointF(box[2], box[3]));
}

DatasetPtr warp(GDALDataset& source, const QRectF& box, QSize size, const QString& crs, bool smooth)
{
    const auto number = [](double v) { return QByteArray::number(v, 'f', 6); };
    QByteArrayList words{"-of",
                         "MEM",
                         "-t_srs",
                         "EPSG:3857",
                         "-dstalpha",
                         "-r",
                         smooth ? "bilinear" : "near",
                         "-te",
                         number(box.left()),
                         number(box.top()),
                         number(box.right()),
                         number(box.bottom()),
                         "-ts",
                         QByteArray::number(size.width()),
                         QByteArray::number(size.height())};
    if (!crs.isEmpty()) words << "-s_srs" << crs.toUtf8();
    CPLStringList arguments;
    for (const QByteArray& word : words)
        arguments.AddString(word.constData());
    GDALWarpAppOptions* options = GDALWarpAppOptionsNew(arguments.List(), nullptr);
    GDALDatasetH handle = &source;
    int misused = 0;
    DatasetPtr warped(GDALDataset::FromHandle(GDALWarp("", nullptr, 1, &handle, options, &misused)));
    GDALWarpAppOptionsFree(options);
    return warped;
}

} // namespace

city::Result<city::LonLatBox> rasterBounds(const QString& file, const RasterOptions& options)
{
    const auto dataset = openDataset(file, DatasetKind::Raster);
    if (!dataset) return dataset.problem();
    const auto crs = sourceCrs(**dataset, file, options);
    if (!crs) return crs.problem();
    const auto box = extent(**dataset, file, *crs);
    if (!box) return box.problem();
    city::LonLatBox result;
    result.add(fromMercator(box->topLeft()));
    result.add(fromMercator(box->bottomRight()));
    return result;
}

city::Result<RasterPicture> readRaster(const QString& file, const QRectF& view, QSize size,
                                       const RasterOptions& options)
{
    const auto dataset = openDataset(file, DatasetKind::Raster);
    if (!dataset) return dataset.problem();
    if ((*dataset)->GetRasterCount() == 0)
        return problem(file, QT_TRANSLATE_NOOP("Message", "The file holds no raster bands"));
    const auto crs = sourceCrs(**dataset, file, options);
    if (!crs) return crs.problem();
    const auto whole = extent(**dataset, file, *crs);
    if (!whole) return whole.problem();

    RasterPicture picture;
    picture.bounds = whole->intersected(view);
    if (picture.bounds.isEmpty() || size.isEmpty()) return picture; // out of sight: no picture, no mistake
    const auto share = [](double part, double all, int length) {
        return std::max(1, static_cast<int>(part / all * length + 0.5));
    };
    const QSize pixels(share(picture.bounds.width(), view.width(), size.width()),
                       share(picture.bounds.height(), view.height(), size.height()));
    if (static_cast<qint64>(pixels.width()) * pixels.height() > mostPixels)
        return problem(file, QT_TRANSLATE_NOOP("Message", "The picture asked for is too large"));
    Complaints complaints;
    const RasterColours colours = RasterColours::of(**dataset);
    const DatasetPtr warped =
        warp(**dataset, picture.bounds, pixels, *crs, colours.kind != RasterColours::Kind::Palette);
    if (warped) picture.image = toImage(*warped, colours);
    if (picture.image.isNull())
        return problem(file, QT_TRANSLATE_NOOP("Message", "The raster cannot be read: %1"),
                       complaints.first());
    if (complaints.failed())
        picture.problems.push_back(
            problem(file, QT_TRANSLATE_NOOP("Message", "Parts of the raster cannot be read: %1"),
                    complaints.first()));
    return picture;
}

} // namespace geo
