// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/alarms/alarm_json.h"
#include "layers/alarms/standing.h"
#include "tests/support/test_main.h"

#include <random>

using namespace std::chrono_literals;

namespace {

const city::Instant begin = *city::fromIso(u"2026-07-15T00:00:00Z");

alarms::Change change(city::Instant at, int alarm, bool active, bool acknowledged)
{
    alarms::Change made;
    made.at = at;
    made.what = active ? QStringLiteral("raised") : QStringLiteral("returned");
    made.alarm.id = QStringLiteral("rain@gauge/%1").arg(alarm);
    made.alarm.rule = QStringLiteral("rain");
    made.alarm.active = active;
    made.alarm.acknowledged = acknowledged;
    made.alarm.raisedAt = made.alarm.since = at;
    return made;
}

QStringList states(const alarms::Alarms& all)
{
    QStringList words;
    for (const auto& [id, alarm] : all.alarms) words << id + QLatin1Char(' ') + alarms::stateWord(alarm.state());
    return words;
}

} // namespace

/// The alarms of a past moment are those the entries up to it left.
class StandingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyMomentIsWhatTheEntriesUpToItSay()
    {
        std::mt19937 random(7);
        std::vector<QByteArray> trail{R"({"at":"2026-07-15T00:00:00Z","what":"begun"})"};
        std::vector<city::Instant> moments{begin};
        city::Instant at = begin;
        for (int i = 0; i < 2000; ++i) {
            at += (1 + static_cast<int>(random() % 50)) * 1s;
            const bool active = random() % 2 == 0;
            trail.push_back(alarms::entryOf(change(at, static_cast<int>(random() % 30), active, random() % 2 == 0)));
            if (random() % 40 == 0) trail.push_back(alarms::entryOf({at, random() % 2 ? QStringLiteral("flood-begins") : QStringLiteral("flood-ends"), {}, {}, {}}));
            moments.push_back(at);
        }
        const alarms::StandingAlarms standing(trail);
        QVERIFY(!standing.at(begin - 1ms));
        int open = 0;
        for (std::size_t i = 0; i < moments.size(); i += 37) {
            const auto then = standing.at(moments[i] + 500ms);
            const alarms::Alarms expected = alarms::restored(trail, moments[i] + 500ms);
            QVERIFY(then);
            QCOMPARE(states(*then), states(expected));
            QCOMPARE(then->isFlood, expected.isFlood);
            QCOMPARE(then->at, expected.at);
            open += static_cast<int>(then->alarms.size());
        }
        QVERIFY(open > 100);
        QCOMPARE(states(*standing.at(begin)), QStringList());
    }

    void whatWasDoneToAnAlarmIsThere()
    {
        alarms::Change raised = change(begin, 1, true, false), seen = change(begin + 5min, 1, true, true);
        seen.what = QStringLiteral("acknowledged");
        seen.alarm.by = QStringLiteral("anna");
        const alarms::StandingAlarms standing({alarms::entryOf(raised), alarms::entryOf(seen)});
        QCOMPARE(states(*standing.at(begin + 4min)), QStringList{QStringLiteral("rain@gauge/1 unacknowledged")});
        QCOMPARE(states(*standing.at(begin + 5min)), QStringList{QStringLiteral("rain@gauge/1 acknowledged")});
        QCOMPARE(standing.at(begin + 6min)->alarms.begin()->second.by, QStringLiteral("anna"));
    }

    void aTrailThatIsNoneKnowsNothing()
    {
        QVERIFY(!alarms::StandingAlarms(std::vector<QByteArray>{"", "{}", "[1]", "not json"}).at(begin));
        QVERIFY(alarms::StandingAlarms().isEmpty());
    }

    /// Somebody set the clock back: the hour that came twice is told once, in the order of time.
    void anHourThatCameTwice()
    {
        const alarms::StandingAlarms standing({alarms::entryOf(change(begin + 50min, 1, true, false)),
                                               alarms::entryOf(change(begin + 10min, 2, true, false)),
                                               alarms::entryOf(change(begin + 55min, 1, false, true))});
        QCOMPARE(states(*standing.at(begin + 20min)), QStringList{QStringLiteral("rain@gauge/2 unacknowledged")});
        QCOMPARE(standing.at(begin + 52min)->alarms.size(), 2u);
        QCOMPARE(standing.at(begin + 55min)->alarms.size(), 1u);
    }
};

CITYOPS_TEST(QCoreApplication, StandingTest)
#include "standing_test.moc"
