// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/pack.h"
#include "layers/feeds/decoder.h"
#include "layers/feeds/join_table.h"
#include "tests/support/test_main.h"

#include <QFile>

/// The mappings of many publishers (data/feeds) against what they really sent. Counts were taken from the
/// payloads by other means than this program.
class RecordedMappingsTest : public QObject {
    Q_OBJECT

    static feeds::FeedSpec spec(const QString& name)
    {
        const app::FeedReading read =
            app::readFeedSpec(QStringLiteral(CITYOPS_TEST_DATA "/feeds/") + name + QStringLiteral(".yaml"),
                              QTimeZone("Asia/Taipei"), {}, app::FeedUse::OnItsOwn, name);
        for (const city::Problem& problem : read.problems)
            qWarning("%s", qPrintable(problem.toString()));
        return read.feed.value_or(feeds::FeedSpec());
    }
    static QByteArray payload(const QString& file)
    {
        QFile in(recordedFeeds() + QLatin1Char('/') + file);
        if (!in.open(QIODevice::ReadOnly)) qFatal("no payload %s", qPrintable(file));
        return in.readAll();
    }
    static feeds::Decoded decoded(const feeds::FeedSpec& feed, const QString& file,
                                  const feeds::JoinTables& tables = {})
    {
        static const city::QuantityCatalogue none;
        auto result =
            feeds::decode(payload(file), {feed, none, *city::fromIso(u"2026-11-01T00:00:00Z"), tables});
        if (!result.ok()) qFatal("%s: %s", qPrintable(file), qPrintable(result.problem().toString()));
        return std::move(result).value();
    }
    static QString one(const feeds::Decoded& decoded, const char* place, const char* quantity)
    {
        for (const city::Observation& o : decoded.observations) {
            if (o.place.id == QString::fromUtf8(place) && o.quantity == QLatin1String(quantity))
                return QStringLiteral("%1 %2 %3").arg(o.value).arg(o.unit, city::toIso(o.observedAt));
        }
        return QStringLiteral("-");
    }

private Q_SLOTS:
    void initTestCase() { NEED_RECORDED_FEEDS(); }

    void counts_data()
    {
        QTest::addColumn<QString>("mapping");
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("places");
        QTest::addColumn<int>("observations");
        QTest::addColumn<int>("events");
        QTest::addColumn<int>("problems");
        const auto row = [](const char* mapping, const char* file, int places, int observations, int events,
                            int problems) {
            QTest::addRow("%s %s", mapping, file) << QString::fromLatin1(mapping) << QString::fromLatin1(file)
                                                  << places << observations << events << problems;
        };
        row("tdx-vd", "tw-traffic/ptx_vdlive_nfb_20191113.json", 6, 18, 0, 1);
        row("tdx-sections", "tw-traffic/ptx_section_nfb_20191031.json", 3, 3, 0, 0);
        row("freeway-sections", "tw-traffic/freeway_v20_Section_20200929_bom.xml", 612, 1224, 0, 0);
        row("freeway-vd", "tw-traffic/freeway_v20_VD_20250115.xml", 3255, 3255, 0, 0);
        row("freeway-vd", "tw-traffic/freeway_v11_vd_info.xml", 3293, 3293, 0, 0);
        row("freeway-1968", "tw-traffic/freeway_1968_section_traffic_20230411.xml", 664, 2594, 0, 0);
        row("freeway-cctv", "tw-traffic/freeway_v20_CCTV_20260728.xml", 1911, 0, 0, 0);
        row("freeway-cctv", "tw-traffic/freeway_v11_cms_info.xml", 1034, 0, 0, 0);
        row("taipei-vd-lanes", "tw-traffic/taipei_getvddata_20260428_excerpt.xml", 6, 18, 0, 0);
        row("taipei-sections", "tw-traffic/taipei_getvd_sections_2018.xml", 810, 3195, 0, 0);
        row("taipei-sections", "tw-traffic/taipei_getvd_sections_20260714_excerpt.xml", 6, 24, 0, 0);
        row("tdx-parking", "tw-traffic/ptx_thsr_parking_1.json", 20, 40, 0, 0);
        row("cctv-taipei", "tw-traffic/taipei_cctv_big5.csv", 416, 0, 0, 0);
        row("moenv", "air/moenv_aqx_p_432_20230208.json", 85, 756, 0, 0);
        row("moenv", "air/epa_aqi_20191102_v1.json", 82, 724, 0, 0);
        row("moenv", "air/epa_aqi_rwepa.json", 81, 714, 0, 0);
        row("moenv-csv", "air/moenv_aqx_p_432_20241008_bom.csv", 85, 724, 0, 0);
        row("airbox", "air/lass_last_all_airbox_20200423.json", 4144, 20144, 0, 5);
        row("airbox-schools", "air/airbox_school.json", 3141, 0, 0, 0);
        row("purpleair", "air/purpleair_get_sensors.json", 5, 0, 0, 1);
        row("cwa-stations", "cwa/O-A0003-001_20200417_cwbopendata.json", 44, 195, 0, 0);
        row("cwa-stations", "cwa/O-A0003-001_20250309_records.json", 286, 1118, 0, 0);
        row("cwa-stations-xml", "cwa/O-A0001-001_20161101.xml", 337, 1623, 0, 0);
        row("cwa-rain", "cwa/O-A0002-001_20220310_cwbopendata.json", 1193, 4763, 0, 0);
        row("cwa-quakes", "cwa/E-A0015-001_2025.json", 0, 0, 16, 0);
        row("taipei-rain", "cwa/taipei_wic_rain_20220427_excerpt.json", 5, 5, 0, 0);
        row("cwa-hazards", "cwa/W-C0033-001_20230605.json", 0, 0, 13, 0);
        row("cwa-heat", "cwa/W-C0033-005_20260927.json", 0, 0, 20, 0);
        row("cwa-typhoon", "cwa/W-C0034-005_20220831_cwb.json", 1, 39, 0, 0);
        row("cwa-forecast-36h", "cwa/F-C0032-001_file.json", 0, 0, 66, 0);
        row("cwa-forecast-week", "cwa/F-D0047-091_20181122.json", 0, 0, 330, 0);
        row("google-mobility", "crowd/google_mobility_gb_2020.csv", 152, 151725, 0, 0);
        row("apple-mobility", "crowd/apple_mobility_20200414.csv", 395, 36735, 0, 0);
        row("owid", "crowd/owid_latest_20240804.csv", 247, 734, 0, 0);
        row("cdc-cases", "crowd/tw_cdc_confirm_19CoV_2022.json", 226, 3833, 0, 0);
        row("mrt-wide", "crowd/taipei_mrt_2019_wide.csv", 108, 39420, 0, 0);
        row("mrt-daily", "crowd/taipei_mrt_daily_201801_noheader.csv", 108, 6696, 0, 0);
        row("melbourne-sensors", "crowd/melbourne_ped_sensor_locations_2019.csv", 61, 0, 0, 0);
        row("flood-points", "disaster/tw_flood_disaster_points_130016_twd97.csv", 0, 0, 5923, 0);
        row("wra-cctv", "disaster/wra_cctv_stations.json", 125, 0, 0, 0);
        row("youbike", "youbike/newtaipei_v1_20200716.json", 623, 1859, 0, 0);
        row("youbike", "youbike/taipei_v1_20160224.json", 222, 662, 0, 0);
        row("youbike", "youbike/taipei_v2_20220718.json", 1114, 3322, 0, 0);
        row("youbike", "youbike/taipei_v2_20250213_newschema.json", 1523, 4541, 0, 0);
        row("youbike-csv", "youbike/newtaipei_v1_20201209.csv", 637, 1903, 0, 0);
        row("waze", "other-traffic/waze_trafficview_br.json", 2, 4, 0, 0);
    }
    void counts()
    {
        QFETCH(QString, mapping);
        QFETCH(QString, file);
        const feeds::Decoded d = decoded(spec(mapping), file);
        QTEST(static_cast<int>(d.places.size()), "places");
        QTEST(static_cast<int>(d.observations.size()), "observations");
        QTEST(static_cast<int>(d.events.size()), "events");
        QTEST(d.problemCount, "problems");
    }

    void detectorsJoinedWithTheirList()
    {
        const feeds::FeedSpec feed = spec(QStringLiteral("tdx-vd"));
        feeds::Join join = feed.joins[0];
        join.format = QStringLiteral("xml"); // the recorded list is the freeway bureau's own
        join.layout.records = QStringLiteral("VDs/VD");
        const auto table = feeds::readJoinTable(
            payload(QStringLiteral("tw-traffic/freeway_v20_VD_20250115.xml")), join, feed.mapping);
        QVERIFY(table.ok());
        QCOMPARE(static_cast<int>(table->rows.size()), 3255);
        const auto d = decoded(feed, QStringLiteral("tw-traffic/ptx_vdlive_nfb_20191113.json"),
                               {std::make_shared<const feeds::JoinTable>(*table)});
        QCOMPARE(one(d, "VD-N1-S-103.670-M-LOOP", "road.speed"), m_expectedSpeed);
        QVERIFY(std::any_of(d.places.begin(), d.places.end(),
                            [](const city::Place& p) { return p.at.has_value(); }));
    }

    void namesAndValues()
    {
        const auto air = decoded(spec(QStringLiteral("moenv-csv")),
                                 QStringLiteral("air/moenv_aqx_p_432_20241008_bom.csv"));
        QCOMPARE(one(air, "1", "aqi"), QStringLiteral("19 1 2024-10-08T08:00:00Z"));
        const auto old =
            decoded(spec(QStringLiteral("moenv")), QStringLiteral("air/epa_aqi_20191102_v1.json"));
        QCOMPARE(one(old, "35", "pm2.5"), QStringLiteral("18 ug/m3 2019-11-02T08:00:00Z"));
        const auto rail =
            decoded(spec(QStringLiteral("mrt-wide")), QStringLiteral("crowd/taipei_mrt_2019_wide.csv"));
        QCOMPARE(one(rail, "松山機場", "metro.passengers"),
                 QStringLiteral("5616 {person} 2018-12-31T16:00:00Z"));
        const auto apple = decoded(spec(QStringLiteral("apple-mobility")),
                                   QStringLiteral("crowd/apple_mobility_20200414.csv"));
        QCOMPARE(one(apple, "country/region/Albania/driving", "mobility.index"),
                 QStringLiteral("100 % 2020-01-13T00:00:00Z"));
        const auto cameras =
            decoded(spec(QStringLiteral("cctv-taipei")), QStringLiteral("tw-traffic/taipei_cctv_big5.csv"));
        QCOMPARE(cameras.places[0].name.in(QStringLiteral("zh_TW")), QStringLiteral("市民快承德"));
        QCOMPARE(cameras.encoding.name, QStringLiteral("cp950"));
        QVERIFY(cameras.encoding.confidence > 60);
        const auto sky = decoded(spec(QStringLiteral("cwa-stations")),
                                 QStringLiteral("cwa/O-A0003-001_20200417_cwbopendata.json"));
        QCOMPARE(one(sky, "466940", "humidity"), QStringLiteral("0.53 1 2020-04-17T02:50:00Z"));
        const auto typhoon =
            decoded(spec(QStringLiteral("cwa-typhoon")), QStringLiteral("cwa/W-C0034-005_20220831_cwb.json"));
        QCOMPARE(typhoon.places[0].name.in(QStringLiteral("zh_TW")), QStringLiteral("軒嵐諾"));
        QCOMPARE(one(typhoon, "2022-13", "wind.speed"), QStringLiteral("15 m/s 2022-08-28T00:00:00Z"));
        const auto flood = decoded(spec(QStringLiteral("flood-points")),
                                   QStringLiteral("disaster/tw_flood_disaster_points_130016_twd97.csv"));
        QCOMPARE(flood.events[0].geometry.points.size(), std::size_t(1));
        QVERIFY(city::distanceMetres(flood.events[0].geometry.points[0], {120.2464, 22.9911}) < 5000);
    }

    void theIndexOfTheMetroNamesItsLastDocument()
    {
        const auto d =
            decoded(spec(QStringLiteral("mrt-od")), QStringLiteral("crowd/taipei_mrt_od_index.csv"));
        QCOMPARE(d.follow.size(), std::size_t(1));
        QVERIFY(d.follow[0].toString(QUrl::FullyEncoded).endsWith(QLatin1String("_202603.csv")));
        QCOMPARE(d.follow[0].scheme(), QStringLiteral("https"));
    }

private:
    const QString m_expectedSpeed = QStringLiteral("92.3333 km/h 2019-11-13T02:00:00Z");
};

CITYOPS_TEST(QCoreApplication, RecordedMappingsTest)
#include "recorded_mappings_test.moc"
