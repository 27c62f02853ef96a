// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/cap_area.h"
#include "layers/feeds/decoders/cap_words.h"
#include "tests/layers/feeds/decoding.h"
#include "tests/support/test_main.h"

/// The Common Alerting Protocol: its words, its areas, its envelopes, and what publishers make of it.
class CapTest : public QObject {
    Q_OBJECT

    static QByteArray alert(const QByteArray& info = {}, const QByteArray& head = {})
    {
        return "<alert "
               "xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\"><identifier>x1</"
               "identifier><sender>s@example.org</sender>"
               "<sent>2026-10-01T08:00:00+08:00</sent><status>Actual</status><msgType>Alert</"
               "msgType><scope>Public</scope>" +
               head + (info.isEmpty() ? QByteArray() : "<info>" + info + "</info>") + "</alert>";
    }
    static QByteArray info(const QByteArray& more = {})
    {
        return "<category>Met</category><event>Rain</event><urgency>Immediate</urgency><severity>Severe</"
               "severity><certainty>Likely</certainty>" +
               more;
    }
    static feeds::Decoded read(const QByteArray& payload)
    {
        const auto result = decoded(standardFeed("cap"), payload);
        if (!result.ok()) qFatal("%s", qPrintable(result.problem().toString()));
        return *result;
    }
    static feeds::Decoded recorded(const char* name)
    {
        return read(contentOf(recordedFeeds() + QStringLiteral("/cap/") + QLatin1String(name)));
    }
    static double area(const city::Ring& ring)
    {
        double twice = 0;
        for (std::size_t i = 0; i + 1 < ring.size(); ++i)
            twice += ring[i].lon * ring[i + 1].lat - ring[i + 1].lon * ring[i].lat;
        return twice / 2;
    }

private Q_SLOTS:
    void everyWordOfTheStandard_data()
    {
        QTest::addColumn<int>("list");
        QTest::addColumn<QString>("element");
        QTest::addColumn<QString>("word");
        const char* names[]{"status",       "msgType", "scope",    "category",
                            "responseType", "urgency", "severity", "certainty"};
        for (int list = 0; list < 8; ++list) {
            for (const QString& word : feeds::capWords(static_cast<feeds::CapList>(list)))
                QTest::addRow("%s %s", names[list], qPrintable(word))
                    << list << QString::fromLatin1(names[list]) << word;
        }
    }
    void everyWordOfTheStandard()
    {
        QFETCH(int, list);
        QFETCH(QString, element);
        QFETCH(QString, word);
        QByteArray payload = alert(info("<responseType>Monitor</responseType>"));
        const QByteArray name = element.toLatin1();
        const qsizetype from = payload.indexOf('<' + name + '>') + name.size() + 2;
        payload.replace(from, payload.indexOf("</" + name) - from, word.toLatin1());
        const feeds::Decoded decoded = read(payload);
        const city::Alert& a = decoded.alerts.at(0);
        const city::AlertInfo& i = a.infos.at(0);
        const QStringList got{a.status,  a.msgType,  a.scope,    i.category.value(0), i.responseType.value(0),
                              i.urgency, i.severity, i.certainty};
        QCOMPARE(got[list], word);
        QCOMPARE(problemsOf(decoded), QString());
    }

    void unknownWords()
    {
        QByteArray payload = alert(info());
        payload.replace("Severe", "Terrible")
            .replace("Actual", "Real")
            .replace("Likely", "Very Likely")
            .replace("Met<", "Weather<");
        const feeds::Decoded decoded = read(payload);
        QCOMPARE(decoded.alerts[0].infos[0].severity, QStringLiteral("Unknown"));
        QCOMPARE(decoded.alerts[0].infos[0].certainty, QStringLiteral("Likely"));
        QCOMPARE(decoded.alerts[0].infos[0].category, QStringList{QStringLiteral("Other")});
        QCOMPARE(decoded.alerts[0].status, QStringLiteral("Real")); // and so never an actual one
        QCOMPARE(decoded.problemCount, 3);
    }

    void whatTheStandardDemands()
    {
        const feeds::Decoded decoded = read(alert("<language>zh-TW</language>"));
        QCOMPARE(decoded.alerts.size(), std::size_t(1));
        QCOMPARE(decoded.problemCount, 5); // event, category, urgency, severity, certainty
        QCOMPARE(decoded.alerts[0].infos[0].urgency, QStringLiteral("Unknown"));
        for (const char* name : {"identifier", "sender", "sent"}) {
            QByteArray payload = alert();
            payload.replace(QByteArray("<") + name, QByteArray("<x"))
                .replace(QByteArray("</") + name, QByteArray("</x"));
            const auto refused = ::decoded(standardFeed("cap"), payload);
            QVERIFY2(!refused.ok(), name);
            QCOMPARE(refused.problem().field, QString::fromLatin1(name));
        }
    }

    void everyElement()
    {
        const QByteArray payload =
            alert(info("<language>zh-TW</language><responseType>Monitor</responseType><responseType>Avoid</"
                       "responseType><eventCode><valueName>n</valueName><value>v</value></eventCode>"
                       "<effective>2026-10-01T09:00:00+08:00</effective><onset>2026-10-01T10:00:00+08:00</"
                       "onset><expires>2026-10-01T03:00:00-00:00</expires>"
                       "<senderName>臺北市政府</senderName><headline>大雨 &amp; "
                       "強風</headline><description>a\nb</description><instruction>stay</instruction>"
                       "<web>https://example.org</web><contact>119</contact><parameter><valueName>p</"
                       "valueName><value/></parameter>"
                       "<resource><resourceDesc>r</resourceDesc><derefUri>AAAA</derefUri></resource>"
                       "<area><areaDesc>臺北市</areaDesc><geocode><valueName>Taiwan_Geocode_103</"
                       "valueName><value>0900701</value></geocode></area>"),
                  "<source>CWA</source><restriction>r</restriction><addresses>a</addresses><code>c1</"
                  "code><code>c2</code><note>n</note>"
                  "<references>s,a,2026-10-01T07:00:00+08:00\n\t s,b,2026-10-01T07:30:00+08:00 "
                  "</references><incidents>i</incidents>"
                  "<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\"><SignedInfo/></Signature>");
        const feeds::Decoded decoded = read(payload);
        const city::Alert& a = decoded.alerts.at(0);
        const city::AlertInfo& i = a.infos.at(0);
        QCOMPARE(a.sent, at("2026-10-01T00:00:00Z"));
        QCOMPARE((QStringList{a.source, a.restriction, a.addresses, a.note, a.incidents}),
                 (QStringList{QStringLiteral("CWA"), QStringLiteral("r"), QStringLiteral("a"),
                              QStringLiteral("n"), QStringLiteral("i")}));
        QCOMPARE(a.codes, (QStringList{QStringLiteral("c1"), QStringLiteral("c2")}));
        QCOMPARE(a.references.size(), 2);
        QCOMPARE(i.headline, QStringLiteral("大雨 & 強風"));
        QCOMPARE(i.description, QStringLiteral("a\nb"));
        QCOMPARE(i.responseType.size(), 2);
        QCOMPARE(*i.expires, at("2026-10-01T03:00:00Z"));
        QCOMPARE(*i.onset, at("2026-10-01T02:00:00Z"));
        QCOMPARE(i.parameters[0].second, QString());
        QCOMPARE(i.areas[0].geocodes[0].second, QStringLiteral("0900701")); // the leading zero is part of it
        QCOMPARE(problemsOf(decoded), QString());
    }

    void polygons()
    {
        // Clockwise, with a doubled corner, tabs and line ends, not closed.
        const auto shape = feeds::capPolygon("25.0,121.0\t26.0,121.0\n26.0,121.0 26.0,122.0\r\n 25.0,122.0");
        QVERIFY(shape.ok());
        const city::Ring& ring = shape->polygons.at(0).rings.at(0);
        QCOMPARE(ring.size(), std::size_t(5));
        QCOMPARE(ring.front(), ring.back());
        QCOMPARE(area(ring), 1.0); // counter-clockwise: positive
        for (const char* wrong :
             {"", "25,121 26,121", "25,121 26,121 25,121 26,121", "95,121 96,121 96,122 95,121",
              "a,b c,d e,f a,b", "25 121 26 121 26", "25,121,"})
            QVERIFY2(!feeds::capPolygon(wrong).ok(), wrong);
        QVERIFY(feeds::capPolygon("25, 121 26, 121 26, 122 25, 121").ok());
    }

    void overTheAntimeridian()
    {
        for (const char* text :
             {"-20,179 -20,-179 -22,-179 -22,179 -20,179", "-20,179 -20,181 -22,181 -22,179 -20,179"}) {
            const auto shape = feeds::capPolygon(text);
            QVERIFY(shape.ok());
            QCOMPARE(shape->polygons.size(), std::size_t(2));
            for (const city::Polygon& polygon : shape->polygons)
                QVERIFY(qFuzzyCompare(area(polygon.rings[0]), 2.0));
            QVERIFY(shape->contains({179.5, -21}) && shape->contains({-179.5, -21}) &&
                    !shape->contains({0, -21}));
        }
    }

    void circles()
    {
        const auto shape = feeds::capCircle("25.0,121.5 10");
        QVERIFY(shape.ok());
        const city::Ring& ring = shape->polygons.at(0).rings.at(0);
        QVERIFY(ring.size() >= 65);
        QVERIFY(area(ring) > 0);
        for (const city::LonLat& corner : ring)
            QVERIFY(std::abs(city::distanceMetres({121.5, 25.0}, corner) - 10000) < 10); // kilometres
        QCOMPARE(feeds::capCircle("12.747,-88.783 0.0")->points.at(0), (city::LonLat{-88.783, 12.747}));
        for (const char* wrong : {"", "25,121.5", "25,121.5 -1", "25,121.5 x", "95,121.5 1", "10"})
            QVERIFY2(!feeds::capCircle(wrong).ok(), wrong);
    }

    void aBadAreaLeavesTheAlert()
    {
        const feeds::Decoded decoded = read(alert(info(
            "<area><areaDesc>a</areaDesc><polygon>1,2 3,4</polygon><circle>25,121.5 1</circle></area>")));
        QCOMPARE(decoded.alerts[0].infos[0].areas[0].geometry.polygons.size(), std::size_t(1));
        QVERIFY(problemsOf(decoded).startsWith(QStringLiteral("#1 identifier=x1: polygon: ")));
        QCOMPARE(decoded.problemCount, 1);
    }

    void severalInOneDocument()
    {
        QByteArray second = alert();
        second.replace("x1", "x2");
        const feeds::Decoded decoded = read("<d:EXDL xmlns:d=\"u\"><EDXLDistribution><c>" + alert() +
                                            "</c><c>" + second + "</c></EDXLDistribution></d:EXDL>");
        QCOMPARE(decoded.alerts.size(), std::size_t(2));
        QCOMPARE(read("<alerts/>").alerts.size(), std::size_t(0));
        QVERIFY(!::decoded(standardFeed("cap"), "<note>hello</note>").ok());
    }

    void entitiesAreNotRead()
    {
        const auto refused =
            decoded(standardFeed("cap"),
                    "<!DOCTYPE alert [<!ENTITY a SYSTEM \"file:///etc/passwd\"><!ENTITY b \"&a;&a;\">]>" +
                        alert(info("<headline>&b;</headline>")));
        QVERIFY(!refused.ok());
        QVERIFY(refused.problem().toString().contains(QStringLiteral("document type")));
    }

    void indexesAreFollowed()
    {
        const QByteArray feed =
            "<feed xmlns=\"http://www.w3.org/2005/Atom\"><link rel=\"self\" href=\"https://e.org/self\"/>"
            "<entry><id>1</id><link rel=\"alternate\" href=\"https://e.org/1.cap\"/></entry>"
            "<entry><id>1</id><link rel=\"alternate\" href=\"https://e.org/1.cap\"/></entry>"
            "<entry><link href=\"https://e.org/page\" type=\"text/html\"/><link href=\"https://e.org/2\" "
            "type=\"application/cap+xml\"/></entry>"
            "<entry><link href=\"file:///etc/passwd\"/></entry><entry><title>no link</title></entry>"
            "<entry><content type=\"application/xml\">" +
            alert() + "</content><link href=\"https://e.org/3.cap\"/></entry></feed>";
        const feeds::Decoded decoded = read(feed);
        QCOMPARE(decoded.follow, (std::vector<QUrl>{QUrl(QStringLiteral("https://e.org/1.cap")),
                                                    QUrl(QStringLiteral("https://e.org/2"))}));
        QCOMPARE(decoded.alerts.size(), std::size_t(1));
        const feeds::Decoded one =
            read(json("{'entry':{'id':'1','link':{'@href':'https://e.org/1.cap'}}}")); // instead of a list
        QCOMPARE(one.follow.size(), std::size_t(1));
    }

    void recordedAlerts_data()
    {
        QTest::addColumn<int>("infos");
        QTest::addColumn<int>("shapes");
        QTest::addColumn<int>("geocodes");
        QTest::addColumn<int>("references");
        // Counted with another XML reader.
        QTest::newRow("canada_naad_signed.cap") << 2 << 4 << 72 << 9;
        QTest::newRow("noaa_bde6_143k.xml") << 1 << 18 << 8 << 0;
        QTest::newRow("mo_smg_monsoon.xml") << 3 << 3 << 0 << 1;
        QTest::newRow("tw_dgpa_workschoolclose_20260822.cap") << 1 << 0 << 1 << 0;
        QTest::newRow("noaa_multiple_polygons.xml") << 1 << 2 << 2 << 8;
        QTest::newRow("usgs_earthquake_iso8859-1.cap") << 1 << 1 << 0 << 0;
    }
    void recordedAlerts()
    {
        NEED_RECORDED_FEEDS();
        const feeds::Decoded decoded = recorded(QTest::currentDataTag());
        QCOMPARE(decoded.alerts.size(), std::size_t(1));
        const city::Alert& alert = decoded.alerts[0];
        std::size_t shapes = 0, geocodes = 0;
        for (const city::AlertInfo& one : alert.infos) {
            for (const city::AlertArea& where : one.areas) {
                shapes += where.geometry.polygons.size() + where.geometry.points.size();
                geocodes += where.geocodes.size();
            }
        }
        QTEST(static_cast<int>(alert.infos.size()), "infos");
        QTEST(static_cast<int>(shapes), "shapes");
        QTEST(static_cast<int>(geocodes), "geocodes");
        QTEST(static_cast<int>(alert.references.size()), "references");
        QCOMPARE(problemsOf(decoded), QString());
    }

    void recordedIndexes()
    {
        NEED_RECORDED_FEEDS();
        QCOMPARE(recorded("ncdr_json_index_20261003_excerpt.json").follow.size(),
                 std::size_t(4)); // of five entries two share one
        QCOMPARE(recorded("ncdr_atom_index_20261004_excerpt.atom").follow.size(), std::size_t(8));
        QCOMPARE(recorded("meteoalarm_fr_feed.atom").follow.size(),
                 std::size_t(2)); // twelve entries about two alerts
        QCOMPARE(recorded("wmo_swic_au_bom.rss.xml").follow.size(), std::size_t(1));
        QCOMPARE(recorded("nws_index_2010.atom").follow.size(), std::size_t(2));
        const feeds::Decoded pelmorex = recorded("pelmorex_naad.atom");
        QCOMPARE(pelmorex.follow.size(), std::size_t(1));
        QVERIFY(problemsOf(pelmorex).contains(QStringLiteral("UTF-8")));
    }
};

CITYOPS_TEST(QCoreApplication, CapTest)
#include "cap_test.moc"
