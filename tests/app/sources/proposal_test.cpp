// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/proposal/time_guess.h"
#include "tests/app/sources/proposing.h"
#include "tests/support/test_main.h"

using feeds::MappingChoices;

namespace {

/// A recorded payload and what the mapping written by hand says of it; "|" between spellings that are as
/// good, "-" where the payload has no such thing.
struct Expected {
    const char* payload;
    const char* format;
    const char* id;
    const char* name;
    const char* position; ///< Its longitude, or the start of a line, or the geometry.
    const char* time;
};

constexpr Expected byHand[]{
    {"youbike/taipei_v1_20160224.json", "json", "sno|@key", "sna", "lng", "mday"},
    {"youbike/taipei_v2_20220718.json", "json", "sno", "sna", "lng", "mday"},
    {"youbike/taipei_v2_20250213_newschema.json", "json", "sno", "sna", "longitude", "mday"},
    {"youbike/newtaipei_v1_20200716.json", "json", "sno", "sna", "lng", "mday"},
    {"youbike/newtaipei_v1_20201209.csv", "csv", "sno", "sna", "lng", "mday"},
    {"air/epa_aqi_20191102_v1.json", "json", "SiteId", "SiteName", "Longitude", "PublishTime"},
    {"air/epa_aqi_rwepa.json", "json", "SiteId", "SiteName", "Longitude", "PublishTime"},
    {"air/moenv_aqx_p_432_20230208.json", "json", "siteid", "sitename", "longitude", "publishtime"},
    {"air/moenv_aqx_p_432_20241008_bom.csv", "csv", "siteid", "sitename", "longitude", "publishtime"},
    {"air/lass_last_all_airbox_20200423.json", "json", "device_id", "SiteName", "gps_lon", "timestamp"},
    {"air/airbox_school.json", "json", "id", "name", "lon", "-"},
    {"air/purpleair_get_sensors.json", "json", "sensor_index", "name", "longitude", "time_stamp"},
    {"tw-traffic/taipei_parking_allavailable_20221222.json", "json", "id", "-", "-", "data.UPDATETIME"},
    {"tw-traffic/taipei_parking_alldesc_20230128.json", "json", "id", "name", "tw97x", "data.UPDATETIME"},
    {"tw-traffic/taipei_getvd_sections_2018.xml", "xml", "SectionId", "SectionName", "StartWgsX",
     "ExchangeTime"},
    {"tw-traffic/taipei_getvd_sections_20260714_excerpt.xml", "xml", "SectionId", "SectionName", "StartWgsX",
     "ExchangeTime"},
    {"tw-traffic/taipei_cctv_big5.csv", "csv", "流水號", "攝影機編號", "WGSX", "-"},
    {"tw-traffic/ptx_thsr_parking_1.json", "json", "CarParkID", "CarParkName.Zh_tw", "-", "DataCollectTime"},
    {"tw-traffic/ptx_section_nfb_20191031.json", "json", "SectionID", "SectionName", "-",
     "SrcUpdateTime|UpdateTime"},
    {"tw-traffic/ptx_vdlive_nfb_20191113.json", "json", "VDID", "-", "-", "DataCollectTime"},
    {"tw-traffic/freeway_v20_Section_20200929_bom.xml", "xml", "SectionID", "SectionName", "-", "UpdateTime"},
    {"tw-traffic/freeway_v20_VD_20250115.xml", "xml", "VDID", "RoadName", "PositionLon", "UpdateTime"},
    {"tw-traffic/freeway_v20_CCTV_20260728.xml", "xml", "CCTVID", "RoadName", "PositionLon", "UpdateTime"},
    {"tw-traffic/freeway_v11_vd_info.xml", "xml", "@vdid", "-", "@px", "@updatetime"},
    {"tw-traffic/freeway_v11_cms_info.xml", "xml", "@cmsid", "@cmsid|-", "@px", "@updatetime"},
    {"cwa/O-A0002-001_20220310_cwbopendata.json", "json", "stationId", "locationName", "lon", "time.obsTime"},
    {"cwa/O-A0003-001_20200417_cwbopendata.json", "json", "stationId", "locationName", "lon_wgs84|lon",
     "time.obsTime"},
    {"cwa/O-A0003-001_20250309_records.json", "json", "StationId", "StationName",
     "GeoInfo.Coordinates[CoordinateName=WGS84].StationLongitude", "ObsTime.DateTime"},
    {"cwa/O-A0001-001_20161101.xml", "xml", "stationId", "locationName", "lon", "time.obsTime"},
    {"cwa/E-A0015-001_2025.json", "json", "EarthquakeNo", "EarthquakeInfo.Epicenter.Location",
     "EarthquakeInfo.Epicenter.EpicenterLongitude", "EarthquakeInfo.OriginTime"},
    {"cwa/taipei_wic_rain_20220427_excerpt.json", "json", "stationNo", "stationName", "-", "recTime"},
    {"crowd/melbourne_ped_sensor_locations_2019.csv", "csv", "sensor_id", "sensor_name|sensor_description",
     "longitude", "-|installation_date"},
    {"crowd/tw_cdc_confirm_19CoV_2022.json", "json", "縣市|鄉鎮", "-", "-", "個案研判日"},
    {"disaster/wra_cctv_stations.json", "json", "ID", "Name", "lng", "-"},
    {"disaster/tw_flood_disaster_points_130016_twd97.csv", "csv", "FID", "-", "X_97", "-|year"},
};

bool isOneOf(const QString& got, const char* expected)
{
    return QString::fromUtf8(expected)
        .split(QLatin1Char('|'))
        .contains(got.isEmpty() ? QStringLiteral("-") : got);
}

QString positionOf(const MappingChoices& choices)
{
    if (!choices.shape.isEmpty()) return choices.shape;
    if (!choices.position.isEmpty()) return choices.position;
    return choices.line.value(0, choices.lon);
}

} // namespace

/// What is proposed for a payload that nobody has described.
class ProposalTest : public Proposing {
    Q_OBJECT

    static QByteArray recorded(const QString& name)
    {
        QFile file(recordedFeeds() + QLatin1Char('/') + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void initTestCase() { readWords(); }

    void everyWordIsOfAKnownQuantityInAFittingUnit()
    {
        for (const auto& measure : m_words.measures) {
            QVERIFY2(m_quantities->contains(measure.quantity), qPrintable(measure.quantity));
            QVERIFY2(city::convertUnit(1, measure.unit, m_quantities->value(measure.quantity).unit),
                     qPrintable(measure.quantity));
        }
    }

    /// Of all roles of all payloads that are mapped by hand, the proposal finds at least nine in ten.
    void findsWhatAPersonFound()
    {
        NEED_RECORDED_FEEDS();
        int right = 0, all = 0, whole = 0;
        QStringList wrong;
        for (const Expected& one : byHand) {
            const MappingChoices got =
                choicesFor(recorded(QLatin1String(one.payload)), QLatin1String(one.format));
            const std::tuple<const char*, QString, const char*> roles[]{
                {"id", got.id, one.id},
                {"name",
                 got.name.contains(QStringLiteral("zh_TW")) ? got.name.value(QStringLiteral("zh_TW"))
                                                            : got.name.value(QString()),
                 one.name},
                {"position", positionOf(got), one.position},
                {"time", got.time.value(0), one.time}};
            int here = 0;
            for (const auto& [role, found, expected] : roles) {
                ++all;
                if (isOneOf(found, expected))
                    ++here;
                else
                    wrong << QStringLiteral("%1: %2 is \"%3\" and not \"%4\"")
                                 .arg(QLatin1String(one.payload), QLatin1String(role), found,
                                      QString::fromUtf8(expected));
            }
            right += here;
            whole += here == 4 ? 1 : 0;
        }
        qInfo("%d of %d roles right, %d of %d payloads wholly", right, all, whole,
              static_cast<int>(std::size(byHand)));
        for (const QString& line : wrong)
            qInfo("%s", qPrintable(line));
        QVERIFY(right * 10 >= all * 9);
        QVERIFY(whole * 10 >= static_cast<int>(std::size(byHand)) * 7);
    }

    void theProposalDecodesToFacts_data()
    {
        QTest::addColumn<QString>("payload");
        QTest::addColumn<QString>("format");
        QTest::addColumn<int>("places");
        QTest::addColumn<int>("observations");
        QTest::newRow("YouBike 2025") << "youbike/taipei_v2_20250213_newschema.json"
                                      << "json" << 1523 << 4569;
        QTest::newRow("air, CSV") << "air/moenv_aqx_p_432_20241008_bom.csv"
                                  << "csv" << 85 << 809;
        QTest::newRow("road sections") << "tw-traffic/taipei_getvd_sections_2018.xml"
                                       << "xml" << 810 << 3240;
        QTest::newRow("car parks") << "tw-traffic/taipei_parking_alldesc_20230128.json"
                                   << "json" << 1894 << 3788;
    }

    void theProposalDecodesToFacts()
    {
        NEED_RECORDED_FEEDS();
        QFETCH(const QString, payload);
        QFETCH(const QString, format);
        QFETCH(const int, places);
        QFETCH(const int, observations);
        const auto proposal = propose(recorded(payload), format);
        QVERIFY(proposal);
        feeds::FeedSpec feed;
        feed.format = format;
        feed.zone = QTimeZone("Asia/Taipei");
        feed.mapping =
            feeds::mappingOf(proposal->choices[proposal->chosen], proposal->samples[proposal->chosen]);
        const auto decoded = feeds::decode(recorded(payload), {feed, *m_quantities, m_now});
        QVERIFY(decoded);
        QCOMPARE(static_cast<int>(decoded->places.size()), places);
        QVERIFY2(std::abs(static_cast<int>(decoded->observations.size()) - observations) * 10 <= observations,
                 qPrintable(QString::number(decoded->observations.size())));
        const auto placed = std::count_if(decoded->places.begin(), decoded->places.end(),
                                          [](const city::Place& place) { return place.at.has_value(); });
        QVERIFY(placed * 10 >= places * 9);
    }

    void theFormatIsRecognised_data()
    {
        QTest::addColumn<QString>("payload");
        QTest::addColumn<QString>("format");
        const std::pair<const char*, const char*> expected[]{
            {"cap/oasis_example1.xml", "cap"},
            {"cap/ncdr_atom_index_20261004_excerpt.atom", "cap"},
            {"cap/ncdr_json_index_20261003_excerpt.json", "cap"},
            {"cap/nws_api_active_e2e.geojson", "cap"},
            {"gbfs/almere_v3_gbfs.json", "gbfs"},
            {"gbfs/baywheels_v1_station_status.json", "gbfs"},
            {"gtfs/bart.zip", "gtfs"},
            {"gtfs-rt/ct-vehicle-positions.pb", "gtfs-rt"},
            {"disaster/usgs_all_day_20161103.geojson", "quakes"},
            {"disaster/gdacs_rss_24h.xml", "gdacs"},
            {"disaster/jma_VXSE53_20210217.xml", "jma"},
            {"air/sta_ciot_things_2021.json", "sensorthings"},
            {"air/openaq_v1_latest_100_20200321.json", "openaq"},
            {"other-traffic/wzdx_scenario1_simple_linestring.geojson", "wzdx"},
            {"other-traffic/open511_events.json", "open511"},
            {"other-traffic/ntis_midas_datex2v2_soap.xml", "datex2"},
            {"other-traffic/waze_trafficview_br.json", "waze"},
            {"taipei-gis/youbike_realtime_metrotaipei.geojson", "geojson"},
            {"youbike/taipei_v2_20250213_newschema.json", "json"},
            {"air/moenv_aqx_p_432_20241008_bom.csv", "csv"},
            {"tw-traffic/taipei_getvd_sections_2018.xml", "xml"},
            {"tw-traffic/taipei_cctv_big5.csv", "csv"}};
        for (const auto& [payload, format] : expected)
            QTest::newRow(payload) << QString::fromUtf8(payload) << QString::fromUtf8(format);
    }

    void theFormatIsRecognised()
    {
        NEED_RECORDED_FEEDS();
        QFETCH(const QString, payload);
        QFETCH(const QString, format);
        const auto guesses = feeds::recogniseFormat(recorded(payload), *m_quantities, m_now);
        QVERIFY(!guesses.empty());
        QCOMPARE(guesses.front().format, format);
        QVERIFY(!guesses.front().reasons.empty());
    }

    void whatIsNoDataIsNotRecognised()
    {
        for (const QByteArray& bytes :
             {QByteArray(), QByteArray("   "), QByteArray("<html><body>Log in</body></html>"),
              QByteArray("\x00\x01\x02\x03", 4), QByteArray("[]"), QByteArray("{}{")}) {
            const auto guesses = feeds::recogniseFormat(bytes, *m_quantities, m_now);
            for (const feeds::FormatGuess& guess : guesses)
                QVERIFY2(guess.confidence <= 60, qPrintable(guess.format));
        }
    }

    void timesAreToldByTheirTexts_data()
    {
        QTest::addColumn<QStringList>("texts");
        QTest::addColumn<QString>("format");
        QTest::newRow("ISO") << QStringList{QStringLiteral("2026-10-04T00:18:40+08:00")} << "iso8601";
        QTest::newRow("12 h clock") << QStringList{QStringLiteral("2026/10/4 上午 12:18:40"),
                                                   QStringLiteral("2026/10/4 下午 01:00:00")}
                                    << "zh-12h";
        QTest::newRow("ROC") << QStringList{QStringLiteral("115/10/03"), QStringLiteral("114/01/31")}
                             << "roc";
        QTest::newRow("ROC in words") << QStringList{QStringLiteral("115年10月03日")} << "roc";
        QTest::newRow("ROC digits") << QStringList{QStringLiteral("1151003"), QStringLiteral("1140131")}
                                    << "roc";
        QTest::newRow("seconds") << QStringList{QStringLiteral("1700000000")} << "unix-s";
        QTest::newRow("milliseconds") << QStringList{QStringLiteral("1700000000000")} << "unix-ms";
        QTest::newRow("days first") << QStringList{QStringLiteral("13/02/2026 10:00"),
                                                   QStringLiteral("01/02/2026 10:00")}
                                    << "dd/MM/yyyy HH:mm";
        QTest::newRow("months first")
            << QStringList{QStringLiteral("02/13/2026 10:00"), QStringLiteral("02/01/2026 10:00")}
            << "MM/dd/yyyy HH:mm";
        QTest::newRow("Java") << QStringList{QStringLiteral("Sun Jul 27 16:12:00 CST 2025")} << "java-date";
        QTest::newRow("mail") << QStringList{QStringLiteral("Sun, 27 Jul 2025 16:12:00 GMT")} << "rfc1123";
        QTest::newRow("slashes and an offset")
            << QStringList{QStringLiteral("2026/10/30 10:00:00+00")} << "iso8601";
        QTest::newRow("UTC in letters")
            << QStringList{QStringLiteral("2026-10-30 10:00:00 UTC")} << "iso8601";
        QTest::newRow("days first, hyphens")
            << QStringList{QStringLiteral("30-10-2026 10:00")} << "dd-MM-yyyy HH:mm";
        QTest::newRow("compact") << QStringList{QStringLiteral("20220427153000")} << "yyyyMMddHHmmss";
        QTest::newRow("no time") << QStringList{QStringLiteral("臺北市"), QStringLiteral("12.5")} << "";
        QTest::newRow("in the future") << QStringList{QStringLiteral("2031-01-01 00:00:00")} << "";
    }

    void timesAreToldByTheirTexts()
    {
        QFETCH(const QStringList, texts);
        QFETCH(const QString, format);
        QCOMPARE(feeds::guessTime(texts, QTimeZone("Asia/Taipei"), m_now).formats.value(0), format);
    }

    void nothingTellsDaysFromMonths()
    {
        const auto guess = feeds::guessTime({QStringLiteral("01/02/2026"), QStringLiteral("03/04/2026")},
                                            QTimeZone::utc(), m_now);
        QVERIFY(guess.isDayOrMonthFirst);
        QVERIFY(guess.confidence < 50);
    }
};

CITYOPS_TEST(QCoreApplication, ProposalTest)
#include "proposal_test.moc"
