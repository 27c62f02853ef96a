// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/history_store.h"
#include "layers/history/shared/shared_schema.h"
#include "tests/bench/invented_air.h"
#include "tests/support/postgres_server.h"

#include <QCoreApplication>
#include <cstdio>
#include <libpq-fe.h>

/// How a shared store takes in and gives back some weeks of a city, as ratios to COPY and to the smallest
/// table that could hold just the answer, on the same server in the same run: shared_store_bench [DAYS
/// [PLACES]]. Values have one decimal, one every ten minutes; the server keeps its defaults but for its
/// buffers, and writes to disk as it promises.
namespace {

using city::Instant;

using bench::begin;
using bench::seconds;

class Bare {
public:
    explicit Bare(const QString& url) : m_connection(PQconnectdb(url.toUtf8().constData())) {}
    ~Bare() { PQfinish(m_connection); }
    Bare(const Bare&) = delete;
    Bare& operator=(const Bare&) = delete;

    void run(const char* sql) { PQclear(PQexec(m_connection, sql)); }
    /// Rows a second of COPY of (series, observed, learned, value) into a table without an index, `atOnce`
    /// rows to a COPY.
    double copyRate(int rows, int places, int atOnce)
    {
        run("CREATE TABLE bare (series bigint, observed_at bigint, learned_at bigint, value double "
            "precision)");
        std::mt19937 random(1);
        QElapsedTimer timer;
        timer.start();
        for (int row = 0; row < rows;) {
            PQclear(PQexec(m_connection, "COPY bare FROM STDIN"));
            for (const int end = std::min(rows, row + atOnce); row < end; ++row) {
                char line[128];
                const long long at = 1735689600000LL + row / places * 600000LL;
                const int length = std::snprintf(line, sizeof line, "%d\t%lld\t%lld\t%.1f\n", row % places,
                                                 at, at + 70000, static_cast<double>(random() % 1000) / 10.0);
                PQputCopyData(m_connection, line, length);
            }
            PQputCopyEnd(m_connection, nullptr);
            while (PGresult* result = PQgetResult(m_connection))
                PQclear(result);
        }
        const double rate = rows / seconds(timer);
        run("DROP TABLE bare");
        return rate;
    }
    /// Seconds to read all of a table of a time and `numbers` numbers with so many rows, by a prepared statement.
    double readTime(int rows, int numbers)
    {
        QString made = QStringLiteral("CREATE TABLE smallest AS SELECT i::bigint * 600000 AS at");
        for (int i = 0; i < numbers; ++i)
            made += QStringLiteral(", mod(i + %1, 1000) / 10.0::float8 AS value%1").arg(i);
        run("SET client_min_messages = warning");
        run("DROP TABLE IF EXISTS smallest");
        run(qPrintable(made + QStringLiteral(" FROM generate_series(1, %1) i").arg(rows)));
        run("VACUUM ANALYZE smallest");
        run("DEALLOCATE ALL");
        PQclear(PQprepare(m_connection, "smallest", "SELECT * FROM smallest", 0, nullptr));
        return bench::medianOf([&](int) {
            PGresult* result = PQexecPrepared(m_connection, "smallest", 0, nullptr, nullptr, nullptr, 0);
            std::vector<city::Sample> samples;
            for (int row = 0; row < PQntuples(result); ++row)
                for (int column = 1; column <= numbers; ++column)
                    samples.push_back({Instant(city::Duration(std::atoll(PQgetvalue(result, row, 0)))),
                                       std::atof(PQgetvalue(result, row, column))});
            PQclear(result);
        });
    }

private:
    PGconn* m_connection;
};

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    const int days = argc > 1 ? std::max(2, QByteArray(argv[1]).toInt()) : 14;
    const int places = argc > 2 ? std::max(1, QByteArray(argv[2]).toInt()) : 2000;
    PostgresServer server;
    if (!PostgresServer::missing().isEmpty() ||
        !server.start(QStringLiteral("-c fsync=on -c shared_buffers=256MB"))) {
        std::fprintf(stderr, "%s\n", qPrintable(PostgresServer::missing() + server.said()));
        return 1;
    }
    server.sql(QStringLiteral("postgres"), QStringLiteral("CREATE DATABASE city"));
    const QString url = server.url(QStringLiteral("city"));
    if (const auto made = history::makeSharedStore(url, {}, QTimeZone::utc()); !made) {
        std::fprintf(stderr, "%s\n", qPrintable(made.problem().toString()));
        return 1;
    }
    const Instant end = begin + std::chrono::hours(24 * days);
    const auto month = QStringLiteral("SELECT cityops.prepare_partitions(%1)");
    for (Instant at = begin; at < end + std::chrono::hours(24 * 31); at += std::chrono::hours(24 * 28))
        server.sql(QStringLiteral("city"), month.arg(at.time_since_epoch().count()));
    const int rows = days * 144 * places;
    Bare bare(url);
    const double inPolls = bare.copyRate(rows, places, places), inBulk = bare.copyRate(rows, places, rows);
    std::printf("COPY: %.0f rows/s a poll at a time, %.0f all at once\n", inPolls, inBulk);

    double taken = 0;
    const qint64 told = rows;
    {
        history::HistoryStore store(url);
        store.opened().waitForFinished();
        taken = bench::fill(store, places, begin, end);
        const double kept = taken;
        QElapsedTimer timer;
        timer.start();
        store.settled().waitForFinished();
        taken += seconds(timer);
        std::printf("kept after %.1f s, all settled after %.1f s\n", kept, taken);
    }
    const double rate = static_cast<double>(told) / taken;
    std::printf("taken in, settled and summed up: %.0f rows/s, %.2f of COPY a poll at a time (wanted 0.50), "
                "%.2f of COPY at once\n",
                rate, rate / inPolls, rate / inBulk);
    server.sql(QStringLiteral("city"), QStringLiteral("VACUUM ANALYZE"));
    server.sql(QStringLiteral("city"),
               QStringLiteral(
                   "SELECT sum(pg_total_relation_size(c.oid)) FROM pg_class c JOIN "
                   "pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'cityops' AND relkind = 'r'"));
    std::printf("%.1f bytes an observation, rollups and indexes included\n",
                server.said().toDouble() / static_cast<double>(told));

    history::HistoryStore store(url);
    store.opened().waitForFinished();
    store.latestAt(begin).waitForFinished();
    bench::askHistory(store, places, end, [&](const char* name, int read, int wide, double ours) {
        const double smallest = bare.readTime(read, wide);
        std::printf("%-20s %7d rows: %7.3f ms, %.1f times the smallest table, %.3f ms\n", name, read, ours * 1e3, ours / smallest,
                    smallest * 1e3);
    });
    return 0;
}
