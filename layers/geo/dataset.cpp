// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/dataset.h"

#include "layers/geo/dbf_encoding.h"
#include "layers/geo/from_ogr.h"
#include "layers/geo/gdal_access.h"
#include "layers/geo/field_value.h"
#include "layers/geo/open_layer.h"
#include "layers/geo/to_wgs84.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <ogrsf_frmts.h>

namespace geo {

namespace {

constexpr int namedProblems = 100;

// Reads the features of one layer into a table, leaving out and naming those that cannot be placed.
class LayerReading {
public:
    LayerReading(const ToWgs84& toWgs84, const OpenOptions& options) : m_toWgs84(toWgs84), m_options(options)
    {
    }

    void read(OGRLayer& layer, FeatureTable& table)
    {
        const OGRFeatureDefn& definition = *layer.GetLayerDefn();
        const int fieldCount = m_options.attributes ? definition.GetFieldCount() : 0;
        for (int i = 0; i < fieldCount; ++i)
            table.fields << QString::fromUtf8(definition.GetFieldDefn(i)->GetNameRef());
        layer.ResetReading();
        qint64 seen = 0;
        while (const OGRFeatureUniquePtr source{layer.GetNextFeature()}) {
            ++seen;
            Feature feature;
            feature.id = source->GetFID();
            if (OGRGeometry* geometry = source->GetGeometryRef();
                geometry && !place(*geometry, feature, table))
                continue;
            feature.values.reserve(fieldCount);
            for (int i = 0; i < fieldCount; ++i)
                feature.values << valueOf(*source, i);
            table.features.push_back(std::move(feature));
        }
        if (const qint64 promised =
                layer.TestCapability(OLCFastFeatureCount) ? layer.GetFeatureCount(FALSE) : 0;
            seen < promised)
            table.problems.push_back(
                {{},
                 {},
                 city::Message(QT_TRANSLATE_NOOP("Message", "The file promises %1 features and gives %2"),
                               {QString::number(promised), QString::number(seen)})});
        if (m_leftOut > namedProblems)
            table.problems.push_back(
                {{},
                 {},
                 city::Message(QT_TRANSLATE_NOOP("Message", "%1 features were left out in all"),
                               {QString::number(m_leftOut)})});
    }

private:
    bool place(OGRGeometry& geometry, Feature& feature, FeatureTable& table)
    {
        if (m_toWgs84.apply(geometry)) {
            feature.geometry = fromOgr(geometry);
            if (isOnEarth(feature.geometry)) return true;
        }
        if (++m_leftOut <= namedProblems)
            table.problems.push_back(
                {QStringLiteral("#%1").arg(feature.id),
                 {},
                 city::Message(QT_TRANSLATE_NOOP(
                                   "Message", "The coordinates are not on the Earth in %1; feature left out"),
                               {m_toWgs84.name()})});
        return false;
    }

    const ToWgs84& m_toWgs84;
    const OpenOptions& m_options;
    int m_leftOut = 0;
};

city::Problem about(const QString& file, city::Problem problem)
{
    if (problem.record.isEmpty()) problem.record = QFileInfo(file).fileName();
    return problem;
}

} // namespace

city::Result<QStringList> vectorLayers(const QString& file)
{
    const auto dataset = openDataset(file, DatasetKind::Vector);
    if (!dataset) return dataset.problem();
    QStringList names;
    for (const OGRLayer* layer : (*dataset)->GetLayers())
        names << QString::fromUtf8(const_cast<OGRLayer*>(layer)->GetName());
    return names;
}

city::Result<Unstated> unstated(const QString& file, const QString& layerName)
{
    std::vector<city::Problem> ignored;
    const auto dataset = openDataset(file, DatasetKind::Vector, openOptions(file, {}, ignored));
    if (!dataset) return dataset.problem();
    const auto layer = findLayer(**dataset, file, layerName);
    if (!layer) return layer.problem();
    Unstated result;
    result.crs = (*layer)->GetGeomType() != wkbNone && !isStated((*layer)->GetSpatialRef()) &&
                 statedByColumns(file, **layer).isEmpty();
    if (hasSuffix(file, {"shp", "dbf"})) {
        const DbfEncoding encoding = dbfEncoding(file);
        result.encoding = encoding.stated.isEmpty() && !encoding.plainAscii;
        result.likelyEncoding = encoding.likely;
    }
    return result;
}

city::Result<FeatureTable> readLayer(const QString& file, const OpenOptions& options)
{
    FeatureTable table;
    const auto dataset = openDataset(file, DatasetKind::Vector, openOptions(file, options, table.problems));
    if (!dataset) return dataset.problem();
    const auto layer = findLayer(**dataset, file, options.layer);
    if (!layer) return layer.problem();

    Complaints complaints;
    const QString byColumns = statedByColumns(file, **layer);
    QString crs = byColumns.isEmpty() ? options.crs : byColumns;
    if (crs.isEmpty() && (*layer)->GetGeomType() == wkbNone)
        crs = QStringLiteral("EPSG:4326"); // nothing to transform
    const auto toWgs84 = ToWgs84::from((*layer)->GetSpatialRef(), crs);
    if (!toWgs84) return about(file, toWgs84.problem());
    table.layer = QString::fromUtf8((*layer)->GetName());
    table.crs = toWgs84->name();
    LayerReading(*toWgs84, options).read(**layer, table);
    if (complaints.failed())
        table.problems.push_back(
            {QFileInfo(file).fileName(),
             {},
             city::Message(QT_TRANSLATE_NOOP("Message", "Reading ended early or incomplete: %1"),
                           {complaints.first()})});
    return table;
}

city::Result<city::Geometry> parseGeometry(const QByteArray& text, const QString& crs)
{
    Complaints complaints;
    OGRGeometry* raw = nullptr;
    if (text.trimmed().startsWith('{')) raw = OGRGeometryFactory::createFromGeoJson(text.constData());
    const char* rest = text.constData();
    if (!raw) OGRGeometryFactory::createFromWkt(&rest, nullptr, &raw);
    const std::unique_ptr<OGRGeometry> geometry(raw);
    const bool more = rest != text.constData() && !QByteArray(rest).trimmed().isEmpty();
    if (!geometry || more)
        return city::Problem{
            {},
            {},
            city::Message(QT_TRANSLATE_NOOP("Message", "This is neither a GeoJSON geometry nor WKT: %1"),
                          {complaints.first()})};
    const auto toWgs84 = ToWgs84::from(nullptr, crs);
    if (!toWgs84) return toWgs84.problem();
    if (toWgs84->apply(*geometry)) {
        city::Geometry result = fromOgr(*geometry);
        if (isOnEarth(result)) return result;
    }
    return city::Problem{
        {},
        {},
        city::Message(QT_TRANSLATE_NOOP("Message", "The coordinates are not on the Earth in %1"),
                      {toWgs84->name()})};
}

} // namespace geo
