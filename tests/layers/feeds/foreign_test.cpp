// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/layers/feeds/decoding.h"
#include "tests/support/test_main.h"

/// Payloads as publishers write them whom nobody here knows: fields left out, null, in another case or as texts, marks for
/// "no value", times in milliseconds or without a zone, positions the wrong way round, one object where a list was. Each
/// gives the right values or a problem that names record and field, and the good records are kept.
class ForeignTest : public QObject {
    Q_OBJECT

    static QString where(const std::optional<city::LonLat>& at)
    {
        return at ? QStringLiteral("@%1,%2").arg(at->lon).arg(at->lat) : QString();
    }
    static QString when(const std::optional<city::Instant>& at) { return at ? u' ' + city::toIso(*at) : QString(); }
    /// A line for each fact and each problem, in short.
    static QStringList told(const feeds::Decoded& all)
    {
        QStringList lines;
        for (const city::Place& one : all.places)
            lines << QStringLiteral("place %1%2 %3").arg(one.id.id, where(one.at), one.name.in({})).trimmed();
        for (const city::Observation& one : all.observations)
            lines << QStringLiteral("%1 %2=%3%4").arg(one.place.id, one.quantity).arg(one.value).arg(when(one.observedAt));
        for (const city::Vehicle& one : all.vehicles)
            lines << QStringLiteral("vehicle %1%2%3").arg(one.id, where(one.at), when(one.observedAt));
        for (const city::Event& one : all.events) {
            QString line = QStringLiteral("event %1 %2%3%4").arg(one.id, one.kind, when(one.begins), when(one.ends));
            if (!one.geometry.isEmpty()) line += where(one.geometry.anchor());
            for (const city::Observation& measure : one.measures)
                line += QStringLiteral(" %1=%2").arg(measure.quantity).arg(measure.value);
            lines << line;
        }
        for (const city::Alert& one : all.alerts) {
            QString line = QStringLiteral("alert %1%2").arg(one.identifier, when(one.sent));
            for (const city::AlertInfo& info : one.infos) {
                line += QStringLiteral(" [%1%2%3]").arg(info.event, when(info.effective), when(info.expires));
                for (const city::AlertArea& area : info.areas) {
                    line += u' ' + area.areaDesc;
                    if (!area.geometry.isEmpty())
                        line += QStringLiteral("(%1)").arg(area.geometry.polygons.empty()
                                                               ? QStringLiteral("points")
                                                               : QString::number(area.geometry.polygons[0].rings[0].size()));
                }
            }
            lines << line;
        }
        for (const QUrl& one : all.follow)
            lines << QStringLiteral("link ") + one.toString();
        for (const city::Problem& one : all.problems)
            lines << QStringLiteral("! ") + one.toString();
        return lines;
    }
    static void row(const char* name, const char* format, const QByteArray& payload, const QByteArrayList& lines)
    {
        QTest::newRow(name) << standardFeed(format) << payload << lines;
    }
    static void station(const char* name, const char* fields, const QByteArrayList& lines)
    {
        row(name, "gbfs", json("{'last_updated':1793448000,'data':{'stations':[{'station_id':'1',") + json(fields) + "}]}}", lines);
    }
    static QByteArray alert(const char* sent, const char* area, const char* info = "")
    {
        return QByteArray("<alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\"><identifier>A</identifier><sender>s</sender><sent>") + sent +
               "</sent><status>Actual</status><msgType>Alert</msgType><scope>Public</scope><info><category>Met</category><event>E</event>"
               "<urgency>Immediate</urgency><severity>Severe</severity><certainty>Observed</certainty>" +
               info + "<area><areaDesc>D</areaDesc>" + area + "</area></info></alert>";
    }
    static void columns()
    {
        QTest::addColumn<feeds::FeedSpec>("feed");
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<QByteArrayList>("lines");
    }
    static void compare()
    {
        QFETCH(feeds::FeedSpec, feed);
        QFETCH(QByteArray, payload);
        QFETCH(QByteArrayList, lines);
        const auto result = decoded(feed, payload);
        const QStringList said = result.ok() ? told(*result) : QStringList{QStringLiteral("refused: ") + result.problem().toString()};
        QCOMPARE(said.join(u'\n'), QString::fromUtf8(lines.join('\n')));
    }

private Q_SLOTS:
    void bikes_data()
    {
        columns();
        const auto list = [](const char* stations) { return json("{'last_updated':1793448000,'data':{'stations':") + json(stations) + "}}"; };
        const QByteArrayList three{"1 bikes.available=3 2026-10-31T11:59:50Z"}, fileTime{"1 bikes.available=3 2026-10-31T12:00:00Z"};
        row("one object", "gbfs", list("{'station_id':'1','num_bikes_available':3,'last_reported':1793447990}"), three);
        row("a map", "gbfs", list("{'a':{'station_id':'1','num_bikes_available':3,'last_reported':1793447990}}"), three);
        row("null", "gbfs", list("null"), {});
        row("byte order mark", "gbfs", "\xEF\xBB\xBF" + list("[{'station_id':' 1 ','num_bikes_available':3}]"), fileTime);
        station("milliseconds", "'num_bikes_available':3,'last_reported':1793447990000", three);
        station("milliseconds as a text", "'num_bikes_available':'3','last_reported':'1793447990000'", three);
        station("a fraction of a second", "'num_bikes_available':3.0,'last_reported':1793447990.0", three);
        station("no time", "'num_bikes_available':3,'last_reported':null", fileTime);
        station("-1 for no time", "'num_bikes_available':3,'last_reported':-1", fileTime);
        station("N/A for no time", "'num_bikes_available':3,'last_reported':'N/A'", fileTime);
        station("another century", "'num_bikes_available':3,'last_reported':86400",
                {"! #1 station_id=1: last_reported: the time 1970-01-02T00:00:00Z cannot be true"});
        station("no counts", "'num_bikes_available':'ND','num_docks_available':-1,'last_reported':1793447990",
                {"! #1 station_id=1: num_bikes_available: is no count", "! #1 station_id=1: num_docks_available: is no count"});
        station("half a bike", "'num_bikes_available':2.5,'last_reported':1793447990", {"! #1 station_id=1: num_bikes_available: is no count"});
        station("does not rent", "'is_renting':'NO','num_bikes_available':3,'num_docks_available':2", {"1 docks.available=2 2026-10-31T12:00:00Z"});
        station("FALSE", "'is_renting':'FALSE','num_bikes_available':3,'num_docks_available':2", {"1 docks.available=2 2026-10-31T12:00:00Z"});
        station("both files in one", "'name':'A','lat':25,'lon':121.5,'capacity':5,'num_bikes_available':3",
                {"place 1@121.5,25 A", "1 docks.total=5 2026-10-31T12:00:00Z", "1 bikes.available=3 2026-10-31T12:00:00Z"});
        station("half a character", "'name':'A\\ud83d','lat':'25','lon':'121,5'",
                {"place 1@121.5,25 A\xEF\xBF\xBD", "! is JSON with halves of characters in it, which cannot be read"});
        station("the wrong way round", "'name':'A','lat':121.5,'lon':25",
                {"place 1 A", "! #1 station_id=1: lon, lat: longitude 25, latitude 121.5 lies outside of the area of this feed"});
        row("relative addresses", "gbfs", json("{'data':{'en':{'feeds':[{'name':'station_status.json','url':'s.json'}]}}}"),
            {"! station_status: url: \"s.json\" is no whole address"});
        row("when it can be booked", "gbfs",
            json("{'last_updated':1793448000,'data':{'vehicles':[{'vehicle_id':'a','station_id':'s','availabilities':[{'from':'x'}]}]}}"), {});
    }
    void bikes() { compare(); }

    void warnings_data()
    {
        columns();
        const QByteArrayList area{"alert A 2026-10-01T00:00:00Z [E] D(4)"};
        const auto shape = [&area](const char* name, const char* polygon) { row(name, "cap", alert("2026-10-01T08:00:00+08:00", polygon), area); };
        shape("the standard's", "<polygon>25.0,121.0 25.1,121.0 25.1,121.1 25.0,121.0</polygon>");
        shape("blanks alone", "<polygon>25.0 121.0 25.1 121.0 25.1 121.1 25.0 121.0</polygon>");
        shape("commas alone", "<polygon>25.0,121.0,25.1,121.0,25.1,121.1,25.0,121.0</polygon>");
        shape("semicolons", "<polygon>25.0,121.0;25.1,121.0;25.1,121.1;25.0,121.0</polygon>");
        shape("not closed", "<polygon>25.0,121.0\n\t25.1,121.0\n25.1,121.1</polygon>");
        for (const char* circle : {"25.0,121.0 10", "25.0, 121.0 10", "25.0,121.0,10", "25.0 121.0 10"})
            row(circle, "cap", alert("2026-10-01T08:00:00+08:00", (QByteArray("<circle>") + circle + "</circle>").constData()),
                {"alert A 2026-10-01T00:00:00Z [E] D(73)"});
        row("the wrong way round", "cap", alert("2026-10-01T08:00:00+08:00", "<polygon>121.0,25.0 121.0,25.1 121.1,25.1 121.0,25.0</polygon>"),
            {"alert A 2026-10-01T00:00:00Z [E] D", "! #1 identifier=A: polygon: \"121.0,25.0\" is not on Earth; latitude comes first"});
        row("no zone", "cap", alert("2026-10-01 08:00:00", ""),
            {"alert A 2026-10-01T08:00:00Z [E] D", "! #1 identifier=A: sent: states no offset from UTC; it was read as local time"});
        row("no time", "cap", alert("yesterday", ""), {"refused: #1 identifier=A: sent: \"yesterday\" is no date and time"});
        row("other words", "cap", alert("2026-10-01T00:00:00.000Z", "", "<urgency>now</urgency><expires></expires><onset/>"), {"alert A 2026-10-01T00:00:00Z [E] D"});
        row("Big5 without a word", "cap", QByteArray(alert("2026-10-01T08:00:00+08:00", "")).replace(">E<", ">\xBB\xA8\xAB\x42\xAF\x53\xB3\xF8\xA5\x78\xA5\x5F<"),
            {"alert A 2026-10-01T00:00:00Z [豪雨特報台北] D"});
        const QByteArray head = json("'id':'x','title':'T','updated':'2026-10-01T08:00:00+08:00'");
        const QByteArray entry = json("{'id':'a','link':{'@href':'https://a.tw/a.cap'}}");
        const QByteArrayList link{"link https://a.tw/a.cap"};
        row("an index of one", "cap", '{' + head + ",\"entry\":" + entry + '}', link);
        row("an index of none", "cap", '{' + head + ",\"entry\":null}", {});
        row("an index without entries", "cap", '{' + head + '}', {});
        row("an index under its name", "cap", "{\"feed\":{" + head + ",\"entry\":[" + entry + "]}}", link);
        row("the entries alone", "cap", '[' + entry + ']', link);
    }
    void warnings() { compare(); }

    void transit_data()
    {
        columns();
        const auto message = [](const char* entities) { return json("{'header':{'gtfsRealtimeVersion':'2.0','timestamp':'1793448000'},'entity':") + json(entities) + '}'; };
        const auto vehicle = [&message](const char* name, const char* fields, const QByteArrayList& lines) {
            row(name, "gtfs-rt", message((QByteArray("[{'id':'1','vehicle':{'vehicle':{'id':'b'},") + fields + "}}]").constData()), lines);
        };
        vehicle("seconds", "'position':{'latitude':25,'longitude':121},'timestamp':'1793447990'", {"vehicle b@121,25 2026-10-31T11:59:50Z"});
        vehicle("milliseconds", "'position':{'latitude':25,'longitude':121},'timestamp':1793447990000", {"vehicle b@121,25 2026-10-31T11:59:50Z"});
        vehicle("nowhere", "'position':{'latitude':0,'longitude':0}", {"! #1 id=1: position: the vehicle has no position"});
        vehicle("half a position", "'position':{'longitude':121}", {"! #1 id=1: position: the vehicle has no position"});
        vehicle("the wrong way round", "'position':{'latitude':121,'longitude':25}",
                {"! #1 id=1: position: longitude 25 and latitude 121 look swapped; the position is not used"});
        vehicle("microseconds", "'position':{'latitude':25,'longitude':121},'timestamp':1793447990000000",
                {"! #1 id=1: timestamp: is no time in seconds since 1970"});
        row("nobody on the road", "gtfs-rt", json("{'header':{'gtfsRealtimeVersion':'2.0','timestamp':'1793448000'}}"), {});
        row("null", "gtfs-rt", message("null"), {});
        row("one entity", "gtfs-rt", message("{'id':'1','vehicle':{'position':{'latitude':25,'longitude':121}}}"), {"vehicle 1@121,25 2026-10-31T12:00:00Z"});
        row("periods in milliseconds", "gtfs-rt",
            message("[{'id':'1','alert':{'headerText':{'translation':[{'text':'H'}]},'activePeriod':[{'start':1793440800000,'end':18446744073709551615}]}}]"),
            {"alert 1 2026-10-31T10:00:00Z [UNKNOWN_EFFECT 2026-10-31T10:00:00Z 2026-11-01T12:00:00Z] "});
    }
    void transit() { compare(); }

    void roadsAndQuakes_data()
    {
        columns();
        row("two positions as texts", "open511", json("{'events':[{'id':1,'status':'ARCHIVED'},{'id':2,'geography':{'type':'point','coordinates':['-123','49']}}]}"),
            {"event 2 road-event@-123,49"});
        row("a shape of no use", "open511", json("{'events':[{'id':1},{'id':2,'geography':{'type':'Point','coordinates':['x',49]}}]}"),
            {"event 1 road-event", "event 2 road-event", "! #2 id=2: geography: is no geometry"});
        row("no events", "open511", json("{'events':null}"), {});
        row("no work zones", "wzdx", json("{'type':'FeatureCollection','feed_info':{'version':'4.2'},'features':null}"), {});
        const auto quake = [](const char* name, const char* properties, const QByteArrayList& lines) {
            row(name, "quakes", json("{'type':'FeatureCollection','features':[{'type':'Feature','id':'q','geometry':{'type':'Point','coordinates':['121.5','24','10']},'properties':{") + json(properties) + "}}]}", lines);
        };
        const QByteArrayList one{"event q earthquake 2026-10-31T12:00:00Z@121.5,24 quake.magnitude=4.1 quake.depth=10"};
        quake("milliseconds", "'mag':4.1,'time':1793448000000", one);
        quake("texts", "'mag':'4.1','time':'1793448000000'", one);
        quake("seconds", "'mag':'4.1','time':1793448000", one);
        quake("no zone", "'mag':4.1,'time':'2026-10-31T12:00:00'", one);
        quake("nothing", "'mag':null,'time':null", {"event q earthquake@121.5,24 quake.depth=10"});
        const auto site = [](const char* name, const char* time, const char* value, const QByteArrayList& lines) {
            row(name, "datex2",
                QByteArray("<d2LogicalModel><payloadPublication type=\"MeasuredDataPublication\"><siteMeasurements><measurementSiteReference id=\"S\"/>"
                           "<measurementTimeDefault>") + time + "</measurementTimeDefault><measuredValue index=\"1\"><measuredValue><basicData "
                           "type=\"TrafficSpeed\"><averageVehicleSpeed><speed>" + value + "</speed></averageVehicleSpeed></basicData></measuredValue>"
                           "</measuredValue></siteMeasurements></payloadPublication></d2LogicalModel>", lines);
        };
        site("a decimal comma", "2026-10-31T12:00:00Z", "88,5", {"S road.speed=88.5 2026-10-31T12:00:00Z"});
        site("no vehicles", "2026-10-31T12:00:00Z", "-1", {});
        site("no number", "2026-10-31T12:00:00Z", "fast", {"! #1 site=S: speed: \"fast\" is not a number"});
        site("no time", "", "88", {"! #1 site=S: measurementTimeDefault: is missing, though the standard demands it"});
    }
    void roadsAndQuakes() { compare(); }

    void air_data()
    {
        columns();
        const auto sensor = [](const char* name, const char* thing, const QByteArrayList& lines) {
            row(name, "sensorthings", json("{'value':[{'@iot.id':1,'name':'T',") + json(thing) + "}]}", lines);
        };
        sensor("a shape of no use", "'Locations':[{'location':{'type':'Point','coordinates':[]}}]", {"place 1 T", "! #1 @iot.id=1: location: is no geometry"});
        sensor("texts", "'Locations':{'location':{'type':'point','coordinates':['121','25']}}", {"place 1@121,25 T"});
        const auto value = [](const char* name, const char* fields, const QByteArrayList& lines) {
            row(name, "openaq", json("{'results':[{'locationId':7,'location':'A','parameter':'pm25','unit':'\xC2\xB5g/m\xC2\xB3','coordinates':null,") + json(fields) + "}]}", lines);
        };
        value("a text", "'value':'12.5','date':{'utc':'2026-10-31T12:00:00Z'}", {"place 7 A", "7 pm2.5=12.5 2026-10-31T12:00:00Z"});
        value("-999", "'value':-999,'date':{'utc':'2026-10-31T12:00:00Z'}", {"place 7 A"});
        value("ND", "'value':'ND','date':{'utc':'2026-10-31T12:00:00Z'}", {"place 7 A"});
        value("no number", "'value':'much','date':{'utc':'2026-10-31T12:00:00Z'}", {"place 7 A", "! #1 location=A: value: \"much\" is not a number"});
        value("no time", "'value':12.5", {"place 7 A", "! #1 location=A: datetime: the record states no time"});
    }
    void air() { compare(); }

    void lists_data()
    {
        columns();
        const auto list = [](const char* name, const QByteArray& payload, const QByteArrayList& lines, const char* format = "json", const char* records = "$[*]") {
            QTest::newRow(name) << stationFeed(format, records) << payload << lines;
        };
        const QByteArray good = json("{'id':'a','lon':121.5,'lat':25,'time':'2026-10-01 08:00:00','bikes':12}");
        const QByteArrayList twelve{"place a@121.5,25", "a bikes.available=12 2026-10-01T00:00:00Z"}, place{"place a@121.5,25"};
        list("another case", json("[{'ID':'a','Lon':'121.5','LAT':'25','Time':'2026-10-01 08:00:00','Bikes':'12'}]"), twelve);
        list("the list in another case", "{\"Data\":[" + good + "]}", twelve, "json", "$.data[*]");
        list("a table in another case", "ID,LON,LAT,TIME,BIKES\na,121.5,25,2026-10-01 08:00:00,12\n", twelve, "csv");
        list("elements in another case", "<Set><S><Id>a</Id><Lon>121.5</Lon><Lat>25</Lat><Time>2026-10-01 08:00:00</Time><Bikes>12</Bikes></S></Set>", twelve, "xml", "Set/S");
        for (const char* none : {"null", "'x'", "'ND'", "'nd'", "'N/A'", "'NaN'", "'None'", "'#'", "'*'", "'-'", "''", "-99", "'-99'", "'-99.0'", "'\xE2\x80\x94'"})
            list(none, '[' + QByteArray(good).replace(":12}", ':' + json(none) + '}') + ']', place);
        for (const char* time : {"2026-10-01T08:00:00+08:00", "2026-10-01T00:00:00Z", "2026/10/01 08:00:00", "20261001080000", "2026-10-01 08:00"})
            list(time, '[' + QByteArray(good).replace("2026-10-01 08:00:00", time) + ']', twelve);
        list("another form of time", '[' + QByteArray(good).replace("2026-10-01 08:00:00", "1 Oct 26, 8 am") + ']',
             {place[0], "! #1 id=a: time: \"1 Oct 26, 8 am\" is no time in the format of this feed"});
        list("the wrong way round", '[' + QByteArray(good).replace("121.5", "LAT").replace("25", "121.5").replace("LAT", "25") + ']',
             {"place a", "a bikes.available=12 2026-10-01T00:00:00Z",
              "! #1 id=a: lon, lat: longitude 25 and latitude 121.5 look swapped; the position is not used"});
        list("twice", '[' + good + ',' + good + ']', {twelve[0], twelve[1], "! #2 id=a: id: this id came before in record #1; the later record counts"});
        list("a bad one among good ones", "[null,7,{\"id\":null}," + good + ']',
             {twelve[0], twelve[1], "! #3: id: the record has no id", "! #1: id: the record has no id", "! #2: id: the record has no id"});
        list("none", "[]", {});
        list("an error instead", json("{'error':'no such key'}"), {"! time: no record has this field, it was probably renamed; the fields are: error", "! id: no record has this field, it was probably renamed; the fields are: error"});
    }
    void lists() { compare(); }
};

CITYOPS_TEST(QCoreApplication, ForeignTest)
#include "foreign_test.moc"
