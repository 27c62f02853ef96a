// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/city_run.h"
#include "tests/support/full_disk.h"
#include "tests/support/test_main.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTemporaryDir>

using app::CityRun;
using app::RunOptions;

/// A city without a window: the demo city's, a replayed one, one that is only remembered.
class CityRunTest : public QObject {
    Q_OBJECT

    std::shared_ptr<const app::Pack> m_pack;

private Q_SLOTS:
    void initTestCase()
    {
        const QString resources = qEnvironmentVariable("CITYOPS_RESOURCES");
        const app::PackReading reading =
            app::readPack(resources + QStringLiteral("/packs/taipei"), resources);
        for (const city::Problem& problem : reading.problems)
            qInfo() << problem.toString();
        QVERIFY(reading.pack);
        m_pack = reading.pack;
    }

    void theDemoCityAnswersAndHasAPast()
    {
        RunOptions options;
        options.source = RunOptions::Source::Demo;
        options.speed = 0;
        CityRun run(m_pack, options);
        QVERIFY(run.isDemo());
        QCOMPARE(run.clock().now(), app::DemoCity::openingMoment());
        run.start(CityRun::Pace::Once);
        QTRY_VERIFY_WITH_TIMEOUT(run.isSettled(), 60'000);
        QVERIFY(!run.snapshot()->feeds().empty());

        // One place of a feed has a past: a day of it, ending about now.
        const city::Observation* some = nullptr;
        for (const auto& [id, feed] : run.snapshot()->feeds()) {
            if (!feed->observations.empty() && feed->state.promise.cadence <= std::chrono::hours(1))
                some = &feed->observations.front();
        }
        QVERIFY(some);
        const city::Instant now = run.clock().now();
        const history::SeriesQuery question{some->place, some->quantity, now - std::chrono::hours(25), now, {}};
        std::vector<city::Series> answer;
        for (int again = 0; again < 2; ++again) { // Filled once, found twice.
            answer.clear();
            run.askSeries({question}, [&answer](city::Result<std::vector<city::Series>> series) { answer = series.value(); });
            QTRY_COMPARE_WITH_TIMEOUT(answer.size(), std::size_t(1), 10'000);
        }
        QVERIFY2(answer.front().samples.size() > 12, qPrintable(QString::number(answer.front().samples.size())));
        QVERIFY(answer.front().samples.back().at <= now);
    }

    void aRecordedDemoIsShownAsItWasAndAsADemo()
    {
        QTemporaryDir folder;
        RunOptions options;
        options.source = RunOptions::Source::Demo;
        options.store = folder.filePath(QStringLiteral("demo.gpkg"));
        options.at = *city::fromIso(u"2026-05-20T09:30:00Z");
        options.speed = 0;
        std::shared_ptr<const city::CitySnapshot> live;
        {
            CityRun run(m_pack, options);
            run.start(CityRun::Pace::Once);
            QTRY_VERIFY_WITH_TIMEOUT(run.isSettled(), 60'000);
            live = run.snapshot();
        }
        options.source = RunOptions::Source::Live;
        CityRun past(m_pack, options);
        past.start(CityRun::Pace::Remembered);
        QTRY_VERIFY_WITH_TIMEOUT(past.isSettled(), 60'000);
        QVERIFY(past.isDemo());
        QCOMPARE(past.snapshot()->feeds().size(), live->feeds().size());
        for (const auto& [id, was] : live->feeds()) {
            const city::FeedPicture& shown = *past.snapshot()->feed(id);
            QCOMPARE(shown.places.size(), was->places.size());
            QCOMPARE(shown.observations.size(), was->observations.size());
            QCOMPARE(shown.alerts.size(), was->alerts.size());
            QCOMPARE(shown.events.size(), was->events.size());
            QCOMPARE(shown.state.failure.has_value(), was->state.failure.has_value());
            QCOMPARE(shown.state.newestObservation, was->state.newestObservation);
        }
    }

    void aFolderWithoutPayloadsSettlesWithFailures()
    {
        QTemporaryDir empty;
        RunOptions options;
        options.source = RunOptions::Source::Replay;
        options.replay = empty.path();
        CityRun run(m_pack, options);
        QVERIFY(!run.isDemo());
        run.start(CityRun::Pace::Once);
        QTRY_VERIFY_WITH_TIMEOUT(run.isSettled(), 60'000);
        QCOMPARE(run.snapshot()->feeds().size(), m_pack->feeds.size());
        for (const auto& [id, feed] : run.snapshot()->feeds())
            QVERIFY2(feed->state.failure.has_value(), qPrintable(id));
    }

    void aFullDiskIsToldOnceAndTheCityIsShown()
    {
        QTemporaryDir folder;
        RunOptions options;
        options.source = RunOptions::Source::Demo;
        options.store = folder.filePath(QStringLiteral("demo.gpkg"));
        options.speed = 0;
        CityRun run(m_pack, options);
        QSignalSpy told(&run, &CityRun::historyTrouble);
        QTRY_VERIFY_WITH_TIMEOUT(run.history().opened().isFinished(), 10'000);
        const FullDisk disk(100'000);
        run.start(CityRun::Pace::Once);
        QTRY_VERIFY_WITH_TIMEOUT(run.isSettled(), 60'000);
        QTRY_COMPARE_WITH_TIMEOUT(told.size(), 1, 10'000);
        QVERIFY(!run.snapshot()->feeds().empty());
        const auto afterAll = run.history().isInvented(); // The history does one thing after another.
        QTRY_VERIFY(afterAll.isFinished());
        QCOMPARE(told.size(), 1);
    }

    void aStoreIsShownWithoutAskingAnyFeed()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("past.sqlite"));
        const city::Instant at = *city::fromIso(u"2026-03-18T09:30:00Z");
        const city::PlaceId place{QStringLiteral("air-station"), QStringLiteral("11")};
        {
            history::HistoryStore store(file);
            auto written = store.append(QStringLiteral("air"),
                                        {{place, QStringLiteral("pm2.5"), 42, QStringLiteral("ug/m3"),
                                          at - std::chrono::minutes(30), at}});
            written.waitForFinished();
            QVERIFY(written.result().ok());
        }
        RunOptions options;
        options.store = file;
        options.at = at;
        options.speed = 0;
        CityRun run(m_pack, options);
        run.start(CityRun::Pace::Remembered);
        QTRY_VERIFY(run.isSettled());
        const auto latest = run.snapshot()->latest(place, QStringLiteral("pm2.5"));
        QVERIFY(latest);
        QCOMPARE(latest.observation->value, 42.0);
        QCOMPARE(run.snapshot()->feeds().size(), 1U);
    }
};

CITYOPS_TEST(QCoreApplication, CityRunTest)
#include "city_run_test.moc"
