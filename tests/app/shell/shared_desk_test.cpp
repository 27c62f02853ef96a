// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/city_run.h"
#include "layers/history/shared/shared_schema.h"
#include "tests/support/postgres_server.h"
#include "tests/support/test_main.h"

#include <QCoreApplication>
#include <QProcess>
#include <QSignalSpy>

using app::CityRun;
using app::RunOptions;

/// The program on a shared store: the commands that make and fill it, and a desk that shows what is in it.
class SharedDeskTest : public QObject {
    Q_OBJECT

    PostgresServer m_server;
    QString m_store, m_pack;
    std::shared_ptr<const app::Pack> m_read;

    struct Said {
        int status = -1;
        QString out, err;
    };
    static Said run(const QStringList& words)
    {
        QProcess program;
        program.start(QStringLiteral(CITYOPS_PROGRAM), words);
        program.waitForFinished(120'000);
        return {program.exitCode(), QString::fromUtf8(program.readAllStandardOutput()),
                QString::fromUtf8(program.readAllStandardError())};
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!PostgresServer::missing().isEmpty()) QSKIP(qPrintable(PostgresServer::missing()));
        QStandardPaths::setTestModeEnabled(true); // the desk's copy
        QVERIFY2(m_server.start(), qPrintable(m_server.said()));
        QVERIFY(m_server.sql(QStringLiteral("postgres"), QStringLiteral("CREATE DATABASE city")));
        m_store = m_server.url(QStringLiteral("city"));
        const QString resources = qEnvironmentVariable("CITYOPS_RESOURCES");
        m_pack = resources + QStringLiteral("/packs/taipei");
        m_read = app::readPack(m_pack, resources).pack;
        QVERIFY(m_read);
    }

    void theCommandsMakeAndFillIt()
    {
        QCOMPARE(run({QStringLiteral("store"), QStringLiteral("init"), QStringLiteral("city.gpkg")}).status,
                 2);
        const Said secret = run({QStringLiteral("store"), QStringLiteral("check"),
                                 QStringLiteral("postgresql://ann:sesame@db/city")});
        QCOMPARE(secret.status, 1);
        QVERIFY(secret.err.contains(QLatin1String("keyring")) &&
                !secret.err.contains(QLatin1String("sesame")));
        const Said bare = run({QStringLiteral("store"), QStringLiteral("check"), m_store});
        QCOMPARE(bare.status, 1);
        QVERIFY2(bare.err.contains(QLatin1String("cityops store init")), qPrintable(bare.err));

        const Said made =
            run({QStringLiteral("store"), QStringLiteral("init"), m_store, QStringLiteral("--pack"), m_pack});
        QVERIFY2(made.status == 0, qPrintable(made.err));
        QCOMPARE(run({QStringLiteral("store"), QStringLiteral("check"), m_store}).status, 0);
        QVERIFY(m_server.sql(QStringLiteral("city"),
                             QStringLiteral("SELECT value FROM cityops.store WHERE key = 'zone'")));
        QCOMPARE(m_server.said(), QString::fromLatin1(m_read->zone.id()));

        const Said collected =
            run({QStringLiteral("collect"), QStringLiteral("--pack"), m_pack, QStringLiteral("--demo"),
                 QStringLiteral("--once"), QStringLiteral("--store"), m_store});
        QVERIFY2(collected.status == 0, qPrintable(collected.err));
        QVERIFY2(collected.out.contains(QLatin1String("city @ ")), qPrintable(collected.out));
        const Said verified = run({QStringLiteral("audit"), QStringLiteral("--store"), m_store, QStringLiteral("--verify")});
        QVERIFY2(verified.status == 0 && verified.out.contains(QLatin1String("city @ ")), qPrintable(verified.err + verified.out));
    }

    void aDeskShowsWhatWasCollected()
    {
        RunOptions options;
        options.store = m_store;
        CityRun desk(m_read, options);
        desk.start(CityRun::Pace::Scheduled);
        QTRY_VERIFY_WITH_TIMEOUT(desk.isSettled(), 60'000);
        QVERIFY(desk.isDemo()); // said for ever
        QVERIFY(!desk.isOnCopy());
        const city::Observation* some = nullptr;
        std::size_t places = 0;
        for (const auto& [id, feed] : desk.snapshot()->feeds()) {
            QVERIFY2(feed->state.lastAttempt.has_value(), qPrintable(id));
            QVERIFY(!feed->state.title.isEmpty());
            places += feed->placeIndex.size();
            if (!feed->observations.empty()) some = &feed->observations.front();
        }
        QVERIFY(places > 100);
        QVERIFY(some);
        std::optional<city::Series> answer;
        const auto take = [&answer](city::Result<std::vector<city::Series>> series) {
            if (series) answer = series->front();
        };
        const history::SeriesQuery question{
            some->place, some->quantity, some->observedAt - std::chrono::hours(1), some->observedAt, {}};
        desk.askSeries({question}, take);
        QTRY_VERIFY(answer && !answer->samples.empty());

        const Said queried = run({QStringLiteral("query"), QStringLiteral("--store"), m_store, QStringLiteral("--place"),
                                  some->place.kind + QLatin1Char('/') + some->place.id, QStringLiteral("--quantity"),
                                  some->quantity, QStringLiteral("--from"), city::toIso(question.from),
                                  QStringLiteral("--to"), city::toIso(question.to)});
        QVERIFY2(queried.status == 0, qPrintable(queried.err));
        QVERIFY(queried.out.contains(some->place.id));

        // The store goes: the desk says so and asks its own copy.
        QSignalSpy lost(&desk, &CityRun::storeLost), back(&desk, &CityRun::storeBack);
        answer.reset();
        QVERIFY(m_server.stop());
        QTRY_COMPARE(lost.count(), 1);
        QVERIFY(desk.isOnCopy());
        QVERIFY(!desk.snapshot()->feeds().begin()->second->state.title.isEmpty());
        desk.askSeries({question}, take);
        QTRY_VERIFY(answer);
        const Said refused =
            run({QStringLiteral("collect"), QStringLiteral("--pack"), m_pack, QStringLiteral("--demo"),
                 QStringLiteral("--once"), QStringLiteral("--store"), m_store});
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.err.contains(QLatin1String("cannot be reached")), qPrintable(refused.err));
        QVERIFY(m_server.start());
        QTRY_COMPARE_WITH_TIMEOUT(back.count(), 1, 20'000);
        QVERIFY(!desk.isOnCopy());
    }
};

CITYOPS_TEST(QCoreApplication, SharedDeskTest)
#include "shared_desk_test.moc"
