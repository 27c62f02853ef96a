// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/shell/shared_desk.h"

#include "layers/alarms/request.h"
#include "tests/support/test_main.h"

#include <QSocketNotifier>
#include <csignal>
#include <cstdio>
#include <iostream>
#include <string>
#include <sys/prctl.h>

using shared_desk::Desk;
using shared_desk::say;
using shared_desk::tell;
using Kind = alarms::Action::Kind;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 60'000;
const QString few0 = QStringLiteral("few@station/0"), few1 = QStringLiteral("few@station/1"),
              many2 = QStringLiteral("many@station/2");

/// A desk as a process of its own, which a test kills. It reads what time it is, and says when it has judged
/// then.
int sit(const QString& store)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    auto clock = std::make_shared<city::FixedClock>(bikes::start);
    Desk desk(store, clock);
    const auto tellJudged = [&] {
        if (!desk.alarms().isOurs()) return;
        std::printf("judged %s\n", qPrintable(city::toIso(desk.alarms().alarms()->at)));
        std::fflush(stdout);
    };
    QObject::connect(&desk.alarms(), &app::AlarmRun::judged, &desk.alarms(), tellJudged);
    QSocketNotifier words(0, QSocketNotifier::Read);
    QObject::connect(&words, &QSocketNotifier::activated, &words, [&] {
        std::string line;
        if (!std::getline(std::cin, line)) return QCoreApplication::quit();
        clock->set(city::fromIso(QString::fromStdString(line)).value());
    });
    return QCoreApplication::exec();
}

} // namespace

/// One set of alarms for all desks of an administration, with a real PostgreSQL.
class SharedAlarmsTest : public QObject {
    Q_OBJECT

    shared_desk::Stores m_stores;

    static QStringList pastOf(Desk& desk)
    {
        QStringList all;
        for (const alarms::Change& change : desk.alarms().past())
            if (!change.alarm.id.isEmpty()) all << change.what + QLatin1Char(' ') + change.alarm.id;
        return all;
    }
    static bool isEqual(Desk& a, Desk& b)
    {
        return a.alarms().alarms()->alarms == b.alarms().alarms()->alarms;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!PostgresServer::missing().isEmpty()) QSKIP(qPrintable(PostgresServer::missing()));
        QCOMPARE(m_stores.begin(), QString());
    }
    void init() { QCOMPARE(m_stores.next(), QString()); }
    void cleanup() { m_stores.end(); }

    /// Desks of different age, in different roles, show the same: also what is not over yet and who did what.
    void allShowTheSame()
    {
        Desk first(m_stores.url("a_operator"), m_stores.clock());
        QTRY_COMPARE_WITH_TIMEOUT(first.states(), QStringList{few0 + QStringLiteral(" unacknowledged")},
                                  patience);
        m_stores.itIs(5);
        tell(m_stores.collector(), 5, {1, 0, 120});
        const QStringList all{few0 + QStringLiteral(" unacknowledged"),
                              few1 + QStringLiteral(" unacknowledged"),
                              many2 + QStringLiteral(" unacknowledged")};
        QTRY_COMPARE_WITH_TIMEOUT(first.states(), all, patience);
        Desk second(m_stores.url(), m_stores.clock()), viewer(m_stores.url("a_viewer"), m_stores.clock());
        QTRY_COMPARE_WITH_TIMEOUT(second.states(), all, patience);
        QTRY_COMPARE_WITH_TIMEOUT(viewer.states(), all, patience);
        QVERIFY(first.alarms().isOurs() && !second.alarms().isOurs() && !viewer.alarms().isOurs());
        QVERIFY(second.happened.isEmpty()); // It was not there when they came.
        QCOMPARE(pastOf(second), pastOf(first));

        second.acknowledge(few0, QStringLiteral("bo"), QStringLiteral("a van is on its way"));
        QTRY_COMPARE_WITH_TIMEOUT(first.states().front(), few0 + QStringLiteral(" acknowledged"), patience);
        QTRY_VERIFY_WITH_TIMEOUT(isEqual(first, second) && isEqual(first, viewer), patience);
        const alarms::Alarm& seen = viewer.alarms().alarms()->alarms.at(few0);
        QCOMPARE(seen.by, QStringLiteral("bo"));
        QCOMPARE(seen.note, QStringLiteral("a van is on its way"));
        QTRY_COMPARE(second.happened, QStringList{QStringLiteral("acknowledged ") + few0});
        QCOMPARE(m_stores.asked(QStringLiteral(
                     "SELECT entry::json ->> 'user' FROM cityops.alarm_trail WHERE request IS NOT NULL")),
                 QStringLiteral("keeper"));

        second.act(Kind::Shelve, few1, QStringLiteral("bo"), QStringLiteral("dock is being moved"), 1h);
        first.act(Kind::TakeOutOfService, many2, QStringLiteral("ann"), QStringLiteral("counts twice"));
        const QStringList hidden{few0 + QStringLiteral(" acknowledged"), few1 + QStringLiteral(" shelved"),
                                 many2 + QStringLiteral(" out-of-service")};
        QTRY_COMPARE_WITH_TIMEOUT(viewer.states(), hidden, patience);
        QTRY_COMPARE_WITH_TIMEOUT(first.states(), hidden, patience);
        QTRY_COMPARE_WITH_TIMEOUT(second.states(), hidden, patience);
        QVERIFY(m_stores.isSound());
        QVERIFY(first.troubles.isEmpty() && second.troubles.isEmpty() && viewer.troubles.isEmpty());

        // The past is in the trail, for all: before the acknowledgement, and now.
        const alarms::StandingAlarms standing(history::readTrail(m_stores.url()).value());
        QVERIFY(standing.at(bikes::start + 1min)->alarms.count(few0) == 1 &&
                standing.at(bikes::start + 1min)->alarms.size() == 1);
        QCOMPARE(standing.at(bikes::start + 10min)->alarms.size(), 3u);
        QVERIFY(!standing.at(bikes::start - 1min));
        const alarms::StandingAlarms later(
            history::readTrail(m_stores.url(), {}, bikes::start + 8min).value());
        QCOMPARE(later.at(bikes::start + 10min)->alarms.size(), 3u);
    }

    /// Killed at any moment: another goes on with what it left, delays that run included.
    void anotherGoesOnWhenTheJudgeIsKilled()
    {
        QProcess judge;
        judge.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        judge.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--sit"), m_stores.url()});
        const auto isJudged = [&](int minute) {
            judge.write(city::toIso(bikes::start + minute * bikes::cadence).toUtf8() + '\n');
            QByteArray said;
            const QByteArray wanted =
                "judged " + city::toIso(bikes::start + minute * bikes::cadence).toUtf8();
            return QTest::qWaitFor([&] { return (said += judge.readAllStandardOutput()).contains(wanted); },
                                   patience);
        };
        QVERIFY(isJudged(0));
        Desk one(m_stores.url(), m_stores.clock()), two(m_stores.url("a_operator"), m_stores.clock());
        QTRY_COMPARE_WITH_TIMEOUT(one.states(), QStringList{few0 + QStringLiteral(" unacknowledged")},
                                  patience);
        m_stores.itIs(1);
        tell(m_stores.collector(), 1, {1, 1, 120});
        QVERIFY(isJudged(1));
        one.acknowledge(few0, QStringLiteral("ann"));
        const QStringList before{few0 + QStringLiteral(" acknowledged"),
                                 few1 + QStringLiteral(" unacknowledged")};
        QTRY_COMPARE_WITH_TIMEOUT(one.states(), before, patience);
        QTRY_COMPARE_WITH_TIMEOUT(two.states(), before, patience);
        m_stores.itIs(4);
        tell(m_stores.collector(), 4, {1, 1, 120});
        QVERIFY(isJudged(4));
        QVERIFY(!one.alarms().isOurs() && !two.alarms().isOurs());

        judge.kill();
        judge.waitForFinished();
        one.acknowledge(few1, QStringLiteral("ann")); // Nobody judges: it waits in the store.
        QTRY_VERIFY_WITH_TIMEOUT(one.alarms().isOurs() || two.alarms().isOurs(), patience);
        QTRY_COMPARE_WITH_TIMEOUT(
            two.states(),
            (QStringList{few0 + QStringLiteral(" acknowledged"), few1 + QStringLiteral(" acknowledged")}),
            patience);
        // Five minutes after it began, at the desk that was killed.
        m_stores.itIs(5);
        const QStringList after{few0 + QStringLiteral(" acknowledged"),
                                few1 + QStringLiteral(" acknowledged"),
                                many2 + QStringLiteral(" unacknowledged")};
        QTRY_COMPARE_WITH_TIMEOUT(one.states(), after, patience);
        QTRY_COMPARE_WITH_TIMEOUT(two.states(), after, patience);
        QTRY_VERIFY_WITH_TIMEOUT(isEqual(one, two), patience);
        for (const QString& alarm : {few0, few1, many2})
            QCOMPARE(m_stores.told(QStringLiteral("raised"), alarm), 1);
        for (const QString& alarm : {few0, few1})
            QCOMPARE(m_stores.told(QStringLiteral("acknowledged"), alarm), 1);
        QVERIFY(m_stores.isSound());
    }

    void aCollectorIsFitterThanADesk()
    {
        auto desk = std::make_unique<Desk>(m_stores.url(), m_stores.clock());
        QTRY_VERIFY_WITH_TIMEOUT(desk->alarms().isOurs(), patience);
        QTRY_COMPARE_WITH_TIMEOUT(desk->states().size(), 1, patience);
        auto collector = std::make_unique<Desk>(m_stores.url("a_collector"), m_stores.clock(),
                                                app::AlarmRun::Fitness::Collector);
        QTRY_VERIFY_WITH_TIMEOUT(collector->alarms().isOurs() && !desk->alarms().isOurs(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(isEqual(*desk, *collector), patience);
        desk->acknowledge(few0, QStringLiteral("ann"));
        QTRY_COMPARE_WITH_TIMEOUT(collector->states(), QStringList{few0 + QStringLiteral(" acknowledged")},
                                  patience);
        collector.reset(); // It leaves, so the next one need not wait.
        QTRY_VERIFY_WITH_TIMEOUT(desk->alarms().isOurs(), patience);
        QCOMPARE(m_stores.told(QStringLiteral("raised"), few0), 1);
        QVERIFY(!desk->alarms().asOf());
        QVERIFY(m_stores.isSound());
    }

    /// The database goes and comes while everything works: nothing is lost, nothing is there twice.
    void theDatabaseGoesAndComes()
    {
        Desk one(m_stores.url(), m_stores.clock()), two(m_stores.url(), m_stores.clock());
        QTRY_COMPARE_WITH_TIMEOUT(two.states().size(), 1, patience);
        for (int round = 1; round <= 3; ++round) {
            const QString station = QStringLiteral("few@station/%1").arg(round + 2);
            QVERIFY(m_stores.server().stop());
            QTRY_VERIFY_WITH_TIMEOUT(one.alarms().asOf() && two.alarms().asOf(), patience);
            QCOMPARE(*one.alarms().asOf(), one.alarms().alarms()->at);
            const QString known = round == 1 ? few0 : QStringLiteral("few@station/%1").arg(round + 1);
            two.acknowledge(known, QStringLiteral("bo"), QStringLiteral("round %1").arg(round));
            QTRY_COMPARE_WITH_TIMEOUT(two.alarms().waiting(), 1, patience);
            QVERIFY(two.states().contains(known + QStringLiteral(" acknowledged"))); // seen here
            QVERIFY(one.states().contains(known + QStringLiteral(" unacknowledged")));
            m_stores.itIs(round);
            std::vector<double> counts(static_cast<std::size_t>(round + 3), 50);
            for (int i = 3; i <= round + 2; ++i)
                counts[static_cast<std::size_t>(i)] = 1;
            counts[0] = 1;
            // The collector goes on all the time, also while the server starts.
            std::vector<QFuture<city::Result<int>>> kept;
            for (int second = 1; second <= 30; ++second)
                kept.push_back(say(m_stores.collector(),
                                   bikes::start + (round - 1) * bikes::cadence + second * 1s, counts));
            QVERIFY(m_stores.server().start());
            tell(m_stores.collector(), round, counts);
            for (const auto& written : kept)
                QVERIFY(written.result().ok());
            QTRY_VERIFY_WITH_TIMEOUT(one.states().contains(station + QStringLiteral(" unacknowledged")),
                                     patience);
            QTRY_VERIFY_WITH_TIMEOUT(one.states().contains(known + QStringLiteral(" acknowledged")),
                                     patience);
            QTRY_VERIFY_WITH_TIMEOUT(isEqual(one, two), patience);
            QVERIFY(!one.alarms().asOf() && !two.alarms().asOf());
            QCOMPARE(two.alarms().waiting(), 0);
        }
        for (int station : {0, 3, 4, 5})
            QCOMPARE(m_stores.told(QStringLiteral("raised"), QStringLiteral("few@station/%1").arg(station)),
                     1);
        for (int station : {0, 3, 4})
            QCOMPARE(
                m_stores.told(QStringLiteral("acknowledged"), QStringLiteral("few@station/%1").arg(station)),
                1);
        QCOMPARE(m_stores.asked(QStringLiteral("SELECT count(*) FROM cityops.alarm_request")),
                 QStringLiteral("3"));
        QVERIFY(m_stores.isSound());
    }

    /// What an operator did while the store was away outlives the program.
    void whatWaitsOutlivesTheDesk()
    {
        {
            Desk desk(m_stores.url(), m_stores.clock());
            QTRY_COMPARE_WITH_TIMEOUT(desk.states().size(), 1, patience);
            QVERIFY(m_stores.server().stop());
            desk.acknowledge(few0, QStringLiteral("ann"));
            QTRY_COMPARE_WITH_TIMEOUT(desk.alarms().waiting(), 1, patience);
        }
        QVERIFY(m_stores.server().start());
        Desk again(m_stores.url(), m_stores.clock());
        QTRY_COMPARE_WITH_TIMEOUT(again.states(), QStringList{few0 + QStringLiteral(" acknowledged")},
                                  patience);
        QCOMPARE(m_stores.told(QStringLiteral("acknowledged"), few0), 1);
    }

    /// One that was raised again meanwhile is not acknowledged by somebody who has not seen it.
    void whatNobodySawIsNotAcknowledged()
    {
        Desk one(m_stores.url(), m_stores.clock()), two(m_stores.url(), m_stores.clock());
        QTRY_COMPARE_WITH_TIMEOUT(two.states().size(), 1, patience);
        alarms::Action late{Kind::Acknowledge, {few0}, QStringLiteral("bo"), {}, 0min};
        late.seen = bikes::start;
        m_stores.itIs(1);
        tell(m_stores.collector(), 1, {50, 50, 50});
        QTRY_COMPARE_WITH_TIMEOUT(one.states(),
                                  QStringList{few0 + QStringLiteral(" returned-unacknowledged")}, patience);
        m_stores.itIs(2);
        tell(m_stores.collector(), 2, {1, 50, 50});
        QTRY_COMPARE_WITH_TIMEOUT(one.states(), QStringList{few0 + QStringLiteral(" unacknowledged")},
                                  patience);
        const QString request = QString::fromUtf8(alarms::requestOf(late, bikes::start));
        QVERIFY2(
            m_stores.sql(QStringLiteral("SET search_path = cityops, public; SELECT ask_alarms('late', '%1')")
                             .arg(request)),
            qPrintable(m_stores.server().said()));
        QTRY_COMPARE_WITH_TIMEOUT(m_stores.asked(QStringLiteral(
                                      "SELECT count(*) FROM cityops.alarm_trail WHERE request IS NOT NULL")),
                                  QStringLiteral("1"), patience);
        QCOMPARE(one.states(), QStringList{few0 + QStringLiteral(" unacknowledged")});
        two.acknowledge(few0, QStringLiteral("bo"));
        QTRY_COMPARE_WITH_TIMEOUT(one.states(), QStringList{few0 + QStringLiteral(" acknowledged")},
                                  patience);
    }
};

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    if (words.value(1) == QLatin1String("--sit")) return sit(words.value(2));
    SharedAlarmsTest test;
    return runTest(test, argc, argv);
}
#include "shared_alarms_test.moc"
