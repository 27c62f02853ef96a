// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/pack.h"
#include "tests/support/test_main.h"

#include <QElapsedTimer>

/// The pack that is shipped.
class TaipeiPackTest : public QObject {
    Q_OBJECT

    app::PackReading m_reading;

private Q_SLOTS:
    void initTestCase()
    {
        const QString resources = qEnvironmentVariable("CITYOPS_RESOURCES");
        QElapsedTimer timer;
        timer.start();
        m_reading = app::readPack(resources + QStringLiteral("/packs/taipei"), resources);
        qInfo("read in %lld ms", static_cast<long long>(timer.elapsed()));
        QStringList all;
        for (const city::Problem& problem : m_reading.problems)
            all << problem.toString();
        QVERIFY2(m_reading.pack, qPrintable(all.join(QLatin1Char('\n'))));
    }

    void allDistricts()
    {
        const city::AreaTree& areas = *m_reading.pack->areas;
        const auto under = [&](const char* city) {
            return areas.children(areas.find(QStringLiteral("city"), QString::fromLatin1(city))).size();
        };
        QCOMPARE(under("63000"), std::size_t(12));
        QCOMPARE(under("65000"), std::size_t(29));
    }

    void placesLieWhereTheyShould()
    {
        const city::AreaTree& areas = *m_reading.pack->areas;
        const int cityHall = areas.ancestor(areas.locate({121.5645, 25.0375}), QStringLiteral("district"));
        QVERIFY(cityHall >= 0);
        QCOMPARE(areas.at(cityHall).name.in(QStringLiteral("zh_TW")), QStringLiteral("信義區"));
        QCOMPARE(areas.at(areas.at(cityHall).parent).name.in(QStringLiteral("zh_TW")),
                 QStringLiteral("臺北市"));
        QCOMPARE(areas.locate({120.3, 22.6}), -1); // Kaohsiung
    }

    void codesOfAlertsAreKnown()
    {
        const city::AreaTree& areas = *m_reading.pack->areas;
        const auto level = [&](const char* value) {
            const int index =
                areas.findByGeocode(QStringLiteral("Taiwan_Geocode_103"), QString::fromLatin1(value));
            return index < 0 ? QString() : areas.at(index).level;
        };
        QCOMPARE(level("63"), QStringLiteral("city"));
        QCOMPARE(level("6300300"), QStringLiteral("district"));
        QCOMPARE(level("6300100-002"), QStringLiteral("village"));
        QCOMPARE(level("64"), QString());
    }

    void districtsAreFoundByTheNamesOfOtherRegisters()
    {
        const city::AreaTree& areas = *m_reading.pack->areas;
        const QString level = QStringLiteral("district");
        QVERIFY(areas.findByName(level, QStringLiteral("台北市大安區")) >= 0);
        QCOMPARE(areas.findByName(level, QStringLiteral("台北市大安區")),
                 areas.findByName(level, QStringLiteral("臺北市大安區")));
        QVERIFY(areas.findByName(level, QStringLiteral("新北市板橋區")) >= 0);
    }

    void residents()
    {
        const city::AreaTree& areas = *m_reading.pack->areas;
        double cities = 0, districts = 0;
        for (const city::Area& area : areas.areas()) {
            if (area.level == QLatin1String("city")) cities += area.people.value_or(0);
            if (area.level == QLatin1String("district")) districts += area.people.value_or(0);
        }
        QVERIFY2(cities > 6e6 && cities < 7e6, qPrintable(QString::number(cities)));
        QVERIFY2(std::abs(cities - districts) < 0.01 * cities, qPrintable(QString::number(districts)));
    }

    void theFiveDashboardsInTheirOrder()
    {
        QStringList ids;
        for (const app::DashboardSpec& dashboard : m_reading.pack->dashboards) {
            ids << dashboard.id;
            QVERIFY2(dashboard.tiles.size() >= 6 && dashboard.tiles.size() <= 12, qPrintable(dashboard.id));
            QVERIFY2(dashboard.charts.size() >= 3 && !dashboard.map.empty(), qPrintable(dashboard.id));
            QVERIFY2(!dashboard.table.rows.isEmpty(), qPrintable(dashboard.id));
        }
        QCOMPARE(ids.join(QLatin1Char(' ')),
                 QStringLiteral("overview traffic air-quality disaster-alerts crowd-flow"));
    }

    void everyKindOnADashboardIsFed()
    {
        QSet<QString> kinds;
        for (const feeds::FeedSpec& feed : m_reading.pack->feeds) {
            if (feed.mapping.place) kinds << feed.mapping.place->kind;
            if (feed.mapping.event) kinds << feed.mapping.event->kind;
            if (feed.mapping.vehicle) kinds << feed.mapping.vehicle->kind;
        }
        for (const app::DashboardSpec& dashboard : m_reading.pack->dashboards) {
            for (const app::MapLayerSpec& layer : dashboard.map)
                QVERIFY2(layer.of.isEmpty() || kinds.contains(layer.of), qPrintable(dashboard.id + layer.of));
        }
    }

    void everyFeedSaysWhoseItIs()
    {
        QVERIFY(m_reading.pack->feeds.size() >= 14);
        for (const feeds::FeedSpec& feed : m_reading.pack->feeds) {
            QVERIFY2(!feed.licence.isEmpty() && !feed.note.isEmpty(), qPrintable(feed.id));
            QVERIFY2(feed.publisher.has(QStringLiteral("zh_TW")) && feed.publisher.has(QStringLiteral("en")),
                     qPrintable(feed.id));
        }
    }
};

CITYOPS_TEST(QCoreApplication, TaipeiPackTest)
#include "taipei_pack_test.moc"
