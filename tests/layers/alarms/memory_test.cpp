// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/alarms/memory.h"

#include "layers/alarms/request.h"
#include "tests/layers/alarms/small_alarms.h"
#include "tests/support/test_main.h"

#include <random>

using namespace small;

/// Whoever goes on with alarms that another wrote down goes on as that one would have.
class MemoryTest : public QObject {
    Q_OBJECT

    static std::vector<alarms::Rule> rules()
    {
        alarms::Rule high =
            rule("high", alarms::Threshold{u("gauge"), u("rain"), alarms::Comparison::AtLeast, 40, 10});
        high.onDelay = 3min;
        high.offDelay = 2min;
        alarms::Rule rising = rule("rising", alarms::RateOfChange{u("gauge"), u("rain"), 30, 10min});
        rising.respondWithin = 5min;
        alarms::Rule chatty =
            rule("chatty", alarms::Threshold{u("gauge"), u("rain"), alarms::Comparison::Above, 20, 0});
        return {high, rising, chatty};
    }
    /// As it comes out of the hands of another program.
    static alarms::Alarms handedOver(const alarms::Alarms& alarms)
    {
        alarms::Alarms made;
        made.at = alarms.at;
        for (const auto& [id, alarm] : alarms.alarms)
            if (auto one = alarms::alarmFromFact(alarms::factOf(alarm))) made.alarms[id] = *one;
        alarms::takeSummary(alarms::summaryOf(alarms), made);
        alarms::takeMemory(alarms::memoryOf(alarms), made);
        return made;
    }

private Q_SLOTS:
    void goingOnMakesNoDifference()
    {
        Run whole(rules()), handed(rules());
        std::mt19937 dice(7);
        int changes = 0;
        for (int step = 0; step < 600; ++step) {
            const double value = static_cast<double>(dice() % 70);
            const char* gauge = dice() % 2 == 0 ? "a" : "b";
            const bool speaks = dice() % 3 == 0, acts = dice() % 17 == 0;
            const QString before = whole.states();
            for (Run* run : {&whole, &handed}) {
                if (speaks) run->say(gauge, value);
                if (acts) run->act(alarms::Action::Kind::Acknowledge, "high@gauge/a");
                if (acts) run->act(alarms::Action::Kind::Shelve, "chatty@gauge/b", 4min);
                run->step(20s);
            }
            handed.alarms() = handedOver(handed.alarms());
            QCOMPARE(handed.states(), whole.states());
            QVERIFY(handed.alarms().alarms == whole.alarms().alarms);
            QCOMPARE(alarms::memoryOf(handed.alarms()), alarms::memoryOf(whole.alarms()));
            changes += before != whole.states();
        }
        QVERIFY(changes > 50);
    }

    void withdrawnMessagesStayWithdrawn()
    {
        alarms::Alarms alarms;
        alarms.withdrawn.insert({u("cwa, north"), u("one"), start});
        alarms.isFlood = true;
        alarms.drills = 2;
        alarms.untrusted = {u("someone")};
        const alarms::Alarms made = handedOver(alarms);
        QCOMPARE(made.withdrawn, alarms.withdrawn);
        QVERIFY(made.isFlood && made.drills == 2 && made.untrusted == alarms.untrusted);
    }

    void requestsAreReadAsTheyWereWritten()
    {
        alarms::Action action{alarms::Action::Kind::Shelve, {u("a"), u("b")}, u("ann"), u("because"), 15min};
        action.seen = start;
        const auto read = alarms::actionFrom(alarms::requestOf(action, start));
        QVERIFY(read);
        QVERIFY(read->kind == action.kind && read->alarms == action.alarms && read->by == action.by &&
                read->note == action.note && read->lasts == action.lasts && read->seen == action.seen);
        for (const char* bad : {"", "{}", "[]", R"({"kind":"dance","alarms":["a"]})",
                                R"({"kind":"shelve","alarms":[]})", R"({"kind":"shelve"})"})
            QVERIFY2(!alarms::actionFrom(bad), bad);
        QVERIFY(alarms::actionFrom(R"({"kind":"acknowledge","alarms":["a"],"note":")" +
                                   QByteArray(5000, 'x') + R"("})")
                    ->note.size() <= 1000);
    }
};

CITYOPS_TEST(QCoreApplication, MemoryTest)
#include "memory_test.moc"
