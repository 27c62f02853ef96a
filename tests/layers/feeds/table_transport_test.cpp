// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/table_transport.h"
#include "tests/support/postgres_server.h"
#include "tests/support/test_main.h"

#include <QFutureWatcher>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <cmath>

using feeds::FetchRequest;
using feeds::FetchResponse;

/// Tables of a real PostgreSQL with PostGIS as payloads of a feed.
class TableTransportTest : public QObject {
    Q_OBJECT

    city::FixedClock m_clock{city::fromIso(u"2026-07-15T06:00:00Z").value()};
    std::unique_ptr<PostgresServer> m_server;
    std::unique_ptr<feeds::TableTransport> m_transport;

    FetchRequest request(const char* table) const
    {
        FetchRequest asked;
        asked.feed = QStringLiteral("sensors");
        asked.request.url = QUrl(QStringLiteral("postgresql://127.0.0.1:%1/postgres").arg(m_server->port()));
        asked.request.table = QString::fromLatin1(table);
        asked.request.headers = {{QStringLiteral("username"), QStringLiteral("reader")},
                                 {QStringLiteral("password"), QStringLiteral("{secret:test-postgis}")}};
        return asked;
    }
    FetchResponse answer(const FetchRequest& asked) const
    {
        QFutureWatcher<FetchResponse> watcher;
        QSignalSpy finished(&watcher, &QFutureWatcherBase::finished);
        watcher.setFuture(m_transport->get(asked));
        if (!watcher.isFinished()) finished.wait(30'000);
        return watcher.future().resultCount() > 0 ? watcher.result() : FetchResponse{};
    }
    static QJsonArray features(const FetchResponse& response)
    {
        return QJsonDocument::fromJson(response.body).object().value(QStringLiteral("features")).toArray();
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString missing = PostgresServer::missing(); !missing.isEmpty()) QSKIP(qPrintable(missing));
        qputenv("CITYOPS_SECRET_TEST_POSTGIS", "let's \\ go");
        m_server = std::make_unique<PostgresServer>();
        m_server->listen();
        QVERIFY2(m_server->start(), qPrintable(m_server->said()));
        const bool made = m_server->sql(QStringLiteral("postgres"), QStringLiteral(
            "CREATE EXTENSION postgis; CREATE SCHEMA city; CREATE TABLE city.sensors (id text, level double precision, taken "
            "timestamptz, open boolean, note text, "
            "geom geometry(Point, 3826));"
            "INSERT INTO city.sensors SELECT 's' || n, n * 0.5, '2026-07-15 13:00:00+08'::timestamptz + n * "
            "interval '1 min', n % 2 = 0, "
            "CASE WHEN n = 3 THEN NULL ELSE '水位 \"' || n END, ST_SetSRID(ST_MakePoint(302000 + n * 100, "
            "2770000), 3826) FROM generate_series(1, 5) n;"
            "CREATE TABLE city.plain (a integer); INSERT INTO city.plain VALUES (7);"
            "CREATE VIEW city.slow AS SELECT pg_sleep(30)::text AS nothing;"
            "CREATE ROLE reader LOGIN; GRANT USAGE ON SCHEMA city TO reader; GRANT SELECT ON ALL TABLES IN "
            "SCHEMA city TO reader;"));
        QVERIFY2(made, qPrintable(m_server->said()));
    }
    void init()
    {
        if (!m_server) QSKIP("there is no PostgreSQL with PostGIS here");
        m_transport = std::make_unique<feeds::TableTransport>(m_clock);
    }
    void cleanupTestCase() { qunsetenv("CITYOPS_SECRET_TEST_POSTGIS"); }

    void rowsAreFeaturesInDegrees()
    {
        const FetchResponse response = answer(request("city.sensors"));
        QVERIFY2(!response.failure, response.failure ? qPrintable(response.failure->toString()) : "");
        const QJsonArray all = features(response);
        QCOMPARE(all.size(), 5);
        const QJsonObject first = all[0].toObject(),
                          properties = first[QLatin1String("properties")].toObject();
        QCOMPARE(properties[QLatin1String("id")].toString(), QStringLiteral("s1"));
        QCOMPARE(properties[QLatin1String("level")].toDouble(), 0.5);
        QCOMPARE(properties[QLatin1String("open")].toBool(true), false);
        QCOMPARE(properties[QLatin1String("taken")].toString(), QStringLiteral("2026-07-15T05:01:00.000Z"));
        QCOMPARE(properties[QLatin1String("note")].toString(), QStringLiteral("水位 \"1"));
        QVERIFY(all[2].toObject()[QLatin1String("properties")].toObject()[QLatin1String("note")].isNull());
        const QJsonArray at =
            first[QLatin1String("geometry")].toObject()[QLatin1String("coordinates")].toArray();
        QVERIFY(std::abs(at[0].toDouble() - 121.516) < 0.01 && std::abs(at[1].toDouble() - 25.038) < 0.01);
        QVERIFY(!response.partial && response.lastModified.isEmpty());
    }

    void onlyWhatIsNewerWhereAColumnTells()
    {
        FetchRequest asked = request("city.sensors");
        asked.request.updated = QStringLiteral("taken");
        const FetchResponse whole = answer(asked);
        QCOMPARE(features(whole).size(), 5);
        QVERIFY(!whole.partial && !whole.lastModified.isEmpty());
        asked.lastModified = whole.lastModified;
        const FetchResponse nothing = answer(asked);
        QVERIFY(nothing.notModified);
        asked.lastModified = nothing.lastModified;
        QVERIFY(m_server->sql(QStringLiteral("postgres"), QStringLiteral(
            "UPDATE city.sensors SET taken = taken + interval '1 hour', level = 9 WHERE id = 's2'")));
        const FetchResponse one = answer(asked);
        QCOMPARE(features(one).size(), 1);
        QVERIFY(one.partial);
        QCOMPARE(features(one)[0]
                     .toObject()[QLatin1String("properties")]
                     .toObject()[QLatin1String("level")]
                     .toDouble(),
                 9.0);
    }

    void manyRowsComeOneAfterTheOther()
    {
        FetchRequest asked = request("city.sensors");
        asked.request.rows = 2;
        QVERIFY(answer(asked).failure->toString().contains(QLatin1String("more than the allowed 2 rows")));
        asked.request.updated = QStringLiteral("taken");
        int read = 0;
        for (int i = 0; i < 4; ++i) {
            const FetchResponse part = answer(asked);
            QVERIFY(!part.failure);
            read += static_cast<int>(features(part).size());
            asked.lastModified = part.lastModified;
        }
        QCOMPARE(read, 5);
    }

    void tablesWithoutGeometry()
    {
        const QJsonArray all = features(answer(request("city.plain")));
        QCOMPARE(all.size(), 1);
        QCOMPARE(all[0].toObject()[QLatin1String("properties")].toObject()[QLatin1String("a")].toInt(), 7);
        QVERIFY(all[0].toObject()[QLatin1String("geometry")].isNull());
    }

    void nothingCanBeWrittenOrWaitedForLong()
    {
        // A name that would be a statement of its own is a name like any other.
        const FetchResponse evil = answer(request("city.plain\"; DELETE FROM city.plain; --"));
        QVERIFY(evil.failure.has_value());
        QCOMPARE(features(answer(request("city.plain"))).size(), 1);
        FetchRequest slow = request("city.slow");
        slow.request.timeout = city::Duration(300);
        QVERIFY(answer(slow).failure->toString().contains(QLatin1String("timeout")));
    }

    void whatIsWrongIsNamed()
    {
        QVERIFY(answer(request("city.nothing")).failure->toString().contains(QLatin1String("city.nothing")));
        FetchRequest nobody = request("city.plain");
        nobody.request.headers[QStringLiteral("username")] = QStringLiteral("nobody");
        QVERIFY(answer(nobody).failure->toString().contains(QLatin1String("nobody")));
        FetchRequest nowhere = request("city.plain");
        nowhere.request.url.setPort(1);
        QVERIFY(answer(nowhere).failure.has_value());
        FetchRequest keyless = request("city.plain");
        keyless.request.headers[QStringLiteral("password")] = QStringLiteral("{secret:test-postgis-none}");
        QVERIFY(answer(keyless).failure->toString().contains(QLatin1String("test-postgis-none")));
    }
};

CITYOPS_TEST(QCoreApplication, TableTransportTest)
#include "table_transport_test.moc"
