// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/packs/pack_on_disk.h"
#include "tests/support/test_main.h"

#include <QFile>

class PackTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aSoundPackIsRead()
    {
        PackOnDisk disk;
        const app::PackReading reading = disk.read();
        QVERIFY2(reading.pack, qPrintable(disk.problems().join(QLatin1Char('\n'))));
        const app::Pack& pack = *reading.pack;
        QCOMPARE(pack.id, QStringLiteral("small"));
        QCOMPARE(pack.zone.id(), QByteArray("Asia/Taipei"));
        QCOMPARE(pack.extent.east, 121.4);
        QCOMPARE(pack.areas->levels(), QStringList({QStringLiteral("city"), QStringLiteral("district")}));
        QCOMPARE(pack.levelNames.value(QStringLiteral("city")).in(QStringLiteral("en")),
                 QStringLiteral("City"));
        QCOMPARE(pack.basemaps.size(), std::size_t(1));
        QVERIFY(pack.feed(QStringLiteral("bikes")));
        QVERIFY(!pack.feed(QStringLiteral("cars")));
        QVERIFY(pack.dashboard(QStringLiteral("overview")));
        QCOMPARE(pack.dashboard(QStringLiteral("overview"))->charts[0].range,
                 std::optional(city::Duration(86'400'000)));
        QCOMPARE(pack.layers[0].source,
                 QFileInfo(disk.path(QStringLiteral("data/districts.geojson"))).canonicalFilePath());
    }

    void areasKnowTheirParentCodesAndPeople()
    {
        PackOnDisk disk;
        const auto pack = disk.read().pack;
        QVERIFY(pack);
        const int district = pack->areas->find(QStringLiteral("district"), QStringLiteral("6501"));
        QVERIFY(district >= 0);
        const city::Area& area = pack->areas->at(district);
        QCOMPARE(pack->areas->at(area.parent).code, QStringLiteral("65"));
        QCOMPARE(pack->areas->at(area.parent).people, std::optional(2000.0));
        QVERIFY(!area.people);
        QCOMPARE(area.otherCodes.value(QStringLiteral("Taiwan_Geocode_103")), QStringLiteral("6-01"));
        QCOMPARE(pack->areas->locate({121.3, 25.1}), district);
        QCOMPARE(pack->areas->findByName(QStringLiteral("district"), QStringLiteral("乙市西區")), district);
    }

    void feedsTakeTheExtentOfThePackWithAMargin()
    {
        PackOnDisk disk;
        const auto pack = disk.read().pack;
        QVERIFY(pack);
        const auto extent = pack->feeds[0].extent;
        QVERIFY(extent && extent->west < 121.0 && extent->west > 120.9 && extent->north > 25.2);
    }

    /// Each row breaks one thing; the problem must name its place and be the only one.
    void oneMistake_data()
    {
        QTest::addColumn<QStringList>("change"); // file, before, after
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const char* file, const char* before, const char* after,
                            const char* says) {
            QTest::newRow(name) << QStringList{QString::fromUtf8(file), QString::fromUtf8(before),
                                               QString::fromUtf8(after)}
                                << QString::fromUtf8(says);
        };
        const char* head = "pack.yaml";
        const char* board = "dashboards/overview.yaml";
        const char* feed = "feeds/bikes.yaml";
        const char* layer = "layers/outline.yaml";
        row("zone", head, "Asia/Taipei", "Asia/Taipeh",
            "pack.yaml:4:7: zone: there is no time zone \"Asia/Taipeh\"; the nearest is \"Asia/Taipei\"");
        row("crs unknown", head, "EPSG:3826", "EPSG:38260",
            "pack.yaml:6:6: crs: \"EPSG:38260\" is no coordinate system");
        row("crs in degrees", head, "EPSG:3826", "EPSG:4326",
            "pack.yaml:6:6: crs: \"EPSG:4326\" is in degrees");
        row("extent turned round", head, "[121.0, 25.0, 121.4, 25.2]", "[25.0, 121.0, 25.2, 121.4]",
            "pack.yaml:5:9: extent: is no place on Earth");
        row("extent of the globe", head, "[121.0, 25.0, 121.4, 25.2]", "[-180, -90, 180, 90]",
            "pack.yaml:5:9: extent: is wider");
        row("translation", head, "{en: Small, zh_TW: 小城}", "{en: Small}",
            "pack.yaml:3:8: zh_TW: is missing");
        row("unknown key", head, "crs: EPSG:3826", "crs: EPSG:3826\ncolor: red",
            "pack.yaml:7:1: color: unknown key");
        row("file that is not there", head, "data/cities.geojson", "data/towns.geojson",
            "pack.yaml:10:12: layer: there is no file \"data/towns.geojson\"");
        row("path out of the pack", head, "data/cities.geojson", "../cities.geojson",
            "pack.yaml:10:12: layer: \"../cities.geojson\" leads out of the pack");
        row("absolute path", head, "data/cities.geojson", "/etc/passwd",
            "pack.yaml:10:12: layer: \"/etc/passwd\" is no path within the pack");
        row("layer that the file lacks", head, "data/cities.geojson", "data/cities.geojson:towns",
            "pack.yaml:10:12: layer: ");
        row("field that the layer lacks", head, "id: code", "id: kode",
            "pack.yaml:11:9: id: the layer has no field \"kode\"; it has: code, name, name_en");
        row("parent that is not there", head, "prefix: 2", "prefix: 3",
            "in 630, which the level above does not have");
        row("basemap over http", head, "https://tile", "http://tile",
            "pack.yaml:25:72: url: an https address");
        row("kind without a name", head,
            "  bike-station:", "  bike:", "pack.yaml:27:3: kinds: has no name for the kind \"bike-station\"");
        row("people", "data/population.csv", "65,2000", "65,many",
            "data/population.csv:3:1: a code, a comma and a number");
        row("feed over http", feed, "https://example", "http://example",
            "feeds/bikes.yaml:5:12: url: https was expected");
        row("key in plain", feed, "bikes.json", "bikes.json?api_key=123",
            "feeds/bikes.yaml:5:12: url: the key \"api_key\" stands here in plain");
        row("name of the feed's file", feed, "feed: bikes", "feed: byke",
            "feeds/bikes.yaml:1:7: feed: the file of \"byke\" must be called byke.yaml");
        row("label", layer, "label: name", "label: nmae",
            "layers/outline.yaml:5:8: label: the layer has no field \"nmae\"");
        row("colour", layer, "mapBoundary", "greenish",
            "layers/outline.yaml:6:9: colour: \"greenish\" is no colour");
        row("kind of a GIS layer", layer, "kind: polygons", "kind: hexes", "layers/outline.yaml:4:7: kind: \"hexes\" is not known");
        row("raster that is none", layer, "kind: polygons\nlabel: name\ncolour: mapBoundary", "kind: raster",
            "layers/outline.yaml:3:9: source: ");
        row("bands of a raster", layer, "kind: polygons\nlabel: name\ncolour: mapBoundary", "kind: raster\nbands: [1, 2]",
            "layers/outline.yaml:5:8: bands: one band was expected");
        row("stretch of a raster", layer, "kind: polygons\nlabel: name\ncolour: mapBoundary", "kind: raster\nstretch: wide",
            "layers/outline.yaml:5:10: stretch: none, min-max, cut");
        row("service without a layer", layer, "source: data/districts.geojson\nkind: polygons\nlabel: name\ncolour: mapBoundary",
            "kind: tiles\nattribution: somebody\nservice: wms\nurl: \"https://example.org/ows\"", "layer-name: is missing");
        row("tiles without attribution", layer, "source: data/districts.geojson\nkind: polygons\nlabel: name\ncolour: mapBoundary",
            "kind: tiles\nurl: \"https://example.org/{z}/{x}/{y}.png\"", "attribution: is missing");
        row("table of a database", feed, "url: \"https://example.org/bikes.json\"", "url: \"postgresql://example.org/\", table: bikes",
            "feeds/bikes.yaml:5:12: url: postgresql://HOST/DATABASE");
        const auto styled = [&row, layer](const char* name, const char* style, const char* says) {
            row(name, layer, "colour: mapBoundary", style, says);
        };
        styled("key of a style", "style: {colur: text}", "colur: unknown key; did you mean \"colour\"?");
        styled("field of a style", "style: {by: {field: peeple}}",
               "style: the layer has no field \"peeple\"; it has: ");
        styled("palette", "style: {by: {field: code, palette: virids}}",
               "palette: there is no palette \"virids\"; did you mean \"viridis\"?");
        styled("classes", "style: {by: {field: code, classes: thirds}}",
               "classes: \"thirds\" is not known; expected one of: quantiles, jenks");
        styled("breaks", "style: {by: {field: code, classes: [3, 1]}}", "classes: the numbers must ascend");
        styled("colours of classes", "style: {by: {field: code, classes: [3], colours: [text]}}",
               "colours: there are 2 classes and 1 colours");
        styled("icon", "style: {icon: ../../secret}", "icon: there is no icon \"../../secret\"");
        styled("wind without fields", "style: {draw: wind}", "wind: is missing here");
        styled("QGIS style", "style: qgis", "style: the file holds no QGIS style for this layer");
        row("style of a map layer", board, "kind: points", "kind: points, style: {by: {field: x}}",
            "field: unknown key");
        row("wind of a map layer", board, "kind: points", "kind: wind", "direction: is missing here");
        row("vehicles", board, "kind: points", "kind: vehicles",
            "no feed has vehicles of the kind \"bike-station\"");
        row("kind of a map layer", board, "kind: points", "kind: dots",
            "dashboards/overview.yaml:7:58: kind: \"dots\" is not known");
        row("of nothing known", board, "of: bike-station", "of: bike-stand",
            "dashboards/overview.yaml:7:70: of: no feed has places of the kind \"bike-stand\"; the nearest "
            "is \"bike-station\"");
        row("GIS layer", board, "[outline]", "[outlines]",
            "dashboards/overview.yaml:8:9: layers: there is no GIS layer \"outlines\"; the nearest is "
            "\"outline\"");
        row("tile", board, "sum bikes.available", "sum bikes",
            "dashboards/overview.yaml:10:45: value: there is no quantity \"bikes\"");
        row("level", board, "by: district", "by: distrikt",
            "dashboards/overview.yaml:10:70: by: there is no administrative level \"distrikt\"; the nearest "
            "is \"district\"");
        row("sort", board, "sort: -bikes", "sort: -docks", "\"docks.available\" is none of the columns");
        row("column", board, "age]", "ages]", "\"ages\" is no column of places");
        row("duration", board, "range: 24 h", "range: 24 hours", "a duration such as");
    }
    void oneMistake()
    {
        QFETCH(QStringList, change);
        QFETCH(QString, says);
        PackOnDisk disk;
        QVERIFY(disk.change(change[0], change[1], change[2]));
        const QStringList problems = disk.problems();
        QVERIFY2(problems.join(QLatin1Char('\n')).contains(says),
                 qPrintable(problems.join(QLatin1Char('\n'))));
        QVERIFY2(problems.size() <= 2, qPrintable(problems.join(QLatin1Char('\n')))); // one mistake, no flood
        QVERIFY(!disk.read().pack);
    }

    void tenMistakesAreAllNamed()
    {
        PackOnDisk disk;
        struct {
            const char *file, *before, *after, *says;
        } const planted[] = {
            {"pack.yaml", "Asia/Taipei", "Asia/Taipee", "pack.yaml:4:7: "},
            {"pack.yaml", "[121.0, 25.0, 121.4, 25.2]", "[121.0, 25.0]", "pack.yaml:5:9: "},
            {"pack.yaml", "name: {zh_TW: name}", "name: {zh_TW: naam}", "pack.yaml:20:19: "},
            {"feeds/bikes.yaml", "https://", "http://", "feeds/bikes.yaml:5:12: "},
            {"layers/outline.yaml", "kind: polygons", "kind: polygon", "layers/outline.yaml:4:7: "},
            {"layers/outline.yaml", "source: data/", "source: ../data/", "layers/outline.yaml:3:9: "},
            {"dashboards/overview.yaml", "question: {en: \"How is it?\", zh_TW: \"現在如何？\"}",
             "question: {en: \"How is it?\"}", "dashboards/overview.yaml:5:11: "},
            {"dashboards/overview.yaml", "value: bikes.available}", "value: bikes.availabel}",
             "dashboards/overview.yaml:7:91: "},
            {"dashboards/overview.yaml", "kind: bars", "kind: baars", "dashboards/overview.yaml:12:12: "},
            {"dashboards/overview.yaml", "rows: places", "rows: place", "dashboards/overview.yaml:13:15: "},
        };
        for (const auto& one : planted)
            QVERIFY2(disk.change(QString::fromUtf8(one.file), QString::fromUtf8(one.before),
                                 QString::fromUtf8(one.after)),
                     one.before);
        const QStringList problems = disk.problems();
        for (const auto& one : planted) {
            const QString at = QString::fromUtf8(one.says);
            QVERIFY2(std::any_of(problems.cbegin(), problems.cend(),
                                 [&](const QString& p) { return p.startsWith(at); }),
                     qPrintable(at + QLatin1Char('\n') + problems.join(QLatin1Char('\n'))));
        }
        QVERIFY2(problems.size() == 10, qPrintable(problems.join(QLatin1Char('\n'))));
    }

    void aLinkOutOfThePackIsRefused()
    {
        PackOnDisk disk;
        PackOnDisk other;
        QVERIFY(QFile::remove(disk.path(QStringLiteral("data/cities.geojson"))));
        QVERIFY(QFile::link(other.path(QStringLiteral("data/cities.geojson")),
                            disk.path(QStringLiteral("data/cities.geojson"))));
        QVERIFY(QFile::link(other.path(QStringLiteral("layers/outline.yaml")),
                            disk.path(QStringLiteral("layers/stranger.yaml"))));
        const QString problems = disk.problems().join(QLatin1Char('\n'));
        QVERIFY2(
            problems.contains(QStringLiteral("\"data/cities.geojson\" is a link that leads out of the pack")),
            qPrintable(problems));
        QVERIFY2(problems.contains(QStringLiteral("layers/stranger.yaml: ")), qPrintable(problems));
    }

    void noPackAtAll()
    {
        QTemporaryDir empty;
        const app::PackReading reading =
            app::readPack(empty.path(), qEnvironmentVariable("CITYOPS_RESOURCES"));
        QVERIFY(!reading.pack);
        QCOMPARE(reading.problems.size(), std::size_t(1));
    }

    void noiseForYamlIsNoCrash()
    {
        for (const char* noise : {"", "- a\n- b\n", "pack: [\n", "pack: {en: }\nareas: 3\nkinds: x\n",
                                  "\xff\xfe\x00", "a: &a [*a]\n"}) {
            PackOnDisk disk;
            for (const char* file :
                 {"pack.yaml", "feeds/bikes.yaml", "layers/outline.yaml", "dashboards/overview.yaml"})
                disk.write(QString::fromLatin1(file), QString::fromLatin1(noise));
            QVERIFY(!disk.read().pack);
        }
    }
};

CITYOPS_TEST(QCoreApplication, PackTest)
#include "pack_test.moc"
