// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/layers/feeds/decoding.h"
#include "tests/support/test_main.h"

#include "layers/feeds/decoders/gtfs_schedule.h"
#include "layers/feeds/decoders/jma.h"
#include "layers/feeds/decoders/sensor_words.h"

#include <numeric>

/// The formats of published standards: what the golden payloads do not show, and recorded payloads whose
/// counts were taken by hand.
class StandardsTest : public QObject {
    Q_OBJECT

    static feeds::Decoded read(const char* format, const QByteArray& payload)
    {
        const auto result = decoded(standardFeed(format), payload);
        if (!result.ok()) qFatal("%s: %s", format, qPrintable(result.problem().toString()));
        return *result;
    }
    static feeds::Decoded recorded(const char* format, const char* name)
    {
        return read(format, contentOf(recordedFeeds() + QLatin1Char('/') + QLatin1String(name)));
    }
    static QByteArray golden(const char* name)
    {
        return contentOf(QStringLiteral(CITYOPS_TEST_DATA "/../../../app/commands/data/decode/%1.payload")
                             .arg(QLatin1String(name)));
    }
    static double valueOf(const city::Event& event, const char* quantity)
    {
        for (const city::Observation& one : event.measures) {
            if (one.quantity == QLatin1String(quantity)) return one.value;
        }
        return -12345;
    }
    static std::shared_ptr<const feeds::GtfsSchedule> schedule(const QByteArray& zip)
    {
        auto read = feeds::readGtfsSchedule(zip, 64 * 1024 * 1024);
        if (!read.ok()) qFatal("%s", qPrintable(read.problem().toString()));
        return std::make_shared<const feeds::GtfsSchedule>(std::move(read.value()));
    }
    static feeds::Decoded joined(const QByteArray& payload, const QByteArray& zip)
    {
        static const city::QuantityCatalogue none;
        const feeds::FeedSpec feed = standardFeed("gtfs-rt");
        feeds::DecodeContext context{feed, none, at("2026-11-01T00:00:00Z")};
        context.schedule = schedule(zip);
        const auto result = feeds::decode(payload, context);
        if (!result.ok()) qFatal("%s", qPrintable(result.problem().toString()));
        return *result;
    }

private Q_SLOTS:
    void everyFormatRefusesWhatIsNotOfIt_data()
    {
        QTest::addColumn<QString>("format");
        for (const QString& format : feeds::standardFormats())
            QTest::newRow(qPrintable(format)) << format;
    }
    void everyFormatRefusesWhatIsNotOfIt()
    {
        QFETCH(QString, format);
        const feeds::FeedSpec feed = standardFeed(format.toLatin1().constData());
        for (const QByteArray& payload :
             {QByteArray(), QByteArray("  \n"), QByteArray("<html><head><title>Busy</title></head></html>"),
              QByteArray("<other/>"), QByteArray("{\"message\":\"no key\"}"), QByteArray("Too many requests"),
              QByteArray("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"), QByteArray("{\"a\":"),
              QByteArray("\x1f\x8b\x08"), QByteArray("PK\x03\x04")}) {
            const auto result = decoded(feed, payload);
            QVERIFY2(!result.ok(), payload.constData());
            QVERIFY(!result.problem().toString().isEmpty());
        }
    }

    void errorsOfServicesAreTold_data()
    {
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<QString>("says");
        QTest::newRow("open311") << QByteArray("open311") << json("[{'code':403,'description':'bad key'}]")
                                 << QStringLiteral("bad key");
        QTest::newRow("open311 xml") << QByteArray("open311")
                                     << QByteArray("<errors><error><code>403</code><description>bad key"
                                                   "</description></error></errors>")
                                     << QStringLiteral("bad key");
        QTest::newRow("openaq") << QByteArray("openaq") << json("{'detail':'Gone'}")
                                << QStringLiteral("Gone");
        QTest::newRow("sensorthings")
            << QByteArray("sensorthings") << json("{'code':400,'type':'error','message':'Not found'}")
            << QStringLiteral("Not found");
        QTest::newRow("wfs") << QByteArray("ogc-features")
                             << QByteArray("<ows:ExceptionReport><ows:Exception><ows:ExceptionText>No layer"
                                           "</ows:ExceptionText></ows:Exception></ows:ExceptionReport>")
                             << QStringLiteral("No layer");
        QTest::newRow("datex") << QByteArray("datex2")
                               << QByteArray("<s:Envelope><s:Body><s:Fault><faultstring>denied</faultstring>"
                                             "</s:Fault></s:Body></s:Envelope>")
                               << QStringLiteral("denied");
    }
    void errorsOfServicesAreTold()
    {
        QFETCH(QByteArray, format);
        QFETCH(QByteArray, payload);
        QFETCH(QString, says);
        const auto result = decoded(standardFeed(format.constData()), payload);
        QVERIFY(!result.ok());
        QVERIFY2(result.problem().toString().contains(says), qPrintable(result.problem().toString()));
    }

    void elsewhereIsLeftOutAndCounted()
    {
        feeds::FeedSpec feed = standardFeed("wzdx");
        feed.extent = city::LonLatBox{121, 24, 122, 25};
        const auto result = decoded(feed, golden("workzones"));
        QCOMPARE(result->factCount(), 0);
        QVERIFY2(problemsOf(*result).contains(QStringLiteral("3 records lie outside")),
                 qPrintable(problemsOf(*result)));
        feed.format = QStringLiteral("quakes"); // far away matters
        QCOMPARE(decoded(feed, golden("quakes"))->events.size(), std::size_t(2));
    }

    void realtimeWithItsSchedule()
    {
        const feeds::Decoded all = joined(golden("transit"), golden("schedule"));
        QCOMPARE(all.vehicles.size(), std::size_t(1));
        QCOMPARE(all.vehicles[0].kind, QStringLiteral("tram"));
        QCOMPARE(all.vehicles[0].details.value(QStringLiteral("stop")), QStringLiteral("Second, upper"));
        QCOMPARE(all.events.size(), std::size_t(3));
        // 08:10 in Los Angeles is 15:10Z; expected at 15:12.
        QCOMPARE(valueOf(all.events[0], "transit.delay"), 120.0);
        QCOMPARE(all.events[0].title.in({}), QStringLiteral("7 → Harbour"));
        QCOMPARE(valueOf(all.events[1], "transit.delay"), -30.0);
        QCOMPARE(all.events[2].kind, QStringLiteral("trip-cancelled"));
        QVERIFY(all.events[2].measures.empty());
        QCOMPARE(all.alerts[0].infos[0].areas[0].geometry.points.size(), std::size_t(1));
        QCOMPARE(problemsOf(all), QString());
    }

    void serviceDaysAndTimesBeyondMidnight()
    {
        const auto made = schedule(golden("schedule"));
        const auto* trip = made->trip(QStringLiteral("T2"));
        QCOMPARE(made->call(*trip, 2, {})->arrival, 25 * 3600 + 600);
        QCOMPARE(made->instant(QStringLiteral("20261001"), 25 * 3600), at("2026-10-02T08:00:00Z"));
        // The day the clocks go back: 9 h after "noon minus 12 h" is 9 o'clock, not 8.
        QCOMPARE(made->instant(QStringLiteral("20261101"), 9 * 3600), at("2026-11-01T17:00:00Z"));
        QVERIFY(!made->instant(QStringLiteral("tomorrow"), 0));
        QCOMPARE(made->trip(QStringLiteral("T1"))->times, std::size_t(2));
        QCOMPARE(made->call(*made->trip(QStringLiteral("T1")), {}, QStringLiteral("S1"))->sequence, 1);
    }

    void scheduleBombs()
    {
        const auto refused = feeds::readGtfsSchedule(golden("schedule"), 100);
        QVERIFY(!refused.ok());
        QVERIFY(!feeds::readGtfsSchedule("PK\x05\x06", 1000).ok());
        QVERIFY(!feeds::readGtfsSchedule("<html><title>x</title></html>", 1000).ok());
    }

    void unitsAndQuantities()
    {
        QCOMPARE(feeds::ucumOf(QStringLiteral("μg/m3")), QStringLiteral("ug/m3"));
        QCOMPARE(feeds::ucumOf(QStringLiteral("µg/m³")), QStringLiteral("ug/m3"));
        QCOMPARE(feeds::ucumOf({}, QStringLiteral("Degree Celsius")), QStringLiteral("Cel"));
        QCOMPARE(feeds::ucumOf(QStringLiteral("furlong")), QStringLiteral("furlong"));
        QCOMPARE(feeds::quantityOf(QStringLiteral("PM2.5"), {}), QStringLiteral("pm2.5"));
        QCOMPARE(feeds::quantityOf(QStringLiteral("o3"), QStringLiteral("ug/m3")), QStringLiteral("o3.mass"));
        QCOMPARE(feeds::quantityOf(QStringLiteral("o3"), QStringLiteral("[ppb]")), QStringLiteral("o3"));
        QCOMPARE(feeds::quantityOf(QStringLiteral("Leaf wetness"), {}), QStringLiteral("leaf-wetness"));
    }

    void hypocentresAndIntensities()
    {
        QCOMPARE(*feeds::jmaHypocentre("+35.1+137.3-40000/").at, (city::LonLat{137.3, 35.1}));
        QCOMPARE(*feeds::jmaHypocentre("+35.1+137.3-40000/").depthKm, 40.0);
        QCOMPARE(*feeds::jmaHypocentre("+35.1+137.3+0/").depthKm, 0.0);
        QVERIFY(!feeds::jmaHypocentre("+35.1+137.3/").depthKm);
        QCOMPARE(feeds::jmaHypocentre("+3530.0+13718.0-10000/").at->lat, 35.5);
        QCOMPARE(feeds::jmaHypocentre("-12.5-077.1/").at->lon, -77.1);
        QVERIFY(!feeds::jmaHypocentre("").at);
        QCOMPARE(*feeds::jmaIntensity("5+"), 5.5);
        QCOMPARE(*feeds::jmaIntensity("震度６弱"), 6.0);
        QVERIFY(!feeds::jmaIntensity("震度５弱以上未入電"));
        QVERIFY(!feeds::jmaIntensity("不明"));
    }

    void cancelledAndDrilledQuakes()
    {
        QByteArray drill = golden("intensity");
        drill.replace("通常", "訓練");
        QCOMPARE(read("jma", drill).factCount(), 0);
        QCOMPARE(read("jma", drill).problemCount, 1);
        QByteArray cancelled = golden("intensity");
        cancelled.replace("発表", "取消").replace("T09:05:00", "T09:07:00");
        feeds::Decoded all = read("jma", golden("intensity"));
        feeds::append(all, read("jma", cancelled));
        feeds::complete(all);
        QCOMPARE(all.events.size(), std::size_t(1));
        QCOMPARE(all.events[0].kind, QStringLiteral("earthquake-cancelled"));
    }

    void warningsOfJmaAreAlerts()
    {
        const feeds::Decoded warning = read(
            "jma", "<Report><Control><Title>気象警報・注意報</Title><Status>通常</Status>"
                   "<EditorialOffice>気象庁</EditorialOffice></Control><Head><Title>東京都の警報</Title>"
                   "<ReportDateTime>2026-10-01T09:00:00+09:00</ReportDateTime><InfoType>発表</InfoType>"
                   "<Headline><Text>大雨。</Text><Information type=\"a\"><Item><Kind><Name>大雨警報</Name>"
                   "</Kind><Areas codeType=\"c\"><Area><Name>東京</Name><Code>130010</Code></Area></Areas>"
                   "</Item></Information></Headline></Head><Body/></Report>");
        QCOMPARE(warning.alerts.size(), std::size_t(1));
        const city::AlertInfo& info = warning.alerts[0].infos.at(0);
        QCOMPARE(info.event, QStringLiteral("大雨警報"));
        QCOMPARE(info.severity, QStringLiteral("Severe"));
        QCOMPARE(info.areas[0].geocodes[0].second, QStringLiteral("130010"));
    }

    void observationsByColumn()
    {
        const feeds::Decoded all =
            read("sensorthings", json("{'value':[{'Datastream@iot.navigationLink':'https://s.org/"
                                      "Datastreams(4)','components':['id','phenomenonTime','result'],"
                                      "'dataArray':[[1,'2026-10-01T08:00:00Z',3.5],[2,'2026-10-01T09:00:00Z',"
                                      "'high'],[3,'2026-10-01T10:00:00Z']]}]}"));
        QCOMPARE(all.observations.size(), std::size_t(1));
        QCOMPARE(all.observations[0].place,
                 (city::PlaceId{QStringLiteral("sensor-datastream"), QStringLiteral("4")}));
        QCOMPARE(all.problemCount, 2);
    }

    void observationsThatBringTheirSensor()
    {
        const QByteArray datastream = json(
            "'Datastream':{'@iot.id':1,'name':'t','unitOfMeasurement':{'symbol':'°C'},'Thing':{'@iot.id':9,"
            "'name':'Mast','Locations':[{'location':{'type':'Point','coordinates':[1,2]}}]}}");
        const feeds::Decoded all =
            read("sensorthings",
                 json("{'value':[{'@iot.id':1,'phenomenonTime':'2026-10-01T08:00:00Z','result':3,") +
                     datastream + json("},{'@iot.id':2,'phenomenonTime':'2026-10-01T09:00:00Z','result':4,") +
                     datastream + "}]}");
        QCOMPARE(all.places.size(), std::size_t(1));
        QCOMPARE(all.observations.size(), std::size_t(2));
        QCOMPARE(all.observations[1].place.id, QStringLiteral("9"));
        QCOMPARE(all.observations[1].unit, QStringLiteral("Cel"));
        QCOMPARE(problemsOf(all), QString());
    }

    void observationsOfSomethingUnnamed()
    {
        const feeds::Decoded all = read(
            "sensorthings",
            json("{'value':[{'@iot.id':1,'phenomenonTime':'2026-10-01T08:00:00Z','result':3,'Datastream':{'@iot.id':1,"
                 "'name':' ','ObservedProperty':{'name':' '},'unitOfMeasurement':{'symbol':'m'}}}]}"));
        QCOMPARE(all.observations.size(), std::size_t(1));
        QCOMPARE(all.observations[0].quantity, QStringLiteral("result"));
    }

    void workZonesOfVersionThree()
    {
        const feeds::Decoded old =
            read("wzdx",
                 json("{'road_event_feed_info':{'update_date':'2026-10-01T08:00:00Z'},'type':"
                      "'FeatureCollection','features':[{'type':'Feature','properties':{'road_event_id':'e',"
                      "'event_type':'work-zone','road_name':'A','start_date':'2026-10-01T06:00:00Z'},"
                      "'geometry':{'type':'LineString','coordinates':[[1,2],[3,4]]}}]}"));
        QCOMPARE(old.events.size(), std::size_t(1));
        QCOMPARE(old.events[0].kind, QStringLiteral("roadworks"));
        QCOMPARE(old.events[0].reportedAt, at("2026-10-01T08:00:00Z"));
    }

    void measurementSitesShareIdsWithWhatTheyMeasure()
    {
        const feeds::Decoded table = read(
            "datex2",
            "<measurementSiteTable id=\"t\"><measurementSiteRecord "
            "id=\"S1\"><measurementSpecificCharacteristics "
            "index=\"2\"><m><specificLane>lane1</specificLane><specificMeasurementValueType>trafficFlow"
            "</specificMeasurementValueType></m></measurementSpecificCharacteristics>"
            "<measurementSpecificCharacteristics index=\"3\"><m><specificMeasurementValueType>trafficFlow"
            "</specificMeasurementValueType></m></"
            "measurementSpecificCharacteristics><measurementSiteLocation>"
            "<locationForDisplay><latitude>52</latitude><longitude>5</longitude></locationForDisplay>"
            "</measurementSiteLocation></measurementSiteRecord></measurementSiteTable>");
        QStringList ids;
        for (const city::Place& place : table.places)
            ids << place.id.id;
        QCOMPARE(ids, (QStringList{QStringLiteral("S1#2"), QStringLiteral("S1#3"), QStringLiteral("S1")}));
        for (const city::Observation& one : read("datex2", golden("traffic-measured")).observations)
            QVERIFY2(ids.contains(one.place.id), qPrintable(one.place.id));
    }

    void recordedTraffic()
    {
        NEED_RECORDED_FEEDS();
        // 28 values, one of them flagged as an error.
        QCOMPARE(recorded("datex2", "other-traffic/ntis_midas_datex2v2_soap.xml").observations.size(),
                 std::size_t(27));
        QCOMPARE(recorded("datex2", "other-traffic/fi_datex2v2_situation_20170810.xml").events.size(),
                 std::size_t(3));
        QCOMPARE(recorded("datex2", "other-traffic/ndw_measurement_site_record.xml").places.back().at,
                 (city::LonLat{4.634289, 52.0263}));
        QCOMPARE(recorded("wzdx", "other-traffic/wzdx_scenario1_simple_linestring.geojson").events.size(),
                 std::size_t(5));
        QCOMPARE(recorded("open511", "other-traffic/drivebc_events_open511_style.json").events.size(),
                 std::size_t(5));
        const feeds::Decoded waze = recorded("waze", "other-traffic/waze_trafficview_br.json");
        QCOMPARE(waze.places.size(), std::size_t(4));
        QCOMPARE(waze.observations.size(), std::size_t(12));
        QCOMPARE(waze.observations[0].value, 4140.0);
    }

    void recordedTransit()
    {
        NEED_RECORDED_FEEDS();
        const feeds::Decoded vehicles = recorded("gtfs-rt", "gtfs-rt/ct-vehicle-positions.pb");
        QCOMPARE(vehicles.vehicles.size(), std::size_t(14));
        QCOMPARE(vehicles.vehicles[0].observedAt, at("2023-11-08T01:05:49Z"));
        QCOMPARE(recorded("gtfs-rt", "gtfs-rt/ct-service-alerts.pb").factCount(), 0);
        QCOMPARE(recorded("gtfs-rt", "gtfs-rt/bart-alerts.pb").alerts[0].infos[0].event,
                 QStringLiteral("SIGNIFICANT_DELAYS"));
        const QByteArray bart = contentOf(recordedFeeds() + QStringLiteral("/gtfs/bart.zip"));
        const feeds::Decoded trips =
            joined(contentOf(recordedFeeds() + QStringLiteral("/gtfs-rt/bart-trip-updates.pb")), bart);
        QCOMPARE(trips.events.size(), std::size_t(91));
        QVERIFY(std::all_of(trips.events.begin(), trips.events.end(),
                            [](const city::Event& e) { return !e.geometry.isEmpty(); }));
        QCOMPARE(recorded("gtfs", "gtfs/google_sample_feed_1.zip").places.size(), std::size_t(14));
    }

    void recordedQuakesAndDisasters()
    {
        NEED_RECORDED_FEEDS();
        QCOMPARE(recorded("quakes", "disaster/usgs_all_day_20161103.geojson").events.size(),
                 std::size_t(151));
        const feeds::Decoded gdacs = recorded("gdacs", "disaster/gdacs_rss_24h.xml");
        QCOMPARE(gdacs.events.size(), std::size_t(21));
        QCOMPARE(std::count_if(gdacs.events.begin(), gdacs.events.end(),
                               [](const auto& e) { return e.kind == QLatin1String("earthquake"); }),
                 8);
        // 9 prefectures, 16 areas, 162 cities and 274 stations.
        const feeds::Decoded intensities = recorded("jma", "disaster/jma_VXSE53_20210217.xml");
        QCOMPARE(intensities.observations.size(), std::size_t(9 + 16 + 162 + 274));
        QCOMPARE(valueOf(intensities.events[0], "quake.magnitude"), 4.2);
        feeds::Decoded all = recorded("jma", "disaster/jma_VXSE51_20210217.xml");
        feeds::append(all, recorded("jma", "disaster/jma_VXSE52_20210217.xml"));
        feeds::append(all, intensities);
        feeds::complete(all);
        QCOMPARE(all.events.size(), std::size_t(1)); // one quake, three reports
        QCOMPARE(valueOf(all.events[0], "quake.intensity.jma"), 3.0);
    }

    void recordedAir()
    {
        NEED_RECORDED_FEEDS();
        const feeds::Decoded air = recorded("openaq", "air/openaq_v1_latest_100_20200321.json");
        QCOMPARE(air.places.size(), std::size_t(100));
        QCOMPARE(air.observations.size(), std::size_t(330)); // of 332, two are -999
        QCOMPARE(recorded("openaq", "air/openaq_v3_countries.json").factCount(), 0);
        QCOMPARE(recorded("sensorthings", "air/sta_ciot_things_2021.json").places.size(), std::size_t(3));
        QCOMPARE(recorded("sensorthings", "air/sta_ciot_things_2021.json").follow.size(), std::size_t(1));
        QCOMPARE(recorded("sensorthings", "air/sta_ciot_observations_20210320.json").observations[0].value,
                 11.92);
    }
};

CITYOPS_TEST(QCoreApplication, StandardsTest)
#include "standards_test.moc"
