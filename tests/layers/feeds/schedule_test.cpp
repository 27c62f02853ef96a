// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/schedule.h"
#include "tests/support/test_main.h"

#include <set>

using city::Duration;
using city::Instant;

namespace {

const Instant start = city::fromIso(u"2026-07-15T06:00:00Z").value();
const Duration minute{60'000};

feeds::FeedSpec spec(const QString& id, Duration every)
{
    feeds::FeedSpec feed;
    feed.id = id;
    feed.request.every = every;
    return feed;
}

const QString bikes = QStringLiteral("bikes");

} // namespace

class ScheduleTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void allAtOnceAtTheStart()
    {
        const feeds::FeedSchedule schedule({spec(bikes, minute), spec(QStringLiteral("air"), 60 * minute)},
                                           start);
        QCOMPARE(schedule.due(start).size(), 2);
        QVERIFY(schedule.nextDue() == start);
    }

    void everyCadenceFromTheQuestion()
    {
        feeds::FeedSchedule schedule({spec(bikes, minute)}, start);
        schedule.asked(bikes, start);
        QVERIFY(schedule.due(start + 10 * minute).isEmpty()); // one question at a time
        QVERIFY(!schedule.nextDue());
        schedule.succeeded(bikes);
        const Instant second = schedule.dueAt(bikes).value();
        QVERIFY(second >= start + minute / 2 && second <= start + minute);
        schedule.asked(bikes, second);
        schedule.succeeded(bikes);
        QVERIFY(schedule.dueAt(bikes) == second + minute);
    }

    void feedsOfOneCadenceAreSpread()
    {
        std::vector<feeds::FeedSpec> specs;
        for (int i = 0; i < 60; ++i)
            specs.push_back(spec(QStringLiteral("feed-%1").arg(i), minute));
        feeds::FeedSchedule schedule(specs, start);
        std::map<qint64, int> perSecond;
        for (const auto& one : specs) {
            schedule.asked(one.id, start);
            schedule.succeeded(one.id);
            ++perSecond[(schedule.dueAt(one.id).value() - start).count() / 1000];
        }
        QVERIFY(perSecond.size() >= 15);
        for (const auto& [second, count] : perSecond)
            QVERIFY(count <= 8);
    }

    void twoHundredFeedsOfADayDoNotFireTogether()
    {
        std::vector<feeds::FeedSpec> specs;
        for (int i = 0; i < 200; ++i) {
            const int minutes = i < 100 ? 1 : i < 160 ? 5 : 10;
            specs.push_back(spec(QStringLiteral("feed-%1").arg(i), minutes * minute));
        }
        feeds::FeedSchedule schedule(specs, start);
        int most = 0, all = 0;
        for (int second = 0; second < 24 * 3600; ++second) {
            const city::Instant now = start + std::chrono::seconds(second);
            const QStringList due = schedule.due(now);
            for (const QString& feed : due) {
                schedule.asked(feed, now);
                schedule.succeeded(feed);
            }
            all += static_cast<int>(due.size());
            if (second > 0) most = std::max(most, static_cast<int>(due.size()));
        }
        QVERIFY(all > 100 * 1400 && all < 175'000);              // nobody is forgotten
        QVERIFY2(most <= 10, qPrintable(QString::number(most))); // two a second on average
    }

    void backOffGrowsAndNeverPassesTheCadence()
    {
        for (const Duration cadence : {Duration(1000), minute, 60 * minute}) {
            Duration last{0};
            for (int n = 1; n < 200; ++n) {
                const Duration delay = feeds::retryDelay(bikes, cadence, n);
                QVERIFY(delay > Duration(0) && delay <= cadence);
                QVERIFY(delay >= last * 3 / 4);
                last = delay;
            }
            QVERIFY(feeds::retryDelay(bikes, cadence, 1) <= std::min(Duration(5000), cadence / 4));
            QVERIFY(last >= cadence * 3 / 4);
        }
        std::set<qint64> jitter;
        for (int i = 0; i < 50; ++i)
            jitter.insert(feeds::retryDelay(QStringLiteral("feed-%1").arg(i), minute, 1).count());
        QVERIFY(jitter.size() > 40);
    }

    void successEndsTheBackOff()
    {
        feeds::FeedSchedule schedule({spec(bikes, minute)}, start);
        Instant now = start;
        for (int i = 0; i < 10; ++i) {
            schedule.asked(bikes, now);
            schedule.failed(bikes, now);
            now = schedule.dueAt(bikes).value();
        }
        schedule.asked(bikes, now);
        schedule.succeeded(bikes);
        const Instant next = schedule.dueAt(bikes).value();
        schedule.asked(bikes, next);
        schedule.failed(bikes, next);
        QVERIFY(schedule.dueAt(bikes).value() <= next + Duration(5000));
    }

    void thePublishersPauseIsKept()
    {
        feeds::FeedSchedule schedule({spec(bikes, minute)}, start);
        schedule.asked(bikes, start);
        schedule.failed(bikes, start, 10 * minute);
        QVERIFY(schedule.dueAt(bikes) == start + 10 * minute);
        QVERIFY(schedule.due(start + 9 * minute).isEmpty());
    }

    void unknownFeedsAreNoMatter()
    {
        feeds::FeedSchedule schedule;
        schedule.asked(bikes, start);
        schedule.succeeded(bikes);
        schedule.failed(bikes, start);
        QVERIFY(!schedule.dueAt(bikes));
        QVERIFY(schedule.due(start).isEmpty());
    }
};

CITYOPS_TEST(QCoreApplication, ScheduleTest)
#include "schedule_test.moc"
