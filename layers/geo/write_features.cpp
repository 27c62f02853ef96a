// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/write_features.h"

#include "layers/geo/gdal_access.h"
#include "layers/geo/to_ogr.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <filesystem>
#include <ogrsf_frmts.h>

namespace geo {

namespace {

city::Problem unwritten(const QString& file, const QString& why)
{
    return {QFileInfo(file).fileName(), {}, city::Message(QT_TRANSLATE_NOOP("Message", "%1 cannot be written: %2"), {file, why})};
}

OGRFieldType typeOf(const FeatureTable& table, int field)
{
    bool whole = true, number = true, any = false;
    for (const Feature& feature : table.features) {
        const QVariant value = feature.values.value(field);
        if (!value.isValid()) continue;
        any = true;
        number = number && value.userType() != QMetaType::QString;
        whole = whole && value.userType() == QMetaType::LongLong;
    }
    if (!any || !number) return OFTString;
    return whole ? OFTInteger64 : OFTReal;
}

void setValue(OGRFeature& feature, int field, const QVariant& value)
{
    if (!value.isValid())
        feature.SetFieldNull(field);
    else if (value.userType() == QMetaType::QString)
        feature.SetField(field, value.toString().toUtf8().constData());
    else if (value.userType() == QMetaType::LongLong)
        feature.SetField(field, static_cast<GIntBig>(value.toLongLong()));
    else
        feature.SetField(field, value.toDouble());
}

bool fill(OGRLayer& layer, const FeatureTable& table)
{
    for (int i = 0; i < table.fields.size(); ++i) {
        OGRFieldDefn field(table.fields[i].toUtf8().constData(), typeOf(table, i));
        if (layer.CreateField(&field) != OGRERR_NONE) return false;
    }
    for (const Feature& from : table.features) {
        OGRFeature feature(layer.GetLayerDefn());
        feature.SetFID(from.id);
        feature.SetGeometryDirectly(toOgr(from.geometry).release());
        for (int i = 0; i < table.fields.size(); ++i)
            setValue(feature, i, from.values.value(i));
        if (layer.CreateFeature(&feature) != OGRERR_NONE) return false;
    }
    return true;
}

bool writeWith(const char* driverName, const char* const* options, const QString& file, const FeatureTable& table)
{
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName(driverName);
    const DatasetPtr dataset(driver ? driver->Create(file.toUtf8().constData(), 0, 0, 0, GDT_Unknown, nullptr) : nullptr);
    if (!dataset) return false;
    OGRSpatialReference wgs84;
    wgs84.importFromEPSG(4326);
    wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    const QByteArray name = table.layer.isEmpty() ? QByteArray("features") : table.layer.toUtf8();
    OGRLayer* layer = dataset->CreateLayer(name.constData(), &wgs84, wkbUnknown, const_cast<char**>(options));
    return layer && fill(*layer, table) && layer->SyncToDisk() == OGRERR_NONE;
}

} // namespace

FeatureFormat formatOf(const QString& file)
{
    return file.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive) ? FeatureFormat::Csv : FeatureFormat::GeoJson;
}

std::optional<city::Problem> writeFeatures(const QString& file, const FeatureTable& table)
{
    registerDrivers();
    const bool csv = formatOf(file) == FeatureFormat::Csv;
    // Under another name first, so that what stands there already is lost only to something whole.
    const QFileInfo target(file);
    const QString part = target.path() + QStringLiteral("/.") + target.completeBaseName() + (csv ? QStringLiteral(".part.csv") : QStringLiteral(".part.geojson"));
    QFile::remove(part);
    const char* const csvOptions[] = {"GEOMETRY=AS_WKT", "CREATE_CSVT=NO", "STRING_QUOTING=IF_NEEDED", nullptr};
    const char* const jsonOptions[] = {"RFC7946=YES", "COORDINATE_PRECISION=9", nullptr};
    Complaints complaints;
    if (!writeWith(csv ? "CSV" : "GeoJSON", csv ? csvOptions : jsonOptions, part, table) || complaints.failed()) {
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
