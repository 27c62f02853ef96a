// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/write_features.h"

#include "layers/geo/fill_layer.h"
#include "layers/geo/gdal_access.h"

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

bool writeWith(const char* driverName, const char* const* options, const QString& file,
               const FeatureTable& table)
{
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName(driverName);
    const DatasetPtr dataset(driver ? driver->Create(file.toUtf8().constData(), 0, 0, 0, GDT_Unknown, nullptr)
                                    : nullptr);
    if (!dataset) return false;
    OGRSpatialReference wgs84;
    wgs84.importFromEPSG(4326);
    wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    const QByteArray name = table.layer.isEmpty() ? QByteArray("features") : table.layer.toUtf8();
    OGRLayer* layer = dataset->CreateLayer(name.constData(), &wgs84, wkbUnknown, const_cast<char**>(options));
    return layer && fillLayer(*layer, table) && layer->SyncToDisk() == OGRERR_NONE;
}

} // namespace

FeatureFormat formatOf(const QString& file)
{
    return file.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive) ? FeatureFormat::Csv
                                                                     : FeatureFormat::GeoJson;
}

std::optional<city::Problem> writeFeatures(const QString& file, const FeatureTable& table)
{
    registerDrivers();
    const bool csv = formatOf(file) == FeatureFormat::Csv;
    // Under another name first, so that what stands there already is lost only to something whole.
    const QFileInfo target(file);
    const QString part = target.path() + QStringLiteral("/.") + target.completeBaseName() +
                         (csv ? QStringLiteral(".part.csv") : QStringLiteral(".part.geojson"));
    QFile::remove(part);
    const char* const csvOptions[] = {"GEOMETRY=AS_WKT", "CREATE_CSVT=NO", "STRING_QUOTING=IF_NEEDED",
                                      nullptr};
    const char* const jsonOptions[] = {"RFC7946=YES", "COORDINATE_PRECISION=9", nullptr};
    Complaints complaints;
    if (!writeWith(csv ? "CSV" : "GeoJSON", csv ? csvOptions : jsonOptions, part, table) ||
        complaints.failed()) {
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
