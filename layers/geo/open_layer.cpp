// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/open_layer.h"

#include "layers/geo/dbf_encoding.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <ogrsf_frmts.h>

namespace geo {

bool hasSuffix(const QString& file, std::initializer_list<const char*> suffixes)
{
    const QString suffix = QFileInfo(file).suffix().toLower();
    return std::any_of(suffixes.begin(), suffixes.end(),
                       [&suffix](const char* one) { return suffix == QLatin1String(one); });
}

namespace {

// The encoding to tell GDAL for a shapefile's table; empty leaves it to GDAL.
QString tableEncoding(const QString& file, const OpenOptions& options, std::vector<city::Problem>& problems)
{
    if (!hasSuffix(file, {"shp", "dbf"})) return {};
    const DbfEncoding encoding = dbfEncoding(file);
    if (encoding.stated == QLatin1String("LDID") || encoding.plainAscii) return {};
    if (!encoding.stated.isEmpty()) return encoding.stated;
    if (!options.encoding.isEmpty()) return options.encoding;
    if (!options.attributes) return {}; // no text is read
    problems.push_back(
        {QFileInfo(file).fileName(),
         {},
         city::Message(
             encoding.likely.isEmpty()
                 ? QT_TRANSLATE_NOOP("Message",
                                     "The text encoding is not stated and neither UTF-8 nor CP950 fits%1")
                 : QT_TRANSLATE_NOOP("Message", "The text encoding is not stated; read as %1, which fits"),
             {encoding.likely})});
    return encoding.likely;
}

} // namespace

QStringList openOptions(const QString& file, const OpenOptions& options, std::vector<city::Problem>& problems)
{
    QStringList out;
    const QString encoding = tableEncoding(file, options, problems);
    if (!encoding.isEmpty()) out << QStringLiteral("ENCODING=") + encoding;
    if (hasSuffix(file, {"csv", "tsv", "txt"})) {
        out << QStringLiteral(
                   "X_POSSIBLE_NAMES=lon,lng,long,longitude,x,twd97x,twd97_x,tm_x,經度,座標x,x座標")
            << QStringLiteral("Y_POSSIBLE_NAMES=lat,latitude,y,twd97y,twd97_y,tm_y,緯度,座標y,y座標")
            << QStringLiteral("GEOM_POSSIBLE_NAMES=wkt,geom,geometry,the_geom")
            << QStringLiteral("KEEP_GEOM_COLUMNS=YES");
    }
    return out;
}

// A table whose columns are called longitude and latitude says what its numbers are; x and y do not.
QString statedByColumns(const QString& file, OGRLayer& layer)
{
    if (!hasSuffix(file, {"csv", "tsv", "txt"})) return {};
    const OGRFeatureDefn& definition = *layer.GetLayerDefn();
    for (int i = 0; i < definition.GetFieldCount(); ++i) {
        const QString name = QString::fromUtf8(definition.GetFieldDefn(i)->GetNameRef()).trimmed().toLower();
        if (name == QLatin1String("lon") || name == QLatin1String("lng") ||
            name == QLatin1String("longitude") || name == QStringLiteral("經度"))
            return QStringLiteral("EPSG:4326");
    }
    return {};
}

city::Result<OGRLayer*> findLayer(GDALDataset& dataset, const QString& file, const QString& name)
{
    const QString shortName = QFileInfo(file).fileName();
    if (dataset.GetLayerCount() == 0)
        return city::Problem{shortName, {}, QT_TRANSLATE_NOOP("Message", "The file holds no vector layer")};
    if (name.isEmpty()) return dataset.GetLayer(0);
    QStringList all;
    for (OGRLayer* layer : dataset.GetLayers()) {
        all << QString::fromUtf8(layer->GetName());
        if (all.last() == name) return layer;
    }
    return city::Problem{shortName,
                         {},
                         city::Message(QT_TRANSLATE_NOOP("Message", "There is no layer %1; there are: %2"),
                                       {name, all.join(QStringLiteral(", "))})};
}

} // namespace geo
