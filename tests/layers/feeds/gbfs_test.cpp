// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/layers/feeds/decoding.h"
#include "tests/support/test_main.h"

#include <numeric>

/// GBFS of every version, a file at a time.
class GbfsTest : public QObject {
    Q_OBJECT

    static feeds::Decoded read(const QByteArray& payload)
    {
        const auto result = decoded(standardFeed("gbfs"), payload);
        if (!result.ok()) qFatal("%s", qPrintable(result.problem().toString()));
        return *result;
    }
    static feeds::Decoded recorded(const char* name)
    {
        return read(contentOf(recordedFeeds() + QStringLiteral("/gbfs/") + QLatin1String(name)));
    }
    static QByteArray stations(const QByteArray& list, const QByteArray& updated = "1640887163")
    {
        return json("{'last_updated':") + updated + json(",'ttl':0,'data':{'stations':[") + list + "]}}";
    }

private Q_SLOTS:
    void information()
    {
        const feeds::Decoded decoded =
            read(stations(json("{'station_id':'a','name':'One','lat':25.0,'lon':121.5,'capacity':20},"
                               "{'station_id':'b','name':[{'text':'Two','language':'en'},{'text':'二','"
                               "language':'zh-TW'}],'lat':25.1,'lon':121.5}")));
        QCOMPARE(decoded.places.size(), std::size_t(2));
        QCOMPARE(decoded.places[0].id, (city::PlaceId{QStringLiteral("bike-station"), QStringLiteral("a")}));
        QCOMPARE(decoded.places[1].name.in(QStringLiteral("zh_TW")), QStringLiteral("二"));
        QCOMPARE(decoded.observations.size(), std::size_t(1)); // no capacity is not a capacity of 0
        QCOMPARE(decoded.observations[0].observedAt, at("2021-12-30T17:59:23Z"));
        QCOMPARE(problemsOf(decoded), QString());
    }

    void statusOfEveryVersion()
    {
        const feeds::Decoded decoded =
            read(stations(json("{'station_id':'v1','num_bikes_available':3,'num_docks_available':4,'is_"
                               "installed':1,'is_renting':1,'last_reported':1640887100},"
                               "{'station_id':'v3','num_vehicles_available':5,'num_docks_available':null,'is_"
                               "renting':true,'last_reported':'2021-12-30T17:00:00+00:00'},"
                               "{'station_id':'never','num_bikes_available':6,'last_reported':0},"
                               "{'station_id':'wrong','num_bikes_available':-1,'last_reported':1640887100},"
                               "{'station_id':'future','num_bikes_available':1,'last_reported':4102444800},"
                               "{'num_bikes_available':1}"),
                          "\"2021-12-30T17:59:23.25Z\""));
        QCOMPARE(decoded.observations.size(), std::size_t(4));
        QCOMPARE(decoded.observations[0].observedAt, at("2021-12-30T17:58:20Z"));
        QCOMPARE(decoded.observations[2].value, 5.0);
        QCOMPARE(decoded.observations[2].observedAt, at("2021-12-30T17:00:00Z"));
        QCOMPARE(decoded.observations[3].observedAt,
                 at("2021-12-30T17:59:23.250Z")); // the file's, where a station has none
        QCOMPARE(decoded.problemCount, 3);
        QVERIFY(problemsOf(decoded).contains(QStringLiteral("#4 station_id=wrong: num_bikes_available")));
        QVERIFY(problemsOf(decoded).contains(QStringLiteral("#6: station_id: the record has no id")));
    }

    /// Nobody can have what a closed station holds, nor return anything there.
    void closedStations()
    {
        const feeds::Decoded decoded = read(stations(json(
            "{'station_id':'gone','is_installed':0,'num_bikes_available':3,'num_docks_available':4},"
            "{'station_id':'no rent','is_renting':false,'num_bikes_available':3,'num_docks_available':4},"
            "{'station_id':'no return','is_returning':'false','num_bikes_available':3,"
            "'num_docks_available':4}")));
        QCOMPARE(decoded.observations.size(), std::size_t(2));
        QCOMPARE(decoded.observations[0].quantity, QStringLiteral("docks.available"));
        QCOMPARE(decoded.observations[0].place.id, QStringLiteral("no rent"));
        QCOMPARE(decoded.observations[1].place.id, QStringLiteral("no return"));
        QCOMPARE(decoded.problemCount, 0);
    }

    void millisecondsForSeconds()
    {
        const feeds::Decoded decoded =
            read(stations(json("{'station_id':'a','num_bikes_available':3,'last_reported':1640887100000}")));
        QCOMPARE(decoded.observations.at(0).observedAt, at("2021-12-30T17:58:20Z"));
    }

    void docksByType()
    {
        const feeds::Decoded status = read(stations(
            json("{'station_id':'a','is_returning':true,'vehicle_docks_available':[{'vehicle_type_ids':['t'],"
                 "'count':2},{'vehicle_type_ids':['u'],'count':3}]},"
                 "{'station_id':'b','is_returning':true,'vehicle_docks_available':[{'count':'many'}]}")));
        QCOMPARE(status.observations.size(), std::size_t(1));
        QCOMPARE(status.observations[0].value, 5.0);
        QVERIFY(problemsOf(status).contains(QStringLiteral("#2 station_id=b: vehicle_docks_available")));
    }

    void zones()
    {
        const QByteArray shape =
            json("'geometry':{'type':'MultiPolygon','coordinates':[[[[121.5,25.0],[121.6,25.0],"
                 "[121.6,25.1],[121.5,25.0]]]]}");
        const feeds::Decoded decoded =
            read(json("{'last_updated':1640887163,'data':{'geofencing_zones':{'type':'FeatureCollection','"
                      "features':"
                      "[{'type':'Feature',SHAPE,'properties':{'name':[{'text':'Park','language':'en'}],"
                      "'start':'2026-11-01T00:00:00Z','rules':[{'vehicle_type_ids':['s'],'ride_start_allowed'"
                      ":false,"
                      "'maximum_speed_kph':10}]}},{'type':'Feature','geometry':null}]},'global_rules':[]}}")
                     .replace("SHAPE", shape));
        QCOMPARE(decoded.places.size(), std::size_t(1));
        QCOMPARE(decoded.places[0].id.kind, QStringLiteral("geofence"));
        QCOMPARE(decoded.places[0].name.in(QStringLiteral("en")), QStringLiteral("Park"));
        QCOMPARE(decoded.places[0].shape.polygons.size(), std::size_t(1));
        QCOMPARE(decoded.places[0].details.value(QStringLiteral("rules")),
                 QStringLiteral("ride_start_allowed=false, maximum_speed_kph=10 (s)"));
        QCOMPARE(decoded.places[0].details.value(QStringLiteral("start")),
                 QStringLiteral("2026-11-01T00:00:00Z"));
        QVERIFY(problemsOf(decoded).contains(QStringLiteral("#2: geometry")));
    }

    void duplicates()
    {
        const feeds::Decoded decoded = read(stations(
            json("{'station_id':'a','num_bikes_available':3},{'station_id':'a','num_bikes_available':4}")));
        QCOMPARE(decoded.observations.size(), std::size_t(1));
        QCOMPARE(decoded.observations[0].value, 4.0);
        QCOMPARE(decoded.problemCount, 1);
    }

    void vehicles()
    {
        const feeds::Decoded decoded =
            read(json("{'last_updated':1640887163,'data':{'vehicles':["
                      "{'vehicle_id':'a','lat':25,'lon':121.5,'is_reserved':true,'is_disabled':false,'"
                      "vehicle_type_id':'t'},{'vehicle_id':'b'}]}}"));
        QCOMPARE(decoded.vehicles.size(), std::size_t(1));
        QCOMPARE(decoded.vehicles[0].details.value(QStringLiteral("is_reserved")), QStringLiteral("true"));
        QVERIFY(!decoded.vehicles[0].details.contains(QStringLiteral("is_disabled")));
        QVERIFY(problemsOf(decoded).contains(QStringLiteral("#2 vehicle_id=b: lat")));
    }

    void documentsTogether()
    {
        feeds::Decoded all = read(json("{'data':{'vehicle_types':[{'vehicle_type_id':'t','form_factor':'"
                                       "cargo_bicycle','propulsion_type':'human','name':[{'text':'Big','"
                                       "language':'en'}]}]}}"));
        QCOMPARE(all.factCount(), 0);
        feeds::append(all, read(stations(json("{'station_id':'s','name':'One','lat':25.0,'lon':121.5}"))));
        feeds::append(all, read(json("{'last_updated':1640887163,'data':{'vehicles':["
                                     "{'vehicle_id':'a','station_id':'s','vehicle_type_id':'t'},"
                                     "{'vehicle_id':'b','station_id':'elsewhere'},"
                                     "{'vehicle_id':'c','lat':25.1,'lon':121.5,'vehicle_type_id':'u'}]}}")));
        feeds::complete(all);
        QCOMPARE(all.vehicles.size(), std::size_t(2));
        QCOMPARE(all.vehicles[0].kind, QStringLiteral("vehicle"));
        QCOMPARE(all.vehicles[1].kind, QStringLiteral("cargo_bicycle"));
        QCOMPARE(all.vehicles[1].label.in(QStringLiteral("en")), QStringLiteral("Big"));
        QCOMPARE(all.vehicles[1].at, (city::LonLat{121.5, 25.0}));
        QVERIFY(problemsOf(all).contains(QStringLiteral("vehicle_id=b: station_id")));
    }

    /// What regions are called stands in a file of its own.
    void regionsOfStations()
    {
        feeds::Decoded all = read(stations(json("{'station_id':'a','name':'One','lat':25.0,'lon':121.5,'region_id':'7'}")));
        feeds::append(all, read(json("{'data':{'regions':[{'region_id':'7','name':'Centre'},{'name':'Nowhere'}]}}")));
        feeds::complete(all);
        QCOMPARE(all.places[0].details.value(QStringLiteral("region")), QStringLiteral("Centre"));
        QCOMPARE(problemsOf(all), QStringLiteral("#2: region_id: the record has no id"));
    }

    void discovery()
    {
        const QByteArray feeds = json("'feeds':[{'name':'gbfs','url':'https://e.org/"
                                      "gbfs'},{'name':'station_status','url':'https://e.org/s'},"
                                      "{'name':'system_regions','url':'https://e.org/"
                                      "r'},{'name':'station_information','url':'file:///etc/passwd'}]");
        for (const QByteArray& payload :
             {json("{'data':{") + feeds + "}}",
              json("{'data':{'en':{") + feeds + json("},'fr':{") + feeds + "}}}"}) {
            const feeds::Decoded decoded = read(payload);
            QCOMPARE(decoded.follow,
                     (std::vector<QUrl>{QUrl(QStringLiteral("https://e.org/s")), QUrl(QStringLiteral("https://e.org/r"))}));
            QCOMPARE(decoded.factCount(), 0);
        }
    }

    void silentFilesAndOthers()
    {
        const feeds::Decoded silent = read(json("{'data':{'vehicle_types':[]}}"));
        QCOMPARE(silent.factCount(), 0);
        for (const char* payload :
             {"[]", "{}", "{'data':[]}", "{'data':{'people':[]}}", "{'data':{'stations':"})
            QVERIFY2(!decoded(standardFeed("gbfs"), json(payload)).ok(), payload);
    }

    void aZoneOffTheEarthIsRefused()
    {
        const feeds::Decoded zones = read(json(
            "{'last_updated':1640887163,'data':{'geofencing_zones':{'type':'FeatureCollection','features':[{'type':'Feature',"
            "'geometry':{'type':'MultiPolygon','coordinates':[[[[8.5,52.1],[8.51,52.1],[8.51,152.1],[8.5,52.1]]]]},"
            "'properties':{}}]}}}"));
        QVERIFY(zones.places.empty());
        QCOMPARE(zones.problemCount, 1);
        QVERIFY(zones.problems.front().text.toString().contains(QStringLiteral("152.1 is not on Earth")));
    }

    void recordedFiles()
    {
        NEED_RECORDED_FEEDS();
        const feeds::Decoded status = recorded("baywheels_v1_station_status.json");
        QCOMPARE(status.observations.size(), std::size_t(2 * (496 - 6))); // six neither rent nor take back
        const double bikes = std::accumulate(
            status.observations.begin(), status.observations.end(), 0.0, [](double sum, const auto& o) {
                return o.quantity == QLatin1String("bikes.available") ? sum + o.value : sum;
            });
        QCOMPARE(bikes, 5217.0);
        QCOMPARE(recorded("baywheels_v1_station_information.json").places.size(), std::size_t(496));
        QCOMPARE(recorded("almere_v3_vehicle_status.json").vehicles.size(), std::size_t(6));
        QCOMPARE(recorded("spec_v3_vehicle_status.json").vehicles.size(), std::size_t(2));
        QCOMPARE(recorded("spec_v3_vehicle_status.json").docked.size(),
                 std::size_t(2)); // two stand in a station and have no position of their own
        QCOMPARE(recorded("spec_v3_gbfs.json").follow.size(), std::size_t(1));
        QCOMPARE(recorded("lillestrom_v2_system_pricing_plans.json").factCount(), 0);
    }
};

CITYOPS_TEST(QCoreApplication, GbfsTest)
#include "gbfs_test.moc"
