// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/history_store.h"
#include "tests/support/full_disk.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <algorithm>

using city::Instant;

namespace {

city::Observation reading(int minute)
{
    const Instant start = city::fromIso(u"2026-07-15T06:00:00Z").value();
    const Instant when = start + city::Duration(minute * 60'000LL);
    return {{QStringLiteral("rain-gauge"), QStringLiteral("C0A9C")},
            QStringLiteral("rain.1h"),
            1.5,
            QStringLiteral("mm"),
            when,
            when};
}

std::vector<city::Observation> readings(int count)
{
    std::vector<city::Observation> all;
    for (int i = 0; i < count; ++i)
        all.push_back(reading(i));
    return all;
}

/// Runs one statement on a file by another connection.
bool runOn(const QString& file, const QString& sql)
{
    bool done = false;
    {
        QSqlDatabase other = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("other"));
        other.setDatabaseName(file);
        done = other.open() && QSqlQuery(other).exec(sql);
    }
    QSqlDatabase::removeDatabase(QStringLiteral("other"));
    return done;
}

/// The first column of the first row, by another connection.
QVariant askOn(const QString& file, const QString& sql)
{
    QVariant answer;
    {
        QSqlDatabase other = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("asking"));
        other.setDatabaseName(file);
        QSqlQuery query(other.open() ? other : QSqlDatabase());
        if (query.exec(sql) && query.next()) answer = query.value(0);
    }
    QSqlDatabase::removeDatabase(QStringLiteral("asking"));
    return answer;
}

const QString feed = QStringLiteral("rain");

} // namespace

/// What the store does with files that are not as they should be.
class HistoryFileTest : public QObject {
    Q_OBJECT

    QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    QTemporaryDir m_folder;

private Q_SLOTS:
    void damagedFileIsSetAside_data()
    {
        QTest::addColumn<int>("from");
        QTest::newRow("not a database at all") << 0;
        QTest::newRow("pages overwritten") << 4096;
    }
    void damagedFileIsSetAside()
    {
        QFETCH(int, from);
        QTemporaryDir folder;
        const QString name = folder.filePath(QStringLiteral("city.sqlite"));
        {
            history::HistoryStore store(name);
            QCOMPARE(store.append(feed, readings(2000)).result().value(), 2000);
        }
        QFile file(name);
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray rubbish(static_cast<qsizetype>(file.size()) - from, '\xa5');
        QVERIFY(file.seek(from));
        file.write(rubbish);
        file.close();

        history::HistoryStore store(name);
        QVERIFY2(store.opened().result().ok(), "a new file takes its place");
        const QString aside = store.setAside().result();
        QVERIFY(aside.startsWith(name + QStringLiteral(".damaged-")));
        QVERIFY(QFile::exists(aside));
        QCOMPARE(store.append(feed, readings(3)).result().value(), 3);
    }

    void missingFolderIsNamed()
    {
        history::HistoryStore store(path("nowhere/city.sqlite"));
        const auto opened = store.opened().result();
        QVERIFY(!opened.ok());
        QVERIFY(opened.problem().toString().contains(path("nowhere")));
        // Everything asked afterwards says the same, and nothing hangs.
        QCOMPARE(store.append(feed, readings(1)).result().problem().toString(), opened.problem().toString());
        QVERIFY(!store.latestAt(Instant{}).result().ok());
        QVERIFY(!QDir(path("nowhere")).exists());
    }

    void fileInTheWayOfTheFolder()
    {
        QFile file(path("plain"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        history::HistoryStore store(path("plain/city.sqlite"));
        QVERIFY(!store.opened().result().ok());
        QVERIFY(store.opened().result().problem().toString().contains(path("plain")));
    }

    void folderInTheWayOfTheFile()
    {
        QVERIFY(QDir().mkpath(path("folder.sqlite")));
        history::HistoryStore store(path("folder.sqlite"));
        QVERIFY(!store.opened().result().ok());
        QVERIFY(store.setAside().result().isEmpty());
        QVERIFY(QDir(path("folder.sqlite")).exists());
    }

    void databaseOfAnotherProgramIsLeftAlone()
    {
        QVERIFY(runOn(path("parks.gpkg"), QStringLiteral("CREATE TABLE park (name TEXT)")));
        history::HistoryStore store(path("parks.gpkg"));
        QVERIFY(!store.opened().result().ok());
        QVERIFY(store.setAside().result().isEmpty());
        QVERIFY(runOn(path("parks.gpkg"), QStringLiteral("SELECT name FROM park")));
        QVERIFY(!runOn(path("parks.gpkg"), QStringLiteral("SELECT * FROM observation")));
    }

    void newerFileIsLeftAlone()
    {
        {
            history::HistoryStore made(path("newer.sqlite"));
        }
        QVERIFY(runOn(path("newer.sqlite"), QStringLiteral("UPDATE store SET value = 999 WHERE key = 'version'")));
        history::HistoryStore store(path("newer.sqlite"));
        QVERIFY(!store.opened().result().ok());
        QVERIFY(store.opened().result().problem().toString().contains(QLatin1String("newer version")));
    }

    void fullDiskIsSaidAndSurvived()
    {
        history::HistoryStore store(path("full.sqlite"));
        QCOMPARE(store.append(feed, readings(1)).result().value(), 1);
        const auto refused = [&] {
            const FullDisk full(64 * 1024);
            return store.append(feed, readings(100'000)).result();
        }();
        QVERIFY(!refused.ok());
        QVERIFY2(refused.problem().toString().contains(path("full.sqlite")),
                 qPrintable(refused.problem().toString()));
        // All or nothing, and with room again it goes on.
        QCOMPARE(store.latestAt(reading(200'000).observedAt).result()->at(0).observedAt,
                 reading(0).observedAt);
        QCOMPARE(store.append(feed, readings(50)).result().value(), 49);
    }

    void whatWasRolledBackNeverReachesTheLatestValues()
    {
        {
            history::HistoryStore store(path("rolled.sqlite"));
            QCOMPARE(store.append(feed, readings(3)).result().value(), 3);
            const FullDisk full(64 * 1024);
            QVERIFY(!store.append(feed, readings(100'000)).result().ok());
        } // latest is written when the store is closed
        QCOMPARE(askOn(path("rolled.sqlite"), QStringLiteral("SELECT count(*) FROM latest")).toInt(), 1);
        QCOMPARE(askOn(path("rolled.sqlite"), QStringLiteral("SELECT observed_at FROM latest")).toString(),
                 QStringLiteral("2026-07-15T06:02:00.000Z"));
    }

    void fileDeletedUnderUsIsGoneAndTheNextRunBeginsAnew()
    {
        const QString name = path("deleted.sqlite");
        {
            history::HistoryStore store(name);
            QCOMPARE(store.append(feed, readings(3)).result().value(), 3);
            for (const char* suffix : {"", "-wal", "-shm"})
                QFile::remove(name + QLatin1String(suffix));
            // What was known stays known as long as this program runs; it may go on or say why it cannot.
            QCOMPARE(store.latestAt(reading(10).observedAt).result()->size(), 1u);
            const auto more = store.append(feed, readings(5)).result();
            QVERIFY(more.ok() || more.problem().toString().contains(name));
        }
        history::HistoryStore store(name);
        QVERIFY(store.opened().result().ok());
        QVERIFY(store.setAside().result().isEmpty());
        QVERIFY(store.latestAt(reading(10).observedAt).result()->empty());
        QCOMPARE(store.append(feed, readings(3)).result().value(), 3);
    }

    void aDayOfOutageThenAFloodOfLateData()
    {
        history::HistoryStore store(path("flood.sqlite"));
        const Instant back = reading(1440 + 60).observedAt;
        auto before = readings(60);
        QCOMPARE(store.append(feed, before).result().value(), 60);
        QVERIFY(store.settled().result().ok());
        // After a day the line is back; the station sends what it measured meanwhile, newest first and some
        // of it twice.
        auto flood = readings(1440 + 60);
        std::reverse(flood.begin(), flood.end());
        flood.insert(flood.end(), flood.begin(), flood.begin() + 100);
        for (city::Observation& one : flood)
            one.receivedAt = back;
        QCOMPARE(store.append(feed, flood).result().value(), 1440);
        QVERIFY(store.settled().result().ok());
        const history::SeriesQuery whole{
            reading(0).place, reading(0).quantity, reading(0).observedAt, back, {}};
        const auto series = store.series(whole).result();
        QCOMPARE(series->samples.size(), 1500u);
        QVERIFY(std::is_sorted(series->samples.begin(), series->samples.end(),
                               [](const auto& a, const auto& b) { return a.at < b.at; }));
        // Then nobody knew it yet, and the hours summed up before are summed up anew.
        history::SeriesQuery asThen = whole;
        asThen.asOf = reading(700).observedAt;
        QCOMPARE(store.series(asThen).result()->samples.size(), 60u);
        const auto hours = store
                               .summaries({whole.place,
                                           whole.quantity,
                                           whole.from,
                                           whole.to,
                                           std::chrono::hours(1),
                                           QTimeZone::utc(),
                                           {}})
                               .result();
        int counted = 0;
        for (const history::Summary& hour : hours->summaries)
            counted += hour.count;
        QCOMPARE(counted, 1500);
    }

    void aClockSetBackNeverMakesTheLogRunBackwards()
    {
        history::HistoryStore store(path("clock.sqlite"));
        auto first = readings(2);
        first[0].receivedAt = first[1].receivedAt = reading(100).observedAt;
        QCOMPARE(store.append(feed, first).result().value(), 2);
        auto second = readings(4); // the clock says it is an hour earlier
        for (city::Observation& one : second)
            one.receivedAt = reading(40).observedAt;
        QCOMPARE(store.append(feed, second).result().value(), 2);
        history::SeriesQuery query{reading(0).place, reading(0).quantity, reading(0).observedAt,
                                   reading(9).observedAt, reading(99).observedAt};
        QCOMPARE(store.series(query).result()->samples.size(), 0u); // nothing had been learned by then
        query.asOf = reading(100).observedAt;
        QCOMPARE(store.series(query).result()->samples.size(), 4u);
    }

    void fileThatMayOnlyBeReadCanStillBeAsked()
    {
        {
            history::HistoryStore store(path("kept.sqlite"));
            store.append(feed, readings(5));
        }
        QVERIFY(runOn(path("kept.sqlite"), QStringLiteral("PRAGMA journal_mode = DELETE")));
        if (!QFile::setPermissions(path("kept.sqlite"), QFileDevice::ReadOwner) ||
            QFile(path("kept.sqlite")).open(QIODevice::ReadWrite))
            QSKIP("this user may write to files that may only be read");
        history::HistoryStore store(path("kept.sqlite"));
        QCOMPARE(store.latestAt(reading(10).observedAt).result()->size(), 1u);
        QVERIFY(!store.append(feed, readings(9)).result().ok());
    }

    void twoProgramsShareAFile()
    {
        history::HistoryStore one(path("shared.sqlite"));
        history::HistoryStore two(path("shared.sqlite"));
        auto a = one.append(feed, readings(500));
        auto b = two.append(QStringLiteral("second"), readings(1000));
        QVERIFY(a.result().ok());
        QVERIFY2(b.result().ok(), qPrintable(b.result().ok() ? QString() : b.result().problem().toString()));
        QVERIFY(a.result().value() + b.result().value() >= 1000);
        QCOMPARE(one.latestAt(reading(5000).observedAt).result()->at(0).observedAt, reading(999).observedAt);
    }
};

CITYOPS_TEST(QCoreApplication, HistoryFileTest)
#include "history_file_test.moc"
