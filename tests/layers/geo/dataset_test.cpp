// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/dataset.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QTemporaryDir>

class DatasetTest : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

    QString write(const char* name, const QByteArray& content)
    {
        QFile file(m_folder.filePath(QString::fromLatin1(name)));
        if (!file.open(QIODevice::WriteOnly)) qFatal("cannot write");
        file.write(content);
        return file.fileName();
    }

private Q_SLOTS:
    void namesThatAreNoFilesAreRefused()
    {
        for (const char* name :
             {"/vsicurl/http://127.0.0.1:9/a.geojson", "http://127.0.0.1:9/a.geojson", "/vsis3/bucket/a.gpkg",
              "/vsizip//tmp/a.zip/a.shp", "PG:dbname=x", "no such file.gpkg", "",
              "GeoJSON:{\"type\":\"Point\",\"coordinates\":[1,2]}",
              "{\"type\":\"Point\",\"coordinates\":[1,2]}"}) {
            QVERIFY2(!geo::readLayer(QString::fromUtf8(name)).ok(), name);
            QVERIFY2(!geo::vectorLayers(QString::fromUtf8(name)).ok(), name);
        }
    }

    void filesThatPointElsewhereAreNotFollowed()
    {
        write("real.geojson", R"({"type":"Point","coordinates":[1,2]})");
        const QString vrt = write(
            "trick.vrt", "<OGRVRTDataSource><OGRVRTLayer name=\"real\"><SrcDataSource "
                         "relativeToVRT=\"1\">real.geojson</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>");
        QVERIFY(!geo::readLayer(vrt).ok());
        const QString link = write(
            "crs.geojson",
            R"({"type":"FeatureCollection","crs":{"type":"link","properties":{"href":"http://127.0.0.1:9/x"}},)"
            R"("features":[{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[1,2]}}]})");
        (void)geo::readLayer(link); // whatever comes of it, no request and no crash
    }

    void positionsThatAreNotOnTheEarthAreLeftOutAndNamed()
    {
        const QString file = write("bad.geojson", R"({"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{"n":1},"geometry":{"type":"Point","coordinates":[121.5,25.0]}},
            {"type":"Feature","properties":{"n":2},"geometry":{"type":"Point","coordinates":[307056.8,2769551.8]}},
            {"type":"Feature","properties":{"n":3},"geometry":null},
            {"type":"Feature","properties":{"n":4},"geometry":{"type":"LineString","coordinates":[[121,25],[121,2500]]}}]})");
        const auto table = geo::readLayer(file);
        QVERIFY(table.ok());
        QCOMPARE(table->features.size(), 2U);
        QCOMPARE(table->features[1].values[0].toLongLong(), 3);
        QVERIFY(table->features[1].geometry.isEmpty());
        QCOMPARE(table->problems.size(), 2U);
    }

    void crsOfAGeoJsonIsRead()
    {
        const QString file = write(
            "twd97.geojson",
            R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3826"}},
            "features":[{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[307056.819,2769551.837]}}]})");
        const auto table = geo::readLayer(file);
        QVERIFY(table.ok());
        QCOMPARE(table->crs, QStringLiteral("EPSG:3826"));
        const city::LonLat at = table->features.at(0).geometry.points.at(0);
        QVERIFY(std::abs(at.lon - 121.5654) < 1e-6 && std::abs(at.lat - 25.0330) < 1e-6);
    }

    void csvWithLongitudeAndLatitude()
    {
        const QString file = write("stations.csv", "id,name,lat,lon\n007,甲,25.1,121.6\n008,乙,,\n");
        QVERIFY(!geo::unstated(file, {})->crs);
        const auto table = geo::readLayer(file);
        QVERIFY(table.ok());
        QCOMPARE(table->features.size(), 2U);
        QCOMPARE(table->features[0].geometry.points.at(0), (city::LonLat{121.6, 25.1}));
        QCOMPARE(table->features[0].values[0].toString(), QStringLiteral("007"));
        QVERIFY(table->features[1].geometry.isEmpty());
    }

    void csvWithPlainXAndYIsAskedFor()
    {
        const QString file = write("grid.csv", "id,x,y\n1,307056.819,2769551.837\n");
        QVERIFY(geo::unstated(file, {})->crs);
        QVERIFY(!geo::readLayer(file).ok());
        geo::OpenOptions options;
        options.crs = QStringLiteral("EPSG:3826");
        const auto table = geo::readLayer(file, options);
        QVERIFY(table.ok());
        QVERIFY(std::abs(table->features.at(0).geometry.points.at(0).lat - 25.0330) < 1e-6);
    }

    void emptyCollectionIsNoMistake()
    {
        const auto table =
            geo::readLayer(write("empty.geojson", R"({"type":"FeatureCollection","features":[]})"));
        QVERIFY(table.ok());
        QVERIFY(table->features.empty());
    }

    void geometryFromText()
    {
        const auto json = geo::parseGeometry(
            R"({"type":"Polygon","coordinates":[[[0,0],[2,0],[2,2],[0,2],[0,0]],[[0.5,0.5],[1,0.5],[1,1],[0.5,0.5]]]})",
            QStringLiteral("EPSG:4326"));
        QVERIFY(json.ok());
        QCOMPARE(json->polygons.at(0).rings.size(), 2U);
        const auto wkt = geo::parseGeometry("POINT (307056.819 2769551.837)", QStringLiteral("EPSG:3826"));
        QVERIFY(wkt.ok());
        QVERIFY(std::abs(wkt->points.at(0).lon - 121.5654) < 1e-6);
        // An arc of a half circle round the origin: all of its pieces are on the circle.
        const auto arc = geo::parseGeometry("CIRCULARSTRING (-1 0, 0 1, 1 0)", QStringLiteral("EPSG:4326"));
        QVERIFY(arc.ok());
        QVERIFY(arc->lines.at(0).size() > 20);
        for (const city::LonLat& p : arc->lines[0])
            QVERIFY(std::abs(std::hypot(p.lon, p.lat) - 1) < 1e-9);
        const auto surface =
            geo::parseGeometry("MULTISURFACE (CURVEPOLYGON (CIRCULARSTRING (0 0, 1 1, 2 0, 1 -1, 0 0)))",
                               QStringLiteral("EPSG:4326"));
        QVERIFY(surface.ok());
        QCOMPARE(surface->polygons.size(), 1U);
        for (const char* bad :
             {"", "POINT (1", "POLYGON ((0 0))x", "{\"type\":\"Point\"}", "POINT (307056 2769551)"})
            QVERIFY2(!geo::parseGeometry(bad, QStringLiteral("EPSG:4326")).ok(), bad);
    }
};

CITYOPS_TEST(QCoreApplication, DatasetTest)
#include "dataset_test.moc"
