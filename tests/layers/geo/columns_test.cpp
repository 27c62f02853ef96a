// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/column_builder.h"
#include "layers/geo/columns.h"
#include "layers/geo/project_columns.h"
#include "layers/geo/projection.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>
#include <cmath>
#include <gdal_utils.h>
#include <random>

namespace {

void append(geo::ShapeColumns& whole, const geo::ShapeColumns& part)
{
    const auto vertices = static_cast<quint32>(whole.x.size()), rings = static_cast<quint32>(whole.rings.size());
    whole.x.insert(whole.x.end(), part.x.begin(), part.x.end());
    whole.y.insert(whole.y.end(), part.y.begin(), part.y.end());
    for (const quint32 ring : part.rings)
        whole.rings.push_back(vertices + ring);
    for (const quint32 feature : part.features)
        whole.features.push_back(rings + feature);
    whole.ids.insert(whole.ids.end(), part.ids.begin(), part.ids.end());
    whole.values.insert(whole.values.end(), part.values.begin(), part.values.end());
}

// The parts joined into one.
city::Result<geo::Columns> read(const QString& file, const QString& crs = {}, const QString& field = {})
{
    geo::ColumnOptions options;
    options.open.crs = crs;
    options.valueField = field;
    auto columns = geo::readColumns(file, options);
    if (!columns) return columns.problem();
    geo::Columns whole = columns->sum;
    for (const geo::Columns& part : columns->parts) {
        append(whole.points, part.points);
        append(whole.lines, part.lines);
        append(whole.polygons, part.polygons);
    }
    return whole;
}

// Well-known binary of a position in the dialect asked for.
QByteArray pointWkb(double x, double y, bool bigEndian, quint32 type, int more = 0)
{
    QByteArray bytes(1, bigEndian ? '\0' : '\1');
    const auto put = [&](auto value) {
        QByteArray part(reinterpret_cast<const char*>(&value), sizeof value);
        if (bigEndian) std::reverse(part.begin(), part.end());
        bytes += part;
    };
    put(type);
    put(x);
    put(y);
    for (int i = 0; i < more; ++i)
        put(7.0);
    return bytes;
}

std::span<const uchar> span(const QByteArray& bytes)
{
    return {reinterpret_cast<const uchar*>(bytes.constData()), static_cast<std::size_t>(bytes.size())};
}

} // namespace

class ColumnsTest : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

    QString write(const char* name, const QByteArray& content)
    {
        QFile file(m_folder.filePath(QString::fromLatin1(name)));
        if (!file.open(QIODevice::WriteOnly)) qFatal("cannot write");
        file.write(content);
        return file.fileName();
    }

    // A copy by GDAL in another format.
    QString converted(const QString& file, const char* name, std::vector<const char*> words)
    {
        const QString to = m_folder.filePath(QString::fromLatin1(name));
        words.push_back(nullptr);
        GDALDatasetH source =
            GDALOpenEx(file.toUtf8().constData(), GDAL_OF_VECTOR, nullptr, nullptr, nullptr);
        GDALVectorTranslateOptions* options =
            GDALVectorTranslateOptionsNew(const_cast<char**>(words.data()), nullptr);
        int wrong = 0;
        GDALDatasetH made =
            GDALVectorTranslate(to.toUtf8().constData(), nullptr, 1, &source, options, &wrong);
        GDALVectorTranslateOptionsFree(options);
        if (!made) qFatal("cannot convert");
        GDALClose(made);
        GDALClose(source);
        return to;
    }

    QString many(int count)
    {
        std::mt19937 random(5);
        std::uniform_real_distribution<double> lon(121.4, 121.7), lat(24.9, 25.2);
        QByteArray text = R"({"type":"FeatureCollection","features":[)";
        for (int i = 0; i < count; ++i) {
            const QByteArray x = QByteArray::number(lon(random), 'f', 7),
                             y = QByteArray::number(lat(random), 'f', 7);
            text += (i ? ",\n" : "") + QByteArray(R"({"type":"Feature","properties":{"n":)") +
                    QByteArray::number(i) + R"(,"text":"a"},"geometry":{"type":"Polygon","coordinates":[[[)" +
                    x + "," + y + "],[121.5,25],[121.6,25.1],[" + x + "," + y + "]]]}}";
        }
        return write("many.geojson", text + "]}");
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(!geo::readColumns(QStringLiteral("no such file"), {}).ok());
    } // registers drivers

    void everyKindOfGeometryIsTaken()
    {
        const auto columns = read(write("kinds.geojson", R"({"type":"FeatureCollection","features":[
            {"type":"Feature","id":1,"properties":{},"geometry":{"type":"Point","coordinates":[121,25,7]}},
            {"type":"Feature","id":2,"properties":{},"geometry":{"type":"MultiPoint","coordinates":[[1,2],[3,4]]}},
            {"type":"Feature","id":3,"properties":{},"geometry":{"type":"LineString","coordinates":[[1,2],[3,4],[5,6]]}},
            {"type":"Feature","id":4,"properties":{},"geometry":{"type":"MultiLineString","coordinates":[[[1,2],[3,4]],[[5,6],[7,8]]]}},
            {"type":"Feature","id":5,"properties":{},"geometry":{"type":"Polygon","coordinates":[[[0,0],[9,0],[9,9],[0,0]],[[1,1],[2,1],[2,2],[1,1]]]}},
            {"type":"Feature","id":6,"properties":{},"geometry":{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]},{"type":"Polygon","coordinates":[[[0,0],[9,0],[9,9],[0,0]]]}]}},
            {"type":"Feature","id":7,"properties":{},"geometry":null},
            {"type":"Feature","id":8,"properties":{},"geometry":{"type":"Polygon","coordinates":[]}},
            {"type":"Feature","id":9,"properties":{},"geometry":{"type":"Polygon","coordinates":[[[0,0],[9,0],[0,0]]]}}]})"));
        QVERIFY2(columns.ok(), qPrintable(columns.ok() ? QString() : columns.problem().toString()));
        QCOMPARE(columns->read, 9);
        QCOMPARE(columns->empty, 3);
        QCOMPARE(columns->points.ids, (std::vector<qint64>{1, 2, 2, 6}));
        QCOMPARE(columns->lines.ids, (std::vector<qint64>{3, 4}));
        QCOMPARE(columns->lines.features, (std::vector<quint32>{0, 1}));
        QCOMPARE(columns->lines.rings, (std::vector<quint32>{0, 3, 5}));
        QCOMPARE(columns->polygons.ids, (std::vector<qint64>{5, 6}));
        QCOMPARE(columns->polygons.rings, (std::vector<quint32>{0, 3, 6})); // rings are open
        const QPointF point = geo::toMercator({121, 25});
        QVERIFY(std::abs(columns->points.x[0] - point.x()) < 1e-6 &&
                std::abs(columns->points.y[0] - point.y()) < 1e-6);
    }

    void positionsThatAreNowhereAreCounted()
    {
        const auto columns = read(write("csv.csv", "lon,lat,n\n121,25,1\nnan,25,2\n121,inf,3\n181,25,4\n121,"
                                                   "91,5\n25,121,6\n121,89,7\n0,-90,8\n"),
                                  QStringLiteral("EPSG:4326"), QString());
        QVERIFY(columns.ok());
        QCOMPARE(columns->offEarth + columns->empty, 5); // CSV itself takes some of them for no number
        QCOMPARE(columns->clamped, 2);
        QCOMPARE(columns->points.ids.size(), 3U);
        QVERIFY(std::abs(columns->points.y[1] - geo::mercatorHalf) < 0.001);
        QVERIFY(std::abs(columns->points.y[2] + geo::mercatorHalf) < 0.001);
        QVERIFY(!columns->problems.empty());
    }

    void columnsAndFeaturesAgree()
    {
        const QString text = many(3000);
        const auto one = read(text, {}, QStringLiteral("n"));
        const auto stream = read(converted(text, "many.gpkg", {"-f", "GPKG"}), {}, QStringLiteral("n"));
        const auto packed =
            read(converted(text, "many.fgb", {"-f", "FlatGeobuf", "-lco", "SPATIAL_INDEX=NO"}), {},
                 QStringLiteral("n"));
        QVERIFY(one.ok() && stream.ok() && packed.ok());
        QVERIFY2(stream->problems.empty(),
                 qPrintable(stream->problems.empty() ? QString() : stream->problems[0].toString()));
        for (const auto* other : {&*stream, &*packed}) {
            QCOMPARE(other->read, 3000);
            QCOMPARE(other->polygons.rings, one->polygons.rings);
            QCOMPARE(other->polygons.values, one->polygons.values);
            for (std::size_t i = 0; i < one->polygons.x.size(); ++i)
                QVERIFY(std::abs(other->polygons.x[i] - one->polygons.x[i]) < 1e-6 &&
                        std::abs(other->polygons.y[i] - one->polygons.y[i]) < 1e-6);
        }
        QVERIFY(!read(text, {}, QStringLiteral("nothing of that name")).ok());
    }

    void curvesAreDrawnOut()
    {
        const auto columns = read(
            converted(write("curve.csv", "WKT,n\n\"CURVEPOLYGON(CIRCULARSTRING(0 0,2 2,4 0,2 -2,0 0))\",1\n"),
                      "curve.gpkg", {"-f", "GPKG", "-a_srs", "EPSG:4326"}));
        QVERIFY(columns.ok());
        QCOMPARE(columns->polygons.ids.size(), 1U);
        QVERIFY(columns->polygons.x.size() > 20);
    }

    void everyDialectOfBinary_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("good");
        for (const bool big : {false, true}) {
            QTest::newRow(big ? "big" : "little") << pointWkb(1, 2, big, 1) << true;
            QTest::newRow(big ? "big iso z" : "iso z") << pointWkb(1, 2, big, 1001, 1) << true;
            QTest::newRow(big ? "big iso zm" : "iso zm") << pointWkb(1, 2, big, 3001, 2) << true;
            QTest::newRow(big ? "big extended z" : "extended z")
                << pointWkb(1, 2, big, 0x80000001U, 1) << true;
            QTest::newRow(big ? "big extended m" : "extended m")
                << pointWkb(1, 2, big, 0x40000001U, 1) << true;
        }
        QTest::newRow("cut off") << pointWkb(1, 2, false, 1).chopped(1) << false;
        QTest::newRow("no such order") << QByteArray("\7") + pointWkb(1, 2, false, 1).mid(1) << false;
        QTest::newRow("no such type") << pointWkb(1, 2, false, 99) << false;
        QTest::newRow("a line of four thousand million")
            << QByteArray("\1\2\0\0\0\xff\xff\xff\xff", 9) << false;
        QByteArray nested;
        for (int i = 0; i < 4000; ++i)
            nested += QByteArray("\1\7\0\0\0\1\0\0\0", 9);
        QTest::newRow("collections within collections") << nested << false;
    }
    void everyDialectOfBinary()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, good);
        geo::Columns columns;
        geo::ColumnBuilder builder(columns, false);
        builder.addWkb(1, 0, span(pointWkb(5, 6, false, 1)));
        builder.addWkb(2, 0, span(bytes));
        QCOMPARE(columns.damaged, good ? 0 : 1);
        QCOMPARE(columns.points.ids.size(), good ? 2U : 1U);
        if (good) QCOMPARE(columns.points.x.back(), 1.0);
        if (good) QCOMPARE(columns.points.y.back(), 2.0);
    }

    void controlPoints_data()
    {
        // The same place in several systems; from PROJ's own transformation, to a millimetre.
        QTest::addColumn<QString>("crs");
        QTest::addColumn<double>("lon");
        QTest::addColumn<double>("lat");
        QTest::newRow("Taipei in TM2") << QStringLiteral("EPSG:3826") << 121.5198 << 25.0408;
        QTest::newRow("Taipei in UTM") << QStringLiteral("EPSG:32651") << 121.5198 << 25.0408;
        QTest::newRow("Taipei in degrees") << QStringLiteral("EPSG:4326") << 121.5198 << 25.0408;
        QTest::newRow("Taipei on the web") << QStringLiteral("EPSG:3857") << 121.5198 << 25.0408;
        QTest::newRow("Wellington") << QStringLiteral("EPSG:2193") << 174.7787 << -41.2924;
        QTest::newRow("near the pole") << QStringLiteral("EPSG:4326") << -179.99 << 85.05;
        QTest::newRow("at the antimeridian") << QStringLiteral("EPSG:4326") << 180.0 << -16.5;
    }
    void controlPoints()
    {
        QFETCH(QString, crs);
        QFETCH(double, lon);
        QFETCH(double, lat);
        const auto projection = geo::Projection::fromCrs(crs);
        const auto at = projection->fromLonLat({lon, lat});
        QVERIFY(at);
        const auto columns =
            read(write("control.csv", "wkt,n\n\"POINT(" + QByteArray::number(at->x(), 'f', 9) + " " +
                                          QByteArray::number(at->y(), 'f', 9) + ")\",1\n"),
                 crs);
        QVERIFY2(columns.ok(), qPrintable(columns.ok() ? QString() : columns.problem().toString()));
        QCOMPARE(columns->points.ids.size(), 1U);
        const double x = 6378137.0 * lon * M_PI / 180,
                     y = 6378137.0 * std::log(std::tan(M_PI / 4 + lat * M_PI / 360));
        QVERIFY2(std::hypot(columns->points.x[0] - x, columns->points.y[0] - y) < 0.01,
                 qPrintable(QString::number(columns->points.x[0] - x)));
    }

    void northingsAreThoseOfTheFormula()
    {
        std::mt19937 random(1);
        for (const double low : {-85.0511, -60.0, -0.1, 24.9, 84.85}) {
            for (const double width : {0.0, 0.001, 0.2, 0.25, 3.0}) {
                std::uniform_real_distribution<double> latitude(low, std::min(low + width + 1e-12, 85.0511));
                std::vector<double> values(3000), wanted;
                for (double& value : values) {
                    value = latitude(random);
                    wanted.push_back(6378137.0 * std::log(std::tan(M_PI / 4 + value * M_PI / 360)));
                }
                geo::northingsOf(values);
                for (std::size_t i = 0; i < values.size(); ++i)
                    QVERIFY2(std::abs(values[i] - wanted[i]) < 0.01,
                             qPrintable(
                                 QStringLiteral("%1 %2: %3").arg(low).arg(width).arg(values[i] - wanted[i])));
            }
        }
    }

    void aShapeDrawnAcrossTheAntimeridianStaysWhole()
    {
        // New Zealand's grid goes on past 180 degrees: a line from the South Island to the Chathams and
        // beyond.
        const auto projection = geo::Projection::fromCrs(QStringLiteral("EPSG:2193"));
        QByteArray wkt;
        for (const double lon : {178.0, 179.5, -179.0, -176.5}) {
            const auto at = projection->fromLonLat({lon, -43.9});
            wkt += (wkt.isEmpty() ? "" : ",") + QByteArray::number(at->x(), 'f', 3) + " " +
                   QByteArray::number(at->y(), 'f', 3);
        }
        const auto columns =
            read(write("chatham.csv", "wkt,n\n\"LINESTRING(" + wkt + ")\",1\n"), QStringLiteral("EPSG:2193"));
        QVERIFY(columns.ok());
        QCOMPARE(columns->lines.x.size(), 4U);
        for (std::size_t i = 1; i < 4; ++i)
            QVERIFY(columns->lines.x[i] > columns->lines.x[i - 1]);
        QVERIFY(columns->lines.x[3] > geo::mercatorHalf);
    }

    void cancelledReadingsEnd()
    {
        geo::ReadingProgress progress;
        progress.cancelled = true;
        geo::ColumnOptions options;
        options.progress = &progress;
        QVERIFY(!geo::readColumns(many(100), options).ok());
    }
};

CITYOPS_TEST(QCoreApplication, ColumnsTest)
#include "columns_test.moc"
