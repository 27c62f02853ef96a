// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/projection.h"
#include "layers/geo/raster.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>

class RasterTest : public QObject {
    Q_OBJECT

    static QString path(const char* name)
    {
        return recordedFeeds() + QStringLiteral("/gis/") + QLatin1String(name);
    }
    static QRectF mapBox(const city::LonLatBox& box)
    {
        return {geo::toMercator({box.west, box.south}), geo::toMercator({box.east, box.north})};
    }

private Q_SLOTS:
    void initTestCase() { NEED_RECORDED_FEEDS(); }

    void utmImageIsWarpedAndItsMarginIsClear()
    {
        const auto bounds = geo::rasterBounds(path("rgb-byte-tenth.tif"));
        QVERIFY(bounds.ok());
        QVERIFY(std::abs(bounds->west - -78.96) < 0.02 && std::abs(bounds->north - 25.55) < 0.05);
        const auto picture = geo::readRaster(path("rgb-byte-tenth.tif"), mapBox(*bounds), QSize(200, 200));
        QVERIFY(picture.ok());
        QVERIFY(std::abs(picture->image.width() - 200) <= 1 && std::abs(picture->image.height() - 200) <= 1);
        QCOMPARE(qAlpha(picture->image.pixel(0, 0)), 0); // nodata 0 of all bands
        QCOMPARE(qAlpha(picture->image.pixel(100, 100)), 255);
        QVERIFY(picture->problems.empty());
    }

    void onlyTheSeenPartIsRead()
    {
        const auto bounds = geo::rasterBounds(path("cogeo.tif"));
        QVERIFY(bounds.ok());
        QRectF box = mapBox(*bounds);
        box.moveLeft(box.left() + box.width() / 2); // shows the eastern half
        const auto picture = geo::readRaster(path("cogeo.tif"), box, QSize(100, 100));
        QVERIFY(picture.ok());
        QVERIFY(std::abs(picture->image.width() - 50) <= 1);
        QVERIFY(std::abs(picture->bounds.left() - box.left()) < 1);
        const auto away = geo::readRaster(path("cogeo.tif"), QRectF(0, 0, 1000, 1000), QSize(100, 100));
        QVERIFY(away.ok());
        QVERIFY(away->image.isNull());
    }

    void tilesOfTheWorld()
    {
        const auto picture =
            geo::readRaster(path("plain_1.mbtiles"), QRectF(-2e7, -1e7, 4e7, 2e7), QSize(400, 200));
        QVERIFY2(picture.ok(), picture.ok() ? "" : qPrintable(picture.problem().toString()));
        QVERIFY(qAlpha(picture->image.pixel(200, 100)) > 0);
    }

    void withoutCrsIsAskedForAndNanIsClear()
    {
        QVERIFY(!geo::readRaster(path("float_nan.tif"), QRectF(0, 0, 300, 200), QSize(3, 2)).ok());
        const auto picture = geo::readRaster(path("float_nan.tif"), QRectF(0, -200, 300, 400),
                                             QSize(300, 400), {QStringLiteral("EPSG:3857")});
        QVERIFY(picture.ok());
        int clear = 0, dense = 0;
        for (int y = 0; y < picture->image.height(); ++y) {
            for (int x = 0; x < picture->image.width(); ++x)
                (qAlpha(picture->image.pixel(x, y)) == 0 ? clear : dense)++;
        }
        QVERIFY2(clear > 0 && dense > 0, qPrintable(QStringLiteral("%1 %2").arg(clear).arg(dense)));
    }

    void nothingIsWrittenBesideTheFile()
    {
        QTemporaryDir folder;
        const QString copy = folder.filePath(QStringLiteral("a.tif"));
        QVERIFY(QFile::copy(path("float_nan.tif"), copy));
        (void)geo::readRaster(copy, QRectF(0, -200, 300, 400), QSize(30, 40), {QStringLiteral("EPSG:3857")});
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList(QStringLiteral("a.tif")));
    }

    void namesThatAreNoFilesAreRefused()
    {
        QVERIFY(!geo::readRaster(QStringLiteral("/vsicurl/http://127.0.0.1:9/a.tif"), QRectF(0, 0, 9, 9),
                                 QSize(9, 9))
                     .ok());
        QVERIFY(!geo::rasterBounds(QStringLiteral("http://127.0.0.1:9/a.tif")).ok());
    }
};

CITYOPS_TEST(QCoreApplication, RasterTest)
#include "raster_test.moc"
