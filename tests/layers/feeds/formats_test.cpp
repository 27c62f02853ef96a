// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/join_table.h"
#include "tests/layers/feeds/decoding.h"
#include "tests/support/archive.h"
#include "tests/support/test_main.h"

/// Formats and files of formats that few publishers use: realtime messages as JSON, alerts of bicycle systems, parking of
/// DATEX II, locations by code, TMDD, spreadsheets.
class FormatsTest : public QObject {
    Q_OBJECT

    static feeds::Decoded read(const char* format, const QByteArray& payload)
    {
        const auto result = decoded(standardFeed(format), payload);
        if (!result.ok()) qFatal("%s: %s", format, qPrintable(result.problem().toString()));
        return *result;
    }
    static QString values(const feeds::Decoded& all)
    {
        QStringList said;
        for (const city::Observation& one : all.observations)
            said << QStringLiteral("%1 %2=%3").arg(one.place.id, one.quantity).arg(one.value);
        return said.join(QStringLiteral("; "));
    }
    static QByteArray publication(const char* type, const char* inner)
    {
        return "<d2LogicalModel><payloadPublication type=\"" + QByteArray(type) +
               "\"><publicationTime>2026-10-01T08:00:00Z</publicationTime>" + inner + "</payloadPublication></d2LogicalModel>";
    }
    /// A sheet as OpenDocument has it; rows of cells.
    static QByteArray openDocument(const QList<QList<QByteArray>>& rows)
    {
        QByteArray body;
        for (const QList<QByteArray>& row : rows) {
            body += "<table:table-row>";
            for (const QByteArray& cell : row) {
                bool isNumber = false;
                cell.toDouble(&isNumber);
                body += isNumber ? "<table:table-cell office:value-type=\"float\" office:value=\"" + cell + "\"><text:p>" + cell + "</text:p></table:table-cell>"
                                 : "<table:table-cell office:value-type=\"string\"><text:p>" + cell + "</text:p></table:table-cell>";
            }
            body += "</table:table-row>";
        }
        const QByteArray content =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
            "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\">"
            "<office:body><office:spreadsheet><table:table table:name=\"One\">" + body + "</table:table></office:spreadsheet></office:body></office:document-content>";
        return zipArchive({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet", false}, {"content.xml", content}});
    }
    static QByteArray workbook(const QByteArray& rows)
    {
        const QByteArray main = " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
        const QByteArray relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        return zipArchive(
            {{"[Content_Types].xml", "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" "
                                     "ContentType=\"application/xml\"/><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                                     "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                                     "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>"},
             {"_rels/.rels", "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"" +
                                 relations + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"},
             {"xl/workbook.xml", "<?xml version=\"1.0\"?><workbook" + main + " xmlns:r=\"" + relations + "\"><sheets><sheet name=\"Stations\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"},
             {"xl/_rels/workbook.xml.rels", "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"" +
                                                relations + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"},
             {"xl/worksheets/sheet1.xml", "<?xml version=\"1.0\"?><worksheet" + main + "><sheetData>" + rows + "</sheetData></worksheet>"}});
    }
    static QByteArray text(const char* at, const char* said)
    {
        return "<c r=\"" + QByteArray(at) + "\" t=\"inlineStr\"><is><t>" + said + "</t></is></c>";
    }

private Q_SLOTS:
    void realtimeAsJson_data()
    {
        QTest::addColumn<QByteArray>("payload");
        const char* plain = "{'header':{'gtfs_realtime_version':'2.0','timestamp':1793448000},'entity':[{'id':'e1','vehicle':{'trip':{'trip_id':'t','route_id':'7'},"
                            "'position':{'latitude':25.03,'longitude':121.5,'bearing':90,'speed':10},'timestamp':1793447990,'current_status':'STOPPED_AT',"
                            "'occupancy_status':3,'vehicle':{'id':'bus-1'}}}]}";
        const char* camel = "{'header':{'gtfsRealtimeVersion':'2.0','timestamp':'1793448000'},'entity':[{'id':'e1','vehicle':{'trip':{'tripId':'t','routeId':'7'},"
                            "'position':{'latitude':'25.03','longitude':121.5,'bearing':90.0,'speed':10},'timestamp':'1793447990.25','currentStatus':1,"
                            "'occupancyStatus':'STANDING_ROOM_ONLY','vehicle':{'id':'bus-1'}}}]}";
        const char* pascal = "{'Header':{'GtfsRealtimeVersion':'1.0','Timestamp':1793448000},'Entities':[{'Id':'e1','Alert':null,'Vehicle':{'Trip':{'TripId':'t','RouteId':'7'},"
                             "'Position':{'Latitude':25.03,'Longitude':121.5,'Bearing':90,'Speed':10},'Timestamp':1793447990,'CurrentStatus':'stopped_at',"
                             "'OccupancyStatus':3,'Vehicle':{'Id':'bus-1'}}}]}";
        QTest::newRow("names of the standard") << json(plain);
        QTest::newRow("lowerCamelCase") << json(camel);
        QTest::newRow("UpperCamelCase") << json(pascal);
        QTest::newRow("in an envelope") << json("{'status':'OK','response':") + json(plain) + "}";
        QTest::newRow("in a list") << "[" + json(plain) + "]";
        QTest::newRow("byte order mark") << "\xEF\xBB\xBF" + json(plain);
    }
    void realtimeAsJson()
    {
        QFETCH(QByteArray, payload);
        const feeds::Decoded all = read("gtfs-rt", payload);
        QCOMPARE(all.vehicles.size(), std::size_t(1));
        const city::Vehicle& bus = all.vehicles[0];
        QCOMPARE(bus.id, QStringLiteral("bus-1"));
        QCOMPARE(bus.at, (city::LonLat{121.5, 25.03}));
        QCOMPARE(*bus.headingDegrees, 90.0);
        QCOMPARE(*bus.speedKmh, 36.0);
        QCOMPARE(bus.observedAt, at("2026-10-31T11:59:50Z"));
        QCOMPARE(bus.details.value(QStringLiteral("route_id")), QStringLiteral("7"));
        QCOMPARE(bus.details.value(QStringLiteral("current_status")), QStringLiteral("STOPPED_AT"));
        QCOMPARE(bus.details.value(QStringLiteral("occupancy_status")), QStringLiteral("STANDING_ROOM_ONLY"));
        QCOMPARE(problemsOf(all), QString());
    }

    void tripsAndAlertsAsJson()
    {
        const feeds::Decoded all = read(
            "gtfs-rt", json("{'header':{'gtfsRealtimeVersion':'2.0','timestamp':'1793448000'},'entity':[{'id':'t1','tripUpdate':{'trip':{'tripId':'t','scheduleRelationship':'SCHEDULED'},"
                            "'stopTimeUpdate':[{'stopSequence':4,'stopId':'s','arrival':{'delay':120,'time':'1793448120'}}]}},"
                            "{'id':'a1','alert':{'activePeriod':[{'start':'1793440000'}],'informedEntity':[{'routeId':'7'}],'effect':'DETOUR','cause':'CONSTRUCTION',"
                            "'headerText':{'translation':[{'text':'Detour','language':'en'},{'text':'Umleitung','language':'de'}]},'descriptionText':'Works'}},"
                            "{'id':'gone','isDeleted':true,'alert':{}}]}"));
        QCOMPARE(all.events.size(), std::size_t(1));
        QCOMPARE(all.events[0].measures.at(0).value, 120.0);
        QCOMPARE(all.alerts.size(), std::size_t(1));
        QCOMPARE(all.alerts[0].infos.at(0).headline, QStringLiteral("Detour"));
        QCOMPARE(all.alerts[0].infos.at(0).event, QStringLiteral("DETOUR"));
        QVERIFY(!decoded(standardFeed("gtfs-rt"), "{\"data\":{\"stations\":[]}}").ok());
    }

    void alertsOfBicycleSystems_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::newRow("2") << json("{'last_updated':1793448000,'data':{'alerts':[{'alert_id':'a','type':'STATION_CLOSURE','times':[{'start':1793000000,'end':1793100000},"
                                   "{'start':1793440000,'end':1793540000}],'station_ids':['s1'],'summary':'Closed','description':'Works','last_updated':1793447000}]}}");
        QTest::newRow("3") << json("{'last_updated':'2026-10-31T12:00:00Z','data':{'alerts':[{'alert_id':'a','type':'STATION_CLOSURE','times':[{'start':'2026-10-24T08:53:20Z','end':'2026-10-25T12:40:00Z'},"
                                   "{'start':'2026-10-31T09:46:40Z','end':'2026-11-01T13:33:20Z'}],'station_ids':['s1'],'summary':[{'text':'Closed','language':'en'}],"
                                   "'description':[{'text':'Works','language':'en'}],'last_updated':'2026-10-31T11:43:20Z'}]}}");
    }
    void alertsOfBicycleSystems()
    {
        QFETCH(QByteArray, payload);
        feeds::Decoded all = read("gbfs", payload);
        QCOMPARE(all.alerts.size(), std::size_t(1));
        const city::AlertInfo& info = all.alerts[0].infos.at(0);
        QCOMPARE(info.headline, QStringLiteral("Closed"));
        QCOMPARE(info.description, QStringLiteral("Works"));
        QCOMPARE(info.effective, std::optional(at("2026-10-31T09:46:40Z"))); // the period that counts
        QCOMPARE(info.expires, std::optional(at("2026-11-01T13:33:20Z")));
        QCOMPARE(all.alerts[0].sent, at("2026-10-31T11:43:20Z"));
        QCOMPARE(problemsOf(all), QString());
        feeds::append(all, read("gbfs", json("{'last_updated':1793448000,'data':{'stations':[{'station_id':'s1','name':'Main Street','lat':25.0,'lon':121.5,'capacity':3}]}}")));
        feeds::complete(all);
        QCOMPARE(all.alerts[0].infos[0].areas.at(0).geometry.points.at(0), (city::LonLat{121.5, 25.0}));
        QCOMPARE(all.alerts[0].infos[0].areas[0].areaDesc, QStringLiteral("Main Street"));
    }

    void parking()
    {
        const feeds::Decoded table = read("datex2", publication("ParkingTablePublication", "<parkingTable id=\"t\"><parkingRecord id=\"p1\" type=\"UrbanParkingSite\"><parkingName><values><value lang=\"de\">Mitte</value></values></parkingName>"
                                                                                          "<parkingNumberOfSpaces>300</parkingNumberOfSpaces><parkingLocation type=\"Point\"><pointByCoordinates><pointCoordinates><latitude>52.5</latitude>"
                                                                                          "<longitude>13.4</longitude></pointCoordinates></pointByCoordinates></parkingLocation></parkingRecord></parkingTable>"));
        QCOMPARE(table.places.size(), std::size_t(1));
        QCOMPARE(table.places[0].at, std::optional(city::LonLat{13.4, 52.5}));
        QCOMPARE(table.places[0].name.in(QStringLiteral("de")), QStringLiteral("Mitte"));
        QCOMPARE(values(table), QStringLiteral("p1 parking.cars.total=300"));
        const feeds::Decoded status =
            read("datex2", publication("ParkingStatusPublication", "<parkingRecordStatus type=\"ParkingSiteStatus\"><parkingRecordReference id=\"p1\" version=\"1\" targetClass=\"ParkingRecord\"/>"
                                                                  "<parkingStatusOriginTime>2026-10-01T07:58:00Z</parkingStatusOriginTime><parkingOccupancy><parkingNumberOfVacantSpaces>42</parkingNumberOfVacantSpaces>"
                                                                  "<parkingOccupancy>86.0</parkingOccupancy></parkingOccupancy></parkingRecordStatus>"
                                                                  "<parkingRecordStatus><parkingRecordReference id=\"p2\"/><parkingOccupancy><parkingNumberOfVacantSpaces>9</parkingNumberOfVacantSpaces></parkingOccupancy>"
                                                                  "<parkingSiteOpeningStatus>closed</parkingSiteOpeningStatus></parkingRecordStatus>"));
        QCOMPARE(values(status), QStringLiteral("p1 parking.cars.available=42"));
        QCOMPARE(status.observations[0].observedAt, at("2026-10-01T07:58:00Z"));
        const feeds::Decoded older = read(
            "datex2", publication("GenericPublication", "<genericPublicationName>ParkingFacilityTableStatusPublication</genericPublicationName><genericPublicationExtension><parkingFacilityTableStatusPublication>"
                                                        "<parkingFacilityStatus><parkingFacilityReference id=\"f\" targetClass=\"ParkingFacility\"/><parkingFacilityStatus>open</parkingFacilityStatus>"
                                                        "<parkingFacilityStatusTime>2026-10-01T07:59:00Z</parkingFacilityStatusTime><totalNumberOfVacantParkingSpaces>17</totalNumberOfVacantParkingSpaces>"
                                                        "<totalParkingCapacityOverride>90</totalParkingCapacityOverride></parkingFacilityStatus></parkingFacilityTableStatusPublication></genericPublicationExtension>"));
        QCOMPARE(values(older), QStringLiteral("f parking.cars.available=17; f parking.cars.total=90"));
    }

    void locationsByCode()
    {
        feeds::FeedSpec feed = standardFeed("datex2");
        feeds::Join join;
        join.name = QStringLiteral("locations");
        join.format = QStringLiteral("csv");
        join.layout.delimiter = QStringLiteral(";");
        join.key = named("LCD");
        feed.joins.push_back(join);
        feed.mapping.follow.join = QStringList{QStringLiteral("locations.XCOORD"), QStringLiteral("locations.YCOORD")};
        const auto table = feeds::readJoinTable("CID;TABCD;LCD;XCOORD;YCOORD\n6;17;7302;+02493000;+06020000\n6;17;7305;24.95;60.21\n", feed.joins[0], feed.mapping);
        QVERIFY(table.ok());
        static const city::QuantityCatalogue none;
        const QByteArray situation = publication(
            "SituationPublication", "<situation id=\"s\"><situationRecord id=\"r\" type=\"Accident\"><situationRecordVersionTime>2026-10-01T08:00:00Z</situationRecordVersionTime>"
                                    "<groupOfLocations type=\"Linear\"><alertCLinear><alertCLocationCountryCode>6</alertCLocationCountryCode><alertCLocationTableNumber>17</alertCLocationTableNumber>"
                                    "<alertCMethod2PrimaryPointLocation><alertCLocation><specificLocation>7302</specificLocation></alertCLocation></alertCMethod2PrimaryPointLocation>"
                                    "<alertCMethod2SecondaryPointLocation><alertCLocation><specificLocation>7305</specificLocation></alertCLocation></alertCMethod2SecondaryPointLocation>"
                                    "</alertCLinear></groupOfLocations></situationRecord></situation>");
        const auto all = feeds::decode(situation, {feed, none, at("2026-11-01T00:00:00Z"), {std::make_shared<const feeds::JoinTable>(*table)}});
        QVERIFY(all.ok());
        QCOMPARE(all->events.at(0).geometry.lines.at(0), (std::vector<city::LonLat>{{24.93, 60.2}, {24.95, 60.21}}));
        QVERIFY(!all->events[0].description.contains(QStringLiteral("Alert-C")));
    }

    void eventUpdatesOfAmericanCentres()
    {
        NEED_RECORDED_FEEDS();
        const feeds::Decoded all = read("tmdd", contentOf(recordedFeeds() + QStringLiteral("/other-traffic/tmdd_input_1.xml")));
        QCOMPARE(all.events.size(), std::size_t(5));
        const city::Event& first = all.events[0];
        QCOMPARE(first.id, QStringLiteral("Agency-X/1681"));
        QCOMPARE(first.kind, QStringLiteral("special-events"));
        QCOMPARE(first.title.in({}), QStringLiteral("major event, I-1, INTERSECTION HWY"));
        QCOMPARE(first.geometry.points.at(0), (city::LonLat{-117.070234, 33.07385}));
        QCOMPARE(first.reportedAt, at("2012-04-16T16:07:00Z"));
        QCOMPARE(all.events[1].kind, QStringLiteral("incident"));
        QCOMPARE(problemsOf(all), QString());
        QVERIFY(!decoded(standardFeed("tmdd"), "<a><b/></a>").ok());
    }

    void namesInEnglishToo()
    {
        for (const char* property : {"name_en", "name:en", "nameEn", "EnglishName"}) {
            const feeds::Decoded all = read("ogc-features", json("{'type':'FeatureCollection','numberReturned':1,'features':[{'type':'Feature','id':'1','geometry':{'type':'Point','coordinates':[121.5,25]},"
                                                                 "'properties':{'name':'公園','") + property + json("':'Park'}}]}"));
            QCOMPARE(all.places.at(0).name.in(QStringLiteral("en")), QStringLiteral("Park"));
            QCOMPARE(all.places[0].name.in(QStringLiteral("zh_TW")), QStringLiteral("公園"));
        }
    }

    void spreadsheets()
    {
        const QList<QList<QByteArray>> rows{{"id", "lon", "lat", "time", "bikes"}, {"a,\"1\"", "121.5", "25", "2026-10-01 08:00:00", "12"}};
        const QByteArray sheet = workbook("<row r=\"1\">" + text("A1", "id") + text("B1", "lon") + text("C1", "lat") + text("D1", "time") + text("E1", "bikes") + "</row><row r=\"2\">" +
                                          text("A2", "a,&quot;1&quot;") + "<c r=\"B2\"><v>121.5</v></c><c r=\"C2\"><v>25</v></c>" + text("D2", "2026-10-01 08:00:00") + "<c r=\"E2\"><v>12</v></c></row>");
        for (const QByteArray& payload : {openDocument(rows), sheet}) {
            const auto all = decoded(stationFeed("csv"), payload);
            QVERIFY2(all.ok(), all.ok() ? "" : qPrintable(all.problem().toString()));
            QCOMPARE(values(*all), QStringLiteral("a,\"1\" bikes.available=12"));
            QCOMPARE(all->places.at(0).at, std::optional(city::LonLat{121.5, 25.0}));
            feeds::FeedSpec other = stationFeed("csv");
            other.mapping.member = QStringLiteral("Nowhere");
            QVERIFY(!decoded(other, payload).ok());
            feeds::FeedSpec narrow = stationFeed("csv");
            narrow.request.maxBytes = 200;
            QVERIFY(!decoded(narrow, payload).ok()); // a bomb, for all it can know
            for (qsizetype cut = 0; cut < payload.size(); cut += 97)
                QVERIFY(!decoded(stationFeed("csv"), payload.left(cut)).ok());
        }
    }
};

CITYOPS_TEST(QCoreApplication, FormatsTest)
#include "formats_test.moc"
