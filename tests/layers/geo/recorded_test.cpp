// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/dataset.h"
#include "tests/support/test_main.h"

// Files as their publishers gave them. Counts and boxes were taken with ogrinfo.
class RecordedTest : public QObject {
    Q_OBJECT

    static QString path(const QString& name) { return recordedFeeds() + QLatin1Char('/') + name; }

private Q_SLOTS:
    void initTestCase() { NEED_RECORDED_FEEDS(); }

    void counts_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("layer");
        QTest::addColumn<int>("count");
        QTest::addColumn<QString>("crs");
        QTest::addColumn<QList<double>>("box");
        const auto row = [](const char* file, const char* layer, int count, const char* crs,
                            QList<double> box) {
            QTest::newRow(QByteArray(file) + ":" + layer)
                << QString::fromUtf8(file) << QString::fromUtf8(layer) << count << QString::fromUtf8(crs)
                << box;
        };
        row("taipei-gis/taipei_village.geojson", "", 456, "EPSG:4326",
            {121.458805, 24.960318, 121.665866, 25.210191});
        row("taipei-gis/taipei_town.geojson", "town", 12, "EPSG:4326",
            {121.458805, 24.960318, 121.665866, 25.210191});
        row("taipei-gis/youbike_realtime_metrotaipei.geojson", "", 2922, "EPSG:4326",
            {121.324740, 24.903030, 121.866500, 25.293010});
        row("taipei-gis/bike_network_tpe.geojson", "", 488, "EPSG:4326",
            {121.461557, 24.976250, 121.771959, 25.228547});
        row("gis/countries.fgb", "", 179, "EPSG:4326", {-180, -85.609038, 180, 83.645130});
        row("gis/shp_tw_county/TWN_adm2_4326.shp", "", 22, "EPSG:4326",
            {118.143675, 21.896015, 122.108207, 26.383942});
        row("gis/shp_tw_village_sanhe/Village_Sanhe.shp", "", 1, "EPSG:3824",
            {120.588067, 22.692684, 120.628476, 22.717004});
        row("gis/lass_ride2.kml", "", 51, "EPSG:4326", {120.974800, 24.799200, 121.008100, 24.814500});
        row("gis/vic_police.kmz", "", 346, "EPSG:4326", {141.083, -38.7597, 149.751, -34.1674});
        row("gis/multipleholes.gpkg", "multipolywithholes", 1, "EPSG:4326",
            {-77.777710, 37.326489, -76.788940, 39.104489});
        row("gis/gdal_sample.gpkg", "linestring2d", 2, "EPSG:4326", {1, 2, 3, 4});
        // Corners of the box by gdaltransform, so rather loose: feet, Oregon North; National Grid.
        row("gis/Oregon.gpkg", "roads", 121, "EPSG:2269", {});
        row("gis/poly00.fgb", "", 10, "EPSG:27700", {});
    }
    void counts()
    {
        QFETCH(QString, file);
        QFETCH(QString, layer);
        QFETCH(int, count);
        QFETCH(QString, crs);
        QFETCH(QList<double>, box);
        geo::OpenOptions options;
        options.layer = layer;
        const auto table = geo::readLayer(path(file), options);
        QVERIFY2(table.ok(), table.ok() ? "" : qPrintable(table.problem().toString()));
        QCOMPARE(static_cast<int>(table->features.size()), count);
        QCOMPARE(table->crs, crs);
        city::LonLatBox bounds;
        for (const geo::Feature& feature : table->features) {
            QCOMPARE(feature.values.size(), table->fields.size());
            bounds.add(feature.geometry.bounds());
        }
        if (box.isEmpty()) return;
        QVERIFY(std::abs(bounds.west - box[0]) < 2e-6 && std::abs(bounds.south - box[1]) < 2e-6);
        QVERIFY(std::abs(bounds.east - box[2]) < 2e-6 && std::abs(bounds.north - box[3]) < 2e-6);
    }

    void feetOfOregonLandInOregon()
    {
        geo::OpenOptions options;
        options.layer = QStringLiteral("land");
        const auto table = geo::readLayer(path(QStringLiteral("gis/Oregon.gpkg")), options);
        QVERIFY(table.ok());
        const city::LonLatBox box = table->features.at(0).geometry.bounds();
        QVERIFY(std::abs(box.west - -124.55) < 0.1 && std::abs(box.north - 46.29) < 0.1);
        QVERIFY(table->features.at(0).geometry.contains({-121.3, 44.06})); // Bend
        QVERIFY(!table->features.at(0).geometry.contains({-120.0, 47.5})); // Washington
    }

    void attributesKeepTheirTypes()
    {
        const auto table = geo::readLayer(path(QStringLiteral("taipei-gis/taipei_town.geojson")));
        QVERIFY(table.ok());
        const geo::Feature& first = table->features.at(0);
        QCOMPARE(first.values[table->fieldIndex(QStringLiteral("TNAME"))].toString(),
                 QStringLiteral("北投區"));
        QCOMPARE(first.values[table->fieldIndex(QStringLiteral("COUN_ID"))].typeId(), QMetaType::QString);
        QCOMPARE(first.values[table->fieldIndex(QStringLiteral("AREA"))].toDouble(), 57383795.02439);
    }

    void tableInBig5()
    {
        geo::OpenOptions options;
        options.crs = QStringLiteral("EPSG:3857");
        // It has no .shx either: the index is rebuilt in memory.
        const auto table = geo::readLayer(path(QStringLiteral("gis/shp_big5_cpg/big5.shp")), options);
        QVERIFY2(table.ok(), table.ok() ? "" : qPrintable(table.problem().toString()));
        QCOMPARE(table->features.size(), 1U);
        QCOMPARE(table->features[0].values.at(0).toString(), QStringLiteral("國語"));
        QVERIFY(!QFile::exists(path(QStringLiteral("gis/shp_big5_cpg/big5.shx"))));
    }

    void unstatedEncodingIsSaid()
    {
        const QString file = path(QStringLiteral("gis/shp_tw_village_sanhe/Village_Sanhe.shp"));
        const auto asked = geo::unstated(file, {});
        QVERIFY(asked.ok());
        QVERIFY(asked->encoding);
        QCOMPARE(asked->likelyEncoding, QStringLiteral("UTF-8"));
        QVERIFY(!asked->crs);
        const auto table = geo::readLayer(file);
        QVERIFY(table.ok());
        QCOMPARE(table->problems.size(), 1U);
        QStringList all;
        for (const QVariant& value : table->features.at(0).values)
            all << value.toString();
        QVERIFY2(all.contains(QStringLiteral("三和村")), qPrintable(all.join(QLatin1Char('|'))));
    }

    void tableWithoutGeometryOrEncoding()
    {
        const QString file = path(QStringLiteral("gis/dbf_utf8_nocpg/utf8.dbf"));
        const auto asked = geo::unstated(file, {});
        QVERIFY(asked.ok());
        QVERIFY(asked->encoding && !asked->crs);
        QCOMPARE(asked->likelyEncoding, QStringLiteral("UTF-8"));
        const auto table = geo::readLayer(file);
        QVERIFY(table.ok());
        QCOMPARE(table->features.size(), 1U);
        QVERIFY(table->features[0].geometry.isEmpty());
    }

    void undefinedCrsIsAskedFor()
    {
        for (const char* layer : {"point2d", "geometry3d"}) {
            geo::OpenOptions options;
            options.layer = QString::fromLatin1(layer);
            const QString file = path(QStringLiteral("gis/gdal_sample.gpkg"));
            QVERIFY(geo::unstated(file, options.layer)->crs);
            QVERIFY(!geo::readLayer(file, options).ok());
            options.crs = QStringLiteral("EPSG:4326");
            QVERIFY(geo::readLayer(file, options).ok());
        }
        QVERIFY(!geo::readLayer(path(QStringLiteral("gis/twCounty2010.topo.json"))).ok());
        geo::OpenOptions wgs84;
        wgs84.crs = QStringLiteral("EPSG:4326");
        QCOMPARE(geo::readLayer(path(QStringLiteral("gis/twCounty2010.topo.json")), wgs84)->features.size(),
                 43U);
    }

    void mixedGeometriesWithHeights()
    {
        geo::OpenOptions options;
        options.layer = QStringLiteral("geometry3d");
        options.crs = QStringLiteral("EPSG:4326");
        const auto table = geo::readLayer(path(QStringLiteral("gis/gdal_sample.gpkg")), options);
        QVERIFY(table.ok());
        QCOMPARE(table->features.size(), 8U);
        int points = 0, lines = 0, polygons = 0, empty = 0;
        for (const geo::Feature& feature : table->features) {
            points += !feature.geometry.points.empty();
            lines += !feature.geometry.lines.empty();
            polygons += !feature.geometry.polygons.empty();
            empty += feature.geometry.isEmpty();
        }
        QVERIFY2(points >= 2 && lines >= 2 && polygons >= 2 && empty == 1,
                 qPrintable(QStringLiteral("%1 %2 %3 %4").arg(points).arg(lines).arg(polygons).arg(empty)));
    }

    void layersAreListed()
    {
        const auto layers = geo::vectorLayers(path(QStringLiteral("gis/Oregon.gpkg")));
        QVERIFY(layers.ok());
        QCOMPARE(*layers, QStringList({QStringLiteral("land"), QStringLiteral("roads")}));
        geo::OpenOptions options;
        options.layer = QStringLiteral("rivers");
        const auto table = geo::readLayer(path(QStringLiteral("gis/Oregon.gpkg")), options);
        QVERIFY(!table.ok());
        QVERIFY(table.problem().toString().contains(QStringLiteral("land, roads")));
    }
};

CITYOPS_TEST(QCoreApplication, RecordedTest)
#include "recorded_test.moc"
