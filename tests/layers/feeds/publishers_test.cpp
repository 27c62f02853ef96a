// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/layers/feeds/decoding.h"
#include "tests/support/test_main.h"

/// What the standards allow and only some publishers make use of.
class PublishersTest : public QObject {
    Q_OBJECT

    static feeds::Decoded read(const char* format, const QByteArray& payload, const char* address = "")
    {
        feeds::FeedSpec feed = standardFeed(format);
        feed.request.url = QUrl(QString::fromLatin1(address));
        const auto result = decoded(feed, payload);
        if (!result.ok()) qFatal("%s: %s", format, qPrintable(result.problem().toString()));
        return *result;
    }
    static QString refusal(const char* format, const QByteArray& payload)
    {
        const auto result = decoded(standardFeed(format), payload);
        return result.ok() ? QString() : result.problem().toString();
    }
    /// "S1 road.speed 88 km/h 2026-10-30T08:54:00Z"
    static QStringList valuesOf(const feeds::Decoded& all)
    {
        QStringList lines;
        for (const city::Observation& one : all.observations)
            lines << QStringLiteral("%1 %2 %3 %4 %5")
                         .arg(one.place.id, one.quantity, QString::number(one.value), one.unit,
                              city::toIso(one.observedAt));
        return lines;
    }
    static QByteArray publication(const char* type, const char* content)
    {
        return QByteArray("<d:d2LogicalModel xmlns:d=\"http://datex2.eu/schema/2/2_0\" "
                          "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><d:payloadPublication "
                          "xsi:type=\"d:") +
               type + "\"><publicationTime>2026-10-30T10:00:00Z</publicationTime>" + content +
               "</d:payloadPublication></d:d2LogicalModel>";
    }

private Q_SLOTS:
    void linksOfAnIndex()
    {
        const QByteArray feed =
            "<feed xml:base=\"caps/\"><entry><link href=\"one.cap\" type=\"application/cap+xml\"/></entry>"
            "<entry><link href=\"/two.xml\"/></entry><entry><id>https://b.org/3.xml</id></entry>"
            "<entry><link rel=\"alternate\" type=\"text/html\" href=\"https://a.org/4.html\"/><link "
            "rel=\"related\" type=\"application/common-alerting-protocol+xml\" href=\"https://a.org/4.cap\"/>"
            "</entry></feed>";
        QStringList links;
        for (const QUrl& url : read("cap", feed, "https://a.org/index.atom").follow)
            links << url.toString();
        QCOMPARE(links,
                 (QStringList{QStringLiteral("https://a.org/caps/one.cap"),
                              QStringLiteral("https://a.org/two.xml"), QStringLiteral("https://b.org/3.xml"),
                              QStringLiteral("https://a.org/4.cap")}));
        const feeds::Decoded nowhere = read("cap", feed);
        QCOMPARE(nowhere.follow.size(), std::size_t(2));
        QVERIFY(problemsOf(nowhere).contains(QStringLiteral("#1: link")));
    }

    /// Programs write into a text of 16 bits first, and then as UTF-8 what they have declared there.
    void declaredInSixteenBits()
    {
        const QByteArray alert =
            "<?xml version=\"1.0\" encoding=\"utf-16\"?><alert><identifier>A</identifier><sender>s</sender>"
            "<sent>2026-10-30T10:00:00Z</sent><note>\xC3\x89t\xC3\xA9</note></alert>";
        QCOMPARE(read("cap", alert).alerts.at(0).note, QStringLiteral("Été"));
    }

    void alertsInJson()
    {
        const QByteArray alert = json(
            "{'identifier':'A','sender':'s','sent':'2026-10-30T09:00:00+01:00','status':'Actual',"
            "'msgType':'Alert','scope':'Public','info':[{'language':'de','category':['Met'],'event':"
            "'Wind','responseType':['Monitor'],'urgency':'Future','severity':'Minor','certainty':"
            "'Likely','parameter':[{'valueName':'level','value':2}],'area':[{'areaDesc':'Here',"
            "'polygon':['50,8 50.1,8 50.1,8.1 50,8'],'geocode':{'valueName':'EMMA_ID','value':'DE1'}}]}]}");
        for (const QByteArray& payload :
             {alert, '[' + alert + ']', "{\"warnings\":[{\"uuid\":\"u\",\"alert\":" + alert + "}]}"}) {
            const feeds::Decoded all = read("cap", payload);
            QCOMPARE(all.alerts.size(), std::size_t(1));
            const city::AlertInfo& info = all.alerts[0].infos.at(0);
            QCOMPARE(info.parameters.at(0).second, QStringLiteral("2"));
            QCOMPARE(info.areas.at(0).geometry.polygons.size(), std::size_t(1));
            QCOMPARE(info.areas[0].geocodes.at(0).second, QStringLiteral("DE1"));
            QCOMPARE(problemsOf(all), QString());
        }
        QCOMPARE(read("cap", json("{'warnings':[]}")).factCount(), 0);
        QVERIFY(!refusal("cap", json("{'alerts':[{'uuid':'of Waze'}]}")).isEmpty());
        QVERIFY(refusal("cap", json("{'warnings':{}}")).contains(QStringLiteral("no index of alerts")));
        QVERIFY(refusal("cap", json("{'title':'Not Found','detail':'no such alert'}"))
                    .contains(QStringLiteral("no such alert")));
    }

    void alertOfTheWeatherServiceAlone()
    {
        const feeds::Decoded all =
            read("cap",
                 json("{'type':'Feature','geometry':null,'properties':{'id':'u1','sender':'s','sent':"
                      "'2026-10-30T04:00:00-05:00','status':'Actual','messageType':'Alert','category':'Met',"
                      "'severity':'Minor','certainty':'Likely','urgency':'Past','event':'Wind','ends':"
                      "'2026-10-31T04:00:00-05:00','web':'http://w','eventCode':{'SAME':['NWS']},"
                      "'parameters':{'VTEC':['/a/','/b/']}}}"));
        const city::AlertInfo& info = all.alerts.at(0).infos.at(0);
        QCOMPARE(info.web, QStringLiteral("http://w"));
        QCOMPARE(info.eventCodes.at(0).second, QStringLiteral("NWS"));
        QCOMPARE(info.parameters.size(), std::size_t(3));
        QCOMPARE(info.parameters[2].first, QStringLiteral("ends"));
    }

    void measuredWithTimesOfTheirOwn()
    {
        const feeds::Decoded all = read(
            "datex2",
            publication(
                "MeasuredDataPublication",
                "<siteMeasurements><measurementSiteReference id=\"S\"/><measurementTimeDefault>"
                "2026-10-30T09:54:00Z</measurementTimeDefault>"
                "<measuredValue index=\"1\"><measuredValue><basicData><measurementOrCalculationTime>"
                "2026-10-30T09:48:00Z</measurementOrCalculationTime><vehicleFlow><vehicleFlowRate>600"
                "</vehicleFlowRate></vehicleFlow></basicData></measuredValue></measuredValue>"
                "<measuredValue index=\"2\"><measuredValue><basicData><averageVehicleSpeed><dataError>1"
                "</dataError><speed>88</speed></averageVehicleSpeed></basicData></measuredValue></"
                "measuredValue>"
                "<measuredValue index=\"3\"><measuredValue><basicData><trafficStatus><trafficStatusValue>"
                "congested</trafficStatusValue></trafficStatus></basicData></measuredValue></measuredValue>"
                "<measuredValue index=\"4\"><measuredValue><basicData><roadSurfaceConditionMeasurements>"
                "<roadSurfaceTemperature><temperature>-2.5</temperature></roadSurfaceTemperature>"
                "</roadSurfaceConditionMeasurements></basicData></measuredValue></measuredValue>"
                "<measuredValue index=\"5\"><measuredValue><basicData><visibility><minimumVisibilityDistance>"
                "<integerMetreDistance>300</integerMetreDistance></minimumVisibilityDistance></visibility>"
                "</basicData></measuredValue></measuredValue></siteMeasurements>"));
        QCOMPARE(valuesOf(all),
                 (QStringList{QStringLiteral("S road.volume 600 /h 2026-10-30T09:48:00Z"),
                              QStringLiteral("S datex.traffic-status 3 1 2026-10-30T09:54:00Z"),
                              QStringLiteral("S road.temperature -2.5 Cel 2026-10-30T09:54:00Z"),
                              QStringLiteral("S air.visibility 300 m 2026-10-30T09:54:00Z")}));
        QCOMPARE(problemsOf(all), QString());
    }

    /// Version 3 puts a quantity within that which has the index.
    void quantitiesOfVersion3()
    {
        const QByteArray begin = "<m:messageContainer><m:payload type=\"r:";
        const QByteArray speed = "<r:basicData type=\"r:TrafficSpeed\"><r:averageVehicleSpeed><c:speed>108.0"
                                 "</c:speed></r:averageVehicleSpeed></r:basicData>";
        const QByteArray measured =
            begin +
            "MeasuredDataPublication\"><r:siteMeasurements><r:measurementSiteReference id=\"S\"/>"
            "<r:physicalQuantity index=\"1\"><r:physicalQuantity>" +
            speed +
            "</r:physicalQuantity></r:physicalQuantity><r:physicalQuantity index=\"2\"><r:physicalQuantity>"
            "<r:forecast>true</r:forecast>" +
            speed +
            "</r:physicalQuantity></r:physicalQuantity><r:measurementTimeDefault><r:period><c:startOfPeriod>"
            "2026-10-30T09:54:00Z</c:startOfPeriod><c:endOfPeriod>2026-10-30T09:55:00Z</c:endOfPeriod>"
            "</r:period></r:measurementTimeDefault></r:siteMeasurements></m:payload></m:messageContainer>";
        QCOMPARE(valuesOf(read("datex2", measured)),
                 QStringList{QStringLiteral("S road.speed 108 km/h 2026-10-30T09:55:00Z")});
        const QByteArray elaborated =
            begin +
            "ElaboratedDataPublication\"><r:timeDefault>2026-10-30T09:50:00Z</r:timeDefault>"
            "<r:physicalQuantity><r:pertinentLocation><l:predefinedLocationReference id=\"L\"/>"
            "</r:pertinentLocation>" +
            speed + "</r:physicalQuantity></m:payload></m:messageContainer>";
        QCOMPARE(valuesOf(read("datex2", elaborated)),
                 QStringList{QStringLiteral("L road.speed 108 km/h 2026-10-30T09:50:00Z")});
    }

    void elaboratedWithoutReference()
    {
        const feeds::Decoded all = read(
            "datex2",
            publication("ElaboratedDataPublication",
                        "<elaboratedData><basicData><pertinentLocation><pointByCoordinates><pointCoordinates>"
                        "<latitude>40.1</latitude><longitude>-3.1</longitude></pointCoordinates>"
                        "</pointByCoordinates></pertinentLocation><averageVehicleSpeed><speed>50</speed>"
                        "</averageVehicleSpeed></basicData></elaboratedData><elaboratedData><basicData>"
                        "<averageVehicleSpeed><speed>60</speed></averageVehicleSpeed></basicData>"
                        "</elaboratedData>"));
        QCOMPARE(valuesOf(all),
                 QStringList{QStringLiteral("40.10000,-3.10000 road.speed 50 km/h 2026-10-30T10:00:00Z")});
        QCOMPARE(all.places.at(0).at, (city::LonLat{-3.1, 40.1}));
        QCOMPARE(all.problemCount, 1);
    }

    void situationsOfVersion3()
    {
        const feeds::Decoded all =
            read("datex2",
                 publication(
                     "SituationPublication",
                     "<situation id=\"1\"><situationRecord id=\"a\"><situationRecordVersionTime>"
                     "2026-10-30T09:00:00Z</situationRecordVersionTime><cause><causeType>roadMaintenance"
                     "</causeType><detailedCauseType><roadMaintenanceType>resurfacing</roadMaintenanceType>"
                     "</detailedCauseType></cause><impact><delays><delayTimeValue>600</delayTimeValue>"
                     "</delays></impact><locationReference><gmlLineString srsDimension=\"3\"><posList>40.1 "
                     "-3.1 600 40.2 -3.2 610</posList></gmlLineString></locationReference>"
                     "</situationRecord><situationRecord id=\"over\"><management><lifeCycleManagement>"
                     "<cancel>0</cancel><end>1</end></lifeCycleManagement></management></situationRecord>"
                     "</situation>"));
        QCOMPARE(all.events.size(), std::size_t(1));
        QCOMPARE(all.events[0].title.in({}), QStringLiteral("resurfacing"));
        QCOMPARE(all.events[0].geometry.lines.at(0), (std::vector<city::LonLat>{{-3.1, 40.1}, {-3.2, 40.2}}));
        QCOMPARE(all.events[0].measures.at(0).value, 600.0);
        QCOMPARE(read("datex2", "<d2LogicalModel><exchange><keepAlive>true</keepAlive></exchange>"
                                "</d2LogicalModel>")
                     .factCount(),
                 0);
    }

    void workZoneSensors()
    {
        const feeds::Decoded all = read(
            "wzdx",
            json("{'type':'FeatureCollection','feed_info':{'update_date':'2026-10-30T10:00:00Z'},'features':["
                 "{'id':'s','type':'Feature','properties':{'core_details':{'device_type':'traffic-sensor',"
                 "'status_messages':['low battery']},'collection_interval_end_date':'2026-10-30T09:55:00Z',"
                 "'average_speed_kph':65.5,'volume_vph':1200,'occupancy_percent':null,'lane_data':["
                 "{'lane_order':1,'occupancy_percent':14}]},'geometry':{'type':'Point','coordinates':[-93,41]"
                 "}},"
                 "{'id':'off','type':'Feature','properties':{'core_details':{'event_type':'work-zone'},"
                 "'event_status':'cancelled'},'geometry':null}]}"));
        QCOMPARE(valuesOf(all),
                 (QStringList{QStringLiteral("s road.speed 65.5 km/h 2026-10-30T09:55:00Z"),
                              QStringLiteral("s road.volume 1200 /h 2026-10-30T09:55:00Z"),
                              QStringLiteral("s#1 road.occupancy 14 % 2026-10-30T09:55:00Z")}));
        QCOMPARE(all.places.size(), std::size_t(2));
        QCOMPARE(all.places[0].details.value(QStringLiteral("status_messages")),
                 QStringLiteral("low battery"));
        QVERIFY(all.events.empty());
    }

    void theIntervalThatCounts()
    {
        const feeds::Decoded all =
            read("open511",
                 json("{'events':[{'id':'now','schedule':{'intervals':['2026-01-01T00:00Z/2026-01-02T00:00Z',"
                      "'2026-10-30T00:00Z/']}},{'id':'over','schedule':{'intervals':['2026-01-01/2026-01-02',"
                      "'2026-02-01/2026-02-02']}}]}"));
        QCOMPARE(all.events.at(0).begins, at("2026-10-30T00:00:00Z"));
        QVERIFY(!all.events[0].ends);
        QCOMPARE(all.events.at(1).ends, at("2026-02-03T00:00:00Z"));
        QVERIFY(
            refusal("open511", json("{'errors':['no such key']}")).contains(QStringLiteral("no such key")));
    }

    void featuresInPages()
    {
        const QByteArray page =
            json("{'type':'FeatureCollection','features':[],'links':[{'rel':'next','href':"
                 "'/collections/a/items?offset=2'}]}");
        const feeds::Decoded all = read("ogc-features", page, "https://o.org/collections/a/items?limit=2");
        QCOMPARE(all.follow.at(0).toString(), QStringLiteral("https://o.org/collections/a/items?offset=2"));
        QVERIFY(refusal("ogc-features", json("{'title':'Bad Request','status':400,'detail':'no such field'}"))
                    .contains(QStringLiteral("no such field")));
        QVERIFY(refusal("openaq", json("{'detail':[{'loc':['query'],'msg':'wrong page'}]}"))
                    .contains(QStringLiteral("wrong page")));
    }

    void sensorsBelowTheirLocation()
    {
        const feeds::Decoded all =
            read("sensorthings",
                 json("{'value':[{'@iot.id':1,'name':'L','location':{'type':'Point','coordinates':[10,53]},"
                      "'Things':[{'@iot.id':2,'name':'T','Datastreams':[{'@iot.id':3,'name':'t',"
                      "'unitOfMeasurement':{'symbol':'degC'},'ObservedProperty':{'name':'temperature'},"
                      "'Observations':[{'phenomenonTime':'2026-10-30T10:00:00Z','result':9}]}]}]}]}"));
        QCOMPARE(all.places.at(0).at, (city::LonLat{10, 53}));
        QCOMPARE(valuesOf(all), QStringList{QStringLiteral("2 air.temperature 9 Cel 2026-10-30T10:00:00Z")});
        const feeds::Decoded array = read(
            "sensorthings",
            json(
                "{'value':[{'Datastream':{'@iot.id':7},'components':['phenomenonTime','result'],'dataArray':["
                "['2026-10-30T10:00:00Z',20]]}]}"));
        QCOMPARE(array.observations.at(0).place.id, QStringLiteral("7"));
        QVERIFY(
            !refusal("sensorthings", json("{'value':[{'name':'Things','url':'https://s.org/v1.1/Things'}]}"))
                 .isEmpty());
    }

    void quakesThatWereNone()
    {
        for (const char* properties : {"'mag':2,'time':1793354400000,'status':'deleted'",
                                       "'magnitude':2,'time':'2026-10-30T10:00:00','quality':'deleted'"})
            QCOMPARE(
                read("quakes", json("{'type':'FeatureCollection','features':[{'type':'Feature','id':'q',"
                                    "'geometry':{'type':'Point','coordinates':[1,2,3]},'properties':{P}}]}")
                                   .replace("P}", json(properties) + '}'))
                    .factCount(),
                0);
    }

    /// FDSN's times and those of GDACS are UTC, wherever the city is.
    void timesWithoutAnOffset()
    {
        feeds::FeedSpec feed = standardFeed("quakes");
        feed.zone = QTimeZone("Asia/Taipei");
        const QByteArray shape = json("'geometry':{'type':'Point','coordinates':[1,2]}");
        const auto quake = decoded(
            feed,
            json("{'type':'FeatureCollection','features':[{'type':'Feature','id':'q',SHAPE,'properties':"
                 "{'mag':3,'time':'2026-10-30T10:00:00'}}]}")
                .replace("SHAPE", shape));
        QCOMPARE(quake->events.at(0).begins, at("2026-10-30T10:00:00Z"));
        feed.format = QStringLiteral("gdacs");
        const auto flood = decoded(
            feed, json("{'features':[{'type':'Feature',SHAPE,'properties':{'eventtype':'FL','eventid':7,"
                       "'fromdate':'2026-10-30T10:00:00','alertlevel':'Green'}}]}")
                      .replace("SHAPE", shape));
        QCOMPARE(flood->events.at(0).begins, at("2026-10-30T10:00:00Z"));
    }

    void jamsInTwoUnits()
    {
        const feeds::Decoded all = read(
            "waze",
            json("{'jams':[{'uuid':1,'speed':10,'pubMillis':1793354400000}],'irregularities':[{'id':2,"
                 "'speed':10,'regularSpeed':40,'delaySeconds':90,'detectionDateMillis':1793354400000}]}"));
        QCOMPARE(all.events.at(0).measures.at(0).unit, QStringLiteral("m/s"));
        QCOMPARE(all.events.at(1).measures.at(0).unit, QStringLiteral("km/h"));
        QCOMPARE(all.events[1].measures.at(1).value, 90.0);
    }
};

CITYOPS_TEST(QCoreApplication, PublishersTest)
#include "publishers_test.moc"
