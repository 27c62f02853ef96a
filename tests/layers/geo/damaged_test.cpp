// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/dataset.h"
#include "layers/geo/raster.h"
#include "tests/support/test_main.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

// Files cut off or overwritten anywhere: a Problem, or what could be saved; never a crash, never a hang.
class DamagedTest : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

    static QByteArray content(const QString& name)
    {
        QFile file(recordedFeeds() + QLatin1Char('/') + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QString write(const QString& name, const QByteArray& bytes)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly)) qFatal("cannot write");
        file.write(bytes);
        return file.fileName();
    }

private Q_SLOTS:
    void initTestCase() { NEED_RECORDED_FEEDS(); }

    void cutOff_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("gpkg") << "gis/Oregon.gpkg";
        QTest::newRow("geojson") << "gis/taipei_rain_floodgate.geojson";
        QTest::newRow("fgb") << "gis/poly00.fgb";
        QTest::newRow("kml") << "gis/lass_ride2.kml";
        QTest::newRow("kmz") << "gis/vic_police.kmz";
        QTest::newRow("topojson") << "gis/tw_base_topo_09007020.json";
    }
    void cutOff()
    {
        QFETCH(QString, file);
        const QByteArray whole = content(file);
        QVERIFY(!whole.isEmpty());
        geo::OpenOptions options;
        options.crs = QStringLiteral("EPSG:4326");
        const auto all = geo::readLayer(recordedFeeds() + QLatin1Char('/') + file, options);
        QVERIFY(all.ok());
        for (int part = 0; part < 24; ++part) {
            const auto name = QStringLiteral("cut%1.%2").arg(part).arg(QFileInfo(file).suffix());
            const auto table = geo::readLayer(write(name, whole.left(whole.size() * part / 24)), options);
            if (!table.ok()) continue;
            // Whoever gets fewer features than there are is told why.
            if (table->features.size() < all->features.size())
                QVERIFY2(!table->problems.empty(), qPrintable(name));
            QVERIFY(table->features.size() <= all->features.size());
        }
    }

    void cutOffShapefile()
    {
        const QString from = QStringLiteral("gis/shp_tw_county/TWN_adm2_4326.");
        for (const char* suffix : {"shp", "shx", "dbf", "prj", "cpg"})
            write(QStringLiteral("county.") + QString::fromLatin1(suffix),
                  content(from + QString::fromLatin1(suffix)));
        for (const char* cut : {"shp", "shx", "dbf"}) {
            const QByteArray whole = content(from + QString::fromLatin1(cut));
            for (int part = 0; part < 12; ++part) {
                write(QStringLiteral("county.") + QString::fromLatin1(cut),
                      whole.left(whole.size() * part / 12));
                const auto table = geo::readLayer(m_folder.filePath(QStringLiteral("county.shp")));
                if (table.ok()) QVERIFY(table->features.size() <= 22);
            }
            write(QStringLiteral("county.") + QString::fromLatin1(cut), whole);
        }
    }

    void overwritten()
    {
        const QByteArray whole = content(QStringLiteral("gis/multipleholes.gpkg"));
        for (int step = 0; step < 40; ++step) {
            QByteArray bytes = whole;
            for (qsizetype i = 37 * step % 997; i < bytes.size(); i += 997)
                bytes[i] = static_cast<char>(i * 31 + step);
            (void)geo::readLayer(write(QStringLiteral("overwritten.gpkg"), bytes));
        }
    }

    void deepNesting()
    {
        QByteArray deep =
            R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":)";
        for (int i = 0; i < 100'000; ++i)
            deep += R"({"type":"GeometryCollection","geometries":[)";
        QVERIFY(!geo::readLayer(write(QStringLiteral("deep.geojson"), deep)).ok());
        QVERIFY(!geo::readLayer(write(QStringLiteral("deeper.geojson"), QByteArray(2'000'000, '['))).ok());
    }

    void notWhatItsNameSays()
    {
        for (const char* name :
             {"page.gpkg", "page.geojson", "page.shp", "page.kmz", "page.fgb", "page.tif", "page.mbtiles"}) {
            const QString file =
                write(QString::fromLatin1(name), "<html><body>503 Service Unavailable</body></html>");
            QVERIFY2(!geo::readLayer(file).ok(), name);
            QVERIFY2(!geo::readRaster(file, QRectF(0, 0, 1000, 1000), QSize(100, 100)).ok(), name);
        }
    }

    void cutOffRasters()
    {
        for (const char* name : {"gis/cogeo.tif", "gis/rgb-byte-tenth.tif", "gis/plain_1.mbtiles"}) {
            const QByteArray whole = content(QString::fromLatin1(name));
            for (int part = 0; part < 8; ++part) {
                const QString file =
                    write(QStringLiteral("cut.") + QFileInfo(QString::fromLatin1(name)).suffix(),
                          whole.left(whole.size() * part / 8));
                (void)geo::readRaster(file, QRectF(-2e7, -2e7, 4e7, 4e7), QSize(64, 64));
            }
        }
    }
};

CITYOPS_TEST(QCoreApplication, DamagedTest)
#include "damaged_test.moc"
