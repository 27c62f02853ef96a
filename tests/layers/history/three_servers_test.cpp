// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/history_store.h"
#include "layers/history/shared/shared_schema.h"
#include "tests/support/postgres_server.h"
#include "tests/support/test_main.h"

using city::Instant;

namespace {

const Instant begin = city::fromIso(u"2024-11-15T00:00:00Z").value();
constexpr city::Duration cadence = std::chrono::hours(6);
const QString database = QStringLiteral("city");
const QString rain = QStringLiteral("rain");

QString stamp(const char* iso)
{
    return QString::number(city::fromIso(QString::fromLatin1(iso))->time_since_epoch().count());
}

std::vector<city::Observation> poll(int round, int stations)
{
    std::vector<city::Observation> batch;
    for (int n = 0; n < stations; ++n)
        batch.push_back({{QStringLiteral("gauge"), QString::number(n)},
                         rain,
                         n + round / 10.0,
                         QStringLiteral("mm"),
                         begin + round * cadence,
                         begin + round * cadence + std::chrono::minutes(1)});
    return batch;
}

} // namespace

/// The same schema over three servers, as resources/help/store.txt says: old partitions lie on the others.
class ThreeServersTest : public QObject {
    Q_OBJECT

    PostgresServer m_first, m_second, m_third;

    static void made(PostgresServer& server)
    {
        QVERIFY2(server.start(), qPrintable(server.said()));
        QVERIFY(server.sql(QStringLiteral("postgres"), QStringLiteral("CREATE DATABASE city")));
        const auto store = history::makeSharedStore(server.url(database), {}, QTimeZone::utc());
        QVERIFY2(store.ok(), store ? "" : qPrintable(store.problem().toString()));
    }
    /// Gives `other` the part of a table from one time to another.
    void giveAway(const char* table, const char* child, const char* from, const char* to,
                  PostgresServer& other, const char* name)
    {
        const QString local = QStringLiteral("CREATE TABLE cityops.%2 (LIKE cityops.%1 INCLUDING INDEXES)")
                                  .arg(QLatin1String(table), QLatin1String(child));
        QVERIFY2(other.sql(database, local), qPrintable(other.said()));
        const QString foreign =
            QStringLiteral(
                "CREATE FOREIGN TABLE cityops.%2 PARTITION OF cityops.%1 FOR VALUES FROM (%3) TO (%4) "
                "SERVER %5 OPTIONS (schema_name 'cityops', table_name '%2')")
                .arg(QLatin1String(table), QLatin1String(child), stamp(from), stamp(to), QLatin1String(name));
        QVERIFY2(m_first.sql(database, foreign), qPrintable(m_first.said()));
    }
    void connectTo(PostgresServer& other, const char* name)
    {
        QVERIFY2(m_first.sql(
                     database,
                     QStringLiteral(
                         "CREATE EXTENSION IF NOT EXISTS postgres_fdw; CREATE SERVER %1 FOREIGN DATA WRAPPER "
                         "postgres_fdw OPTIONS (host '%2', dbname 'city'); CREATE USER MAPPING FOR keeper "
                         "SERVER %1 OPTIONS (user 'keeper')")
                         .arg(QLatin1String(name), other.folder())),
                 qPrintable(m_first.said()));
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!PostgresServer::missing().isEmpty()) QSKIP(qPrintable(PostgresServer::missing()));
        for (PostgresServer* server : {&m_first, &m_second, &m_third})
            made(*server);
        connectTo(m_second, "second");
        connectTo(m_third, "third");
    }

    void oldPartitionsLieOnOtherServers()
    {
        giveAway("chunk", "chunk_2024", "2024-01-01T00:00:00Z", "2025-01-01T00:00:00Z", m_second, "second");
        giveAway("answer", "answer_2024_11", "2024-11-01T00:00:00Z", "2024-12-01T00:00:00Z", m_second,
                 "second");
        giveAway("answer", "answer_2024_12", "2024-12-01T00:00:00Z", "2025-01-01T00:00:00Z", m_third,
                 "third");
        giveAway("picture", "picture_2024_12", "2024-12-01T00:00:00Z", "2025-01-01T00:00:00Z", m_third,
                 "third");
        constexpr int rounds = 400, stations = 4; // to the end of February
        {
            history::HistoryStore store(m_first.url(database));
            for (int round = 0; round < rounds; ++round) {
                auto picture = std::make_shared<city::FeedPicture>();
                picture->state.id = rain;
                picture->state.lastAttempt = begin + round * cadence;
                picture->observations = poll(round, stations);
                const auto kept = store
                                      .record(picture, picture->observations,
                                              begin + round * cadence + std::chrono::minutes(2))
                                      .result();
                QVERIFY2(kept.ok(), kept ? "" : qPrintable(kept.problem().toString()));
                if (round % 150 == 149) QVERIFY(store.settled().result().ok());
            }
        }
        const auto on = [](PostgresServer& server, const char* table) {
            return server.sql(database,
                              QStringLiteral("SELECT count(*) FROM cityops.") + QLatin1String(table))
                       ? server.said().toInt()
                       : -1;
        };
        QVERIFY(on(m_second, "chunk_2024") > 0);
        QCOMPARE(on(m_second, "answer_2024_11"), 16 * 4);
        QVERIFY(on(m_third, "answer_2024_12") > 100);
        QVERIFY(on(m_third, "picture_2024_12") > 100);

        history::HistoryStore store(m_first.url(database));
        const auto series = store
                                .series({{QStringLiteral("gauge"), QStringLiteral("3")},
                                         rain,
                                         begin,
                                         begin + rounds * cadence,
                                         {}})
                                .result();
        QVERIFY2(series.ok(), series ? "" : qPrintable(series.problem().toString()));
        QCOMPARE(series->samples.size(), std::size_t(rounds));
        for (int round = 0; round < rounds; ++round)
            QCOMPARE(series->samples[static_cast<std::size_t>(round)].value, 3 + round / 10.0);
        for (const int round : {3, 100, 350}) {
            const auto pictures =
                store.picturesAt(begin + round * cadence + std::chrono::minutes(3)).result();
            QVERIFY2(pictures.ok(), pictures ? "" : qPrintable(pictures.problem().toString()));
            QCOMPARE(pictures->size(), 1u);
            QCOMPARE(pictures->front()->observations.size(), std::size_t(stations));
            QCOMPARE(pictures->front()->observations[0].value, round / 10.0);
        }
        const auto latest = store.latestAt(city::fromIso(u"2024-12-24T00:00:00Z").value()).result();
        QCOMPARE(latest->size(), std::size_t(stations));
    }
};

CITYOPS_TEST(QCoreApplication, ThreeServersTest)
#include "three_servers_test.moc"
