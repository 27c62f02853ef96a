// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/alarms/alarm_json.h"
#include "layers/alarms/contradiction.h"
#include "tests/layers/alarms/small_alarms.h"
#include "tests/support/test_main.h"

using namespace small;

namespace {

alarms::Threshold limit(double at, double deadband = 0, alarms::Comparison comparison = alarms::Comparison::AtLeast)
{
    return {u("gauge"), u("rain"), comparison, at, deadband};
}

QString refusals(std::vector<alarms::Rule> rules)
{
    city::QuantityCatalogue quantities;
    city::Quantity rain;
    rain.id = u("rain");
    rain.least = 0;
    rain.most = 500;
    quantities.insert(rain.id, rain);
    alarms::Tellable told{quantities, {{u("gauge"), u("rain")}}, {{u("earthquake"), u("rain")}}, {}, {{u("gauges"), {10min, 5min, 24h}}}, {{{u("gauge"), u("rain")}, 10min}}};
    alarms::Plan plan;
    plan.rules = std::move(rules);
    QStringList all;
    for (const auto& one : alarms::contradictions(plan, told)) all << one.rule + u'.' + u(one.field);
    return all.join(u' ');
}

} // namespace

class AlarmRulesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void deadbandAndDelays()
    {
        alarms::Rule one = rule("rain", limit(40, 5));
        one.onDelay = 2min;
        one.offDelay = 3min;
        Run run({one});
        QStringList seen;
        for (const double value : {40, 41, 42, 36, 35, 34, 34, 34, 34}) {
            run.say("a", value);
            run.step(1min);
            seen << run.happened();
        }
        // Two minutes on, then down: 36 and 35 are within the dead-band, 34 is out of it, three minutes later it is over.
        QCOMPARE(seen, (QStringList{{}, {}, u("raised"), {}, {}, {}, {}, {}, u("returned")}));
    }

    void aDipBeginsTheDelayAnew()
    {
        alarms::Rule one = rule("rain", limit(40));
        one.onDelay = 2min;
        Run run({one});
        for (const double value : {45, 45, 30, 45, 45}) {
            run.say("a", value);
            run.step(1min);
        }
        QCOMPARE(run.happened(), QString());
    }

    void staleValuesChangeNothing()
    {
        Run run({rule("rain", limit(40))});
        run.say("a", 50);
        run.step();
        run.step(2h);
        QCOMPARE(run.states(), u("rain@gauge/a unacknowledged"));
        QVERIFY(run.alarms().alarms.begin()->second.uncertain);
        Run later({rule("rain", limit(40))});
        later.say("a", 50);
        later.step(2h);
        QCOMPARE(later.states(), QString());
    }

    void anExpectedValueWarnsUntilItIsThere()
    {
        alarms::Rule one = rule("soon", alarms::Expected{u("gauge"), u("rain"), alarms::Comparison::AtLeast, 40, 3h, true});
        Run run({one});
        auto outlook = std::make_shared<alarms::Outlook>();
        const alarms::Outlook::Key a({u("gauge"), u("a")}, u("rain")), b({u("gauge"), u("b")}, u("rain"));
        const auto expect = [&](const alarms::Outlook::Key& key, city::Duration in, bool likely, double limit = 40) {
            indicators::ExpectedCrossing crossing;
            crossing.limit = {limit, false, {}};
            crossing.at = run.now() + in;
            crossing.value = 44;
            crossing.likely = likely;
            outlook->crossings[key] << crossing;
        };
        const auto judged = [&] {
            outlook->issue = run.now();
            run.outlook = std::make_shared<const alarms::Outlook>(*outlook);
            run.say("a", 30);
            run.say("b", 30);
            run.step(1min);
            return run.states();
        };
        QCOMPARE(judged(), QString()); // No forecast of these places: nobody knows.
        outlook->made = {a, b};
        expect(a, 5h, true);
        expect(b, 1h, false);
        QCOMPARE(judged(), QString()); // One too far ahead, one only possible.
        expect(a, 2h, true, 50);
        QCOMPARE(judged(), QString()); // Another limit.
        expect(a, 2h, true);
        QCOMPARE(judged(), u("soon@gauge/a unacknowledged"));
        const alarms::Alarm& alarm = run.alarms().alarms.begin()->second;
        QCOMPARE(*alarm.value, 44.0);
        QVERIFY(alarm.expectedAt);
        QCOMPARE(*alarms::alarmFrom(alarms::toJson(alarm)).expectedAt, *alarm.expectedAt);
        run.say("a", 41); // It is there: now another rule speaks.
        run.step(1min);
        QVERIFY(run.states().startsWith(u("soon@gauge/a returned")));
    }

    void expectationsThatMakeNoSenseAreRefused()
    {
        const auto soon = [](double limit, city::Duration within) {
            return rule("soon", alarms::Expected{u("gauge"), u("rain"), alarms::Comparison::AtLeast, limit, within, true});
        };
        QCOMPARE(refusals({soon(40, 3h)}), QString());
        QCOMPARE(refusals({soon(600, 3h)}), u("soon.when"));
        QCOMPARE(refusals({soon(40, 10min)}), u("soon.expected-within"));
        QCOMPARE(refusals({soon(40, 72h)}), u("soon.expected-within"));
    }

    void anOldForecastChangesNothing()
    {
        Run run({rule("soon", alarms::Expected{u("gauge"), u("rain"), alarms::Comparison::AtLeast, 40, 24h, true})});
        alarms::Outlook outlook;
        const alarms::Outlook::Key a({u("gauge"), u("a")}, u("rain"));
        outlook.issue = run.now();
        outlook.made = {a};
        indicators::ExpectedCrossing crossing;
        crossing.limit = {40, false, {}};
        crossing.at = run.now() + 20h;
        crossing.likely = true;
        outlook.crossings[a] << crossing;
        run.outlook = std::make_shared<const alarms::Outlook>(outlook);
        run.say("a", 30);
        run.step();
        QVERIFY(!run.states().isEmpty());
        for (int i = 0; i < 4; ++i) {
            run.say("a", 30);
            run.step(40min);
        }
        QCOMPARE(run.states(), u("soon@gauge/a unacknowledged"));
        QVERIFY(run.alarms().alarms.begin()->second.uncertain);
    }

    void soManyPlacesOfADistrict()
    {
        alarms::Rule one = rule("rain", limit(40), "district");
        one.places = 2;
        Run run({one});
        run.say("a", 50);
        run.say("b", 55, false);
        run.step();
        QCOMPARE(run.states(), QString());
        run.say("c", 60);
        run.step();
        QCOMPARE(run.states(), u("rain@area/01 unacknowledged"));
        const alarms::Alarm& alarm = run.alarms().alarms.begin()->second;
        QCOMPARE(alarm.places, 2);
        QCOMPARE(*alarm.value, 60.0);
    }

    void onlyInSomeAreas()
    {
        alarms::Rule one = rule("rain", limit(40));
        one.in = {u("02")};
        Run run({one});
        run.say("a", 50);
        run.say("b", 50, false);
        run.step();
        QCOMPARE(run.states(), u("rain@gauge/b unacknowledged"));
    }

    void changesWithinATime()
    {
        Run run({rule("rise", alarms::RateOfChange{u("gauge"), u("rain"), 10, 10min}), rule("fall", alarms::RateOfChange{u("gauge"), u("rain"), -10, 10min})});
        QStringList states;
        for (const double value : {0, 6, 12, 12, 12, 3}) {
            run.say("a", value);
            run.step(5min);
            states << run.states();
        }
        QCOMPARE(states[1], QString());
        QCOMPARE(states[2], u("rise@gauge/a unacknowledged"));
        QVERIFY(states[4].contains(u("rise@gauge/a returned-unacknowledged")));
        run.say("a", 1);
        run.step(5min);
        QVERIFY(run.states().contains(u("fall@gauge/a unacknowledged")));
    }

    void silentFeed()
    {
        Run run({rule("blind", alarms::Silence{u("gauges"), 20min}, "")});
        run.say("a", 1);
        run.step();
        run.step(20min);
        QCOMPARE(run.states(), QString());
        run.step(1min);
        QCOMPARE(run.states(), u("blind@feed/gauges unacknowledged"));
        run.say("a", 1);
        run.step();
        QCOMPARE(run.states(), u("blind@feed/gauges returned-unacknowledged"));
    }

    void unusual()
    {
        city::Series past{{u("gauge"), u("a")}, u("rain"), u("mm"), {}};
        for (int day = 60; day > 0; --day)
            for (int hour = 0; hour < 24; ++hour) past.samples.push_back({start - 24h * day + 1h * hour, 10.0 + day % 5});
        auto usuals = std::make_shared<alarms::Usuals>();
        usuals->insert({past.place, u("rain")}, std::make_shared<const indicators::TypicalWeek>(past, start, indicators::DayCalendar{}));
        Run run({rule("odd", alarms::Unusual{u("gauge"), u("rain"), 3, 2, true, false})});
        run.usuals = usuals;
        run.say("a", 14);
        run.say("unknown", 400);
        run.step();
        QCOMPARE(run.states(), QString());
        run.say("a", 40);
        run.step(1min);
        QCOMPARE(run.states(), u("odd@gauge/a unacknowledged"));
    }

    void eventsAndVehiclesThatEnter()
    {
        alarms::Entering quake{alarms::Entering::What::Event, u("earthquake"), {}, u("magnitude"), 5, 30, 30min};
        alarms::Entering bus{alarms::Entering::What::Vehicle, u("bus"), {u("02")}, {}, 0, 0, 1h};
        Run run({rule("quake", quake, ""), rule("bus", bus, "")});
        city::Event event;
        event.id = u("q");
        event.kind = u("earthquake");
        event.geometry.points = {{121.8, 25}}; // 10 km beyond the edge of the city.
        event.begins = start;
        event.measures = {{{}, u("magnitude"), 5.2, u("1"), start, start}};
        city::Event far = event, weak = event;
        far.id = u("far");
        far.geometry.points = {{123, 25}};
        weak.id = u("weak");
        weak.measures[0].value = 4.9;
        run.feed().events = {event, far, weak};
        city::Vehicle vehicle;
        vehicle.id = u("b1");
        vehicle.kind = u("bus");
        vehicle.at = {121.4, 25};
        vehicle.observedAt = start;
        run.feed().vehicles = {vehicle};
        run.step();
        QCOMPARE(run.states(), u("quake@earthquake/q unacknowledged"));
        run.feed().vehicles[0].at = {121.6, 25};
        run.feed().vehicles[0].observedAt = start + 1min;
        run.step(1min);
        QVERIFY(run.states().contains(u("bus@bus/b1 unacknowledged")));
        run.step(30min);
        QVERIFY(run.states().contains(u("quake@earthquake/q returned-unacknowledged")));
    }

    void combinations()
    {
        alarms::Rule small = rule("small", limit(20)), large = rule("large", limit(80));
        small.alarms = large.alarms = false;
        Run run({rule("both", alarms::Combination{{u("small")}, {}, {u("large")}}, "district"), small, large});
        run.say("a", 30);
        run.say("b", 90, false);
        run.step();
        QVERIFY(run.states().contains(u("both@area/01 unacknowledged")));
        QVERIFY(!run.states().contains(u("both@area/02")));
    }

    void whatIsRefused_data()
    {
        QTest::addColumn<QString>("refused");
        QTest::addColumn<QString>("expected");
        using C = alarms::Comparison;
        const auto row = [](const char* name, std::vector<alarms::Rule> rules, const char* refused) {
            QTest::newRow(name) << refusals(std::move(rules)) << u(refused);
        };
        row("good", {rule("r", limit(40, 5))}, "");
        row("beyond what is possible", {rule("r", limit(600))}, "r.when");
        row("above the highest", {rule("r", limit(500, 0, C::Above))}, "r.when");
        row("below the lowest", {rule("r", limit(0, 0, C::Below))}, "r.when");
        row("always", {rule("r", limit(0))}, "r.when");
        row("never over", {rule("r", limit(40, 40))}, "r.dead-band");
        row("nobody measures it", {rule("r", alarms::Threshold{u("well"), u("rain"), C::AtLeast, 5, 0})}, "r.quantity");
        row("no value is normal", {rule("a", limit(40)), rule("b", limit(60, 0, C::AtMost))}, "a.when");
        row("changes more than it can", {rule("r", alarms::RateOfChange{u("gauge"), u("rain"), 501, 1h})}, "r.changes");
        row("faster than values come", {rule("r", alarms::RateOfChange{u("gauge"), u("rain"), 5, 5min})}, "r.within");
        row("leaves above where it enters", {rule("r", alarms::Unusual{u("gauge"), u("rain"), 2, 3, true, true})}, "r.leave");
        row("a silence that is promised", {rule("r", alarms::Silence{u("gauges"), 10min}, "")}, "r.silent");
        row("trusts nobody", {rule("r", alarms::Warning{}, "")}, "r.when");
        row("nothing to combine", {rule("r", alarms::Combination{}, "")}, "r.when");
        row("yes and no", {rule("a", limit(40)), rule("r", alarms::Combination{{u("a")}, {}, {u("a")}}, "")}, "r.none");
        alarms::Rule hidden = rule("r", alarms::Combination{{u("a")}, {}, {}}, "");
        hidden.suppressedBy = {u("a")};
        row("hidden by what it needs", {rule("a", limit(40)), hidden}, "r.suppressed-by");
        row("a loop", {rule("a", alarms::Combination{{u("b")}, {}, {}}, ""), rule("b", alarms::Combination{{u("a")}, {}, {}}, "")}, "a.when b.when");
        alarms::Rule quiet = rule("r", limit(40));
        quiet.quiet = alarms::QuietHours{QTime(8, 0), QTime(8, 0)};
        row("quiet all day", {quiet}, "r.quiet");
        alarms::Rule two = rule("r", limit(40));
        two.places = 2;
        row("two places of one", {two}, "r.places");
        alarms::Rule slow = rule("r", alarms::Entering{alarms::Entering::What::Event, u("earthquake"), {}, {}, 0, 0, 10min}, "");
        slow.onDelay = 10min;
        row("slower than the event", {slow}, "r.on-delay");
    }

    void whatIsRefused()
    {
        QFETCH(QString, refused);
        QFETCH(QString, expected);
        QCOMPARE(refused, expected);
    }
};

CITYOPS_TEST(QCoreApplication, AlarmRulesTest)
#include "alarm_rules_test.moc"
