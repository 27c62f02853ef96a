// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/projection.h"
#include "layers/geo/raster.h"
#include "tests/support/ssim.h"
#include "tests/support/test_main.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <cmath>

namespace {

/// Heights on the map's own coordinates at the equator, 40 x 30 pixels of 100 m: a slope with a bump, and a hole.
QString heights(const QTemporaryDir& folder)
{
    QByteArray text = "ncols 40\nnrows 30\nxllcorner 0\nyllcorner 0\ncellsize 100\nNODATA_value -9999\n";
    for (int row = 0; row < 30; ++row) {
        for (int column = 0; column < 40; ++column) {
            const double bump = 300 * std::exp(-((column - 20) * (column - 20) + (row - 15) * (row - 15)) / 40.0);
            text += row < 3 && column < 3 ? "-9999 " : QByteArray::number(column * 10 + bump, 'f', 3) + ' ';
        }
        text += '\n';
    }
    const QString path = folder.filePath(QStringLiteral("heights.asc"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) qFatal("cannot write");
    file.write(text);
    return path;
}

bool run(const char* program, const QStringList& words)
{
    QProcess process;
    process.start(QString::fromLatin1(program), words);
    return process.waitForFinished(60'000) && process.exitCode() == 0;
}

geo::RasterOptions onTheMap()
{
    geo::RasterOptions options;
    options.crs = QStringLiteral("EPSG:3857");
    return options;
}

const QRectF whole(0, 0, 4000, 3000);
const QSize asItIs(40, 30);

} // namespace

Q_DECLARE_METATYPE(geo::Stretch)

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
                                             QSize(300, 400), onTheMap());
        QVERIFY(picture.ok());
        int clear = 0, dense = 0;
        for (int y = 0; y < picture->image.height(); ++y) {
            for (int x = 0; x < picture->image.width(); ++x)
                (qAlpha(picture->image.pixel(x, y)) == 0 ? clear : dense)++;
        }
        QVERIFY2(clear > 0 && dense > 0, qPrintable(QStringLiteral("%1 %2").arg(clear).arg(dense)));
    }

    void stretches_data()
    {
        using Way = geo::Stretch::Way;
        QTest::addColumn<geo::Stretch>("stretch");
        QTest::addColumn<double>("least");
        QTest::addColumn<double>("most");
        QTest::newRow("least to most") << geo::Stretch{Way::MinMax, {}} << 0.0 << 497.0;
        QTest::newRow("without the extremes") << geo::Stretch{Way::Cut, {}} << 0.0 << 450.0;
        QTest::newRow("given") << geo::Stretch{Way::Given, {100, 200}} << 100.0 << 200.0;
        QTest::newRow("deviation") << geo::Stretch{Way::Deviation, {}} << -44.0 << 483.0;
    }
    void stretches()
    {
        QFETCH(geo::Stretch, stretch);
        QFETCH(double, least);
        QFETCH(double, most);
        QTemporaryDir folder;
        geo::RasterOptions options = onTheMap();
        options.stretch = stretch;
        const auto survey = geo::surveyRaster(heights(folder), options);
        QVERIFY(survey.ok());
        const geo::ValueRange range = survey->options.stretch.range;
        QVERIFY2(std::abs(range.least - least) < 25 && std::abs(range.most - most) < 25, qPrintable(QStringLiteral("%1 %2").arg(range.least).arg(range.most)));
        QCOMPARE(survey->legend.size(), 5U);
    }

    void colouredByARampAndReadBack()
    {
        QTemporaryDir folder;
        geo::RasterOptions options = onTheMap();
        options.stretch = {geo::Stretch::Way::Given, {0, 400}};
        options.ramp = {QColor(0, 0, 0), QColor(250, 0, 0)};
        options.resampling = geo::RasterOptions::Resampling::Nearest;
        const auto picture = geo::readRaster(heights(folder), whole, asItIs, options);
        QVERIFY(picture.ok());
        QVERIFY(std::abs(qRed(picture->image.pixel(30, 0)) - 188) <= 1); // 300 of 400
        QCOMPARE(qAlpha(picture->image.pixel(1, 1)), 0);  // the hole
        const auto values = geo::rasterValues(heights(folder), geo::fromMercator({3050, 2950}), options);
        QVERIFY(values.ok() && values->size() == 1);
        QVERIFY(std::abs(*values->front() - 300) < 0.5);
        QVERIFY(!geo::rasterValues(heights(folder), geo::fromMercator({50, 2950}), options)->front()); // no data
        QVERIFY(geo::rasterValues(heights(folder), {10, 10}, options)->empty());
        options.opacity = 0.5;
        QCOMPARE(qAlpha(geo::readRaster(heights(folder), whole, asItIs, options)->image.pixel(30, 10)), 127);
        options.bands = {2};
        QVERIFY(geo::readRaster(heights(folder), whole, asItIs, options).problem().toString().contains(QLatin1String("no band 2")));
    }

    // Against gdaldem, whose shade of 1 to 255 is ours of 0 to 255.
    void hillshadeIsThatOfGdal()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("gdaldem")).isEmpty()) QSKIP("gdaldem is not installed (gdal-bin)");
        QTemporaryDir folder;
        const QString file = heights(folder), theirs = folder.filePath(QStringLiteral("shade.png"));
        QVERIFY(run("gdaldem", {QStringLiteral("hillshade"), file, theirs, QStringLiteral("-of"), QStringLiteral("PNG"), QStringLiteral("-z"), QStringLiteral("2"),
                                QStringLiteral("-az"), QStringLiteral("300"), QStringLiteral("-alt"), QStringLiteral("40")}));
        geo::RasterOptions options = onTheMap();
        options.hillshade = geo::Hillshade{300, 40, 2, false};
        const auto ours = geo::readRaster(file, whole, asItIs, options);
        QVERIFY(ours.ok());
        const QImage expected(theirs);
        for (int y = 5; y < 28; ++y)
            for (int x = 5; x < 38; ++x) {
                const int a = qRed(ours->image.pixel(x, y)), b = qRed(expected.pixel(x, y));
                QVERIFY2(std::abs(a - b) <= 2, qPrintable(QStringLiteral("%1,%2: %3 and %4").arg(x).arg(y).arg(a).arg(b)));
            }
        QCOMPARE(qAlpha(ours->image.pixel(0, 0)), 0);
        options.hillshade->blend = true;
        options.ramp = {QColor(0, 80, 0), QColor(250, 250, 250)};
        const QRgb blended = geo::readRaster(file, whole, asItIs, options)->image.pixel(8, 20);
        QVERIFY(qGreen(blended) > qRed(blended));
    }

    void warpedLikeGdalwarp()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("gdalwarp")).isEmpty()) QSKIP("gdalwarp is not installed (gdal-bin)");
        QTemporaryDir folder;
        const QRectF box = mapBox(*geo::rasterBounds(path("rgb-byte-tenth.tif")));
        const QString tif = folder.filePath(QStringLiteral("w.tif")), png = folder.filePath(QStringLiteral("w.png"));
        const auto number = [](double v) { return QString::number(v, 'f', 6); };
        QVERIFY(run("gdalwarp", {QStringLiteral("-q"), QStringLiteral("-t_srs"), QStringLiteral("EPSG:3857"), QStringLiteral("-r"), QStringLiteral("bilinear"), QStringLiteral("-te"),
                                 number(box.left()), number(box.top()), number(box.right()), number(box.bottom()), QStringLiteral("-ts"), QStringLiteral("300"), QStringLiteral("280"),
                                 path("rgb-byte-tenth.tif"), tif}));
        QVERIFY(run("gdal_translate", {QStringLiteral("-q"), QStringLiteral("-of"), QStringLiteral("PNG"), tif, png}));
        const auto ours = geo::readRaster(path("rgb-byte-tenth.tif"), box, QSize(300, 280));
        QVERIFY(ours.ok());
        QImage flat(ours->image.size(), QImage::Format_RGB32);
        flat.fill(Qt::black);
        for (int y = 0; y < flat.height(); ++y)
            for (int x = 0; x < flat.width(); ++x)
                if (qAlpha(ours->image.pixel(x, y)) > 0) flat.setPixel(x, y, ours->image.pixel(x, y));
        const double similar = structuralSimilarity(flat, QImage(png).convertToFormat(QImage::Format_RGB32));
        QVERIFY2(similar > 0.99, qPrintable(QString::number(similar)));
    }

    // 400 MB without overviews: drawn whole from spots, a small part from its own pixels, and neither reads much.
    void aLargeFileIsNotReadWhole()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("gdal_create")).isEmpty()) QSKIP("gdal_create is not installed (gdal-bin)");
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("large.tif"));
        QVERIFY(run("gdal_create", {QStringLiteral("-q"), QStringLiteral("-outsize"), QStringLiteral("20000"), QStringLiteral("20000"), QStringLiteral("-bands"), QStringLiteral("1"),
                                    QStringLiteral("-ot"), QStringLiteral("Byte"), QStringLiteral("-burn"), QStringLiteral("90"), QStringLiteral("-a_srs"), QStringLiteral("EPSG:3826"),
                                    QStringLiteral("-a_ullr"), QStringLiteral("300000"), QStringLiteral("2790000"), QStringLiteral("320000"), QStringLiteral("2770000"), QStringLiteral("-co"),
                                    QStringLiteral("TILED=YES"), QStringLiteral("-co"), QStringLiteral("COMPRESS=LZW"), file}));
        const auto read = [] {
            QFile io(QStringLiteral("/proc/self/io"));
            return io.open(QIODevice::ReadOnly) ? io.readAll().split('\n').value(0).mid(7).toLongLong() : 0;
        };
        const auto survey = geo::surveyRaster(file);
        QVERIFY(survey.ok());
        QVERIFY(survey->problems.at(0).toString().contains(QLatin1String("overviews")));
        const QRectF box = mapBox(survey->bounds);
        const qint64 before = read();
        const auto all = geo::readRaster(file, box, QSize(600, 600), survey->options);
        QVERIFY(all.ok());
        QCOMPARE(qRed(all->image.pixel(300, 300)), 90);
        const auto part = geo::readRaster(file, QRectF(box.center(), QSizeF(500, 500)), QSize(500, 500), survey->options);
        QCOMPARE(qRed(part->image.pixel(250, 250)), 90);
        const qint64 size = QFileInfo(file).size();
        QVERIFY2(read() - before < std::max<qint64>(size, 8 << 20), qPrintable(QStringLiteral("%1 bytes of %2").arg(read() - before).arg(size)));
        std::atomic<bool> stop{true};
        QVERIFY(geo::readRaster(file, box, QSize(600, 600), survey->options, &stop)->image.isNull());
    }

    void nothingIsWrittenBesideTheFile()
    {
        QTemporaryDir folder;
        const QString copy = folder.filePath(QStringLiteral("a.tif"));
        QVERIFY(QFile::copy(path("float_nan.tif"), copy));
        (void)geo::readRaster(copy, QRectF(0, -200, 300, 400), QSize(30, 40), onTheMap());
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
