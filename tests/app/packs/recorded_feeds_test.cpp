// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/pack.h"
#include "layers/feeds/decoder.h"
#include "layers/feeds/join_table.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <cmath>

/// Every feed of the Taipei pack against what its publisher really sent. The numbers were counted in the
/// payloads by other means than this program.
class RecordedFeedsTest : public QObject {
    Q_OBJECT

    app::PackReading m_reading;

    static QByteArray bytes(const QString& path)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) qFatal("no file %s", qPrintable(path));
        return file.readAll();
    }

    /// `joined`: the recorded document of the feed's join, where that is no file of the pack.
    feeds::Decoded decoded(const char* feed, const char* file, const char* joined = nullptr) const
    {
        const feeds::FeedSpec* spec = m_reading.pack->feed(QString::fromLatin1(feed));
        if (!spec) qFatal("no feed %s", feed);
        const auto recorded = [](const char* path) { return recordedFeeds() + QLatin1Char('/') + QString::fromLatin1(path); };
        feeds::JoinTables tables;
        for (const feeds::Join& join : spec->joins) {
            const auto table = feeds::readJoinTable(bytes(join.file.isEmpty() ? recorded(joined) : join.file), join, spec->mapping);
            if (!table) qFatal("%s", qPrintable(table.problem().toString()));
            tables.push_back(std::make_shared<const feeds::JoinTable>(*table));
        }
        const auto received = *city::fromIso(u"2026-11-01T00:00:00Z");
        auto result = feeds::decode(bytes(recorded(file)), {*spec, *m_reading.pack->quantities, received, tables});
        if (!result.ok()) qFatal("%s: %s", file, qPrintable(result.problem().toString()));
        for (const city::Problem& problem : result->problems)
            qInfo("%s: %s", file, qPrintable(problem.toString()));
        return std::move(result).value();
    }

    static int count(const feeds::Decoded& decoded, const char* quantity)
    {
        return static_cast<int>(
            std::count_if(decoded.observations.begin(), decoded.observations.end(),
                          [&](const auto& o) { return o.quantity == QLatin1String(quantity); }));
    }
    static double sum(const feeds::Decoded& decoded, const char* quantity)
    {
        double total = 0;
        for (const city::Observation& o : decoded.observations)
            if (o.quantity == QLatin1String(quantity)) total += o.value;
        return total;
    }
    /// "value unit at time" of one place, or "-".
    static QString one(const feeds::Decoded& decoded, const char* place, const char* quantity)
    {
        for (const city::Observation& o : decoded.observations) {
            if (o.place.id == QString::fromUtf8(place) && o.quantity == QLatin1String(quantity))
                return QStringLiteral("%1 %2 %3").arg(o.value).arg(o.unit, city::toIso(o.observedAt));
        }
        return QStringLiteral("-");
    }
    static int positioned(const feeds::Decoded& decoded)
    {
        return static_cast<int>(std::count_if(decoded.places.begin(), decoded.places.end(),
                                              [](const auto& p) { return p.at.has_value(); }));
    }

private Q_SLOTS:
    void initTestCase()
    {
        NEED_RECORDED_FEEDS();
        const QString resources = qEnvironmentVariable("CITYOPS_RESOURCES");
        m_reading = app::readPack(resources + QStringLiteral("/packs/taipei"), resources);
        QVERIFY(m_reading.pack);
    }

    void youBikeBeforeItsFieldsWereRenamed()
    {
        const auto d = decoded("youbike-taipei", "youbike/taipei_v2_20220718.json");
        QCOMPARE(positioned(d), 1114);
        QCOMPARE(count(d, "bikes.available"), 1104); // ten are closed
        QCOMPARE(count(d, "docks.total"), 1114);
        QCOMPARE(sum(d, "bikes.available"), 7446.0);
        QCOMPARE(one(d, "500101001", "bikes.available"), QStringLiteral("13 1 2022-07-18T09:51:12Z"));
        QCOMPARE(d.places[0].name.in(QStringLiteral("zh_TW")), QStringLiteral("捷運科技大樓站"));
        QCOMPARE(d.places[0].name.in(QStringLiteral("en")), QStringLiteral("MRT Technology Bldg. Sta."));
        QCOMPARE(d.problemCount, 0);
    }

    void youBikeAfter()
    {
        const auto d = decoded("youbike-taipei", "youbike/taipei_v2_20250213_newschema.json");
        QCOMPARE(positioned(d), 1523);
        QCOMPARE(count(d, "bikes.available"), 1509);
        QCOMPARE(sum(d, "bikes.available"), 14510.0);
        QCOMPARE(one(d, "500101001", "docks.available"), QStringLiteral("23 1 2025-02-13T11:25:19Z"));
    }

    void youBikeOfNewTaipei()
    {
        const auto d = decoded("youbike-newtaipei", "youbike/newtaipei_v1_20200716.json");
        QCOMPARE(positioned(d), 623);
        QCOMPARE(count(d, "bikes.available"), 618);
        QCOMPARE(sum(d, "bikes.available"), 8238.0);
        QCOMPARE(one(d, "1001", "bikes.available"), QStringLiteral("9 1 2020-07-16T09:28:40Z"));
    }

    void carParks()
    {
        const auto d = decoded("parking-taipei", "tw-traffic/taipei_parking_alldesc_20230128.json");
        QCOMPARE(count(d, "parking.cars.total"), 1894);
        QCOMPARE(sum(d, "parking.cars.total"), 189606.0);
        QCOMPARE(one(d, "001", "parking.cars.total"), QStringLiteral("2043 1 2023-01-27T16:00:00Z"));
        // Two have no position, and one lies in the Philippine Sea.
        QCOMPARE(positioned(d), 1891);
        const auto found = std::find_if(d.places.begin(), d.places.end(),
                                        [](const auto& p) { return p.id.id == QLatin1String("001"); });
        QVERIFY(found != d.places.end() && found->at);
        QVERIFY(city::distanceMetres(*found->at, {121.5630, 25.0363}) <
                150); // the square before the city hall
    }

    void freeParking()
    {
        const auto d =
            decoded("parking-taipei-available", "tw-traffic/taipei_parking_allavailable_20221222.json");
        QCOMPARE(count(d, "parking.cars.available"), 621);
        QCOMPARE(count(d, "parking.motorcycles.available"), 150);
        QCOMPARE(count(d, "parking.buses.available"), 25);
        QCOMPARE(sum(d, "parking.cars.available"), 26414.0);
        QCOMPARE(one(d, "001", "parking.cars.available"), QStringLiteral("190 1 2022-12-22T03:48:00Z"));
        QCOMPARE(d.problemCount, 0);
    }

    void roadSections()
    {
        const auto d = decoded("roads-taipei", "tw-traffic/taipei_getvd_sections_2018.xml");
        QCOMPARE(static_cast<int>(d.places.size()), 810);
        QCOMPARE(count(d, "road.speed"), 795); // fifteen counted no vehicle
        QCOMPARE(count(d, "road.level"), 795);
        QCOMPARE(count(d, "road.volume"), 810);
        QVERIFY(std::all_of(d.places.begin(), d.places.end(),
                            [](const auto& p) { return p.shape.lines.size() == 1; }));
        QCOMPARE(one(d, "Z0111C0", "road.volume"),
                 QStringLiteral("576 /h 2018-06-12T15:56:44Z")); // 48 in 5 minutes
        const auto excerpt = decoded("roads-taipei", "tw-traffic/taipei_getvd_sections_20260714_excerpt.xml");
        QCOMPARE(static_cast<int>(excerpt.places.size()), 6);
        QCOMPARE(one(excerpt, "ZLNPU40", "road.level"), QStringLiteral("2 1 2026-07-14T04:28:02Z"));
    }

    void airOfTheTwoCitiesOnly()
    {
        const auto d = decoded("air-moenv", "air/moenv_aqx_p_432_20230208.json");
        QCOMPARE(positioned(d), 20);
        QCOMPARE(count(d, "aqi"), 20);
        QCOMPARE(sum(d, "aqi"), 24.0 + 34 + 42 + 39 + 41 + 30 + 37 + 27 + 31 + 33 + 37 + 36 + 37 + 35 + 51 +
                                    34 + 51 + 48 + 42 + 51);
        QCOMPARE(d.observations[0].observedAt, *city::fromIso(u"2023-02-07T10:00:00Z"));
        QCOMPARE(d.problemCount, 0);
    }

    void alertIndex()
    {
        const auto d = decoded("alerts-ncdr", "cap/ncdr_atom_index_20261004_excerpt.atom");
        QCOMPARE(static_cast<int>(d.follow.size()), 8);
        QVERIFY(std::all_of(d.follow.begin(), d.follow.end(), [](const QUrl& url) {
            return url.host() == QLatin1String("alerts.ncdr.nat.gov.tw");
        }));
    }

    void rainInItsOldShape()
    {
        const auto d = decoded("rain-cwa", "cwa/O-A0002-001_20220310_cwbopendata.json");
        QCOMPARE(positioned(d), 168);
        QCOMPARE(count(d, "rain.1h"), 168); // all -998: no rain in the hour
        QCOMPARE(sum(d, "rain.1h"), 0.0);
        QCOMPARE(count(d, "rain.24h"), 161); // seven are -999: no value
        QCOMPARE(d.observations[0].observedAt, *city::fromIso(u"2022-03-10T15:10:00Z"));
    }

    void rainOfTheCity()
    {
        const auto d = decoded("rain-taipei", "cwa/taipei_wic_rain_20220427_excerpt.json");
        QCOMPARE(static_cast<int>(d.places.size()), 5);
        QCOMPARE(one(d, "318", "rain.reported"), QStringLiteral("0 mm 2022-04-27T07:02:00Z"));
        QCOMPARE(one(d, "01A17", "rain.reported"),
                 QStringLiteral("0 mm 2019-11-12T17:40:00Z")); // years behind
    }

    void earthquakes()
    {
        const auto d = decoded("quakes-cwa", "cwa/E-A0015-001_2025.json");
        QCOMPARE(static_cast<int>(d.events.size()), 16);
        const auto newest = std::find_if(d.events.begin(), d.events.end(),
                                         [](const auto& e) { return e.id == QLatin1String("114137"); });
        QVERIFY(newest != d.events.end());
        QCOMPARE(newest->begins, city::fromIso(u"2025-11-13T01:22:39Z"));
        QCOMPARE(newest->geometry.points.size(), std::size_t(1));
        QCOMPARE(newest->geometry.points[0], (city::LonLat{121.66, 24.72}));
        QCOMPARE(newest->measures.size(), std::size_t(2));
        for (const city::Observation& measure : newest->measures)
            QCOMPARE(measure.value, measure.quantity == QLatin1String("quake.depth") ? 50.1 : 4.5);
    }

    void chargingPoints()
    {
        const auto d = decoded("ev-charging-taipei", "tw-traffic/taipei_parking_allavailable_20221222.json",
                               "tw-traffic/taipei_parking_alldesc_20230128.json");
        QCOMPARE(static_cast<int>(d.places.size()), 79);
        QCOMPARE(one(d, "003", "ev.total"), QStringLiteral("2 1 2022-12-22T03:48:00Z"));
        QCOMPARE(one(d, "003", "ev.available"), QStringLiteral("1 1 2022-12-22T03:48:00Z"));
        QCOMPARE(sum(d, "ev.total"), 337.0);
        QCOMPARE(sum(d, "ev.available"), 162.0);
        QCOMPARE(positioned(d), 79);
    }

    void microSensorsOfTheTwoCitiesOnly()
    {
        const auto d = decoded("airbox", "air/lass_last_all_airbox_20200423.json");
        QCOMPARE(positioned(d), static_cast<int>(d.places.size()));
        QCOMPARE(static_cast<int>(d.places.size()), 865);
        QCOMPARE(count(d, "pm2.5.sensor"), 865);
        QCOMPARE(one(d, "74DA38B0514E", "pm2.5.sensor"), QStringLiteral("18 ug/m3 2020-04-23T08:20:08Z"));
        QCOMPARE(d.problemCount, 0);
    }

    void freewayDetectorsOfTheTwoCitiesOnly()
    {
        feeds::FeedSpec spec = *m_reading.pack->feed(QStringLiteral("freeway-detectors"));
        // The one recorded near the city has left the list since.
        const QByteArray list = "id,road,direction,km,lon,lat\nVD-N1-N-10.780-M-RS,國道1號,N,10K+780,121.66,25.07\n";
        const auto table = feeds::readJoinTable(list, spec.joins[0], spec.mapping);
        QVERIFY(table.ok());
        const auto received = *city::fromIso(u"2026-11-01T00:00:00Z");
        const auto d = feeds::decode(bytes(recordedFeeds() + QStringLiteral("/tw-traffic/ptx_vdlive_nfb_20191113.json")),
                                     {spec, *m_reading.pack->quantities, received, {std::make_shared<const feeds::JoinTable>(*table)}});
        QVERIFY(d.ok());
        QCOMPARE(d->places.size(), std::size_t(1));
        QCOMPARE(d->places[0].name.in(QStringLiteral("zh_TW")), QStringLiteral("國道1號 10K+780"));
        const char* id = "VD-N1-N-10.780-M-RS"; // 16, 18 and 12 cars at 33, 25 and 33 km/h
        QCOMPARE(one(*d, id, "freeway.speed"), QStringLiteral("29.8696 km/h 2019-11-13T02:01:00Z"));
        QCOMPARE(one(*d, id, "freeway.occupancy"), QStringLiteral("35.3333 % 2019-11-13T02:01:00Z"));
        QCOMPARE(one(*d, id, "freeway.volume"), QStringLiteral("3420 /h 2019-11-13T02:01:00Z"));
        QCOMPARE(d->problemCount, 0);
    }

    void casesByDayAndDistrict()
    {
        const auto d = decoded("covid-cases", "crowd/tw_cdc_confirm_19CoV_2022.json");
        QCOMPARE(count(d, "cases.confirmed"), 1781);
        QCOMPARE(sum(d, "cases.confirmed"), 11856.0);
        for (const city::Observation& o : d.observations) {
            if (o.place.id != QStringLiteral("新北市板橋區") ||
                o.observedAt != *city::fromIso(u"2021-05-27T16:00:00Z"))
                continue;
            QCOMPARE(o.value, 49.0);
            return;
        }
        QFAIL("no cases in Banqiao on 2021-05-28");
    }
};

CITYOPS_TEST(QCoreApplication, RecordedFeedsTest)
#include "recorded_feeds_test.moc"
