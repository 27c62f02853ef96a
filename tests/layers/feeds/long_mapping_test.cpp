// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/join_table.h"
#include "tests/layers/feeds/decoding.h"
#include "tests/support/test_main.h"

using feeds::Decoded;
using feeds::FeedSpec;

namespace {

feeds::Join stationList()
{
    feeds::Join join;
    join.name = QStringLiteral("list");
    join.format = QStringLiteral("json");
    join.layout.records = QStringLiteral("$[*]");
    join.key = named("sno");
    join.by = named("id");
    return join;
}

QString valueAt(const Decoded& decoded, const char* place, const char* quantity = "bikes.available")
{
    for (const city::Observation& one : decoded.observations) {
        if (one.place.id == QString::fromUtf8(place) && one.quantity == QLatin1String(quantity))
            return QStringLiteral("%1 at %2").arg(one.value).arg(city::toIso(one.observedAt));
    }
    return {};
}

} // namespace

/// What mappings need beyond one record one place: joins, wide tables, lists without names, text clean-up.
class LongMappingTest : public QObject {
    Q_OBJECT

    static Decoded good(const FeedSpec& feed, const QByteArray& payload, const feeds::JoinTables& tables = {})
    {
        static const city::QuantityCatalogue none;
        auto result = feeds::decode(payload, {feed, none, at("2026-11-01T00:00:00Z"), tables});
        if (!result.ok()) qFatal("%s", qPrintable(result.problem().toString()));
        return std::move(result).value();
    }
    static feeds::JoinTables table(const FeedSpec& feed, const QByteArray& payload)
    {
        const auto read = feeds::readJoinTable(payload, feed.joins[0], feed.mapping);
        if (!read.ok()) qFatal("%s", qPrintable(read.problem().toString()));
        return {std::make_shared<const feeds::JoinTable>(*read)};
    }
    static FeedSpec joinedFeed()
    {
        FeedSpec feed = stationFeed("json");
        feed.joins = {stationList()};
        feed.mapping.place->lon = named("list.lon");
        feed.mapping.place->lat = named("list.lat");
        feed.mapping.place->name = {{QString(), named("list.title")}};
        return feed;
    }

private Q_SLOTS:
    void liveValuesGetTheirStations()
    {
        const FeedSpec feed = joinedFeed();
        const auto tables = table(feed, json("[{'sno':'a','lon':121.5,'lat':25.0,'title':'Alpha','more':1},"
                                             "{'sno':'b','lon':121.6,'lat':25.1},{'lon':1}]"));
        QCOMPARE(tables[0]->rows.size(), std::size_t(2));
        QCOMPARE(tables[0]->fields.size(), std::size_t(3)); // not "more", which nobody asks for
        const Decoded d = good(feed,
                               json("[{'id':'a','time':'2026-10-31 10:00:00','bikes':3},"
                                    "{'id':'c','time':'2026-10-31 10:00:00','bikes':4}]"),
                               tables);
        QCOMPARE(d.places.size(), std::size_t(2));
        QCOMPARE(d.places[0].at, (std::optional<city::LonLat>{{121.5, 25.0}}));
        QCOMPARE(d.places[0].name.in(QString()), QStringLiteral("Alpha"));
        QVERIFY(!d.places[1].at);
        QCOMPARE(valueAt(d, "c"), QStringLiteral("4 at 2026-10-31T02:00:00Z")); // kept without a position
        QVERIFY2(problemsOf(d).contains(QLatin1String("1 records have no partner in it, \"c\" for one")),
                 qPrintable(problemsOf(d)));
        QVERIFY(problemsOf(d).contains(QLatin1String("list #3: sno: the record has no key")));
    }

    void missingTableIsNamedAndIsNoRenaming()
    {
        const Decoded d = good(joinedFeed(), json("[{'id':'a','time':'2026-10-31 10:00:00','bikes':3}]"));
        QCOMPARE(d.observations.size(), std::size_t(1));
        QVERIFY2(problemsOf(d).startsWith(QLatin1String("list: this document is not there")),
                 qPrintable(problemsOf(d)));
        QCOMPARE(d.problemCount, 1);
    }

    void keysOfSeveralFieldsAndOfTheRecordAround()
    {
        FeedSpec feed = stationFeed("json");
        feeds::Join levels = stationList();
        levels.name = QStringLiteral("level");
        levels.layout.records = QStringLiteral("$.CongestionLevels[*].Levels[*]");
        levels.key = {};
        levels.key.join = {QStringLiteral("^.CongestionLevelID"), QStringLiteral("Level")};
        levels.key.joinWith = QStringLiteral("/");
        levels.by = {};
        levels.by.join = {QStringLiteral("group"), QStringLiteral("grade")};
        levels.by.joinWith = QStringLiteral("/");
        feed.joins = {levels};
        feed.mapping.place->details = {{QStringLiteral("congestion"), named("level.LevelName")}};
        const auto tables =
            table(feed, json("{'CongestionLevels':[{'CongestionLevelID':'F','Levels':[{'Level':1,"
                             "'LevelName':'free'}]},{'CongestionLevelID':'C','Levels':[{'Level':1,"
                             "'LevelName':'city free'},{'Level':2,'LevelName':'slow'}]}]}"));
        const Decoded d = good(feed,
                               json("[{'id':'a','lon':121.5,'lat':25,'time':'2026-10-31 10:00:00','bikes':1,"
                                    "'group':'C','grade':2}]"),
                               tables);
        QCOMPARE(d.places[0].details.value(QStringLiteral("congestion")), QStringLiteral("slow"));
        QCOMPARE(problemsOf(d), QString());
    }

    void columnsOfDaysAndOfStations()
    {
        FeedSpec feed = stationFeed("csv");
        feed.mapping.place->lon = feed.mapping.place->lat = {};
        feed.mapping.columns.emplace();
        feed.mapping.columns->like = QRegularExpression(QStringLiteral("^h(\\d+)$"));
        feed.mapping.columns->title = QStringLiteral("hour");
        feed.mapping.columns->value = QStringLiteral("count");
        feed.mapping.time->fields = {named("day"), named("hour")};
        feed.mapping.time->formats = QStringList{QStringLiteral("yyyy-MM-dd H")};
        feed.mapping.observe[0].field = named("count");
        const Decoded hours = good(feed, "id,day,h0,h1,note\na,2026-10-30,5,6,x\nb,2026-10-30,,8,y\n");
        QCOMPARE(hours.observations.size(), std::size_t(3));
        QCOMPARE(hours.places.size(), std::size_t(2));
        QCOMPARE(valueAt(hours, "b"), QStringLiteral("8 at 2026-10-29T17:00:00Z"));

        feed.mapping.columns->like = QRegularExpression(QStringLiteral("."));
        feed.mapping.columns->except = QStringList{QString(), QStringLiteral("date")};
        feed.mapping.columns->title = QStringLiteral("station");
        feed.mapping.place->id = named("station");
        feed.mapping.time->fields = {named("date")};
        feed.mapping.time->formats = QStringList{QStringLiteral("yyyy-MM-dd")};
        const Decoded stations =
            good(feed, QByteArray(",date,松山,大安\n0,2026-10-01,7,9\n1,2026-10-02,8,10\n"));
        QCOMPARE(stations.observations.size(), std::size_t(4));
        QCOMPARE(stations.places.size(), std::size_t(2));
        QCOMPARE(problemsOf(stations), QString());

        feed.mapping.columns->like = QRegularExpression(QStringLiteral("^nothing$"));
        const Decoded renamed = good(feed, "date,a\n2026-10-01,7\n");
        QVERIFY(problemsOf(renamed).contains(QLatin1String("no column of the table fits")));
    }

    void listsGetNames()
    {
        FeedSpec feed = stationFeed("json", "$.data[*]");
        feed.mapping.fields = QStringLiteral("$.fields");
        const QByteArray rows = "[['a',121.5,25.0,'2026-10-31 10:00:00',3],['b',121.6,25.1],"
                                "['c',null,null,'2026-10-31 10:00:00',-99]]";
        const Decoded beside =
            good(feed, QByteArray("{\"fields\":[\"id\",\"lon\",{\"id\":\"lat\",\"type\":\"x\"},"
                                  "\"time\",\"bikes\"],\"data\":") +
                           QByteArray(rows).replace('\'', '"') + "}");
        QCOMPARE(beside.places.size(), std::size_t(2));
        QCOMPARE(beside.observations.size(), std::size_t(1));
        QCOMPARE(beside.places[0].at, (std::optional<city::LonLat>{{121.5, 25.0}}));
        QVERIFY2(
            problemsOf(beside).contains(QLatin1String("#2: the row has 3 columns where 5 were expected")),
            qPrintable(problemsOf(beside)));

        feed.mapping.fields.clear();
        feed.mapping.listHeader = true;
        feed.mapping.records = QStringLiteral("$[*]");
        const Decoded first = good(feed, json("[['id','lon','lat','time','bikes'],"
                                              "['a',121.5,25.0,'2026-10-31 10:00:00',3]]"));
        QCOMPARE(first.places.size(), std::size_t(1));
        QCOMPARE(first.observations.size(), std::size_t(1));
    }

    void textsAreCleaned()
    {
        using Kind = feeds::TextRule::Kind;
        FeedSpec feed = stationFeed("json");
        feed.mapping.place->lon = named("where");
        feed.mapping.place->lon.clean = {{Kind::Match, QRegularExpression(QStringLiteral("^([0-9.]+)")), {}}};
        feed.mapping.place->lat = named("where");
        feed.mapping.place->lat.clean = {{Kind::Match, QRegularExpression(QStringLiteral("([0-9.]+)$")), {}}};
        feeds::FieldRef name = named("name");
        name.clean = {{Kind::Replace, QRegularExpression(QStringLiteral("\\(.*\\)$")), {}},
                      {Kind::HalfWidth, {}, {}},
                      {Kind::Lower, {}, {}},
                      {Kind::Squeeze, {}, {}}};
        feed.mapping.place->name = {{QString(), name}};
        const Decoded d =
            good(feed, json("[{'id':'a','where':'121.5 , 25.0','time':'2026-10-31 10:00:00','bikes':1,"
                            "'name':'ＭＲＴ　　Taipei  １０１(old)'}]"));
        QCOMPARE(d.places[0].name.in(QString()), QStringLiteral("mrt taipei 101"));
        QCOMPARE(d.places[0].at, (std::optional<city::LonLat>{{121.5, 25.0}}));
    }

    void lanesBecomeDetectors()
    {
        FeedSpec feed = stationFeed("json", "$.VDLives[*].Lanes[*]");
        feed.mapping.place->id = named("^.VDID");
        feed.mapping.place->lon = feed.mapping.place->lat = {};
        feed.mapping.time->fields = {named("^.time")};
        feeds::ObservationMapping speed;
        speed.quantity = QStringLiteral("road.speed");
        speed.field = named("Speed");
        speed.mean = true;
        speed.weight = named("Volume");
        feeds::ObservationMapping volume;
        volume.quantity = QStringLiteral("road.volume");
        volume.add = {named("Vehicles[VehicleType=S].Volume"), named("Vehicles[VehicleType=L].Volume")};
        volume.sum = true;
        feed.mapping.observe = {speed, volume};
        const Decoded d =
            good(feed, json("{'VDLives':[{'VDID':'v','time':'2026-10-31 10:00:00','Lanes':["
                            "{'Speed':100,'Volume':3,'Vehicles':[{'VehicleType':'S','Volume':2},{'"
                            "VehicleType':'L','Volume':1}]},"
                            "{'Speed':60,'Volume':1,'Vehicles':[{'VehicleType':'S','Volume':1},{'VehicleType'"
                            ":'L','Volume':-99}]},"
                            "{'Speed':-99,'Volume':0,'Vehicles':[{'VehicleType':'S','Volume':-99}]}]}]}"));
        QCOMPARE(d.places.size(), std::size_t(1));
        QCOMPARE(valueAt(d, "v", "road.speed"), QStringLiteral("90 at 2026-10-31T02:00:00Z"));
        QCOMPARE(valueAt(d, "v", "road.volume"), QStringLiteral("4 at 2026-10-31T02:00:00Z"));
        QCOMPARE(problemsOf(d), QString());
    }

    void elementsOfOneForecastComeTogether()
    {
        FeedSpec feed = stationFeed("json", "$[*].elements[*].time[*]");
        feed.mapping.place.reset();
        feed.mapping.time.reset();
        feed.mapping.observe.clear();
        feeds::EventMapping event;
        event.kind = QStringLiteral("forecast");
        event.id.join = {QStringLiteral("^.^.town"), QStringLiteral("from")};
        event.begins.fields = {named("from")};
        event.merge = true;
        const auto measure = [](const char* quantity, const char* element) {
            feeds::ObservationMapping one;
            one.quantity = QString::fromLatin1(quantity);
            one.field = named("v");
            one.only = QPair<feeds::FieldRef, QStringList>(named("^.name"), {QString::fromLatin1(element)});
            return one;
        };
        event.measures = {measure("high", "MaxT"), measure("low", "MinT")};
        feed.mapping.event = event;
        const Decoded d = good(
            feed, json("[{'town':'A','elements':[{'name':'MaxT','time':[{'from':'2026-11-01T00:00:00Z',"
                       "'v':30}]},{'name':'MinT','time':[{'from':'2026-11-01T00:00:00Z','v':'20'}]}]}]"));
        QCOMPARE(d.events.size(), std::size_t(1));
        QCOMPARE(d.events[0].measures.size(), std::size_t(2));
        QCOMPARE(d.events[0].measures[0].value, 30.0);
        QCOMPARE(d.events[0].measures[1].quantity, QStringLiteral("low"));
        QCOMPARE(problemsOf(d), QString());
    }

    void aHeaderMayNameColumnsThatNoRowHas()
    {
        FeedSpec feed = stationFeed("csv");
        const QByteArray header = "id,lon,lat,time,bikes,remark\n";
        const QByteArray row = "a,121.5,25.0,2026-10-31 10:00:00,3\n";
        QCOMPARE(good(feed, header + row + "b" + row.mid(1) + "c" + row.mid(1, row.size() - 2) + ",x\n")
                     .places.size(),
                 std::size_t(3));
        const Decoded cut = good(feed, header + row); // one alone is a row that was cut off
        QCOMPARE(cut.places.size(), std::size_t(0));
        QCOMPARE(cut.problemCount, 1);
    }

    void linksOfAnIndexAreFollowed()
    {
        FeedSpec feed = stationFeed("csv");
        feed.mapping.follow = named("URL");
        feed.mapping.followLast = 2;
        const Decoded d = good(feed, "n,URL\n1,https://a/1.csv\n2,https://a/2.csv\n3,https://a/3.csv\n");
        QCOMPARE(d.follow, (std::vector<QUrl>{QUrl(QStringLiteral("https://a/2.csv")),
                                              QUrl(QStringLiteral("https://a/3.csv"))}));
        QCOMPARE(problemsOf(d), QString());
    }

    void xmlMovesItsRecords()
    {
        FeedSpec feed = stationFeed("xml", "new/station");
        feed.mapping.recordsElse = QStringList{QStringLiteral("old/s")};
        feed.mapping.place->lon = feed.mapping.place->lat = {};
        feed.mapping.place->id = named("@id");
        feed.mapping.time->fields = {named("@t")};
        feed.mapping.observe[0].field = named("@n");
        const char* old = "<f><old><s id='a' t='2026-10-31 10:00:00' n='4'/></old></f>";
        QCOMPARE(good(feed, old).observations.size(), std::size_t(1));
        QCOMPARE(good(feed, "<f><old/></f>").places.size(), std::size_t(0));
        QVERIFY(!decoded(feed, "<f><other/></f>").ok());
    }

    void schemaIsObserved()
    {
        const FeedSpec feed = stationFeed("json");
        const Decoded d =
            good(feed, json("[{'id':'a','lon':'121.5','lat':25.0,'time':'2026-10-31 10:00:00','bikes':1},"
                            "{'id':'b','lon':'','time':'2026-10-31 10:00:00','bikes':2,'x':[1,2]}]"));
        using Type = city::FieldShape::Type;
        QCOMPARE(d.schema.records, 2);
        QCOMPARE(d.schema.fields.at(QStringLiteral("id")), (city::FieldShape{Type::Text, 2, 2, QStringLiteral("a")}));
        QCOMPARE(d.schema.fields.at(QStringLiteral("lon")), (city::FieldShape{Type::NumberInText, 2, 1, QStringLiteral("121.5")}));
        QCOMPARE(d.schema.fields.at(QStringLiteral("lat")), (city::FieldShape{Type::Number, 1, 1, QStringLiteral("25")}));
        QCOMPARE(d.schema.fields.at(QStringLiteral("x")), (city::FieldShape{Type::Group, 1, 1, QString()}));
    }
};

CITYOPS_TEST(QCoreApplication, LongMappingTest)
#include "long_mapping_test.moc"
