// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/write_features.h"

#include "layers/geo/gdal_access.h"
#include "layers/geo/fill_layer.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <filesystem>
#include <ogrsf_frmts.h>

namespace geo {

namespace {

city::Problem unwritten(const QString& file, const QString& why)
{
    return {QFileInfo(file).fileName(),
            {},
            city::Message(QT_TRANSLATE_NOOP("Message", "%1 cannot be written: %2"), {file, why})};
}

/// How a format is written.
struct Writing {
    const char* driver;
    const char* suffix;
    std::vector<const char*> options; ///< Of the layer; ends with null.
};

Writing writingOf(FeatureFormat format)
{
    switch (format) {
    case FeatureFormat::Csv:
        return {"CSV", "csv", {"GEOMETRY=AS_WKT", "CREATE_CSVT=NO", "STRING_QUOTING=IF_NEEDED", nullptr}};
    case FeatureFormat::GeoPackage:
        return {"GPKG", "gpkg", {"GEOMETRY_NAME=geom", nullptr}};
    case FeatureFormat::Parquet:
        return {"Parquet", "parquet", {nullptr}};
    case FeatureFormat::GeoJson:
        break;
    }
    return {"GeoJSON", "geojson", {"RFC7946=YES", "COORDINATE_PRECISION=9", nullptr}};
}

bool writeWith(const Writing& writing, const QString& file, const FeatureTable& table)
{
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName(writing.driver);
    const DatasetPtr dataset(driver ? driver->Create(file.toUtf8().constData(), 0, 0, 0, GDT_Unknown, nullptr)
                                    : nullptr);
    if (!dataset) return false;
    OGRSpatialReference wgs84;
    wgs84.importFromEPSG(4326);
    wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    const QByteArray name = table.layer.isEmpty() ? QByteArray("features") : table.layer.toUtf8();
    OGRLayer* layer = dataset->CreateLayer(name.constData(), &wgs84, wkbUnknown,
                                           const_cast<char**>(writing.options.data()));
    return layer && fillLayer(*layer, table) && layer->SyncToDisk() == OGRERR_NONE;
}

} // namespace

FeatureFormat formatOf(const QString& file)
{
    const QString suffix = QFileInfo(file).suffix().toLower();
    if (suffix == QLatin1String("csv")) return FeatureFormat::Csv;
    if (suffix == QLatin1String("gpkg")) return FeatureFormat::GeoPackage;
    if (suffix == QLatin1String("parquet")) return FeatureFormat::Parquet;
    return FeatureFormat::GeoJson;
}

std::optional<city::Problem> writeFeatures(const QString& file, const FeatureTable& table)
{
    registerDrivers();
    const Writing writing = writingOf(formatOf(file));
    if (!GetGDALDriverManager()->GetDriverByName(writing.driver))
        return unwritten(file,
                         QCoreApplication::translate(
                             "Message", QT_TRANSLATE_NOOP("Message", "this GDAL cannot write that format")));
    // Under another name first, so that what stands there already is lost only to something whole.
    const QFileInfo target(file);
    const QString part = target.path() + QStringLiteral("/.") + target.completeBaseName() +
                         QStringLiteral(".part.") + QLatin1String(writing.suffix);
    QFile::remove(part);
    Complaints complaints;
    if (!writeWith(writing, part, table) || complaints.failed()) {
        QFile::remove(part);
        return unwritten(file, complaints.first());
    }
    std::error_code failed;
    std::filesystem::rename(part.toStdString(), file.toStdString(), failed);
    if (!failed) return std::nullopt;
    QFile::remove(part);
    return unwritten(file, QString::fromStdString(failed.message()));
}

} // namespace geo
