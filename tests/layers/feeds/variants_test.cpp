// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/openlr.h"
#include "tests/layers/feeds/decoding.h"
#include "tests/support/test_main.h"

/// Payloads as the standards allow them and other publishers than the recorded ones write them.
class VariantsTest : public QObject {
    Q_OBJECT

    static feeds::Decoded read(const char* format, const QByteArray& payload)
    {
        const auto result = decoded(standardFeed(format), payload);
        if (!result.ok()) qFatal("%s: %s", format, qPrintable(result.problem().toString()));
        return *result;
    }
    static QByteArray alert(const QByteArray& prefix, const QByteArray& declared,
                            const QByteArray& identifier = "A1")
    {
        const auto tag = [&](const char* name, const QByteArray& text) {
            return '<' + prefix + name + '>' + text + "</" + prefix + name + '>';
        };
        const QByteArray info =
            tag("info", tag("category", "Met") + tag("event", "<![CDATA[Wind & rain]]>") +
                            tag("urgency", "Future") + tag("severity", "Minor") + tag("certainty", "Likely") +
                            tag("area", tag("areaDesc", "Here") + tag("circle", "25.0,121.5 10")));
        return '<' + prefix + "alert" + declared + '>' + tag("identifier", identifier) +
               tag("sender", "s@example.org") + tag("sent", "2026-10-01T08:00:00Z") +
               tag("status", "Actual") + tag("msgType", "Alert") + tag("scope", "Public") + info + info +
               "</" + prefix + "alert>";
    }
    static bool near(double a, double b) { return std::abs(a - b) < 1e-4; }
    static QByteArray feature(const QByteArray& geometry, const QByteArray& more = {})
    {
        return "<wfs:FeatureCollection xmlns:wfs=\"http://www.opengis.net/wfs/2.0\" "
               "xmlns:gml=\"http://www.opengis.net/gml/3.2\" "
               "xmlns:a=\"urn:a\">" +
               more + "<wfs:member><a:tree gml:id=\"t.1\"><a:geom>" + geometry +
               "</a:geom><a:name>Oak</a:name></a:tree></wfs:member></wfs:FeatureCollection>";
    }
    static std::optional<city::LonLat> place(const char* format, const QByteArray& payload)
    {
        const feeds::Decoded all = read(format, payload);
        return all.places.empty() ? std::nullopt : all.places[0].at;
    }

private Q_SLOTS:
    void capPrefixesAndNamespaces()
    {
        for (const QByteArray& one :
             {alert("", " xmlns=\"urn:oasis:names:tc:emergency:cap:1.1\""),
              alert("cap:", " xmlns:cap=\"urn:oasis:names:tc:emergency:cap:1.2\""), alert("", ""),
              alert("x:", ""), QByteArray("\xEF\xBB\xBF") + alert("", ""),
              QByteArray("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n") + alert("", "")}) {
            const feeds::Decoded all = read("cap", one);
            QCOMPARE(all.alerts.size(), std::size_t(1));
            QCOMPARE(all.alerts[0].infos.size(), std::size_t(2));
            QCOMPARE(all.alerts[0].infos[0].event, QStringLiteral("Wind & rain"));
            QCOMPARE(all.alerts[0].sent, at("2026-10-01T08:00:00Z"));
            QCOMPARE(all.alerts[0].infos[0].areas[0].geometry.polygons.size(), std::size_t(1));
            QCOMPARE(problemsOf(all), QString());
        }
    }

    void capInItsEnvelopes()
    {
        const QByteArray inner = alert("", " xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\"");
        const QByteArray begin =
            "<EDXLDistribution xmlns=\"urn:oasis:names:tc:emergency:EDXL:DE:1.0\"><contentObject>";
        const QByteArray end = "</contentObject></EDXLDistribution>";
        for (const QByteArray& content :
             {"<xmlContent><embeddedXMLContent>" + inner + "</embeddedXMLContent></xmlContent>",
              "<xmlContent><embeddedXMLContent><![CDATA[" +
                  QByteArray(inner)
                      .replace("<![CDATA[", "")
                      .replace("]]>", "")
                      .replace("Wind & rain", "Wind") +
                  "]]></embeddedXMLContent></xmlContent>",
              "<nonXMLContent><mimeType>application/cap+xml</mimeType><contentData>" + inner.toBase64() +
                  "</contentData></nonXMLContent>"})
            QCOMPARE(read("cap", begin + content + end).alerts.size(), std::size_t(1));
        QCOMPARE(
            read("cap", begin + "<nonXMLContent><contentData>R0lGODlh</contentData></nonXMLContent>" + end)
                .factCount(),
            0);
        const feeds::Decoded index = read(
            "cap",
            "<rss><channel><item><title>A</title><link>https://a.tw/1.cap</link></item><item><guid>x</guid>"
            "<enclosure url=\"https://a.tw/2.xml\" "
            "type=\"application/cap+xml\"/><link>https://a.tw/page</link>"
            "</item></channel></rss>");
        QCOMPARE(index.follow, (std::vector<QUrl>{QUrl(QStringLiteral("https://a.tw/1.cap")),
                                                  QUrl(QStringLiteral("https://a.tw/2.xml"))}));
    }

    void gbfsOfEveryVersion_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::newRow("1.0") << json(
            "{'last_updated':1793448000,'ttl':0,'data':{'stations':[{'station_id':'1','num_bikes_available':"
            "3,"
            "'num_docks_available':7,'is_installed':1,'is_renting':1,'last_reported':1793447990}]}}");
        QTest::newRow("strings") << json(
            "{'last_updated':'1793448000','data':{'stations':[{'station_id':1,'num_bikes_available':'3',"
            "'num_docks_available':'7','is_renting':'true','last_reported':'1793447990'}]}}");
        QTest::newRow("3.0") << json("{'last_updated':'2026-10-31T12:00:00Z','ttl':0,'version':'3.0','data':{"
                                     "'stations':[{'station_id':'1',"
                                     "'num_vehicles_available':3,'num_docks_available':7,'is_renting':true,"
                                     "'vehicle_types_available':[{'vehicle_type_id':'a','count':3}],"
                                     "'last_reported':'2026-10-31T19:59:50+08:00'}]}}");
    }
    void gbfsOfEveryVersion()
    {
        QFETCH(QByteArray, payload);
        const feeds::Decoded all = read("gbfs", payload);
        QCOMPARE(all.observations.size(), std::size_t(2));
        QCOMPARE(all.observations[0].value, 3.0);
        QCOMPARE(all.observations[0].observedAt, at("2026-10-31T11:59:50Z"));
        QCOMPARE(all.observations[1].quantity, QStringLiteral("docks.available"));
        QCOMPARE(problemsOf(all), QString());
    }

    void gbfsDiscovery()
    {
        for (const char* data : {"{'data':{'en':{'feeds':[{'name':'station_status','url':'https://a.tw/"
                                 "s'}]},'fr':{'feeds':[]}}}",
                                 "{'data':{'feeds':[{'name':'station_status','url':'https://a.tw/"
                                 "s'},{'name':'system_regions','url':'https://a.tw/r'}]}}"})
            QCOMPARE(read("gbfs", json(data)).follow.at(0), QUrl(QStringLiteral("https://a.tw/s")));
        for (const char* silent : {"{'data':{'versions':[]}}", "{'data':{'regions':[]}}",
                                   "{'data':{'alerts':[]}}", "{'data':{'plans':[]}}",
                                   "{'data':{'geofencing_zones':{'type':'FeatureCollection','features':[]}}}",
                                   "{'data':{'system_id':'x','name':[{'text':'X','language':'en'}]}}"})
            QCOMPARE(read("gbfs", json(silent)).problemCount, 0);
    }

    void axesOfGml()
    {
        const city::LonLat here{121.5, 25.0};
        const auto is = [&](const QByteArray& geometry, const QByteArray& more = {}) {
            const auto found = place("ogc-features", feature(geometry, more));
            return found && near(found->lon, here.lon) && near(found->lat, here.lat);
        };
        QVERIFY(is(
            "<gml:Point srsName=\"urn:ogc:def:crs:EPSG::4326\"><gml:pos>25.0 121.5</gml:pos></gml:Point>"));
        QVERIFY(is("<gml:Point srsName=\"http://www.opengis.net/def/crs/EPSG/0/4326\"><gml:pos>25.0 "
                   "121.5</gml:pos></gml:Point>"));
        QVERIFY(is("<gml:Point srsName=\"EPSG:4326\"><gml:pos>121.5 25.0</gml:pos></gml:Point>"));
        QVERIFY(is("<gml:Point srsName=\"urn:ogc:def:crs:OGC:1.3:CRS84\"><gml:pos>121.5 "
                   "25.0</gml:pos></gml:Point>"));
        QVERIFY(is("<gml:Point "
                   "srsName=\"http://www.opengis.net/gml/srs/epsg.xml#4326\"><gml:coordinates>121.5,25.0</"
                   "gml:coordinates></gml:Point>"));
        // Of the envelope around, when the geometry names none; a geographic CRS of another country.
        QVERIFY(is("<gml:Point><gml:pos>25.0 121.5</gml:pos></gml:Point>",
                   "<wfs:boundedBy><gml:Envelope srsName=\"urn:ogc:def:crs:EPSG::6668\"/></wfs:boundedBy>"));
        // A projection with easting first, and one with northing first.
        QVERIFY(is("<gml:Point srsName=\"urn:ogc:def:crs:EPSG::3826\"><gml:pos>300470.4 "
                   "2765870.6</gml:pos></gml:Point>"));
        const auto germany = place(
            "ogc-features", feature("<gml:Point srsName=\"urn:ogc:def:crs:EPSG::3035\"><gml:pos>3210000 "
                                    "4321000</gml:pos></gml:Point>"));
        QVERIFY(germany && near(germany->lon, 10) && near(germany->lat, 52));
        const auto same =
            place("ogc-features",
                  feature("<gml:Point srsName=\"EPSG:3035\"><gml:pos>4321000 3210000</gml:pos></gml:Point>"));
        QCOMPARE(same, germany);
    }

    void featuresOfServers()
    {
        const feeds::Decoded nested = read(
            "ogc-features", "<FeatureCollection xmlns:gml=\"g\"><gml:featureMember><road "
                            "fid=\"r.1\"><shape><gml:MultiLineString srsName=\"EPSG:4326\">"
                            "<gml:lineStringMember><gml:LineString><gml:coordinates>121,25 "
                            "121.1,25</gml:coordinates></gml:LineString></gml:lineStringMember>"
                            "</gml:MultiLineString></shape><address><street>First</street></address><end "
                            "nil=\"true\"/></road></gml:featureMember></FeatureCollection>");
        QCOMPARE(nested.places.at(0).details.value(QStringLiteral("address.street")),
                 QStringLiteral("First"));
        QVERIFY(!nested.places[0].details.contains(QStringLiteral("end")));
        QCOMPARE(nested.places[0].shape.lines.size(), std::size_t(1));
        const auto projected =
            place("ogc-features", json("{'type':'FeatureCollection','crs':{'type':'name','properties':{'name'"
                                       ":'urn:ogc:def:crs:EPSG::3826'}},"
                                       "'features':[{'type':'Feature','id':'a','geometry':{'type':'Point','"
                                       "coordinates':[300470.4,2765870.6]},'properties':{}}]}"));
        QVERIFY(projected && near(projected->lon, 121.5) && near(projected->lat, 25));
    }

    void openLr()
    {
        // Two points of a road in Amsterdam, as the white paper's format has them.
        const city::Geometry line =
            feeds::openLrPositions(QByteArray::fromBase64("CwNhbCU+jzPLAwD0/34zGw=="));
        QCOMPARE(line.lines.size(), std::size_t(1));
        QVERIFY(near(line.lines[0][0].lon, 4.75384) && near(line.lines[0][0].lat, 52.37494));
        QVERIFY(near(line.lines[0][1].lon, 4.75628) && near(line.lines[0][1].lat, 52.37364));
        QVERIFY(feeds::openLrPositions(QByteArray::fromBase64("CwNhbCU+jzPLAwD0")).isEmpty());
        QVERIFY(feeds::openLrPositions("\x0a 123456789012345").isEmpty()); // version 2
        const feeds::Decoded all =
            read("datex2",
                 "<d2LogicalModel><payloadPublication type=\"SituationPublication\"><situation "
                 "id=\"s\"><headerInformation>"
                 "<informationStatus>real</informationStatus></headerInformation><situationRecord id=\"r\" "
                 "type=\"Accident\">"
                 "<situationRecordVersionTime>2026-10-01T08:00:00Z</"
                 "situationRecordVersionTime><groupOfLocations type=\"Linear\">"
                 "<linearExtension><openlrExtendedLinear><firstDirection><openlrLineLocationReference>"
                 "<openlrLocationReferencePoint><openlrCoordinates><latitude>52.1</latitude><longitude>5.1</"
                 "longitude></openlrCoordinates></openlrLocationReferencePoint>"
                 "<openlrLastLocationReferencePoint><openlrCoordinates><latitude>52.2</"
                 "latitude><longitude>5.2</longitude></openlrCoordinates></openlrLastLocationReferencePoint>"
                 "</openlrLineLocationReference></firstDirection></openlrExtendedLinear></linearExtension></"
                 "groupOfLocations></situationRecord></situation></payloadPublication></d2LogicalModel>");
        QCOMPARE(all.events.at(0).geometry.lines.at(0),
                 (std::vector<city::LonLat>{{5.1, 52.1}, {5.2, 52.2}}));
    }

    void alertCIsToldInWords()
    {
        const feeds::Decoded all = read(
            "datex2",
            "<d2LogicalModel><payloadPublication type=\"SituationPublication\"><situation "
            "id=\"s\"><situationRecord id=\"r\" type=\"Accident\">"
            "<situationRecordVersionTime>2026-10-01T08:00:00Z</situationRecordVersionTime><groupOfLocations "
            "type=\"Point\"><alertCPoint type=\"AlertCMethod4Point\">"
            "<alertCLocationCountryCode>6</alertCLocationCountryCode><alertCLocationTableNumber>17</"
            "alertCLocationTableNumber>"
            "<alertCMethod4PrimaryPointLocation><alertCLocation><alertCLocationName><values><value "
            "lang=\"fi\">Kehä III</value></values></alertCLocationName>"
            "<specificLocation>7302</specificLocation></alertCLocation></alertCMethod4PrimaryPointLocation></"
            "alertCPoint></groupOfLocations>"
            "</situationRecord></situation></payloadPublication></d2LogicalModel>");
        QVERIFY(all.events.at(0).geometry.isEmpty());
        QVERIFY2(all.events[0].description.contains(QStringLiteral("Kehä III, Alert-C 6/17: 7302")),
                 qPrintable(all.events[0].description));
    }

    void severalValuesOfOneMeasurement()
    {
        const feeds::Decoded all =
            read("datex2",
                 "<m:messageContainer xmlns:m=\"a\" "
                 "xmlns:x=\"http://www.w3.org/2001/XMLSchema-instance\"><m:payload "
                 "x:type=\"r:MeasuredDataPublication\">"
                 "<r:siteMeasurements><r:measurementSiteReference "
                 "id=\"S\"/><r:measurementTimeDefault><r:timeValue>2026-10-31T11:00:00Z</r:timeValue></"
                 "r:measurementTimeDefault>"
                 "<r:physicalQuantity index=\"1\" x:type=\"r:SinglePhysicalQuantity\"><r:basicData "
                 "x:type=\"r:TravelTimeData\"><r:travelTime><r:duration>90</r:duration></r:travelTime>"
                 "<r:freeFlowTravelTime><r:duration>60</r:duration></"
                 "r:freeFlowTravelTime><r:normallyExpectedTravelTime><r:duration>-1</r:duration></"
                 "r:normallyExpectedTravelTime>"
                 "</r:basicData></r:physicalQuantity></r:siteMeasurements></m:payload></m:messageContainer>");
        QCOMPARE(all.observations.size(), std::size_t(2));
        QCOMPARE(all.observations[1].quantity, QStringLiteral("road.travel-time.free-flow"));
    }

    void workZonesOfVersion3()
    {
        const feeds::Decoded all =
            read("wzdx", json("{'type':'FeatureCollection','road_event_feed_info':{'version':'3.1','update_"
                              "date':'2026-10-31T10:00:00Z'},'features':[{'type':'Feature',"
                              "'properties':{'road_event_id':'w1','event_type':'work-zone','road_name':'I-80'"
                              ",'direction':'eastbound','start_date':'2026-10-01T00:00:00Z',"
                              "'end_date':'2026-11-09T00:00:00Z'},'geometry':{'type':'LineString','"
                              "coordinates':[[-93,41],[-93.1,41]]}}]}"));
        QCOMPARE(all.events.at(0).id, QStringLiteral("w1"));
        QCOMPARE(all.events[0].title.in({}), QStringLiteral("I-80 eastbound"));
        QCOMPARE(all.events[0].reportedAt, at("2026-10-31T10:00:00Z"));
    }

    void sensorsOneByOne()
    {
        const feeds::Decoded one = read(
            "sensorthings",
            json("{'phenomenonTime':'2026-10-31T10:00:00Z/"
                 "2026-10-31T11:00:00Z','resultTime':null,'result':'12.5',"
                 "'Datastream':{'@iot.id':7,'name':'PM2.5','unitOfMeasurement':{'name':'x','symbol':'ug/m3'},"
                 "'ObservedProperty':{'name':'PM2.5'},'Thing':{'@iot.id':'t','name':'T'}}}"));
        QCOMPARE(one.observations.at(0).observedAt, at("2026-10-31T11:00:00Z"));
        QCOMPARE(one.observations[0].value, 12.5);
        QCOMPARE(one.observations[0].place.id, QStringLiteral("t"));
    }
};

CITYOPS_TEST(QCoreApplication, VariantsTest)
#include "variants_test.moc"
