// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/layers/feeds/decoding.h"
#include "tests/support/test_main.h"

#include <QStringEncoder>

/// What a publisher may do wrong with a mapped payload: a named problem, the good records kept, never a zero.
class MappingTest : public QObject {
    Q_OBJECT

    const QByteArray m_good = R"([{"id":"a","lon":121.5,"lat":25.0,"time":"2026-10-01 08:00:00","bikes":3},
                                  {"id":"b","lon":"121.6","lat":"25.1","time":"2026-10-01 08:01:00","bikes":"4"}])";

    /// `fields` after a good record: what is left, and the only problem.
    void expect(const char* fields, int observations, const char* problem)
    {
        const QByteArray payload =
            R"([{"id":"good","lon":121.5,"lat":25.0,"time":"2026-10-01 08:00:00","bikes":3},{)" +
            QByteArray(fields) + "}]";
        const auto result = decoded(stationFeed("json"), payload);
        QVERIFY2(result.ok(), fields);
        QCOMPARE(static_cast<int>(result->observations.size()), observations);
        QVERIFY2(problemsOf(*result).contains(QString::fromUtf8(problem)), qPrintable(problemsOf(*result)));
        QCOMPARE(result->problemCount, *problem ? 1 : 0);
    }

private Q_SLOTS:
    void goodRecords()
    {
        const auto result = decoded(stationFeed("json"), m_good);
        QVERIFY(result.ok());
        QCOMPARE(result->places.size(), std::size_t(2));
        QCOMPARE(*result->places[1].at, (city::LonLat{121.6, 25.1}));
        QCOMPARE(result->observations[1].value, 4.0);
        QCOMPARE(result->observations[1].observedAt, at("2026-10-01T00:01:00Z"));
        QCOMPARE(problemsOf(*result), QString());
    }

    void wrongValues_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<int>("observations");
        QTest::addColumn<QByteArray>("problem");
        const auto row = [](const char* name, const char* value, int observations, const char* problem) {
            const QByteArray rest = R"(,"lon":121.5,"lat":25.0,"time":"2026-10-01 09:00:00")";
            QTest::newRow(name) << R"("id":"x","bikes":)" + QByteArray(value) + rest << observations
                                << QByteArray(problem);
        };
        row("text", "\"many\"", 1, "#2 id=x: bikes: \"many\" is not a number");
        row("too many", "201", 1, "#2 id=x: bikes: 201 is outside of the range from 0 to 200");
        row("negative", "-9", 1, "#2 id=x: bikes: -9 is outside");
        row("list", "[1,2]", 1, "is not a number");
        row("null", "null", 1, "");
        row("empty", "\"\"", 1, "");
        row("dash", "\"-\"", 1, "");
        row("ND", "\"ND\"", 1, "");
        row("sentinel", "-99", 1, "");
        row("sentinel as text", "\"-99.0\"", 1, "");
        row("full width", "\"１２\"", 2, "");
        row("thousands", "\"0,012\"", 2, "");
        row("infinite", "\"inf\"", 1, "is not a number");
    }
    void wrongValues()
    {
        QFETCH(QByteArray, fields);
        QFETCH(int, observations);
        QFETCH(QByteArray, problem);
        expect(fields.constData(), observations, problem.constData());
    }

    void wrongTimes()
    {
        expect(R"("id":"x","lon":121.5,"lat":25.0,"time":"2031-10-01 09:00:00","bikes":1)", 1,
               "has not come yet");
        expect(R"("id":"x","lon":121.5,"lat":25.0,"time":"1970-01-01 09:00:00","bikes":1)", 1,
               "too long ago");
        expect(R"("id":"x","lon":121.5,"lat":25.0,"time":"noon","bikes":1)", 1, "\"noon\" is no time");
        expect(R"("id":"x","lon":121.5,"lat":25.0,"time":"","bikes":1)", 1, "the record states no time");
    }

    void wrongPositions_data()
    {
        QTest::addColumn<QByteArray>("position");
        QTest::addColumn<QByteArray>("problem");
        QTest::newRow("swapped") << QByteArray(R"("lon":25.0,"lat":121.5)") << QByteArray("look swapped");
        QTest::newRow("elsewhere") << QByteArray(R"("lon":2.35,"lat":48.85)")
                                   << QByteArray("outside of the area");
        QTest::newRow("metres") << QByteArray(R"("lon":306812.9,"lat":2769892.9)")
                                << QByteArray("metres of a map projection");
        QTest::newRow("text") << QByteArray(R"("lon":"east","lat":25.0)")
                              << QByteArray("\"east\" is not a number");
        QTest::newRow("nowhere") << QByteArray(R"("lon":0,"lat":0)") << QByteArray();
        QTest::newRow("none") << QByteArray(R"("lon":null,"lat":null)") << QByteArray();
    }
    void wrongPositions()
    {
        QFETCH(QByteArray, position);
        QFETCH(QByteArray, problem);
        const QByteArray payload = R"([{"id":"x","time":"2026-10-01 08:00:00","bikes":3,)" + position + "}]";
        const auto result = decoded(stationFeed("json"), payload);
        QVERIFY(result.ok());
        QCOMPARE(result->places.size(), std::size_t(1)); // its value still counts, it is only not on the map
        QVERIFY(!result->places[0].at);
        QCOMPARE(result->observations.size(), std::size_t(1));
        QVERIFY2(problemsOf(*result).contains(QString::fromUtf8(problem)), qPrintable(problemsOf(*result)));
        QCOMPARE(result->problemCount, problem.isEmpty() ? 0 : 1);
    }

    void metresOfAProjection()
    {
        feeds::FeedSpec feed = stationFeed("json");
        feed.mapping.place->crs = QStringLiteral("EPSG:3826");
        const auto result = decoded(
            feed,
            R"([{"id":"x","lon":"306812.928","lat":"2769892.96","time":"2026-10-01 08:00:00","bikes":3}])");
        QVERIFY(result.ok() && result->places[0].at);
        QVERIFY(city::distanceMetres(*result->places[0].at, {121.5630, 25.0363}) < 150);
    }

    void duplicatedIds()
    {
        const auto result =
            decoded(stationFeed("json"),
                    R"([{"id":"a","lon":121.5,"lat":25,"time":"2026-10-01 08:00:00","bikes":3},
                                        {"id":"a","lon":121.6,"lat":25,"time":"2026-10-01 08:00:00","bikes":5},
                                        {"id":"a","lon":121.6,"lat":25,"time":"2026-10-01 09:00:00","bikes":6}])");
        QCOMPARE(result->places.size(), std::size_t(1));
        QCOMPARE(result->places[0].at->lon, 121.6);
        QCOMPARE(result->observations.size(), std::size_t(2)); // two times, two observations
        QCOMPARE(result->observations[0].value, 5.0);
        QCOMPARE(problemsOf(*result),
                 QStringLiteral("#2 id=a: id: this id came before in record #1; the later record counts"));
    }

    void sums()
    {
        feeds::FeedSpec feed = stationFeed("json");
        feed.mapping.observe[0].sum = true;
        const auto result =
            decoded(feed, R"([{"id":"a","lon":121.5,"lat":25,"time":"2026-10-01 08:00:00","bikes":3},
                                              {"id":"a","lon":121.5,"lat":25,"time":"2026-10-01 08:00:00","bikes":5},
                                              {"id":"a","lon":121.5,"lat":25,"time":"2026-10-01 08:00:00","bikes":"-"}])");
        QCOMPARE(result->observations.size(), std::size_t(1));
        QCOMPARE(result->observations[0].value, 8.0);
        QCOMPARE(problemsOf(*result), QString());
    }

    void aRenamedFieldIsToldOnce()
    {
        QByteArray renamed = m_good;
        renamed.replace("\"bikes\"", "\"bicycles\"");
        const auto result = decoded(stationFeed("json"), renamed);
        QCOMPARE(result->places.size(), std::size_t(2));
        QCOMPARE(result->observations.size(), std::size_t(0));
        QCOMPARE(problemsOf(*result),
                 QStringLiteral("bikes: no record has this field, it was probably renamed; the fields are: "
                                "id, lon, lat, time, bicycles"));
        renamed.replace("\"id\"", "\"sno\"");
        QVERIFY(problemsOf(*decoded(stationFeed("json"), renamed))
                    .contains(QStringLiteral("id: no record has this field")));
    }

    void unitsBecomeTheQuantitys()
    {
        feeds::FeedSpec feed = stationFeed("json");
        feed.mapping.observe[0].unit = QStringLiteral("m/s");
        feed.mapping.observe[0].quantity = QStringLiteral("wind");
        city::Quantity wind;
        wind.id = QStringLiteral("wind");
        wind.unit = QStringLiteral("km/h");
        wind.most = 12;
        const city::QuantityCatalogue quantities{{wind.id, wind}};
        const auto result = feeds::decode(m_good, {feed, quantities, at("2026-11-01T00:00:00Z")});
        QCOMPARE(result->observations.size(),
                 std::size_t(1)); // 14.4 km/h is beyond what this quantity can be
        QCOMPARE(result->observations[0].value, 3 * 3.6);
        QCOMPARE(result->observations[0].unit, QStringLiteral("km/h"));
        QVERIFY(problemsOf(*result).contains(QStringLiteral("physically possible")));
    }

    void bigFive()
    {
        QStringEncoder big5("Big5");
        const QByteArray csv = QByteArray(big5(
            QStringLiteral("id,lon,lat,time,bikes,站名\r\n1,121.5,25.0,2026-10-01 08:00:00,3,許功蓋\r\n")));
        feeds::FeedSpec feed = stationFeed("csv");
        feed.mapping.place->name.insert(QString(), named("站名"));
        const auto result = decoded(feed, csv);
        QVERIFY(result.ok());
        QCOMPARE(result->places[0].name.in(QString()), QStringLiteral("許功蓋"));
        QCOMPARE(problemsOf(*result), QString());
    }

    void byteOrderMarksAndControlCharacters()
    {
        QVERIFY(decoded(stationFeed("json"), "\xEF\xBB\xBF" + m_good)->problemCount == 0);
        QByteArray dirty = m_good;
        dirty.replace("\"a\"", "\"a\x01\"");
        const auto result = decoded(stationFeed("json"), dirty);
        QVERIFY(result.ok());
        QCOMPARE(result->places.size(), std::size_t(2));
        QVERIFY(problemsOf(*result).contains(QStringLiteral("control characters")));
    }

    void shapesOfJson_data()
    {
        QTest::addColumn<QString>("records");
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("list") << QStringLiteral("$[*]") << QByteArray("[") << QByteArray("]");
        QTest::newRow("list, unsaid") << QStringLiteral("$") << QByteArray("[") << QByteArray("]");
        QTest::newRow("within") << QStringLiteral("$.data.park[*]") << QByteArray(R"({"data":{"park":[)")
                                << QByteArray("]}}");
        QTest::newRow("map") << QStringLiteral("$.retVal.*") << QByteArray(R"({"retVal":{"1":)")
                             << QByteArray("}}");
        QTest::newRow("one instead of a list")
            << QStringLiteral("$.a[*]") << QByteArray(R"({"a":)") << QByteArray("}");
        QTest::newRow("lists in lists")
            << QStringLiteral("$.a[*].b[*]") << QByteArray(R"({"a":[{"b":[]},{"b":[)") << QByteArray("]}]}");
        QTest::newRow("dots in a name")
            << QStringLiteral("$['a.b'][0].c") << QByteArray(R"({"a.b":[{"c":[)") << QByteArray("]}]}");
    }
    void shapesOfJson()
    {
        QFETCH(QString, records);
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        const QByteArray one = R"({"id":7,"lon":121.5,"lat":25.0,"time":"2026-10-01 08:00:00","bikes":3})";
        const auto result =
            decoded(stationFeed("json", records.toLatin1().constData()), before + one + after);
        QVERIFY2(result.ok(), qPrintable(result.ok() ? QString() : result.problem().toString()));
        QCOMPARE(result->observations.size(), std::size_t(1));
        QCOMPARE(result->places[0].id.id, QStringLiteral("7"));
    }

    void pathsInRecords()
    {
        feeds::FeedSpec feed = stationFeed("json");
        feed.mapping.observe[0].field = named("el[name=PM2.5].v");
        feed.mapping.place->id = named("pm2.5");
        feed.mapping.place->lon = named("g.Coordinates[1].x");
        feed.mapping.place->lat = named("g.Coordinates[1].y");
        const auto result = decoded(feed, R"([{"pm2.5":"s","el":[{"name":"T","v":9},{"name":"PM2.5","v":12}],
                                               "g":{"Coordinates":[{},{"x":121.5,"y":25}]},"time":"2026-10-01 08:00:00"}])");
        QCOMPARE(result->observations.size(), std::size_t(1));
        QCOMPARE(result->observations[0].value, 12.0);
        QCOMPARE(result->places[0].at->lon, 121.5);
        QCOMPARE(problemsOf(*result), QString());
    }

    void tables()
    {
        const QByteArray csv = "id,lon,lat,time,bikes\r\n\"a\",121.5,25,\"2026-10-01 08:00:00\",3\r\n\r\n"
                               "\"b \"\"x\"\",\ny\",121.5,25,2026-10-01 "
                               "08:00:00,4\r\nc,121.5,25\r\nd,121.5,25,2026-10-01 08:00:00,5,,\r\n"
                               "\"f\" ,121.5,25,2026-10-01 08:00:00,6\r\n\"g\"h,121.5,25,2026-10-01 08:00:00,7\r\ne,\"121";
        const auto result = decoded(stationFeed("csv"), csv);
        QVERIFY(result.ok());
        QCOMPARE(result->places.size(), std::size_t(4));
        QCOMPARE(result->places[1].id.id, QStringLiteral("b \"x\",\ny"));
        QCOMPARE(result->places[3].id.id, QStringLiteral("f"));
        QCOMPARE(problemsOf(*result),
                 QStringLiteral("#3: the row has 3 columns where 5 were expected; it is left out\n"
                                "#6: text stands behind a closing quote; the row is left out\n"
                                "#7: a quoted text is not closed before the end; the row is left out"));
    }

    void tableWithoutTitles()
    {
        feeds::FeedSpec feed = stationFeed("csv");
        feed.mapping.header = false;
        feed.mapping.place->id = named("#1");
        feed.mapping.place->lon = feed.mapping.place->lat = {};
        feed.mapping.time->fields = {named("#2")};
        feed.mapping.observe[0].field = named("#4");
        const auto result = decoded(feed, "\"x\",\"2026-10-01 08:00:00\",7,8\n");
        QCOMPARE(result->observations.size(), std::size_t(1));
        QCOMPARE(result->observations[0].value, 8.0);
    }

    void xml()
    {
        const QByteArray body =
            R"(<?xml version="1.0"?><v:Data xmlns:v="urn:x"><v:At>2026-10-01 08:00:00</v:At><v:Set><v:S no="1"><v:id>a</v:id><v:lon>121.5</v:lon><v:lat>25</v:lat><v:bikes>3</v:bikes></v:S><v:S no="2"><v:id>b</v:id><v:lon/><v:lat/><v:bikes>4</v:bikes></v:S></v:Set></v:Data>)";
        for (const char* path : {"Set/S", "//S", "$.Data.Set.S[*]", "v:Data.v:Set.v:S", "S"}) {
            feeds::FeedSpec feed = stationFeed("xml", path);
            feed.mapping.time->fields = {named("At")};
            feed.mapping.time->ofEnvelope = true;
            feed.mapping.place->details.insert(QStringLiteral("no"), named("@no"));
            const auto result = decoded(feed, body);
            QVERIFY2(result.ok(), path);
            QCOMPARE(result->observations.size(), std::size_t(2));
            QCOMPARE(result->places[1].details.value(QStringLiteral("no")), QStringLiteral("2"));
            QVERIFY(!result->places[1].at);
            QCOMPARE(problemsOf(*result), QString());
        }
    }

    void geoJsonOfAnotherCrs()
    {
        feeds::FeedSpec feed = stationFeed("geojson");
        feed.mapping.place->lon = feed.mapping.place->lat = {};
        const QByteArray head =
            R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3826"}},"features":[)";
        const auto result = decoded(
            feed,
            head +
                R"({"type":"Feature","id":5,"geometry":{"type":"Point","coordinates":[306812.928,2769892.96]},
                                                      "properties":{"time":"2026-10-01 08:00:00","bikes":3}}]})");
        QVERIFY(result.ok() && result->places[0].at);
        QCOMPARE(result->places[0].id.id, QStringLiteral("5"));
        QVERIFY(city::distanceMetres(*result->places[0].at, {121.5630, 25.0363}) < 150);
    }

    void emptyIsNotBroken()
    {
        for (const auto& [format, payload] : std::vector<std::pair<const char*, QByteArray>>{
                 {"json", "[]"},
                 {"csv", "id,lon,lat,time,bikes\n"},
                 {"geojson", R"({"type":"FeatureCollection","features":[]})"},
                 {"xml", "<Set></Set>"}}) {
            const auto result = decoded(stationFeed(format, *format == 'x' ? "Set/S" : "$[*]"), payload);
            QVERIFY2(result.ok(), format);
            QCOMPARE(result->factCount(), 0);
            QCOMPARE(problemsOf(*result), QString());
        }
    }

    void notThisFormatAtAll()
    {
        const QByteArray page = "<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head></html>";
        for (const QString& format : feeds::knownFormats()) {
            const feeds::FeedSpec feed = stationFeed(format.toLatin1().constData());
            for (const QByteArray& payload : {QByteArray(), QByteArray(" \r\n"), page,
                                              QByteArray("api_key 不存在。"), QByteArray("\0\0\0\0", 4)})
                QVERIFY2(!decoded(feed, payload).ok(),
                         qPrintable(format + QLatin1Char(' ') + QString::fromUtf8(payload)));
            QVERIFY(decoded(feed, page).problem().toString().contains(QStringLiteral("502 Bad Gateway")));
        }
    }
};

CITYOPS_TEST(QCoreApplication, MappingTest)
#include "mapping_test.moc"
