// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/shared/shared_schema.h"
#include "layers/history/shared/store_address.h"
#include "tests/layers/history/bikes.h"
#include "tests/layers/history/store_server.h"
#include "tests/support/test_main.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>

using bikes::start;
using bikes::cadence;
using bikes::pictureOf;
using bikes::poll;
using bikes::whole;

/// A store on a server: who may do what in it, what is said when something is missing, and what desks are told when it
/// changes or goes.
class SharedStoreTest : public QObject {
    Q_OBJECT

    StoreServer m_server;

    template<typename T> static QString said(const city::Result<T>& result)
    {
        return result ? QString() : result.problem().toString();
    }
    static QString problemOf(const QString& url)
    {
        history::HistoryStore store(url);
        const auto opened = store.opened().result();
        return opened ? QString() : opened.problem().toString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (!PostgresServer::missing().isEmpty()) QSKIP(qPrintable(PostgresServer::missing()));
        QVERIFY2(m_server.begin(), qPrintable(m_server.said()));
    }

    void addressesAreChecked()
    {
        const auto read = [](const char* url) {
            return history::StoreAddress::read(QString::fromLatin1(url));
        };
        QVERIFY(history::isSharedStore(QStringLiteral("postgresql://db/city")));
        QVERIFY(!history::isSharedStore(QStringLiteral("city.gpkg")));
        const auto secret = read("postgresql://ann:sesame@db.example/city");
        QVERIFY(!secret.ok());
        QVERIFY(!secret.problem().toString().contains(QLatin1String("sesame")));
        QVERIFY(!read("postgresql://[db/city").ok());
        QVERIFY(!read("postgresql://db/city?password=sesame").ok());
        const auto remote = read("postgresql://ann@db.example/city");
        QVERIFY(remote->isRemote);
        QVERIFY(remote->url.contains(QLatin1String("?sslmode=verify-full")));
        QCOMPARE(remote->name, QStringLiteral("city @ db.example"));
        QVERIFY(!read("postgresql://db.example/city?sslmode=require")->url.contains(QLatin1String("verify")));
        QVERIFY(!read("postgresql://localhost/city")->url.contains(QLatin1String("sslmode")));
        QVERIFY(!read("postgresql:///city?host=/run/postgresql")->isRemote);
        QVERIFY(read("postgresql:///city?hostaddr=10.1.2.3")
                    ->url.contains(QLatin1String("&sslmode=verify-full")));
    }

    void aServerThatCannotProveItselfIsToldNothing()
    {
        QTcpServer server; // says that it has no TLS
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QByteArray heard;
        connect(&server, &QTcpServer::newConnection, this, [&] {
            QTcpSocket* socket = server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [&heard, socket] {
                heard += socket->readAll();
                if (heard.size() % 8 == 0) socket->write("N");
            });
        });
        const QString url = QStringLiteral("postgresql://keeper@db.example/city?hostaddr=127.0.0.1&port=%1")
                                .arg(server.serverPort());
        history::HistoryStore store(url, QTimeZone::utc(), QStringLiteral("sesame"));
        QTRY_VERIFY_WITH_TIMEOUT(store.opened().isFinished(), 20'000);
        const auto opened = store.opened().result();
        QVERIFY(!opened.ok());
        QVERIFY2(opened.problem().toString().contains(QLatin1String("SSL")),
                 qPrintable(opened.problem().toString()));
        server.close();
        QCOMPARE(heard.first(8).toHex(), QByteArray("0000000804d2162f")); // only the wish for TLS
        QVERIFY(!heard.contains("keeper"));
    }

    void whatIsMissingIsSaid()
    {
        QVERIFY(problemOf(m_server.url(QStringLiteral("nowhere"))).contains(QLatin1String("nowhere")));
        QVERIFY(m_server.sql(QStringLiteral("postgres"), QStringLiteral("CREATE DATABASE bare")));
        QVERIFY(
            m_server.sql(QStringLiteral("postgres"), QStringLiteral("CREATE ROLE owner LOGIN CREATEROLE")));
        QVERIFY(
            problemOf(m_server.url(QStringLiteral("bare"))).contains(QLatin1String("cityops store init")));
        QVERIFY(
            m_server.sql(QStringLiteral("postgres"), QStringLiteral("ALTER DATABASE bare OWNER TO owner")));
        const auto made = history::makeSharedStore(
            m_server.url(QStringLiteral("bare"), QStringLiteral("owner")), {}, QTimeZone::utc());
        QVERIFY(!made.ok());
        QVERIFY2(made.problem().toString().contains(QLatin1String("PostGIS")),
                 qPrintable(made.problem().toString()));
        QCOMPARE(m_server.asked(QStringLiteral("bare"),
                       QStringLiteral("SELECT count(*) FROM pg_namespace WHERE nspname = 'cityops'")),
                 QStringLiteral("0"));

        const QString other = m_server.fresh();
        QVERIFY(m_server.sql(other,
                             QStringLiteral("UPDATE cityops.store SET value = '99' WHERE key = 'version'")));
        QVERIFY(problemOf(m_server.url(other)).contains(QLatin1String("newer version")));
        QVERIFY(!history::makeSharedStore(m_server.url(other), {}, QTimeZone::utc()).ok());
        QVERIFY(m_server.sql(QStringLiteral("postgres"), QStringLiteral("CREATE ROLE stranger LOGIN")));
        const QString refused = problemOf(m_server.url(QStringLiteral("ready"), QStringLiteral("stranger")));
        QVERIFY2(refused.contains(QLatin1String("GRANT")), qPrintable(refused));
    }

    void makingItAgainChangesNothing()
    {
        const QString name = m_server.fresh();
        {
            history::HistoryStore store(m_server.url(name));
            QCOMPARE(store.append(bikes::feed, poll(0, 3)).result().value(), 3);
        }
        const auto again = history::makeSharedStore(m_server.url(name), {}, QTimeZone("Asia/Taipei"));
        QCOMPARE(again.value(), history::newestSharedVersion());
        QCOMPARE(m_server.asked(name, QStringLiteral("SELECT value FROM cityops.store WHERE key = 'zone'")),
                 QStringLiteral("UTC"));
        history::HistoryStore store(m_server.url(name));
        QCOMPARE(store.series(whole(2)).result()->samples.size(), 1u);
    }

    void everyRoleDoesWhatItMay()
    {
        const QString name = m_server.fresh();
        QVERIFY2(
            m_server.sql(
                QStringLiteral("postgres"),
                QStringLiteral(
                    "CREATE ROLE carla LOGIN; GRANT cityops_collector TO carla; CREATE ROLE oscar LOGIN; "
                    "GRANT cityops_operator TO oscar; CREATE ROLE vera LOGIN; GRANT cityops_viewer TO vera; "
                    "CREATE ROLE arthur LOGIN; GRANT cityops_auditor TO arthur")),
            qPrintable(m_server.said()));
        const auto as = [&](const char* user) { return m_server.url(name, QString::fromLatin1(user)); };
        const QString patrol = QStringLiteral("patrol");
        {
            history::HistoryStore collector(as("carla"));
            QVERIFY(collector.opened().result().ok());
            for (int round = 0; round < 3; ++round) {
                const auto kept =
                    collector.record(pictureOf(round, 5), poll(round, 5), start + round * cadence).result();
                QVERIFY2(kept.ok(), kept ? "" : qPrintable(kept.problem().toString()));
                QVERIFY(collector.record(pictureOf(round, 5, patrol), poll(round, 5), start + round * cadence)
                            .result()
                            .ok());
            }
            QVERIFY(collector.settled().result().ok());
        }
        QVERIFY(m_server.sql(
            name, QStringLiteral("UPDATE cityops.feed SET confidential = true WHERE name = 'patrol'")));
        const auto seenBy = [&](const char* user) {
            history::HistoryStore store(as(user));
            const auto pictures = store.picturesAt(start + std::chrono::hours(1)).result();
            return pictures ? static_cast<int>(pictures->size()) : -1;
        };
        QCOMPARE(seenBy("carla"), 2);
        QCOMPARE(seenBy("oscar"), 2);
        QCOMPARE(seenBy("arthur"), 2);
        QCOMPARE(seenBy("vera"), 1);
        {
            history::HistoryStore viewer(as("vera"));
            QCOMPARE(viewer.series(whole(1)).result()->samples.size(), 3u);
            const auto refused = viewer.append(bikes::feed, poll(9, 1)).result();
            QVERIFY(!refused.ok());
            QVERIFY2(refused.problem().toString().contains(QLatin1String("GRANT")),
                     qPrintable(refused.problem().toString()));
        }
        const auto may = [&](const char* user, const char* sql) {
            return m_server.sql(name, QLatin1String(sql), QLatin1String(user));
        };
        QVERIFY(!may("carla", "DELETE FROM cityops.picture"));
        QVERIFY(!may("carla", "UPDATE cityops.answer SET value = '[]'"));
        QVERIFY(!may("carla", "UPDATE cityops.feed SET confidential = false"));
        QVERIFY(!may("carla",
                     "INSERT INTO cityops.answer (feed_id, learned_at, written_by) VALUES (1, 0, 'oscar')"));
        QVERIFY(may("carla", "INSERT INTO cityops.answer (feed_id, learned_at) VALUES (1, 0)"));
        QVERIFY(!may("oscar", "SELECT * FROM cityops.audit"));
        QVERIFY(!may("vera", "SELECT * FROM cityops.chunk_other"));
        QVERIFY(may("vera", "SELECT count(*) FROM cityops.feed"));
        QCOMPARE(m_server.said(), QStringLiteral("1"));
        QVERIFY(may("vera", "SELECT count(DISTINCT feed) FROM cityops.observation"));
        QCOMPARE(m_server.said(), QStringLiteral("1"));
        QVERIFY(may("arthur", "SELECT who || ' ' || action FROM cityops.audit WHERE relation = 'feed'"));
        QCOMPARE(m_server.said(), QStringLiteral("keeper UPDATE"));
        QVERIFY(!may("arthur", "DELETE FROM cityops.audit"));

        const char* note = "INSERT INTO cityops.note (at, written_at, author, text) VALUES (0, 0, 'somebody', 'a road is closed')";
        QVERIFY(!may("vera", note));
        QVERIFY(!may("carla", note));
        QVERIFY(may("oscar", note));
        QVERIFY(may("keeper", note));
        QVERIFY(!may("oscar", "INSERT INTO cityops.note (at, written_at, author, text, written_by) VALUES (0, 0, 'x', 'x', 'vera')"));
        QVERIFY(may("oscar", "DELETE FROM cityops.note")); // his own only
        QVERIFY(may("vera", "SELECT count(*), min(written_by) FROM cityops.notes"));
        QCOMPARE(m_server.said(), QStringLiteral("1|keeper"));
    }

    void otherProgramsReadIt()
    {
        const QString name = m_server.fresh();
        {
            history::HistoryStore store(m_server.url(name));
            for (int round = 0; round < 4; ++round)
                store.record(pictureOf(round, 3), poll(round, 3), start + round * cadence);
            QVERIFY(store.settled().result().ok());
            store.record(pictureOf(4, 3), poll(4, 3), start + 4 * cadence).waitForFinished();
        }
        const auto first = [&](const char* sql) { return m_server.asked(name, QLatin1String(sql)); };
        QCOMPARE(first("SELECT count(*) FROM cityops.observation WHERE place = '1'"), QStringLiteral("5"));
        QCOMPARE(first("SELECT value FROM cityops.observation WHERE place = '2' AND observed_at = "
                       "'2026-03-01 00:03:00+00'"),
                 QStringLiteral("2.3"));
        QCOMPARE(first("SELECT count, max FROM cityops.daily WHERE place = '1'"), QStringLiteral("4|1.3"));
        QCOMPARE(first("SELECT count, last FROM cityops.hourly WHERE place = '1'"), QStringLiteral("4|1.3"));
        QCOMPARE(first("SELECT value, ST_AsText(geom), name, observed_at AT TIME ZONE 'UTC' FROM "
                       "cityops.latest WHERE place = '1'"),
                 QStringLiteral("1.4|POINT(121.5 25)|站 1|2026-03-01 00:04:00"));
        QCOMPARE(first("SELECT bool_and(to_regclass('cityops.' || t || to_char(now() AT TIME ZONE 'UTC', "
                       "'_YYYY_MM')) IS NOT NULL) "
                       "FROM unnest(ARRAY['answer', 'part', 'picture']) t"),
                 QStringLiteral("t"));
    }

    void oneProgramAsksAFeed()
    {
        const QString url = m_server.url(m_server.fresh());
        auto first = std::make_unique<history::HistoryStore>(url);
        history::HistoryStore second(url);
        QVERIFY(first->claim(bikes::feed).result().value());
        QVERIFY(first->claim(bikes::feed).result().value());
        QVERIFY(!second.claim(bikes::feed).result().value());
        QVERIFY(second.claim(QStringLiteral("rain")).result().value());
        QVERIFY(!first->claim(QStringLiteral("rain")).result().value());
        first.reset();
        QTRY_VERIFY(second.claim(bikes::feed).result().value());
    }

    void desksAreTold()
    {
        const QString name = m_server.fresh();
        history::HistoryStore collector(m_server.url(name)), desk(m_server.url(name));
        QSignalSpy added(&desk.news(), &history::StoreNews::added);
        QSignalSpy lost(&desk.news(), &history::StoreNews::lost);
        QSignalSpy back(&desk.news(), &history::StoreNews::back);
        QVERIFY(desk.opened().result().ok());
        QVERIFY(desk.picturesAt(start).result().ok()); // it listens by now
        QVERIFY(collector.record(pictureOf(0, 4), poll(0, 4), start).result().ok());
        QTRY_COMPARE(added.count(), 1);
        const auto feeds = added.at(0).at(0).value<QList<qint64>>();
        const auto pictures = desk.newestPictures(feeds).result();
        QCOMPARE(pictures->size(), 1u);
        QCOMPARE(pictures->front()->observations.size(), 4u);
        const auto told = desk.toldAfter(0, start).result();
        QVERIFY(told->isAll);
        QCOMPARE(told->told.size(), 1u);
        QCOMPARE(told->told[0].first, bikes::feed);
        QCOMPARE(told->told[0].second.size(), 4u);
        QVERIFY(desk.toldAfter(told->last, start).result()->told.empty());

        QVERIFY(m_server.stop());
        QTRY_COMPARE(lost.count(), 1);
        const auto refused = desk.series(whole(1)).result();
        QVERIFY(!refused.ok());
        QVERIFY2(refused.problem().toString().contains(QLatin1String("reached")),
                 qPrintable(refused.problem().toString()));
        auto waiting = collector.record(pictureOf(1, 4), poll(1, 4), start + cadence);
        QVERIFY(m_server.start());
        QTRY_COMPARE_WITH_TIMEOUT(back.count(), 1, 20'000);
        QVERIFY2(waiting.result().ok(), qPrintable(said(waiting.result())));
        QTRY_COMPARE(desk.newestPictures({}).result()->front()->observations.front().value, 0.1);
    }

    void desksAreToldOfNotes()
    {
        const QString name = m_server.fresh();
        history::HistoryStore writer(m_server.url(name)), desk(m_server.url(name));
        QSignalSpy noted(&desk.news(), &history::StoreNews::noted), added(&desk.news(), &history::StoreNews::added);
        QVERIFY(desk.timeline(start, start + cadence, cadence).result().ok()); // it listens by now
        history::Note note;
        note.at = note.writtenAt = start;
        note.author = QStringLiteral("anna");
        note.text = QStringLiteral("pump 3 was off");
        const auto number = writer.addNote(note).result();
        QVERIFY2(number.ok(), qPrintable(said(number)));
        QTRY_COMPARE(noted.count(), 1);
        QCOMPARE(desk.timeline(start, start + cadence, cadence).result()->notes.at(0).text, note.text);
        QVERIFY(writer.removeNote(*number).result().value());
        QTRY_COMPARE(noted.count(), 2);
        QVERIFY(desk.timeline(start, start + cadence, cadence).result()->notes.empty());
        QCOMPARE(added.count(), 0);
    }

};

CITYOPS_TEST(QCoreApplication, SharedStoreTest)
#include "shared_store_test.moc"
