// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/pack.h"
#include "tests/support/test_main.h"

#include <QTemporaryDir>

/// A feed's file: every form a pack may use, and every mistake named with its place.
class FeedReaderTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    app::FeedReading read(const QByteArray& yaml, const QStringList& beside)
    {
        for (const QString& name : beside) {
            QFile file(m_folder.filePath(name));
            if (!file.open(QIODevice::WriteOnly)) qFatal("cannot write");
        }
        return read(yaml);
    }
    app::FeedReading read(const QByteArray& yaml, app::FeedUse use = app::FeedUse::OnItsOwn)
    {
        const QString file = m_folder.filePath(QStringLiteral("feed.yaml"));
        QFile out(file);
        if (!out.open(QIODevice::WriteOnly) || out.write(yaml) != yaml.size()) qFatal("cannot write");
        out.close();
        return app::readFeedSpec(file, QTimeZone("Asia/Taipei"), {}, use, QStringLiteral("feed.yaml"));
    }

    static QStringList said(const app::FeedReading& reading)
    {
        QStringList lines;
        for (const city::Problem& problem : reading.problems)
            lines << problem.toString();
        return lines;
    }

    const QByteArray m_whole =
        "feed: bikes\n"
        "title: {en: Bikes, zh_TW: 車}\n"
        "publisher: {en: City, zh_TW: 市府}\n"
        "licence: OGDL-Taiwan-1.0\n"
        "get: {url: \"https://example.org/a.json?key={secret:bikes}\", every: 1 min, timeout: 10 s, "
        "max-size: 2 MB, headers: {X-Key: \"{secret:other}\"}}\n"
        "promise: {cadence: 1 min, latency: 2 min, complete: 95 %}\n"
        "format: json\n"
        "records: \"$[*]\"\n"
        "missing: [\"\", \"-\", -99]\n"
        "place:\n"
        "  kind: bike-station\n"
        "  id: sno\n"
        "  name: {zh_TW: {field: sna, without: \"YouBike2.0_\"}, en: snaen}\n"
        "  lon: [longitude, lng]\n"
        "  lat: [latitude, lat]\n"
        "time: {field: mday, format: \"yyyy-MM-dd HH:mm:ss\"}\n"
        "observe:\n"
        "  bikes.available: {field: [available_rent_bikes, sbi], unit: \"1\", range: [0, 200]}\n";

private Q_SLOTS:
    void textsThatAreNone()
    {
        const auto wrong = [this](const QByteArray& from, const QByteArray& to) {
            QByteArray yaml = m_whole;
            yaml.replace(from, to);
            const app::FeedReading reading = read(yaml);
            return reading.feed ? QString() : said(reading).join(QLatin1Char('\n'));
        };
        QVERIFY(wrong("bikes.available:", "bikes.av\xA4\xAEilable:").contains(QStringLiteral("feed.yaml:18:3: is not UTF-8")));
        QVERIFY(wrong("bikes.available:", "\"bikes\\0available\":").contains(QStringLiteral("feed.yaml:18:3: holds a zero byte")));
    }

    void theWholeSketch()
    {
        const app::FeedReading reading = read(m_whole, app::FeedUse::InPack);
        QCOMPARE(said(reading), QStringList());
        const feeds::FeedSpec& feed = *reading.feed;
        QCOMPARE(feed.title.in(QStringLiteral("zh_TW")), QStringLiteral("車"));
        QCOMPARE(feed.request.maxBytes, 2 * 1024 * 1024);
        QCOMPARE(feed.promise.grace, city::Duration(120000));
        QCOMPARE(*feed.completePercent, 95.0);
        QStringList secrets = feed.secrets;
        secrets.sort();
        QCOMPARE(secrets, (QStringList{QStringLiteral("bikes"), QStringLiteral("other")}));
        QCOMPARE(feed.mapping.missing, (QStringList{QString(), QStringLiteral("-"), QStringLiteral("-99")}));
        QCOMPARE(feed.mapping.place->name.value(QStringLiteral("zh_TW")).without,
                 QStringLiteral("YouBike2.0_"));
        QCOMPARE(feed.mapping.place->lon.names,
                 (QStringList{QStringLiteral("longitude"), QStringLiteral("lng")}));
        QCOMPARE(*feed.mapping.observe[0].most, 200.0);
    }

    void everyOtherForm()
    {
        const app::FeedReading reading =
            read("format: csv\nzone: Europe/Berlin\nextent: [5, 47, 15, 55]\nheader: false\ndelimiter: "
                 "tab\nencoding: Big5\n"
                 "where:\n  - {field: act, is: [\"1\"]}\n  - {field: [a, b], not: closed}\n"
                 "place: {kind: district, id: {join: [縣市, 鄉鎮], with: \"\"}, name: {constant: x}, crs: "
                 "EPSG:3826, lon: x, lat: y, details: {town: t}}\n"
                 "time: {fields: [date, clock], format: [\"yyyy/MM/dd HH:mm\", roc], of: envelope}\n"
                 "observe:\n  a: field\n  b: {field: w, words: {充電中: 1}, scale: 0.1, sum: true, missing: "
                 "[\"空值\"]}\n  c: {count: true, unless: {field: s, is: off}}\n");
        QCOMPARE(said(reading), QStringList());
        const feeds::Mapping& mapping = reading.feed->mapping;
        QCOMPARE(reading.feed->id, QStringLiteral("feed"));
        QCOMPARE(reading.feed->zone, QTimeZone("Europe/Berlin"));
        QCOMPARE(reading.feed->extent->east, 15.0);
        QCOMPARE(mapping.delimiter, QStringLiteral("\t"));
        QVERIFY(!mapping.header && mapping.where[1].negate && mapping.time->ofEnvelope);
        QCOMPARE(mapping.place->id.join.size(), 2);
        QCOMPARE(mapping.time->fields.size(), std::size_t(2));
        QCOMPARE(mapping.observe.size(), std::size_t(3));
        QCOMPARE(mapping.observe[0].field.names, QStringList{QStringLiteral("field")});
        QCOMPARE(mapping.observe[1].words.value(QStringLiteral("充電中")), 1.0);
        QCOMPARE(*mapping.observe[1].scale, 0.1);
        QVERIFY(mapping.observe[2].countRecords);
        QCOMPARE(mapping.observe[2].unless->second, QStringLiteral("off"));
    }

    void timeIsAFieldAlone()
    {
        const app::FeedReading reading =
            read("format: json\nrecords: $\nplace: {kind: k, id: i}\ntime: [t, at]\nobserve: {q: v}\n");
        QCOMPARE(said(reading), QStringList());
        QCOMPARE(reading.feed->mapping.time->fields[0].names,
                 (QStringList{QStringLiteral("t"), QStringLiteral("at")}));
    }

    void eventsAndVehicles()
    {
        const app::FeedReading reading =
            read("format: geojson\n"
                 "event: {kind: roadworks, id: no, title: {zh_TW: 名稱}, description: d, begins: {field: b, "
                 "format: roc}, ends: e, measures: {q: {field: m, unit: km}}}\n"
                 "vehicle: {kind: bus, id: plate, lon: x, lat: y, heading: h, speed: v, speed-unit: m/s}\n");
        QCOMPARE(said(reading), QStringList());
        QCOMPARE(reading.feed->mapping.event->measures[0].unit, QStringLiteral("km"));
        QCOMPARE(reading.feed->mapping.event->ends.fields.size(), std::size_t(1));
        QCOMPARE(reading.feed->mapping.vehicle->speedUnit, QStringLiteral("m/s"));
    }

    void severalDocuments()
    {
        const app::FeedReading reading =
            read("get: {url: \"https://example.org/live\", ca: ca.pem, pages: {offset: offset, size: 500, most: 3},\n"
                 "  token: {url: \"https://example.org/token\", id: \"{secret:me}\", secret: \"{secret:key}\", scope: all}}\n"
                 "format: json\nrecords: \"$.data[*]\"\nfields: \"$.fields\"\nmember: \"*.json\"\n"
                 "join:\n"
                 "  - {as: list, get: {url: \"https://example.org/list?key={secret:list}\"}, records: \"$[*]\", key: ID}\n"
                 "  - {as: levels, file: levels.csv, format: csv, key: {join: [a, b], with: /}, by: level}\n"
                 "columns: {like: \"^[0-9]+$\", except: [\"0\"], title: hour, value: n}\n"
                 "place: {kind: k, id: i, lon: list.x, lat: list.y, name: {field: n, match: \"^(.*)x\", replace: {a: b}, "
                 "width: half, case: upper, squeeze: true}}\n"
                 "time: hour\n"
                 "observe: {a: {field: n, mean: true, weight: w}, b: {add: [c, d]}, c: [{field: x, unit: m}, {field: y, "
                 "unit: km, only: {field: e, is: [T, U]}}]}\n",
                 {QStringLiteral("ca.pem"), QStringLiteral("levels.csv")});
        QCOMPARE(said(reading), QStringList());
        const feeds::FeedSpec& feed = *reading.feed;
        QVERIFY(feed.request.pages.way == feeds::Paging::Way::Offset);
        QCOMPARE(feed.request.pages.most, 3);
        QVERIFY(feed.request.caFile.endsWith(QLatin1String("/ca.pem")));
        QCOMPARE(feed.request.credentials->scope, QStringLiteral("all"));
        QStringList secrets = feed.secrets;
        secrets.sort();
        QCOMPARE(secrets, (QStringList{QStringLiteral("key"), QStringLiteral("list"), QStringLiteral("me")}));
        QCOMPARE(feed.joins.size(), std::size_t(2));
        QVERIFY(feed.joins[0].request.every == city::Duration(24 * 3600'000));
        QCOMPARE(feed.joins[0].by.names, QStringList{QStringLiteral("ID")});
        QVERIFY(feed.joins[1].file.endsWith(QLatin1String("/levels.csv")));
        QCOMPARE(feed.mapping.columns->title, QStringLiteral("hour"));
        QCOMPARE(feed.mapping.place->name.value(QString()).clean.size(), std::size_t(5));
        QCOMPARE(feed.mapping.observe.size(), std::size_t(4));
        QCOMPARE(feed.mapping.observe[3].only->second.size(), 2);
    }

    void otherSources()
    {
        const app::FeedReading broker =
            read("get: {url: \"mqtts://broker.example.org:8884\", topic: \"air/+/pm25\", headers: {username: u}}\n"
                 "format: json\nrecords: $\nplace: {kind: k, id: i}\n");
        QCOMPARE(said(broker), QStringList());
        QCOMPARE(broker.feed->request.topic, QStringLiteral("air/+/pm25"));
        const app::FeedReading files =
            read("get: {watch: \"drop/*.csv\"}\nformat: csv\nplace: {kind: k, id: i}\n");
        QCOMPARE(said(files), QStringList());
        QCOMPARE(files.feed->request.watch, m_folder.filePath(QStringLiteral("drop/*.csv")));
        qputenv("CITYOPS_WATCH", "/srv/drop:/srv/other");
        const char* elsewhere = "get: {watch: /srv/drop/a.json}\nformat: csv\nplace: {kind: k, id: i}\n";
        QCOMPARE(said(read(elsewhere)), QStringList());
        qunsetenv("CITYOPS_WATCH");
        QVERIFY(said(read(elsewhere)).first().contains(QLatin1String("feed.yaml:1:14: watch: \"/srv/drop/a.json\" is neither")));
    }

    void mistakesOfSeveralDocuments_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("problem");
        const auto row = [](const char* line, const char* problem) {
            QTest::newRow(problem) << QByteArray(line) << QString::fromUtf8(problem);
        };
        row("join: {as: a b, file: x.csv, format: csv, key: k}", "feed.yaml:4:12: as: a name of letters");
        row("join: {as: a, file: none.csv, format: csv, key: k}", "feed.yaml:4:21: file: there is no file");
        row("join: {as: a, file: ../x.csv, format: csv, key: k}", "leads out of the pack");
        row("join: {as: a, format: csv, key: k}", "feed.yaml:4:7: get: either get or file");
        row("join: {as: a, file: x.csv, format: csv}", "key: is missing here");
        row("join: {as: a, file: x.csv, format: json, key: k}", "records: is missing here");
        row("join: text", "join: a list was expected");
        row("columns: {title: x}", "like: like or except was expected");
        row("columns: {like: \"(\"}", "feed.yaml:4:17: like: \"(\" is no regular expression");
        row("get: {url: \"https://a.tw\", pages: {offset: o, next: n}}", "pages: exactly one of next, offset and number");
        row("get: {url: \"https://a.tw\", pages: {offset: o, size: 0}}", "size: a number from 1");
        row("get: {url: \"https://a.tw\", token: {url: \"https://a.tw\", id: me, secret: \"{secret:x}\"}}",
            "id: stands here in plain");
        row("get: {url: \"https://a.tw\", ca: none.pem}", "ca: there is no file");
        row("get: {url: \"mqtts://a.tw/topic\", topic: t}", "url: mqtts://HOST or");
        row("get: {url: \"mqtts://a.tw\"}", "topic: is missing here");
        row("get: {watch: ../../etc/passwd}", "watch: \"../../etc/passwd\" is neither");
        row("observe: {q: {field: f, weight: w}}", "weight: is for mean: true only");
        row("observe: {q: {field: f, mean: true, sum: true}}", "mean: either mean, sum or count");
        row("observe: {q: {field: f, add: [g]}}", "add: either field or add");
        row("observe: {q: {field: {field: f, match: \"[\"}}}", "match: \"[\" is no regular expression");
        row("observe: {q: {field: {field: f, case: title}}}", "case: \"title\" is not known");
        row("observe: {q: {field: f, only: {field: e}}}", "is: is missing here");
    }
    void mistakesOfSeveralDocuments()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, problem);
        const QStringList lines = said(read("format: json\nrecords: $\nplace: {kind: k, id: i}\n" + line + "\n",
                                            {QStringLiteral("x.csv")}));
        QVERIFY2(std::any_of(lines.begin(), lines.end(), [&](const QString& one) { return one.contains(problem); }),
                 qPrintable(lines.join(QLatin1Char('\n'))));
    }

    void aStandardNeedsNoMapping()
    {
        QVERIFY(read("feed: a\nformat: cap\n").feed);
        QVERIFY(said(read("feed: a\nformat: gbfs\nplace: {kind: k}\n"))
                    .first()
                    .contains(QStringLiteral("feed.yaml:3:1: place: unknown key")));
    }

    void mistakes_data()
    {
        QTest::addColumn<QByteArray>("right");
        QTest::addColumn<QByteArray>("wrong");
        QTest::addColumn<QString>("problem");
        const auto row = [](const char* right, const char* wrong, const char* problem) {
            QTest::newRow(problem) << QByteArray(right) << QByteArray(wrong) << QString::fromUtf8(problem);
        };
        row("format: json", "formats: json", "feed.yaml:7:1: formats: unknown key");
        row("format: json", "format: yaml", "feed.yaml:7:9: format: \"yaml\" is not known");
        row("every: 1 min", "every: often", "every: a duration");
        row("https://", "ftp://", "feed.yaml:5:12: url: an address");
        row("range: [0, 200]", "range: [200, 0]", "range: two numbers");
        row("  id: sno\n", "", "id: is missing here");
        row("  lon: [longitude, lng]\n", "", "lat: lon and lat go together");
        row("95 %", "most", "complete: a share");
        row("\"$[*]\"", "\"$[\"", "records: \"$[\" is no way to records");
        row("title: {en: Bikes, zh_TW: 車}", "title: {en: Bikes}", "feed.yaml:2:8: zh_TW: is missing here");
        row("unit: \"1\"", "unite: \"1\"", "unite: unknown key");
        row("licence: OGDL-Taiwan-1.0\n", "", "licence: is missing here");
        row("2 MB", "2 miles", "max-size: a size");
    }
    void mistakes()
    {
        QFETCH(QByteArray, right);
        QFETCH(QByteArray, wrong);
        QFETCH(QString, problem);
        QByteArray yaml = m_whole;
        QVERIFY(yaml.contains(right));
        yaml.replace(right, wrong);
        const app::FeedReading reading = read(yaml, app::FeedUse::InPack);
        QVERIFY(!reading.feed);
        const QStringList lines = said(reading);
        QVERIFY2(std::any_of(lines.begin(), lines.end(),
                             [&](const QString& line) { return line.contains(problem); }),
                 qPrintable(lines.join(QLatin1Char('\n'))));
    }

    void notYamlAtAll()
    {
        for (const char* yaml :
             {"", "- a\n- b\n", "a: [", "just text", "a: &x 1\nb: *x\n", "\t", "feed: {a: {}}\n"})
            QVERIFY2(!read(yaml).feed, yaml);
        QVERIFY(!read("a: " + QByteArray("[").repeated(1000) + QByteArray("]").repeated(1000)).feed);
        QVERIFY(
            !app::readFeedSpec(m_folder.filePath(QStringLiteral("none.yaml")), QTimeZone::utc(), {}).feed);
    }
};

CITYOPS_TEST(QCoreApplication, FeedReaderTest)
#include "feed_reader_test.moc"
