// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/demo/demo_pack.h"

#include "tests/support/test_main.h"

#include <QHash>
#include <algorithm>
#include <limits>

using namespace std::chrono_literals;

/// What the script of the day promises holds at its times and not at others, whatever the seed.
class ScriptTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_pack = taipei();
        QVERIFY(m_pack);
    }

    void smogInTheMorning_data() { seeds(); }
    void smogInTheMorning()
    {
        QFETCH(int, seed);
        const auto banqiao = QStringLiteral("6"), wanli = QStringLiteral("3");
        QVERIFY(most(seed, "air-moenv", "aqi", banqiao, at(11), at(13, 1)) > 150);
        QVERIFY(most(seed, "air-moenv", "pm2.5", banqiao, at(11), at(13, 1)) > 60);
        QVERIFY(most(seed, "air-moenv", "aqi", banqiao, at(2), at(6)) < 100);
        QVERIFY(most(seed, "air-moenv", "aqi", banqiao, at(21), at(24)) < 100);
        QVERIFY(most(seed, "air-moenv", "aqi", wanli, at(0), at(24)) < 100);
    }

    void cloudburstInTheAfternoon_data() { seeds(); }
    void cloudburstInTheAfternoon()
    {
        QFETCH(int, seed);
        const auto anywhere = QString();
        QCOMPARE(most(seed, "rain-cwa", "rain.1h", anywhere, at(0), at(15, 30)), 0.0);
        QVERIFY(most(seed, "rain-cwa", "rain.1h", anywhere, at(16), at(18)) > 40);
        QVERIFY(most(seed, "rain-cwa", "rain.1h", anywhere, at(16), at(18)) < 80);
        QCOMPARE(most(seed, "rain-cwa", "rain.1h", anywhere, at(19, 40), at(24)), 0.0);
        const auto beitou = QStringLiteral("466910"); // Anbu, north of it all
        QVERIFY(most(seed, "rain-cwa", "rain.24h", beitou, at(0), at(24)) < 5);
    }

    void cloudburstMovesNorth()
    {
        const auto wenshan = QStringLiteral("C0AC80"), neihu = QStringLiteral("C0A9F0");
        QVERIFY(peak("rain-cwa", "rain.10min", wenshan) < peak("rain-cwa", "rain.10min", neihu));
    }

    void waterFollowsTheRain_data() { seeds(); }
    void waterFollowsTheRain()
    {
        QFETCH(int, seed);
        const auto anywhere = QString();
        QCOMPARE(most(seed, "pumps-taipei", "pump.running", anywhere, at(0), at(15, 30)), 0.0);
        QCOMPARE(most(seed, "pumps-taipei", "pump.running", anywhere, at(16), at(18)), 1.0);
        QCOMPARE(most(seed, "pumps-taipei", "pump.running", anywhere, at(20), at(24)), 0.0);
        QVERIFY(least(seed, "sewer-taipei", "sewer.to-ground", anywhere, at(0), at(15)) > 1.5);
        QVERIFY(least(seed, "sewer-taipei", "sewer.to-ground", anywhere, at(16), at(18, 30)) < 0.5);
    }

    void roadsAreSlowInTheRush_data() { seeds(); }
    void roadsAreSlowInTheRush()
    {
        QFETCH(int, seed);
        const double night = mean(seed, "roads-taipei", "road.speed", at(3));
        const double noon = mean(seed, "roads-taipei", "road.speed", at(12, 30));
        const double morning = mean(seed, "roads-taipei", "road.speed", at(8, 15));
        const double evening = mean(seed, "roads-taipei", "road.speed", at(18));
        QVERIFY(night > noon && noon > morning && noon > evening);
        QVERIFY(morning < 0.75 * night);
    }

    void bicyclesFollowThePeople_data() { seeds(); }
    void bicyclesFollowThePeople()
    {
        QFETCH(int, seed);
        const double before = mean(seed, "youbike-newtaipei", "bikes.available", at(5));
        const double during = mean(seed, "youbike-newtaipei", "bikes.available", at(13));
        const double after = mean(seed, "youbike-newtaipei", "bikes.available", at(23));
        QVERIFY(during < 0.75 * before && during < 0.75 * after);
        QVERIFY(mean(seed, "youbike-taipei", "bikes.available", at(13)) >
                mean(seed, "youbike-taipei", "bikes.available", at(5)));
    }

    void nightMarketIsCrowded_data() { seeds(); }
    void nightMarketIsCrowded()
    {
        QFETCH(int, seed);
        const auto shilin = QStringLiteral("M01");
        QVERIFY(least(seed, "markets-taipei", "venue.occupancy", shilin, at(17), at(22)) > 80);
        QVERIFY(most(seed, "markets-taipei", "venue.occupancy", shilin, at(18), at(22)) > 100);
        QCOMPARE(most(seed, "markets-taipei", "venue.occupancy", shilin, at(6), at(15)), 0.0);
        QVERIFY(most(seed, "markets-taipei", "venue.occupancy", QStringLiteral("M02"), at(0), at(24)) < 80);
    }

    void metroRunsFromSix()
    {
        QCOMPARE(most(1, "metro-flow", "metro.in", {}, at(1), at(6)), 0.0);
        QVERIFY(mean(1, "metro-flow", "metro.in", at(8)) > 2 * mean(1, "metro-flow", "metro.in", at(11)));
    }

private:
    static void seeds()
    {
        QTest::addColumn<int>("seed");
        for (const int seed : {1, 2, 99})
            QTest::addRow("seed %d", seed) << seed;
    }

    std::vector<city::Observation> of(int seed, const char* feed, const char* quantity, const QString& place,
                                      city::Instant from, city::Instant to)
    {
        std::shared_ptr<app::DemoCity>& city = m_cities[seed];
        if (!city) city = std::make_shared<app::DemoCity>(m_pack, m_clock, static_cast<quint32>(seed));
        std::vector<city::Observation> all = city->past(QString::fromLatin1(feed), from, to, 5min);
        std::erase_if(all, [&](const city::Observation& o) {
            return o.quantity != QLatin1String(quantity) || (!place.isEmpty() && o.place.id != place);
        });
        return all;
    }

    /// Greatest and smallest value; without any the test must fail, so not a number.
    double most(int seed, const char* feed, const char* quantity, const QString& place, city::Instant from,
                city::Instant to)
    {
        const auto all = of(seed, feed, quantity, place, from, to);
        const auto best = std::max_element(all.begin(), all.end(), less);
        return best == all.end() ? std::numeric_limits<double>::quiet_NaN() : best->value;
    }

    double least(int seed, const char* feed, const char* quantity, const QString& place, city::Instant from,
                 city::Instant to)
    {
        const auto all = of(seed, feed, quantity, place, from, to);
        const auto best = std::min_element(all.begin(), all.end(), less);
        return best == all.end() ? std::numeric_limits<double>::quiet_NaN() : best->value;
    }

    double mean(int seed, const char* feed, const char* quantity, city::Instant when)
    {
        const auto all = of(seed, feed, quantity, {}, when, when + 1min);
        double sum = 0;
        for (const city::Observation& observation : all)
            sum += observation.value;
        return sum / static_cast<double>(all.size());
    }

    city::Instant peak(const char* feed, const char* quantity, const QString& place)
    {
        const auto all = of(1, feed, quantity, place, at(15), at(19));
        const auto best = std::max_element(all.begin(), all.end(), less);
        return best == all.end() ? city::Instant() : best->observedAt;
    }

    static bool less(const city::Observation& a, const city::Observation& b) { return a.value < b.value; }

    std::shared_ptr<const app::Pack> m_pack;
    city::FixedClock m_clock{at(0)};
    QHash<int, std::shared_ptr<app::DemoCity>> m_cities;
};

CITYOPS_TEST(QCoreApplication, ScriptTest)
#include "script_test.moc"
