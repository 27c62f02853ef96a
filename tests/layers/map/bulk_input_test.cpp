// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/kinds/bulk_file.h"
#include "tests/layers/map/bulk_scenes.h"
#include "tests/support/full_disk.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QTemporaryDir>
#include <gdal_utils.h>

namespace {

const map::BulkCache nowhere{QString(), 0};

} // namespace

/// Files as nobody should make them: each is refused with a reason or shown as far as it goes.
class BulkInputTest : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

    QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }

    QString write(const char* name, const QByteArray& content)
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) qFatal("cannot write");
        return file.fileName();
    }

    QString squares(const char* name, int count)
    {
        QByteArray text = R"({"type":"FeatureCollection","features":[)";
        for (int i = 0; i < count; ++i) {
            const double x = 121 + i % 100 * 0.01, y = 24 + i / 100 * 0.01;
            const auto at = [](double lon, double lat) {
                return '[' + QByteArray::number(lon, 'f', 6) + ',' + QByteArray::number(lat, 'f', 6) + ']';
            };
            text += (i ? "," : "") + QByteArray(R"({"type":"Feature","properties":{"n":1},"geometry":{"type":)") +
                    R"("Polygon","coordinates":[[)" + at(x, y) + ',' + at(x + 0.008, y) + ',' + at(x, y + 0.008) +
                    ',' + at(x, y) + "]]}}";
        }
        return write(name, text + "]}");
    }

    QString converted(const QString& file, const char* name, const char* format)
    {
        const char* words[] = {"-f", format, nullptr};
        GDALDatasetH source = GDALOpenEx(file.toUtf8().constData(), GDAL_OF_VECTOR, nullptr, nullptr, nullptr);
        GDALVectorTranslateOptions* options = GDALVectorTranslateOptionsNew(const_cast<char**>(words), nullptr);
        int wrong = 0;
        GDALDatasetH made = GDALVectorTranslate(path(name).toUtf8().constData(), nullptr, 1, &source, options, &wrong);
        GDALVectorTranslateOptionsFree(options);
        if (!made) qFatal("cannot convert");
        GDALClose(made);
        GDALClose(source);
        return path(name);
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY(!map::openBulk(path("none"), {}, nowhere).ok()); } // registers drivers

    void tenGigabytesOfNothing_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("head");
        QTest::newRow("GeoPackage") << QStringLiteral("huge.gpkg") << QByteArray("SQLite format 3\0", 16);
        QTest::newRow("FlatGeobuf") << QStringLiteral("huge.fgb") << QByteArray("fgb\3fgb\0", 8);
        QTest::newRow("shapefile") << QStringLiteral("huge.shp") << QByteArray("\0\0\x27\x0a", 4);
        QTest::newRow("GeoJSON") << QStringLiteral("huge.geojson")
                                 << QByteArray(R"({"type":"FeatureCollection","features":[)");
    }

    void tenGigabytesOfNothing()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, head);
        const QString file = write(name.toLatin1().constData(), head);
        if (!QFile::resize(file, qint64(10) << 30)) QSKIP("No sparse files here.");
        const auto opened = map::openBulk(file, {}, nowhere);
        QVERIFY(!opened.ok());
        QVERIFY(!opened.problem().toString().isEmpty());
        QFile::remove(file);
    }

    void aGeoPackageCutShortSaysSo()
    {
        const QString whole = converted(squares("whole.geojson", 4000), "cut.gpkg", "GPKG");
        QFile file(whole);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.resize(file.size() * 3 / 10));
        file.close();
        const auto opened = map::openBulk(whole, {}, nowhere);
        if (!opened) {
            QVERIFY(!opened.problem().toString().isEmpty());
            return;
        }
        QVERIFY(!opened->problems.empty());
        QVERIFY(opened->content.layers.empty() || opened->content.layers[0]->count < 4000);
        QTemporaryDir cache;
        map::keepBulk(*opened, map::BulkCache(cache.path())); // what is not whole is not kept
        QVERIFY(QDir(cache.path()).isEmpty());
    }

    void aShapefileNeedsNoIndex()
    {
        const QString file = converted(squares("indexed.geojson", 300), "plain.shp", "ESRI Shapefile");
        QVERIFY(QFile::remove(path("plain.shx")));
        const auto opened = map::openBulk(file, {}, nowhere);
        QVERIFY2(opened.ok(), qPrintable(opened.ok() ? QString() : opened.problem().toString()));
        QCOMPARE(opened->content.layers.at(0)->count, 300U);
        QVERIFY(!QFile::exists(path("plain.shx"))); // nothing is written beside it
    }

    void axesTheWrongWayRound()
    {
        const auto opened = map::openBulk(write("axes.geojson", R"({"type":"FeatureCollection","features":[
            {"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[25.03,121.5]}},
            {"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[121.5,25.03]}}]})"),
                                          {}, nowhere);
        QVERIFY(opened.ok());
        QCOMPARE(opened->content.layers.at(0)->count, 1U);
        QCOMPARE(opened->problems.size(), 1U);
    }

    void aFileThatVanishesStaysOnTheMap()
    {
        QTemporaryDir folder;
        const map::BulkCache cache(folder.path());
        const QString file = converted(squares("vanishing.geojson", 500), "vanishing.gpkg", "GPKG");
        const auto read = map::openBulk(file, {}, cache);
        QVERIFY(read.ok());
        map::keepBulk(map::refined(*read), cache);
        const auto kept = map::findBulk(file, {}, cache);
        QVERIFY(kept);
        const auto scene = [](const map::BulkFile& from) {
            map::Scene made;
            made.layers.push_back(std::make_shared<const map::LayerScene>(
                map::bulkScene({}, from, {{}, {}, {qRgb(1, 2, 3), 0, 1, 2, {}, {}, 0}})));
            return made;
        };
        map::View view;
        view.centre = kept->content.layers[0]->bounds.center();
        const QImage before = map::render(scene(*kept), view, 1);
        QVERIFY(QFile::remove(file));
        for (const QString& name : QDir(folder.path()).entryList(QDir::Files))
            QVERIFY(QFile::remove(folder.filePath(name)));
        QCOMPARE(map::render(scene(*kept), view, 1), before);
        map::Ref ref;
        ref.id = QStringLiteral("layer/1");
        const map::BulkSource source{file, {}, {}};
        QVERIFY(!map::describeFeature(source, ref).lines.isEmpty()); // says that it is gone
        QVERIFY(!map::findBulk(file, {}, cache));
        QVERIFY(!map::openBulk(file, {}, cache).ok());
    }

    void aPolygonOfFiveMillionCorners()
    {
        const auto layer = map::withLevels(bulk::build(bulk::coast(5'000'000, 20'000))[0]);
        QVERIFY(layer->levels.back().vertices.size() < 100'000);
        map::BulkStyle style;
        style.fill = qRgb(0, 0, 200);
        map::View view;
        view.centre = layer->bounds.center();
        view.metresPerPixel = layer->bounds.height() / 500;
        view.size = {600, 600};
        const QImage image = map::render(bulk::scene({layer}, style), view, 1);
        QCOMPARE(image.pixel(300, 300), qRgb(0, 0, 200));
        QCOMPARE(image.pixel(2, 2), qRgb(255, 255, 255));
    }

    void aFullDiskKeepsNothing()
    {
        QTemporaryDir folder;
        const map::BulkCache cache(folder.path());
        const map::BulkContent content{{}, {}, false, bulk::build(bulk::points(50'000, 1000))};
        QImage image(500, 500, QImage::Format_ARGB32_Premultiplied);
        image.fill(1);
        const map::BulkPicture picture{{}, 1, {}, {}, image};
        {
            const FullDisk full(64 * 1024);
            QVERIFY(!cache.keep("key", content));
            QVERIFY(!cache.keepPictures("key", {std::make_shared<const map::BulkPicture>(picture)}));
        }
        QVERIFY(!cache.find("key"));
        QVERIFY(cache.pictures("key").empty());
        QVERIFY(QDir(folder.path()).isEmpty());
        QVERIFY(cache.keep("key", content)); // and goes on when there is room again
    }
};

CITYOPS_TEST(QGuiApplication, BulkInputTest)
#include "bulk_input_test.moc"
