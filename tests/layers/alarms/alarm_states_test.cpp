// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/alarms/alarm_json.h"
#include "layers/alarms/groups.h"
#include "layers/alarms/performance.h"
#include "tests/layers/alarms/small_alarms.h"
#include "tests/support/test_main.h"

using namespace small;
using Kind = alarms::Action::Kind;

namespace {

alarms::Threshold heavy(double deadband = 0)
{
    return {u("gauge"), u("rain"), alarms::Comparison::AtLeast, 40, deadband};
}

} // namespace

class AlarmStatesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void raisedAcknowledgedReturned()
    {
        Run run({rule("rain", heavy())});
        run.say("a", 39);
        run.step();
        QCOMPARE(run.states(), QString());
        run.say("a", 40);
        run.step(1min);
        QCOMPARE(run.states(), u("rain@gauge/a unacknowledged"));
        run.act(Kind::Acknowledge, "rain@gauge/a");
        QCOMPARE(run.states(), u("rain@gauge/a acknowledged"));
        run.say("a", 10);
        run.step(1min);
        QCOMPARE(run.states(), QString());
        QCOMPARE(run.happened(), u("raised acknowledged returned"));
    }

    void returnedBeforeAnybodySawIt()
    {
        Run run({rule("rain", heavy())});
        run.say("a", 50);
        run.step();
        run.say("a", 10);
        run.step(1min);
        QCOMPARE(run.states(), u("rain@gauge/a returned-unacknowledged"));
        run.say("a", 50);
        run.step(1min);
        QCOMPARE(run.states(), u("rain@gauge/a unacknowledged"));
        run.say("a", 10);
        run.step(1min);
        run.act(Kind::Acknowledge, "rain@gauge/a");
        QCOMPARE(run.states(), QString());
    }

    void shelvedComesBackByItself()
    {
        Run run({rule("rain", heavy())});
        run.say("a", 50);
        run.step();
        run.act(Kind::Shelve, "rain@gauge/a", 10min);
        QCOMPARE(run.states(), u("rain@gauge/a shelved"));
        run.say("a", 51);
        run.step(9min);
        QCOMPARE(run.states(), u("rain@gauge/a shelved"));
        run.say("a", 51);
        run.step(1min);
        QCOMPARE(run.states(), u("rain@gauge/a unacknowledged"));
        QCOMPARE(run.happened(), u("raised shelved unshelved"));
    }

    void shelvedWhileItReturnsIsForgotten()
    {
        Run run({rule("rain", heavy())});
        run.say("a", 50);
        run.step();
        run.act(Kind::Shelve, "rain@gauge/a", 10min);
        run.say("a", 1);
        run.step(5min);
        QCOMPARE(run.states(), u("rain@gauge/a shelved"));
        run.step(6min);
        QCOMPARE(run.states(), QString());
    }

    void shelvingHasALongestTime()
    {
        Run run({rule("rain", heavy())});
        run.say("a", 50);
        run.step();
        run.act(Kind::Shelve, "rain@gauge/a", 1000h);
        QCOMPARE(*run.alarms().alarms.begin()->second.shelvedUntil - run.now(), city::Duration(24h));
    }

    void outOfServiceUntilPutBack()
    {
        Run run({rule("rain", heavy())});
        run.say("a", 50);
        run.step();
        run.act(Kind::TakeOutOfService, "rain@gauge/a");
        run.act(Kind::Shelve, "rain@gauge/a", 1min);
        QCOMPARE(run.states(), u("rain@gauge/a out-of-service"));
        run.say("a", 60);
        run.step(48h);
        QCOMPARE(run.states(), u("rain@gauge/a out-of-service"));
        run.act(Kind::PutIntoService, "rain@gauge/a");
        QCOMPARE(run.states(), u("rain@gauge/a unacknowledged"));
    }

    void suppressedByDesign()
    {
        alarms::Rule small = rule("rain", heavy()), large = rule("flood", alarms::Threshold{u("gauge"), u("rain"), alarms::Comparison::AtLeast, 70, 0});
        small.suppressedBy = {u("flood")};
        Run run({small, large});
        run.say("a", 80);
        run.say("b", 50, false);
        run.step();
        QCOMPARE(run.states(), u("flood@gauge/a unacknowledged, rain@gauge/a suppressed-by-design, rain@gauge/b unacknowledged"));
        run.say("a", 50);
        run.say("b", 50, false);
        run.step(1min);
        QCOMPARE(run.states(), u("flood@gauge/a returned-unacknowledged, rain@gauge/a unacknowledged, rain@gauge/b unacknowledged"));
    }

    void quietHours()
    {
        alarms::Rule quiet = rule("rain", heavy());
        quiet.quiet = alarms::QuietHours{QTime(22, 0), QTime(7, 0)};
        Run run({quiet});
        run.plan().zone = QTimeZone("Asia/Taipei"); // 14:00 there.
        run.say("a", 50);
        run.step(9h); // 23:00
        run.say("a", 50);
        run.step();
        QCOMPARE(run.states(), u("rain@gauge/a suppressed-by-design"));
        QVERIFY(run.alarms().raised.empty());
        run.step(8h);
        run.say("a", 50);
        run.step();
        QCOMPARE(run.states(), u("rain@gauge/a unacknowledged"));
    }

    void escalatesOnce()
    {
        alarms::Rule urgent = rule("rain", heavy());
        urgent.respondWithin = 5min;
        Run run({urgent});
        for (int i = 0; i < 8; ++i) {
            run.say("a", 50);
            run.step(1min);
        }
        QCOMPARE(run.happened(), u("raised escalated"));
    }

    void chattersAndFloods()
    {
        Run run({rule("rain", heavy())});
        for (int i = 0; i < 3; ++i) {
            run.say("a", 50);
            run.step(5s);
            run.say("a", 10);
            run.step(5s);
        }
        QVERIFY(run.alarms().alarms.at(u("rain@gauge/a")).isChattering());
        for (int i = 0; i < 9; ++i) run.say(qPrintable(u("g%1").arg(i)), 50);
        run.step(1s);
        QVERIFY(run.alarms().isFlood);
        QVERIFY(run.happened().contains(u("flood-begins")));
        run.step(11min);
        QVERIFY(!run.alarms().isFlood);
    }

    void groupsByCauseAndArea()
    {
        alarms::Rule one = rule("rain", heavy()), two = rule("heavy", alarms::Threshold{u("gauge"), u("rain"), alarms::Comparison::AtLeast, 60, 0});
        one.group = two.group = u("water");
        two.priority = alarms::Priority::Top;
        Run run({one, two});
        run.say("a", 50);
        run.say("b", 50, false);
        run.step();
        run.say("a", 65);
        run.say("b", 50, false);
        run.step(1min);
        const auto found = alarms::groups(run.plan(), run.alarms(), *areas());
        QCOMPARE(found.size(), std::size_t(2));
        QCOMPARE(found[0].area, u("01"));
        QCOMPARE(found[0].priority, alarms::Priority::Top);
        QCOMPARE(found[0].alarms.size(), std::size_t(2));
        QCOMPARE(found[0].alarms[0]->id, u("rain@gauge/a")); // First up.
        const auto counts = alarms::count(run.plan(), run.alarms(), run.now());
        QCOMPARE(counts.active[0], 1);
        QCOMPARE(counts.unacknowledged[1], 2);
    }

    void theTrailGivesTheStateBack()
    {
        Run run({rule("rain", heavy()), rule("other", alarms::Threshold{u("gauge"), u("rain"), alarms::Comparison::Above, 45, 0})});
        for (const char* gauge : {"a", "b", "c", "d"}) run.say(gauge, 50);
        run.step();
        run.act(Kind::Acknowledge, "rain@gauge/a");
        run.act(Kind::Shelve, "rain@gauge/b", 1h);
        run.act(Kind::TakeOutOfService, "rain@gauge/c");
        run.say("d", 10);
        run.step(1min);
        std::vector<QByteArray> entries;
        for (const alarms::Change& change : run.changes) entries.push_back(alarms::entryOf(change));
        const QString before = run.states();
        run.alarms() = alarms::restored(entries);
        QCOMPARE(run.states(), before);
        QVERIFY(before.contains(u("rain@gauge/a acknowledged")) && before.contains(u("rain@gauge/d returned-unacknowledged")));
        for (const char* gauge : {"a", "b", "c"}) run.say(gauge, 50);
        run.step(1min);
        QCOMPARE(run.states(), before);
        // As it was before the operator came.
        run.alarms() = alarms::restored({entries.begin(), entries.begin() + 8}, start);
        QVERIFY(run.states().contains(u("rain@gauge/a unacknowledged")));
    }

    void aFeedThatHasNotAnsweredYetEndsNothing()
    {
        Run run({rule("rain", heavy())});
        run.say("a", 50);
        run.step();
        run.act(Kind::Acknowledge, "rain@gauge/a");
        std::vector<QByteArray> entries;
        for (const alarms::Change& change : run.changes) entries.push_back(alarms::entryOf(change));
        Run again({rule("rain", heavy())}); // The program was started again; nothing has come yet.
        again.feed().state.lastSuccess.reset();
        again.alarms() = alarms::restored(entries);
        again.step(1min);
        QCOMPARE(again.states(), u("rain@gauge/a acknowledged"));
        again.say("a", 50);
        again.step(1min);
        QCOMPARE(again.states(), u("rain@gauge/a acknowledged"));
        QCOMPARE(again.happened(), QString());
        again.say("a", 1);
        again.step(1min);
        QCOMPARE(again.states(), QString());
    }

    void figures()
    {
        alarms::Rule urgent = rule("rain", heavy());
        urgent.respondWithin = 5min;
        Run run({urgent});
        for (int i = 0; i < 12; ++i) run.say(qPrintable(u("g%1").arg(i)), 50);
        run.step();
        for (int i = 0; i < 6; ++i) {
            run.step(1min);
            run.act(Kind::Acknowledge, qPrintable(u("rain@gauge/g%1").arg(i)));
        }
        const auto made = alarms::performance(run.plan(), run.changes, start, start + 2h);
        QCOMPARE(made.raised, 12);
        QCOMPARE(made.perHour, 6.0);
        QCOMPARE(made.mostInTenMinutes, 12);
        QCOMPARE(made.floodShare, 1.0 / 12);
        QCOMPARE(made.acknowledged, 6);
        QCOMPARE(made.inTime, 5);
        QCOMPARE(made.mostOften.front(), qMakePair(u("rain"), 12));
    }
};

CITYOPS_TEST(QCoreApplication, AlarmStatesTest)
#include "alarm_states_test.moc"
