// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/write_package.h"

#include "layers/geo/fill_layer.h"
#include "layers/geo/gdal_access.h"

#include <QFile>
#include <QFileInfo>
#include <filesystem>
#include <ogrsf_frmts.h>

namespace geo {

namespace {

bool addLayer(GDALDataset& dataset, const StyledTable& styled)
{
    OGRSpatialReference wgs84;
    wgs84.importFromEPSG(4326);
    wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    const QByteArray title = "IDENTIFIER=" + styled.title.toUtf8();
    const char* const options[] = {"GEOMETRY_NAME=geom", title.constData(), nullptr};
    OGRLayer* layer = dataset.CreateLayer(styled.table.layer.toUtf8().constData(), &wgs84, wkbUnknown, const_cast<char**>(options));
    return layer && fillLayer(*layer, styled.table) && layer->SyncToDisk() == OGRERR_NONE;
}

// The columns are QGIS's own; it looks for the table by its name.
bool addStyles(GDALDataset& dataset, const std::vector<StyledTable>& layers)
{
    const char* const options[] = {"FID=id", nullptr};
    OGRLayer* styles = dataset.CreateLayer("layer_styles", nullptr, wkbNone, const_cast<char**>(options));
    if (!styles) return false;
    const char* const texts[] = {"f_table_catalog", "f_table_schema", "f_table_name", "f_geometry_column", "styleName",
                                 "styleQML",        "styleSLD",       "description",  "owner",             "ui"};
    for (const char* name : texts) {
        OGRFieldDefn field(name, OFTString);
        if (styles->CreateField(&field) != OGRERR_NONE) return false;
    }
    OGRFieldDefn usual("useAsDefault", OFTInteger), updated("update_time", OFTDateTime);
    usual.SetSubType(OFSTBoolean);
    if (styles->CreateField(&usual) != OGRERR_NONE || styles->CreateField(&updated) != OGRERR_NONE) return false;
    for (const StyledTable& styled : layers) {
        if (styled.qml.isEmpty()) continue;
        OGRFeature row(styles->GetLayerDefn());
        const QByteArray name = styled.table.layer.toUtf8();
        row.SetField("f_table_catalog", "");
        row.SetField("f_table_schema", "");
        row.SetField("f_table_name", name.constData());
        row.SetField("f_geometry_column", "geom");
        row.SetField("styleName", name.constData());
        row.SetField("styleQML", styled.qml.constData());
        row.SetField("styleSLD", "");
        row.SetField("description", styled.title.toUtf8().constData());
        row.SetField("owner", "");
        row.SetField("useAsDefault", 1);
        if (styles->CreateFeature(&row) != OGRERR_NONE) return false;
    }
    return styles->SyncToDisk() == OGRERR_NONE;
}

bool writeAll(const QString& file, const std::vector<StyledTable>& layers, const QMap<QString, QString>& facts)
{
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GPKG");
    const DatasetPtr dataset(driver ? driver->Create(file.toUtf8().constData(), 0, 0, 0, GDT_Unknown, nullptr) : nullptr);
    if (!dataset) return false;
    for (auto fact = facts.cbegin(); fact != facts.cend(); ++fact)
        dataset->SetMetadataItem(fact.key().toUtf8().constData(), fact.value().toUtf8().constData());
    for (const StyledTable& styled : layers)
        if (!addLayer(*dataset, styled)) return false;
    return addStyles(*dataset, layers);
}

} // namespace

std::optional<city::Problem> writePackage(const QString& file, const std::vector<StyledTable>& layers, const QMap<QString, QString>& facts)
{
    registerDrivers();
    // Under another name first, so that what stands there already is lost only to something whole.
    const QFileInfo target(file);
    const QString part = target.path() + QStringLiteral("/.") + target.completeBaseName() + QStringLiteral(".part.gpkg");
    QFile::remove(part);
    Complaints complaints;
    const bool written = writeAll(part, layers, facts) && !complaints.failed();
    std::error_code failed;
    if (written) std::filesystem::rename(part.toStdString(), file.toStdString(), failed);
    if (written && !failed) return std::nullopt;
    for (const char* rest : {"", "-journal", "-wal", "-shm"})
        QFile::remove(part + QLatin1String(rest));
    const QString why = failed ? QString::fromStdString(failed.message()) : complaints.first();
    return city::Problem{target.fileName(), {}, {QT_TRANSLATE_NOOP("Message", "%1 cannot be written: %2"), {file, why}}};
}

city::Result<QString> packageFact(const QString& file, const QString& name)
{
    const auto dataset = openDataset(file, DatasetKind::Vector);
    if (!dataset) return dataset.problem();
    const Complaints complaints;
    return QString::fromUtf8((*dataset)->GetMetadataItem(name.toUtf8().constData()));
}

} // namespace geo
