// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/package_reading.h"

#include "layers/geo/column_builder.h"
#include "layers/geo/gdal_access.h"
#include "layers/geo/grid_columns.h"
#include "layers/geo/join_columns.h"
#include "tests/support/test_main.h"

#include <QDirIterator>
#include <QTemporaryDir>
#include <cmath>
#include <ogrsf_frmts.h>

namespace {

/// Feature by feature, as GDAL gives them.
geo::Columns byGdal(OGRLayer& layer, const QByteArray& valueField)
{
    geo::Columns columns;
    geo::ColumnBuilder builder(columns, !valueField.isEmpty());
    const int field = layer.GetLayerDefn()->GetFieldIndex(valueField.constData());
    layer.ResetReading();
    while (const OGRFeatureUniquePtr feature{layer.GetNextFeature()}) {
        const bool has = field >= 0 && feature->IsFieldSetAndNotNull(field);
        builder.add(feature->GetFID(),
                    has ? static_cast<float>(feature->GetFieldAsDouble(field)) : std::nanf(""),
                    feature->GetGeometryRef());
    }
    return columns;
}

std::optional<geo::Columns> byRanges(const QString& file, OGRLayer& layer, const QByteArray& valueField,
                                     const std::function<void(geo::Columns&)>& finish = {})
{
    geo::ReadingProgress progress;
    auto parts = geo::readPackage(file, layer, valueField, progress, finish);
    if (!parts) return {};
    geo::Columns whole;
    for (geo::Columns& part : *parts)
        geo::append(whole, part);
    if (progress.features != whole.read) qFatal("the progress tells of other features");
    return whole;
}

bool same(const std::vector<float>& a, const std::vector<float>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](float one, float other) {
        return one == other || (std::isnan(one) && std::isnan(other));
    });
}

bool same(const geo::ShapeColumns& a, const geo::ShapeColumns& b)
{
    return a.x == b.x && a.y == b.y && a.rings == b.rings && a.features == b.features && a.ids == b.ids &&
           same(a.values, b.values);
}

bool same(const geo::Columns& a, const geo::Columns& b)
{
    return same(a.points, b.points) && same(a.lines, b.lines) && same(a.polygons, b.polygons) &&
           a.read == b.read && a.empty == b.empty && a.damaged == b.damaged;
}

} // namespace

/// What several connections read of a GeoPackage is what GDAL reads of it.
class PackageReadingTest : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

    // A layer of every kind of geometry, some without one, some deleted again, with holes in the numbers.
    QString everything(const char* name, int rows)
    {
        const QString file = m_folder.filePath(QString::fromLatin1(name));
        auto* driver = GetGDALDriverManager()->GetDriverByName("GPKG");
        const std::unique_ptr<GDALDataset> made(
            driver->Create(file.toUtf8().constData(), 0, 0, 0, GDT_Unknown, nullptr));
        OGRSpatialReference wgs84;
        wgs84.importFromEPSG(4326);
        wgs84.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        OGRLayer* layer = made->CreateLayer("a \"layer\" of all", &wgs84, wkbUnknown);
        OGRFieldDefn number("a number", OFTReal), text("text", OFTString);
        layer->CreateField(&text);
        layer->CreateField(&number);
        const char* const shapes[] = {
            "POINT Z (121.5 25.1 7)",
            "LINESTRING (121 25,122 26,121.5 25.5)",
            "POLYGON ((121 25,122 25,122 26,121 25),(121.4 25.1,121.6 25.1,121.6 25.2,121.4 25.1))",
            "MULTIPOLYGON (((1 1,2 1,2 2,1 1)),((3 3,4 3,4 4,3 3)))",
            "MULTIPOINT ((1 2),(3 4))",
            "POLYGON EMPTY",
            "CURVEPOLYGON (CIRCULARSTRING (0 0,2 2,4 0,2 -2,0 0))",
            "GEOMETRYCOLLECTION (POINT (5 6),LINESTRING M (1 2 3,4 5 6))",
            nullptr};
        if (layer->StartTransaction() != OGRERR_NONE) qFatal("no transaction");
        for (int i = 0; i < rows; ++i) {
            const OGRFeatureUniquePtr feature(new OGRFeature(layer->GetLayerDefn()));
            feature->SetFID(i * 7 - 3);
            if (i % 5) feature->SetField("a number", i * 0.25);
            feature->SetField("text", "some words that take room");
            OGRGeometry* shape = nullptr;
            if (const char* wkt = shapes[i % std::size(shapes)])
                OGRGeometryFactory::createFromWkt(wkt, &wgs84, &shape);
            feature->SetGeometryDirectly(shape);
            if (layer->CreateFeature(feature.get()) != OGRERR_NONE) qFatal("a feature cannot be written");
        }
        for (int i = 0; i < rows; i += 11)
            if (layer->DeleteFeature(i * 7 - 3) != OGRERR_NONE) qFatal("a feature cannot be deleted");
        if (layer->CommitTransaction() != OGRERR_NONE) qFatal("nothing is kept");
        return file;
    }

private Q_SLOTS:
    void initTestCase() { geo::registerDrivers(); }

    void everyKindIsReadAlike()
    {
        const QString file = everything("all.gpkg", 5000);
        const auto dataset = geo::openDataset(file, geo::DatasetKind::Vector);
        QVERIFY(dataset.ok());
        OGRLayer& layer = *(*dataset)->GetLayer(0);
        for (const QByteArray& field : {QByteArray(), QByteArray("a number")}) {
            const auto columns = byRanges(file, layer, field);
            QVERIFY(columns);
            QVERIFY(columns->points.ids.size() > 1000 && columns->empty > 500);
            QVERIFY(same(*columns, byGdal(layer, field)));
        }
    }

    void recordedPackagesAreReadAlike()
    {
        NEED_RECORDED_FEEDS();
        int layers = 0;
        for (QDirIterator files(recordedFeeds(), {QStringLiteral("*.gpkg")}, QDir::Files,
                                QDirIterator::Subdirectories);
             files.hasNext();) {
            const geo::Complaints unheard;
            const QString file = files.next();
            const auto dataset = geo::openDataset(file, geo::DatasetKind::Vector);
            if (!dataset) continue; // tiles only
            for (OGRLayer* layer : (*dataset)->GetLayers()) {
                const auto columns = byRanges(file, *layer, {});
                if (!columns) continue; // a table without geometries
                QVERIFY2(same(*columns, byGdal(*layer, {})), layer->GetName());
                ++layers;
            }
        }
        QVERIFY(layers >= 3);
    }

    void aViewIsLeftToOthers()
    {
        const QString file = everything("view.gpkg", 20);
        {
            const std::unique_ptr<GDALDataset> made(
                GDALDataset::Open(file.toUtf8().constData(), GDAL_OF_UPDATE | GDAL_OF_VECTOR));
            for (const char* text :
                 {"CREATE VIEW seen AS SELECT * FROM \"a \"\"layer\"\" of all\"",
                  "INSERT INTO gpkg_contents (table_name, identifier, data_type, srs_id) VALUES ('seen', "
                  "'seen', 'features', 4326)",
                  "INSERT INTO gpkg_geometry_columns VALUES ('seen', 'geom', 'GEOMETRY', 4326, 0, 0)"})
                made->ReleaseResultSet(made->ExecuteSQL(text, nullptr, nullptr));
        }
        const auto dataset = geo::openDataset(file, geo::DatasetKind::Vector);
        QVERIFY(dataset.ok());
        OGRLayer* layer = (*dataset)->GetLayerByName("seen");
        QVERIFY(layer);
        QVERIFY(!byRanges(file, *layer, {}));
        geo::ColumnOptions options;
        options.open.layer = QStringLiteral("seen");
        const auto columns = geo::readColumns(file, options);
        QVERIFY(columns.ok());
        QVERIFY(columns->sum.read > 10);
    }

    void aPackageCutOffIsLeftToOthers()
    {
        const geo::Complaints unheard;
        const QString file = everything("cut.gpkg", 5000);
        QFile content(file);
        const auto dataset = geo::openDataset(file, geo::DatasetKind::Vector);
        QVERIFY(dataset.ok());
        QVERIFY(content.open(QIODevice::ReadWrite) && content.resize(content.size() * 2 / 3));
        QVERIFY(!byRanges(file, *(*dataset)->GetLayer(0), {}));
    }

    void onAGridNothingMovesFurtherThanAQuantum()
    {
        const QString file = everything("grid.gpkg", 900);
        geo::ColumnOptions exact, onGrid;
        onGrid.onGrid = true;
        const auto there = geo::readColumns(file, exact), here = geo::readColumns(file, onGrid);
        QVERIFY(there.ok() && here.ok() && !there->grid);
        QVERIFY(here->grid);
        geo::Columns a, b;
        for (geo::Columns part : there->parts)
            geo::append(a, part);
        for (geo::Columns part : here->parts)
            geo::append(b, part);
        QCOMPARE(b.polygons.onGrid.size(), a.polygons.x.size());
        QCOMPARE(b.polygons.rings, a.polygons.rings);
        for (std::size_t i = 0; i < a.polygons.x.size(); ++i) {
            const QPointF at = here->grid->origin +
                               QPointF(b.polygons.onGrid[i].x, b.polygons.onGrid[i].y) * here->grid->quantum;
            QVERIFY(std::abs(at.x() - a.polygons.x[i]) <= here->grid->quantum &&
                    std::abs(at.y() - a.polygons.y[i]) <= here->grid->quantum);
        }
    }

    void aLayerThatReachesFurtherThanItSays()
    {
        const QString file = everything("further.gpkg", 300);
        {
            const std::unique_ptr<GDALDataset> made(
                GDALDataset::Open(file.toUtf8().constData(), GDAL_OF_UPDATE | GDAL_OF_VECTOR));
            for (const char* text :
                 {"UPDATE gpkg_contents SET min_x = 121.5, min_y = 25.1, max_x = 121.6, max_y = 25.2",
                  "DELETE FROM gpkg_extensions",
                  "DROP TABLE IF EXISTS \"rtree_a \"\"layer\"\" of all_geom\""})
                made->ReleaseResultSet(made->ExecuteSQL(text, nullptr, nullptr));
        }
        geo::ColumnOptions options;
        options.onGrid = true;
        const auto columns = geo::readColumns(file, options);
        QVERIFY(columns.ok());
        QVERIFY(!columns->grid); // The grid would not have held it.
        QVERIFY(columns->sum.read > 200);
    }
};

CITYOPS_TEST(QCoreApplication, PackageReadingTest)
#include "package_reading_test.moc"
