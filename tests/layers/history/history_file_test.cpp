// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/history_store.h"
#include "tests/layers/history/other_connection.h"
#include "tests/support/full_disk.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <algorithm>
#include <cstdio>
#include <unistd.h>

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

const QString feed = QStringLiteral("rain");

history::SeriesQuery wholeSeries()
{
    return {reading(0).place, reading(0).quantity, reading(0).observedAt, reading(100'000).observedAt, {}};
}

/// The second program: appends `count` readings from the `first` on, one at a time, and says when it has begun.
int writeBeside(const QString& file, int first, int count)
{
    history::HistoryStore store(file);
    for (int i = 0; i < count; ++i) {
        const auto written = store.append(feed, {reading(first + i)}).result();
        if (!written.ok() || *written != 1) return 1;
        if (i > 0) continue;
        std::puts("begun");
        std::fflush(stdout);
    }
    return 0;
}

/// While it lives this program is nobody special: root may write to everything.
class NotRoot {
public:
    NotRoot() : m_before(geteuid())
    {
        constexpr uid_t nobody = 65534;
        if (m_before == 0 && setresuid(nobody, nobody, 0) != 0) qFatal("cannot become somebody else");
    }
    ~NotRoot()
    {
        if (m_before == 0 && setresuid(0, 0, 0) != 0) qFatal("cannot become root again");
    }
    NotRoot(const NotRoot&) = delete;
    NotRoot& operator=(const NotRoot&) = delete;

private:
    uid_t m_before;
};

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

    void fileRemovedUnderUsIsWrittenAnew_data()
    {
        QTest::addColumn<QStringList>("suffixes");
        QTest::newRow("all of it") << QStringList{{}, QStringLiteral("-wal"), QStringLiteral("-shm")};
        QTest::newRow("the file alone") << QStringList{{}};
    }
    void fileRemovedUnderUsIsWrittenAnew()
    {
        QFETCH(QStringList, suffixes);
        QTemporaryDir folder;
        const QString name = folder.filePath(QStringLiteral("o'clock.gpkg"));
        {
            history::HistoryStore store(name);
            QCOMPARE(store.append(feed, readings(3)).result().value(), 3);
            for (const QString& suffix : suffixes)
                QVERIFY(QFile::remove(name + suffix));
            QCOMPARE(store.latestAt(reading(10).observedAt).result()->size(), 1u); // what was known stays known
            // While there is no room it is said, and kept as long as this program runs.
            const auto refused = [&] {
                const FullDisk full(64 * 1024);
                return store.append(feed, readings(4)).result();
            }();
            QVERIFY(!refused.ok());
            QVERIFY2(refused.problem().toString().contains(QLatin1String("cannot be written anew")), qPrintable(refused.problem().toString()));
            QVERIFY(!QFile::exists(name));
            // Then it is said once, and nothing is lost.
            const auto told = store.append(feed, readings(5)).result();
            QVERIFY(!told.ok());
            QVERIFY2(told.problem().toString().contains(QLatin1String("written anew with all it held")), qPrintable(told.problem().toString()));
            QCOMPARE(store.append(feed, readings(6)).result().value(), 1);
        }
        history::HistoryStore store(name);
        QVERIFY(store.opened().result().ok());
        QVERIFY(store.setAside().result().isEmpty());
        QCOMPARE(store.series(wholeSeries()).result()->samples.size(), 6u);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).filter(QStringLiteral(".anew")), QStringList());
    }

    void fileReplacedUnderUsIsUsed()
    {
        {
            history::HistoryStore other(path("other.gpkg"));
            QCOMPARE(other.append(feed, readings(100)).result().value(), 100);
        }
        history::HistoryStore store(path("replaced.gpkg"));
        QCOMPARE(store.append(feed, readings(3)).result().value(), 3);
        QVERIFY(QFile::remove(path("replaced.gpkg")) && QFile::rename(path("other.gpkg"), path("replaced.gpkg")));
        const auto told = store.append(feed, readings(101)).result();
        QVERIFY(!told.ok());
        QVERIFY2(told.problem().toString().contains(QLatin1String("Another file")), qPrintable(told.problem().toString()));
        QCOMPARE(store.series(wholeSeries()).result()->samples.size(), 101u);
        QCOMPARE(store.append(feed, readings(102)).result().value(), 1);
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

    void fileThatMayOnlyBeReadCanStillBeAsked_data()
    {
        QTest::addColumn<QString>("journal");
        QTest::newRow("as it was left") << QStringLiteral("WAL");
        QTest::newRow("as others leave it") << QStringLiteral("DELETE");
    }
    void fileThatMayOnlyBeReadCanStillBeAsked()
    {
        QFETCH(QString, journal);
        QTemporaryDir folder;
        const QString name = folder.filePath(QStringLiteral("kept 100%.gpkg"));
        {
            history::HistoryStore store(name);
            QCOMPARE(store.append(feed, readings(5)).result().value(), 5);
        }
        QCOMPARE(askOn(name, QStringLiteral("PRAGMA journal_mode = ") + journal).toString(), journal.toLower());
        const auto read = QFileDevice::ReadOwner | QFileDevice::ReadGroup | QFileDevice::ReadOther;
        const auto enter = QFileDevice::ExeOwner | QFileDevice::ExeGroup | QFileDevice::ExeOther;
        QVERIFY(QFile::setPermissions(name, read) && QFile::setPermissions(folder.path(), read | enter));
        const NotRoot person;
        QVERIFY(!QFile(name).open(QIODevice::ReadWrite));
        history::HistoryStore store(name);
        const auto opened = store.opened().result();
        QVERIFY2(opened.ok(), opened.ok() ? "" : qPrintable(opened.problem().toString()));
        QCOMPARE(store.latestAt(reading(10).observedAt).result()->size(), 1u);
        QCOMPARE(store.series(wholeSeries()).result()->samples.size(), 5u);
        const auto refused = store.append(feed, readings(9)).result();
        QVERIFY(!refused.ok());
        QVERIFY2(refused.problem().toString().contains(QLatin1String("may only be read")), qPrintable(refused.problem().toString()));
    }

    void twoProgramsShareAFile()
    {
        const QString name = path("shared.sqlite");
        constexpr int own = 500, others = 1000;
        history::HistoryStore store(name);
        QVERIFY(store.opened().result().ok());
        QProcess other;
        other.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        other.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--write"), name, QString::number(own), QString::number(others)});
        QVERIFY(other.waitForReadyRead(30'000)); // it is at work
        for (int i = 0; i < own; ++i)
            QCOMPARE(store.append(feed, {reading(i)}).result().value(), 1);
        QVERIFY(other.waitForFinished(30'000));
        QCOMPARE(other.exitCode(), 0);
        const auto series = store.series(wholeSeries()).result();
        QCOMPARE(series->samples.size(), static_cast<std::size_t>(own + others));
        for (int i = 0; i < own + others; ++i)
            QCOMPARE(series->samples[static_cast<std::size_t>(i)].at, reading(i).observedAt);
    }
};

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const QStringList words = application.arguments();
    if (words.value(1) == QLatin1String("--write")) return writeBeside(words.value(2), words.value(3).toInt(), words.value(4).toInt());
    HistoryFileTest test;
    return runTest(test, argc, argv);
}
#include "history_file_test.moc"
