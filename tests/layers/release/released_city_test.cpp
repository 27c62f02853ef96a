// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/release/released_city.h"

#include "tests/layers/release/small_counts.h"
#include "tests/support/test_main.h"

using namespace small;
using release::ReleasedCity;

/// What may be told of a city at one moment, over feeds and levels.
class ReleasedCityTest : public QObject {
    Q_OBJECT

    static QStringList told(const Feeds& feeds) { return shown(*release::released(cityOf(feeds), rules()).snapshot); }

private Q_SLOTS:
    void smallCountsAreNotNumbersAnyMore()
    {
        QCOMPARE(told({{u"a"_s, {ofVillage(u"V1"_s, 0), ofVillage(u"V2"_s, 1), ofVillage(u"V3"_s, 10), ofVillage(u"V4"_s, 11)}}}),
                 (QStringList{u"V1: 0"_s, u"V2: withheld"_s, u"V3: withheld"_s, u"V4: 11"_s}));
    }

    void whatIsNotPrivateIsTheSameObject()
    {
        const auto truth = cityOf({{u"a"_s, {count(u"village"_s, u"V1"_s, 3, today, u"bikes"_s)}}, {u"b"_s, {ofVillage(u"V1"_s, 3)}}});
        const ReleasedCity made = release::released(truth, rules());
        QCOMPARE(made.snapshot->feeds().at(u"a"_s), truth->feeds().at(u"a"_s));
        QVERIFY(made.snapshot->feeds().at(u"b"_s) != truth->feeds().at(u"b"_s));
        QCOMPARE(truth->feeds().at(u"b"_s)->observations.front().value, 3.0); // the truth stays
        const auto plain = cityOf({{u"a"_s, {count(u"village"_s, u"V1"_s, 3, today, u"bikes"_s)}}});
        QCOMPARE(release::released(plain, rules()).snapshot, plain);
    }

    void twoFeedsOfTwoLevelsAreReleasedTogether()
    {
        // 24 - 20 would tell V1.
        const std::vector<city::Observation> villages{ofVillage(u"V1"_s, 4), ofVillage(u"V2"_s, 20)};
        QCOMPARE(told({{u"a"_s, villages}, {u"b"_s, {ofDistrict(u"D1"_s, 24), ofDistrict(u"D2"_s, 30)}}}),
                 (QStringList{u"V1: withheld"_s, u"V2: 20"_s, u"D1: withheld"_s, u"D2: 30"_s}));
    }

    void sumsAreToldWhereTheyGiveNothingAway()
    {
        std::vector<city::Observation> villages{ofVillage(u"V1"_s, 4), ofVillage(u"V2"_s, 9), ofVillage(u"V3"_s, 3),
                                                ofVillage(u"V4"_s, 40), ofVillage(u"V5"_s, 50), ofVillage(u"V6"_s, 60)};
        const auto sums = release::released(cityOf({{u"a"_s, villages}}), rules()).snapshot->releasedSums();
        QCOMPARE(sums.size(), std::size_t(1));
        QCOMPARE(sums.front().area, 1); // D1; D2 and the city can be added up
        QCOMPARE(sums.front().value, 16.0);
        villages[0].value = 40; // two are left, of whom 12 tells too much
        QVERIFY(release::released(cityOf({{u"a"_s, villages}}), rules()).snapshot->releasedSums().empty());
    }

    void anOlderValueOfAnAreaWithOthersInItIsWithheld()
    {
        // What stood beside yesterday's 24 is not known any more; it may have been V1's 4.
        QCOMPARE(told({{u"a"_s, {ofVillage(u"V1"_s, 20), ofVillage(u"V2"_s, 20)}}, {u"b"_s, {ofDistrict(u"D1"_s, 24, today - 24h)}}}),
                 (QStringList{u"V1: 20"_s, u"V2: 20"_s, u"D1: withheld"_s}));
    }

    void whatGivesACountAwayGoesWithIt()
    {
        const auto load = [](const QString& village, double value, city::Instant at = today) { return count(u"village"_s, village, value, at, u"load"_s); };
        QCOMPARE(told({{u"a"_s, {ofVillage(u"V1"_s, 4), load(u"V1"_s, 40), ofVillage(u"V2"_s, 20), load(u"V2"_s, 80), load(u"V3"_s, 7)}}}),
                 (QStringList{u"V1: withheld"_s, u"V1: withheld"_s, u"V2: 20"_s, u"V2: 80"_s, u"V3: 7"_s}));
        // Of another time: the count of that time is not known here.
        QCOMPARE(told({{u"a"_s, {ofVillage(u"V1"_s, 40), load(u"V1"_s, 40, today - 1h)}}}), (QStringList{u"V1: 40"_s, u"V1: withheld"_s}));
    }

    void aRunningTotalIsToldWhenItHasGrownEnough()
    {
        const auto total = [](double value) { return count(u"village"_s, u"V1"_s, value, today, u"patients.total"_s); };
        city::Series before{{u"village"_s, u"V1"_s}, u"patients.total"_s, {}, {{today - 48h, 30}, {today - 24h, 36}}};
        const release::Totals known{{{before.place, before.quantity}, before}};
        const auto after = [&](double value, const release::Totals& totals) {
            return shown(*release::released(cityOf({{u"a"_s, {total(value)}}}), rules(), nullptr, totals).snapshot);
        };
        QCOMPARE(after(40, known), QStringList{u"V1: withheld"_s}); // ten more than the 30 that were told
        QCOMPARE(after(41, known), QStringList{u"V1: 41"_s});
        QCOMPARE(after(41, {}), QStringList{u"V1: withheld"_s}); // nobody knows what was told before
    }

    void theMeasuresOfAnEventAreCountsToo()
    {
        auto picture = std::make_shared<city::FeedPicture>();
        city::Event event;
        event.measures = {count({}, {}, 4), count({}, {}, 40)};
        picture->events = {event};
        const auto truth = std::make_shared<const city::CitySnapshot>(today, city::CitySnapshot::Feeds{{u"a"_s, picture}}, areas());
        const auto made = release::released(truth, rules()).snapshot;
        QVERIFY(city::isWithheld(made->feeds().at(u"a"_s)->events.front().measures[0]));
        QCOMPARE(made->feeds().at(u"a"_s)->events.front().measures[1].value, 40.0);
    }

    void aPersonsUnitIsEnough()
    {
        QCOMPARE(told({{u"a"_s, {count(u"village"_s, u"V1"_s, 4, today, u"nobody.knows"_s)}}}), QStringList{u"V1: withheld"_s});
    }

    void whatHasNotChangedIsTakenFromTheLast()
    {
        const auto truth = cityOf({{u"a"_s, {ofVillage(u"V1"_s, 4)}}, {u"b"_s, {ofVillage(u"V2"_s, 40)}}});
        const ReleasedCity first = release::released(truth, rules());
        const ReleasedCity again = release::released(truth, rules(), &first);
        for (const QString& feed : {u"a"_s, u"b"_s}) QCOMPARE(again.snapshot->feeds().at(feed), first.snapshot->feeds().at(feed));
        // Another feed decides otherwise about the same picture.
        city::CitySnapshot::Feeds feeds = truth->feeds();
        feeds[u"c"_s] = cityOf({{u"c"_s, {ofDistrict(u"D1"_s, 44)}}})->feeds().at(u"c"_s);
        const auto more = std::make_shared<const city::CitySnapshot>(today, feeds, areas());
        QCOMPARE(shown(*release::released(more, rules(), &first).snapshot), (QStringList{u"V1: withheld"_s, u"V2: 40"_s, u"D1: withheld"_s}));
    }
};

CITYOPS_TEST(QCoreApplication, ReleasedCityTest)
#include "released_city_test.moc"
