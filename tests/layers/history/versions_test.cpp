// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/history_store.h"
#include "layers/history/migrations.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>

using city::Instant;
using namespace std::chrono_literals;

namespace {

const Instant begin = city::fromIso(u"2026-03-01T00:00:00Z").value();

/// Makes a database file of a kept dump; what went wrong, or empty.
QString make(const QString& file, const QString& dump)
{
    QFile in(dump);
    if (!in.open(QIODevice::ReadOnly)) return in.errorString();
    QString wrong;
    {
        QSqlDatabase database =
            QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("making"));
        database.setDatabaseName(file);
        if (!database.open()) wrong = database.lastError().text();
        QString statement;
        for (const QString& line : QString::fromUtf8(in.readAll()).split(QLatin1Char('\n'))) {
            if (line.startsWith(QLatin1String("--")) && statement.isEmpty()) continue;
            statement += line + QLatin1Char('\n');
            if (!line.endsWith(QLatin1Char(';'))) continue;
            QSqlQuery query(database);
            if (!query.exec(statement) && wrong.isEmpty()) wrong = statement + query.lastError().text();
            statement.clear();
        }
    }
    QSqlDatabase::removeDatabase(QStringLiteral("making"));
    return wrong;
}

} // namespace

/// A file of every version of the schema that was ever released is brought up to date and says what it said.
class VersionsTest : public QObject {
    Q_OBJECT

    static QString dump(int version)
    {
        return QStringLiteral(CITYOPS_TEST_DATA "/version-%1.sql").arg(version);
    }

private Q_SLOTS:
    void everyVersionHasItsDump()
    {
        for (int version = 1; version < history::newestVersion(); ++version)
            QVERIFY2(QFile::exists(dump(version)), qPrintable(dump(version)));
    }

    void oldFilesSayWhatTheySaid_data()
    {
        QTest::addColumn<int>("version");
        for (int version = 1; version < history::newestVersion(); ++version)
            QTest::addRow("%d", version) << version;
    }
    void oldFilesSayWhatTheySaid()
    {
        QFETCH(int, version);
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("old.sqlite"));
        const QString wrong = make(file, dump(version));
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
        history::HistoryStore store(file);
        const auto opened = store.opened().result();
        QVERIFY2(opened.ok(), opened.ok() ? "" : qPrintable(opened.problem().toString()));
        QVERIFY(store.setAside().result().isEmpty());

        history::SeriesQuery query{
            {QStringLiteral("station"), QStringLiteral("1")}, QStringLiteral("pm2.5"), begin, begin + 2h, {}};
        const auto now = store.series(query).result();
        QCOMPARE(now->samples.size(), 6u);
        QCOMPARE(now->samples[1].value, 11.5);
        QCOMPARE(now->samples[2].value, 99.5); // corrected an hour later
        query.asOf = begin + 30min;
        const auto then = store.series(query).result();
        QCOMPARE(then->samples.size(), 3u);
        QCOMPARE(then->samples[2].value, 12.5);
        // And it goes on from there.
        const city::Observation next{query.place, query.quantity, 16.5, QStringLiteral("ug/m3"),
                                     begin + 1h,  begin + 3h};
        QCOMPARE(store.append(QStringLiteral("air"), {next}).result().value(), 1);
        QVERIFY(store.settled().result().ok());
        query.asOf.reset();
        QCOMPARE(store.series(query).result()->samples.size(), 7u);
    }

    void picturesOfVersionFourAreShownAndTheirAlertsMarked()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("old.sqlite"));
        QCOMPARE(make(file, dump(4)), QString());
        history::HistoryStore store(file);
        const auto shown = store.picturesAt(begin + 62min).result();
        QVERIFY(shown.ok());
        QCOMPARE(shown->size(), 1u);
        QCOMPARE(shown->front()->observations.size(), 2u);
        QCOMPARE(shown->front()->alerts.size(), 2u);
        const auto timeline = store.timeline(begin, begin + 2h, 30min).result();
        QCOMPARE(timeline->marks.size(), 1u); // the test message is none
        QCOMPARE(timeline->marks[0].at, begin + 61min);
        QCOMPARE(timeline->marks[0].alert.identifier, QStringLiteral("flood-1"));
    }
};

CITYOPS_TEST(QCoreApplication, VersionsTest)
#include "versions_test.moc"
