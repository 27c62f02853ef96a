// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/hindsight.h"
#include "app/shell/time_machine.h"
#include "tests/support/test_main.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using app::CityRun;
using app::TimeMachine;
using history::Knowledge;
using namespace std::chrono_literals;

/// Where in time a session looks, over the demo city's own history.
class TimeMachineTest : public QObject {
    Q_OBJECT

    std::shared_ptr<const app::Pack> m_pack;
    QTemporaryDir m_folder;
    std::shared_ptr<city::FixedClock> m_clock =
        std::make_shared<city::FixedClock>(app::DemoCity::openingMoment());
    std::unique_ptr<CityRun> m_run;
    std::unique_ptr<TimeMachine> m_time;
    app::ShownCity m_shown;

    city::Instant opening() const { return app::DemoCity::openingMoment(); }
    bool showsMoment(city::Instant at) const
    {
        return m_shown.at == at && m_shown.snapshot && m_shown.snapshot->at() == at;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString resources = qEnvironmentVariable("CITYOPS_RESOURCES");
        m_pack = app::readPack(resources + QStringLiteral("/packs/taipei"), resources).pack;
        QVERIFY(m_pack);
        app::RunOptions options;
        options.source = app::RunOptions::Source::Demo;
        options.store = m_folder.filePath(QStringLiteral("demo.gpkg"));
        options.clock = m_clock;
        m_run = std::make_unique<CityRun>(m_pack, options);
        for (int hour = 0; hour < 3; ++hour) {
            m_clock->set(opening() + hour * 1h);
            QSignalSpy settled(m_run.get(), &CityRun::settled);
            if (hour == 0)
                m_run->start(CityRun::Pace::Once);
            else
                m_run->refresh();
            QTRY_VERIFY_WITH_TIMEOUT(!settled.isEmpty(), 60'000);
        }
        // What was learned is written down a moment after it is shown.
        const auto lastIsKept = [this] {
            const auto pictures = m_run->history().picturesAt(m_clock->now()).result();
            return pictures.ok() && !pictures->empty() &&
                   std::all_of(pictures->begin(), pictures->end(),
                               [this](const auto& one) { return one->state.lastAttempt == m_clock->now(); });
        };
        QTRY_VERIFY_WITH_TIMEOUT(lastIsKept(), 10'000);
        m_clock->set(opening() + 150min);
        m_time = std::make_unique<TimeMachine>(*m_run);
        connect(m_time.get(), &TimeMachine::shown, this,
                [this](const app::ShownCity& city) { m_shown = city; });
    }

    void cleanupTestCase()
    {
        m_time.reset();
        m_run.reset();
    }

    void cleanup()
    {
        m_time->setLoop(std::nullopt);
        m_time->setKnowledge(Knowledge::Then);
        m_time->goLive();
        QTRY_VERIFY_WITH_TIMEOUT(m_time->isSettled(), 30'000);
        m_shown = {};
    }

    void startsLive()
    {
        QVERIFY(m_time->isLive());
        QCOMPARE(m_time->moment(), m_clock->now());
        m_time->goLive(); // nothing to do
        QVERIFY(!m_shown.snapshot);
    }

    void aPastMomentIsShownAsItWas()
    {
        m_time->goTo(opening() + 90min);
        QVERIFY(!m_time->isLive());
        QTRY_VERIFY_WITH_TIMEOUT(showsMoment(opening() + 90min), 30'000);
        QCOMPARE(m_shown.asOf, m_shown.at);
        int asked = 0;
        for (const auto& [id, feed] : m_shown.snapshot->feeds()) {
            if (!feed->state.lastAttempt) continue;
            QCOMPARE(*feed->state.lastAttempt, opening() + 1h);
            ++asked;
        }
        QVERIFY(asked > 5);
        m_time->goLive();
        QVERIFY(m_shown.snapshot == m_run->snapshot() && !m_shown.at);
    }

    void draggingAsksOnlyForTheNewestMoment()
    {
        QSignalSpy shown(m_time.get(), &TimeMachine::shown);
        for (int i = 0; i < 100; ++i)
            m_time->goTo(opening() + i * 1min);
        QTRY_VERIFY_WITH_TIMEOUT(showsMoment(opening() + 99min), 30'000);
        QVERIFY2(shown.count() <= 3, qPrintable(QString::number(shown.count())));
    }

    void whileItIsHeldNothingIsAskedFor()
    {
        m_time->goTo(opening() + 10min);
        QTRY_VERIFY_WITH_TIMEOUT(showsMoment(opening() + 10min) && m_time->isSettled(), 30'000);
        QSignalSpy shown(m_time.get(), &TimeMachine::shown);
        m_time->hold();
        for (int i = 20; i < 60; ++i)
            m_time->goTo(opening() + i * 1min);
        QVERIFY(!m_time->isSettled());
        m_run->history().picturesAt(opening()).waitForFinished(); // what had been asked before would be answered by now
        QCoreApplication::processEvents();
        QCOMPARE(shown.count(), 0);
        m_time->release();
        QTRY_VERIFY_WITH_TIMEOUT(m_time->isSettled(), 30'000);
        QVERIFY(showsMoment(opening() + 59min));
        QCOMPARE(shown.count(), 1);
        // Nothing is left to ask for: live again, or the same moment.
        m_time->hold();
        m_time->goTo(opening() + 30min);
        m_time->goLive();
        m_time->release();
        QVERIFY(m_time->isSettled());
        QCOMPARE(shown.count(), 2);
    }

    void theFutureIsNotShown()
    {
        m_time->goTo(m_clock->now() + 1h);
        QCOMPARE(m_time->moment(), m_clock->now());
        QVERIFY(!m_time->isLive()); // it stands where now was
        m_clock->set(m_clock->now() + 1s);
        QVERIFY(m_time->moment() < m_clock->now());
    }

    void playingEndsInLive()
    {
        m_time->goTo(m_clock->now() - 1s);
        m_time->setSpeed(3600);
        m_time->play();
        QVERIFY(m_time->isPlaying());
        QTRY_VERIFY(m_time->isLive());
        QVERIFY(!m_time->isPlaying());
    }

    void aRangeIsRepeated()
    {
        const TimeMachine::Span loop{opening() + 10min, opening() + 20min};
        m_time->setLoop(loop);
        m_time->goTo(opening() + 19min);
        m_time->setSpeed(3600);
        bool wentBack = false;
        city::Instant last = m_time->moment();
        connect(m_time.get(), &TimeMachine::changed, m_time.get(), [&] {
            wentBack = wentBack || m_time->moment() < last;
            last = m_time->moment();
        });
        m_time->play();
        QTRY_VERIFY(wentBack);
        QVERIFY(!m_time->isLive() && last >= loop.from && last < loop.to);
        m_time->pause();
        disconnect(m_time.get(), &TimeMachine::changed, m_time.get(), nullptr);
    }

    void speedIsBounded()
    {
        m_time->setSpeed(1e9);
        QCOMPARE(m_time->speed(), 3600.0);
        m_time->setSpeed(0);
        QCOMPARE(m_time->speed(), 1.0);
    }

    void beforeItWasStartedTheDemoCityIsInvented()
    {
        QVERIFY(m_run->inventedSince() && *m_run->inventedSince() < opening());
        m_time->goTo(opening() - 3h);
        QTRY_VERIFY_WITH_TIMEOUT(showsMoment(opening() - 3h), 60'000);
        qsizetype values = 0;
        for (const auto& [id, feed] : m_shown.snapshot->feeds())
            values += static_cast<qsizetype>(feed->observations.size());
        QVERIFY2(values > 100, qPrintable(QString::number(values)));
    }

    void whatWasLearnedSinceIsListed()
    {
        // A station that was shown at the opening is corrected now.
        const city::Observation* some = nullptr;
        const auto snapshot = m_run->snapshot();
        for (const auto& [id, feed] : snapshot->feeds())
            if (id == QLatin1String("youbike-taipei")) some = &feed->observations.front();
        QVERIFY(some);
        city::Observation late = *some;
        late.observedAt = opening() - 1min;
        late.value = some->value + 1000;
        late.receivedAt = m_clock->now();
        QVERIFY(m_run->history().append(QStringLiteral("youbike-taipei"), {late}).result().value() == 1);

        std::shared_ptr<const city::CitySnapshot> then, now;
        const auto at = opening() + 30min;
        m_run->askCity(at, Knowledge::Then, [&](const auto& answer) { then = answer.value(); });
        QTRY_VERIFY_WITH_TIMEOUT(then, 30'000);
        m_run->askCity(at, Knowledge::Now, [&](const auto& answer) { now = answer.value(); });
        QTRY_VERIFY_WITH_TIMEOUT(now, 30'000);
        const auto differences = app::differencesOf(*then, *now);
        const auto isOurs = [&](const app::Difference& one) {
            return one.place == late.place && one.quantity == late.quantity;
        };
        const auto ours = std::find_if(differences.begin(), differences.end(), isOurs);
        // It is news only if the station had said nothing newer by then.
        const auto shown = then->latest(late.place, late.quantity);
        if (shown && shown.observation->observedAt > late.observedAt) {
            QVERIFY(ours == differences.end());
        } else {
            QVERIFY(ours != differences.end());
            QCOMPARE(ours->known->value, late.value);
            QCOMPARE(ours->known->receivedAt, m_clock->now());
        }
        const auto table = app::hindsightTable(*m_pack, *then, *now, at, QStringLiteral("en"));
        QCOMPARE(table.rows.size(), std::min<std::size_t>(differences.size(), 5000));
        for (const widgets::TableRow& row : table.rows)
            QCOMPARE(row.cells.size(), table.columns.size());
    }
};

CITYOPS_TEST(QCoreApplication, TimeMachineTest)
#include "time_machine_test.moc"
