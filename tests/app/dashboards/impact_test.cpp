// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/impact.h"
#include "tests/app/dashboards/small_city.h"
#include "tests/support/test_main.h"

using namespace small;

/// What lies in an area: people by share of surface, sensors and their state, what the pack marks as
/// exposure.
class ImpactTest : public QObject {
    Q_OBJECT

    static city::Ring box(double west, double east, double south = 25.0, double north = 25.01)
    {
        return {{west, south}, {east, south}, {east, north}, {west, north}, {west, south}};
    }

    static app::DashboardInput drawn(const city::Ring& ring)
    {
        Feed feed(u"air"_s);
        feed.station(u"a"_s, 1, 40).station(u"b"_s, 1, 120, 300 * Minute).station(u"c"_s, 2, 80);
        app::DashboardInput in = input(pack(), {feed});
        in.focus.outline = ring;
        return in;
    }

private Q_SLOTS:
    void halfADistrictHasHalfItsPeople()
    {
        const app::DashboardInput in = drawn(box(121.0, 121.005));
        const app::Scope scope(in);
        const auto people = app::peopleIn(scope, app::groundInFocus(scope));
        QCOMPARE(people.size(), 1u);
        QCOMPARE(scope.areaName(people.front().area), u"District 1"_s);
        QVERIFY(std::abs(people.front().share - 0.5) < 0.005);
        QVERIFY(std::abs(people.front().people - 500) < 5);
    }

    void twoDistrictsAddUpMostPeopleFirst()
    {
        const app::DashboardInput in = drawn(box(121.005, 121.02));
        const app::Scope scope(in);
        const auto people = app::peopleIn(scope, app::groundInFocus(scope));
        QCOMPARE(people.size(), 2u);
        QVERIFY(std::abs(people[0].people - 2000) < 10);
        QVERIFY(std::abs(people[1].people - 500) < 5);
    }

    void sensorsAreCountedWithTheirState()
    {
        const app::DashboardInput in = drawn(box(121.0, 121.01));
        const app::Scope scope(in);
        const auto sensors = app::sensorsIn(scope, app::groundInFocus(scope));
        QCOMPARE(sensors.size(), 1u);
        QCOMPARE(sensors.front().kind, u"air-station"_s);
        QCOMPARE(sensors.front().inside, 2);
        QCOMPARE(sensors.front().current, 1);
    }

    void theCardSaysItAllAndHow()
    {
        app::DashboardInput in = drawn(box(121.0, 121.01));
        auto exposure = std::make_shared<app::Exposure>();
        exposure->layers.push_back({u"schools"_s,
                                    both(u"Schools"_s, u"學校"_s),
                                    {{u"North"_s, {121.002, 25.005}}, {u"Far"_s, {121.03, 25.005}}}});
        in.exposure = exposure;
        const widgets::ImpactCard card = app::compute(in).impact.value();
        QCOMPARE(card.title, u"Drawn area"_s);
        QVERIFY(card.facts.join(u' ').contains(u"about 1,000 residents (District 1 1,000)"_s));
        QVERIFY(card.facts.join(u' ').contains(u"1 of 2 sensors and stations report"_s));
        QVERIFY(!card.method.isEmpty());
        QCOMPARE(card.groups.back().rows.front(), (QStringList{u"Schools"_s, u"1"_s, u"North"_s}));
    }

    void anAreaWithoutASensorOrPeopleSaysSo()
    {
        const widgets::ImpactCard card = app::compute(drawn(box(122.0, 122.01))).impact.value();
        QVERIFY(card.facts.contains(u"Nobody is known to live here."_s));
        QVERIFY(card.facts.contains(u"no sensor or station"_s));
    }

    void withoutGroundThereIsNoCard()
    {
        QVERIFY(!app::compute(drawn({})).impact);
        app::DashboardInput in = drawn({});
        in.focus.place = city::PlaceId{u"alert"_s, u"unknown"_s};
        QVERIFY(!app::compute(in).impact);
    }

    void anAlertByCodesCoversWholeDistricts()
    {
        app::DashboardInput in = drawn({});
        const app::Scope scope(in);
        const app::Ground ground{u"Flood"_s, {}, {scope.areas.find(u"D2"_s), scope.areas.find(u"V1"_s)}};
        const auto people = app::peopleIn(scope, ground);
        QCOMPARE(people.size(), 2u);
        QVERIFY(std::abs(people[0].people - 2000) < 1e-6);
        QVERIFY(std::abs(people[1].share - 0.5) < 0.01); // The village is half of its district.
        QVERIFY(app::insideText(scope, ground).contains(u"about 2,500 residents"_s));
        QCOMPARE(app::insideText(scope, {}), QString());
    }
};

CITYOPS_TEST(QCoreApplication, ImpactTest)
#include "impact_test.moc"
