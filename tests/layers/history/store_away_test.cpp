// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/layers/history/bikes.h"
#include "tests/layers/history/store_server.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <QTemporaryDir>

using bikes::start;
using bikes::cadence;
using bikes::pictureOf;
using bikes::poll;
using bikes::whole;

/// What becomes of what is learned while the server of a shared store is away: nothing is lost, nothing is there twice.
class StoreAwayTest : public QObject {
    Q_OBJECT

    StoreServer m_server;
    QTemporaryDir m_folder;

    template<typename T> static QString said(const city::Result<T>& result)
    {
        return result ? QString() : result.problem().toString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!PostgresServer::missing().isEmpty()) QSKIP(qPrintable(PostgresServer::missing()));
        QVERIFY2(m_server.begin(), qPrintable(m_server.said()));
    }

    /// A server that is away longer than memory has room for.
    void whatIsTooMuchForMemoryWaitsOnDisk()
    {
        const QString name = m_server.fresh();
        const history::Spooling spooling{m_folder.filePath(QStringLiteral("away.spool")), 300};
        constexpr int rounds = 60, stations = 50;
        {
            history::HistoryStore store(m_server.url(name), QTimeZone::utc(), {}, spooling);
            QVERIFY(store.record(pictureOf(0, stations), poll(0, stations), start).result().ok());
            QVERIFY(!QFile::exists(spooling.file));
            QVERIFY(m_server.stop());
            std::vector<QFuture<city::Result<int>>> kept;
            for (int round = 1; round < rounds; ++round)
                kept.push_back(store.record(pictureOf(round, stations), poll(round, stations), start + round * cadence));
            for (const auto& one : kept) // safe on disk, while the server is still away
                QVERIFY2(one.result().ok(), qPrintable(said(one.result())));
            QVERIFY(QFile::exists(spooling.file));
            QVERIFY(m_server.start());
            QTRY_COMPARE_WITH_TIMEOUT(m_server.asked(name, QStringLiteral("SELECT count(*) FROM cityops.picture")), QString::number(rounds),
                                      20'000);
            for (int n = 0; n < stations; n += 7) {
                const auto series = store.series(whole(n)).result().value();
                QCOMPARE(series.samples.size(), std::size_t(rounds));
                for (int round = 0; round < rounds; ++round)
                    QCOMPARE(series.samples[static_cast<std::size_t>(round)].value, n + round / 10.0);
            }
            const auto shown = store.picturesAt(start + 30 * cadence).result();
            QCOMPARE(shown->front()->observations.size(), std::size_t(stations));
            QCOMPARE(shown->front()->observations[4].value, 7.0);
            QCOMPARE(shown->front()->places[4].name.in(QString()), QStringLiteral("站 4"));
            QCOMPARE(shown->front()->state.lastSuccess, std::optional(start + 30 * cadence));
        }
        QVERIFY(!QFile::exists(spooling.file));
        QCOMPARE(m_server.asked(name, QStringLiteral("SELECT count(*) FROM cityops.answer")), QString::number(rounds));
    }

    void aCollectorThatEndsMeanwhileLosesNothing()
    {
        const QString name = m_server.fresh();
        const history::Spooling spooling{m_folder.filePath(QStringLiteral("ended.spool"))};
        {
            history::HistoryStore store(m_server.url(name), QTimeZone::utc(), {}, spooling);
            QVERIFY(store.append(bikes::feed, poll(0, 3)).result().ok());
            QVERIFY(m_server.stop());
            for (int round = 1; round < 10; ++round) store.append(bikes::feed, poll(round, 3));
        }
        QVERIFY(QFile::exists(spooling.file));
        {
            // One that was being written when the program was killed.
            QFile file(spooling.file);
            QVERIFY(file.open(QIODevice::Append));
            file.write(QByteArray("\0\0\1\0half an answer", 18));
        }
        {
            // Away still: the next run adds to it.
            history::HistoryStore store(m_server.url(name), QTimeZone::utc(), {}, spooling);
            store.append(bikes::feed, poll(10, 3));
        }
        QVERIFY(m_server.start());
        {
            history::HistoryStore store(m_server.url(name), QTimeZone::utc(), {}, spooling);
            QTRY_COMPARE_WITH_TIMEOUT(store.series(whole(2)).result()->samples.size(), 11u, 20'000);
            QVERIFY(store.append(bikes::feed, poll(11, 3)).result().ok());
            QCOMPARE(store.series(whole(2)).result()->samples.size(), 12u);
        }
        QVERIFY(!QFile::exists(spooling.file));
        QCOMPARE(m_server.asked(name, QStringLiteral("SELECT count(*) FROM cityops.observation")), QStringLiteral("36"));
    }

    void nothingIsLostOrTwiceWhenTheServerStopsAndStarts()
    {
        const QString name = m_server.fresh();
        constexpr int rounds = 400, stations = 50;
        std::vector<QFuture<city::Result<int>>> kept;
        {
            history::HistoryStore store(m_server.url(name));
            for (int round = 0; round < rounds; ++round) {
                kept.push_back(
                    store.record(pictureOf(round, stations), poll(round, stations), start + round * cadence));
                if (round % 100 == 30)
                    kept[kept.size() - 8].waitForFinished(); // so that it is at work when the server goes
                if (round % 100 == 30)
                    QVERIFY(m_server.stop(round % 200 == 30 ? QStringLiteral("immediate")
                                                            : QStringLiteral("fast")));
                if (round % 100 == 60) QVERIFY2(m_server.start(), qPrintable(m_server.said()));
            }
            for (const auto& one : kept)
                QVERIFY2(one.result().ok(), qPrintable(said(one.result())));
            QVERIFY(store.settled().result().ok());
            for (int n = 0; n < stations; ++n) {
                const auto series = store.series(whole(n)).result().value();
                QCOMPARE(series.samples.size(), std::size_t(rounds));
                for (int round = 0; round < rounds; ++round)
                    QCOMPARE(series.samples[static_cast<std::size_t>(round)].value, n + round / 10.0);
            }
        }
        QCOMPARE(m_server.asked(name, QStringLiteral("SELECT count(*) FROM cityops.picture")),
                 QString::number(rounds));
        QCOMPARE(m_server.asked(name, QStringLiteral("SELECT count(*) FROM cityops.observation")),
                 QString::number(rounds * stations));
        QCOMPARE(m_server.asked(name, QStringLiteral("SELECT count(*) FROM cityops.answer")), QString::number(rounds));
    }

    void aServerThatStaysAwayIsSaidAtTheEnd()
    {
        const QString url = m_server.url(m_server.fresh());
        QFuture<city::Result<int>> kept;
        {
            history::HistoryStore store(url);
            QVERIFY(store.opened().result().ok());
            QVERIFY(m_server.stop());
            kept = store.append(bikes::feed, poll(0, 3));
        }
        QVERIFY(kept.isFinished());
        QVERIFY(!kept.result().ok());
        QVERIFY(m_server.start());
    }
};

CITYOPS_TEST(QCoreApplication, StoreAwayTest)
#include "store_away_test.moc"
