// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/sources/proposing.h"
#include "tests/support/test_main.h"

using feeds::MappingChoices;

/// What is proposed for lists as cities elsewhere publish them.
class ForeignListsTest : public Proposing {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { readWords(); }

    void bothNumbersInOneText()
    {
        const QByteArray csv("code,place,where\nA1,One,\"25.03, 121.50\"\nA2,Two,\"25.04, "
                             "121.51\"\nA3,Three,\"25.05, 121.52\"\n");
        const MappingChoices got = choicesFor(csv, QStringLiteral("csv"));
        QCOMPARE(got.position, QStringLiteral("where"));
        QVERIFY(got.positionLatFirst);
        const auto proposal = propose(csv, QStringLiteral("csv"));
        feeds::FeedSpec feed;
        feed.format = QStringLiteral("csv");
        feed.zone = QTimeZone::utc();
        feed.mapping = feeds::mappingOf(got, proposal->samples[0]);
        const auto decoded = feeds::decode(csv, {feed, *m_quantities, m_now});
        QVERIFY(decoded && decoded->places.size() == 3 && decoded->places[0].at);
        QCOMPARE(decoded->places[0].at->lon, 121.50);
        QCOMPARE(decoded->places[0].at->lat, 25.03);
    }

    /// "frei" says nothing by itself; among car parks it does.
    void looseWordsMeanSomethingAmongTheirKind()
    {
        const QByteArray list(
            R"([{"kennung":"a","bezeichnung":"A","breite":51.05,"laenge":13.73,"frei":120,)"
            R"("gesamt":400},{"kennung":"b","bezeichnung":"B","breite":51.06,"laenge":13.74,)"
            R"("frei":0,"gesamt":250},{"kennung":"c","bezeichnung":"C","breite":51.07,)"
            R"("laenge":13.75,"frei":-1,"gesamt":90}])");
        const MappingChoices parks = choicesFor("{\"parkhaeuser\":" + list + '}', QStringLiteral("json"));
        QCOMPARE(parks.kind, QStringLiteral("car-park"));
        QCOMPARE(parks.measures.at(0).quantity, QStringLiteral("parking.cars.available"));
        QCOMPARE(parks.measures.at(1).quantity, QStringLiteral("parking.cars.total"));
        QVERIFY(parks.missing.contains(QStringLiteral("-1")));
        const MappingChoices any = choicesFor(list, QStringLiteral("json"));
        QVERIFY(std::none_of(any.measures.begin(), any.measures.end(),
                             [](const auto& one) { return one.wanted; }));
    }

    void numbersWithACommaForThePoint()
    {
        const QByteArray csv("code;nom;x_wgs84;y_wgs84;no2;thousands;date_debut\n"
                             "F1;Centre;\"2,3522\";\"48,8566\";\"21,5\";\"1,234\";2026/10/30 10:00:00+00\n"
                             "F2;Nord;\"2,3622\";\"48,8866\";\"33\";\"2,500\";2026/10/30 10:00:00+00\n");
        const auto proposal = propose(csv, QStringLiteral("csv"));
        feeds::FeedSpec feed;
        feed.format = QStringLiteral("csv");
        feed.zone = QTimeZone::utc();
        feed.mapping = feeds::mappingOf(proposal->choices[0], proposal->samples[0]);
        const auto decoded = feeds::decode(csv, {feed, *m_quantities, m_now});
        QVERIFY(decoded && decoded->places.size() == 2 && decoded->places[0].at);
        QCOMPARE(decoded->places[0].at->lon, 2.3522);
        QCOMPARE(decoded->places[0].at->lat, 48.8566);
        QCOMPARE(decoded->observations.size(), std::size_t(2));
        QCOMPARE(decoded->observations[0].value, 21.5);
        QVERIFY(!proposal->samples[0].field(QStringLiteral("thousands"))->decimalComma);
    }

    /// One column says what the number in another one is, and a third in which unit.
    void longTables()
    {
        const QByteArray csv("code_station,nom_station,lon,lat,polluant,valeur,unite,date\n"
                             "F1,Centre,2.35,48.85,NO2,21,ug/m3,2026-10-30 10:00:00\n"
                             "F1,Centre,2.35,48.85,PM10,18,ug/m3,2026-10-30 10:00:00\n"
                             "F2,Nord,2.36,48.88,O3,40,ppb,2026-10-30 10:00:00\n"
                             "F2,Nord,2.36,48.88,CO,1,?,2026-10-30 10:00:00\n");
        const auto proposal = propose(csv, QStringLiteral("csv"));
        const MappingChoices& got = proposal->choices[0];
        QCOMPARE(got.kind, QStringLiteral("air-station"));
        QStringList measures;
        for (const auto& one : got.measures)
            measures
                << QStringLiteral("%1 %2 %3 %4").arg(one.onlyText, one.quantity, one.unit).arg(one.wanted);
        QCOMPARE(measures,
                 (QStringList{QStringLiteral("NO2 no2.mass ug/m3 1"), QStringLiteral("PM10 pm10 ug/m3 1"),
                              QStringLiteral("O3 o3 [ppb] 1"), QStringLiteral("CO co [ppm] 0")}));
        feeds::FeedSpec feed;
        feed.format = QStringLiteral("csv");
        feed.zone = QTimeZone::utc();
        feed.mapping = feeds::mappingOf(got, proposal->samples[0]);
        const auto decoded = feeds::decode(csv, {feed, *m_quantities, m_now});
        QVERIFY(decoded);
        QCOMPARE(decoded->observations.size(), std::size_t(3));
        QCOMPARE(decoded->observations[2].quantity, QStringLiteral("o3"));
        QCOMPARE(decoded->observations[2].value, 40.0);
        QCOMPARE(decoded->places.size(), std::size_t(2));
    }

    void quakesAreEvents()
    {
        const QByteArray csv("time,latitude,longitude,depth,mag,id,place\n"
                             "2026-10-30T10:00:00Z,38.8,-122.8,1.5,0.9,nc1,\"5 km NW of X\"\n"
                             "2026-10-30T11:00:00Z,33.5,-116.7,10.1,1.4,ci2,\"10 km S of Y\"\n");
        const MappingChoices got = choicesFor(csv, QStringLiteral("csv"));
        QCOMPARE(got.record, MappingChoices::Record::Event);
        QCOMPARE(got.kind, QStringLiteral("earthquake"));
        QCOMPARE(got.name.value(QString()), QStringLiteral("place"));
    }

    void hoursAsTitles()
    {
        const QByteArray csv("date,station,00,01,02\n2026-10-29,A,1,2,3\n2026-10-29,B,2,4,6\n");
        const auto proposal = propose(csv, QStringLiteral("csv"));
        QVERIFY(proposal->samples[0].layout.header);
        QVERIFY(proposal->samples[0].field(QStringLiteral("01")));
        const auto bare = propose("A,2026,5\nB,2026,6\nC,2026,7\n", QStringLiteral("csv"));
        QVERIFY(!bare->samples[0].layout.header);
    }

    void sentinelsAreNoValues()
    {
        const QByteArray json(R"([{"id":"a","AQI":10},{"id":"b","AQI":-99},{"id":"c","AQI":30}])");
        QVERIFY(choicesFor(json, QStringLiteral("json")).missing.contains(QStringLiteral("-99")));
    }

    void dateAndTimeOfDayInTwoFields()
    {
        const QByteArray csv("station_id;date;time;rainfall\nA;2026-10-01;08:00;1\nB;2026-10-01;09:00;2\n");
        const MappingChoices got = choicesFor(csv, QStringLiteral("csv"));
        QCOMPARE(got.time, (QStringList{QStringLiteral("date"), QStringLiteral("time")}));
        QCOMPARE(got.timeFormats, QStringList{QStringLiteral("yyyy-MM-dd HH:mm")});
    }
};

CITYOPS_TEST(QCoreApplication, ForeignListsTest)
#include "foreign_lists_test.moc"
