// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/database.h"

#include "layers/city/clock.h"
#include "layers/history/migrations.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QVariant>

namespace history {

namespace {

constexpr int ourApplicationId = 0x436f7073; // "Cops", in the header of every history file
constexpr qint64 checkedWhole = 256LL * 1024 * 1024;

// SQLite's own result codes.
enum Code {
    Busy = 5,
    ReadOnly = 8,
    IoError = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    NotADatabase = 26
};

int codeOf(const QSqlError& error)
{
    return error.nativeErrorCode().toInt() & 0xff; // the low byte of an extended code is its kind
}

const char* meaning(int code)
{
    switch (code) {
    case Busy:
        return QT_TRANSLATE_NOOP("Message",
                                 "%1 is in use by another program (%2). Close that program and try again.");
    case ReadOnly:
        return QT_TRANSLATE_NOOP("Message",
                                 "%1 may only be read (%2). Allow writing to it or choose another file.");
    case Full:
        return QT_TRANSLATE_NOOP(
            "Message", "The disk that holds %1 is full (%2). Make room there or choose another file.");
    case IoError:
        return QT_TRANSLATE_NOOP(
            "Message", "%1 could not be read or written (%2). Check that its disk is present and has room.");
    case CannotOpen:
        return QT_TRANSLATE_NOOP(
            "Message", "%1 could not be opened or made (%2). Check the folder and its permissions.");
    case Corrupt:
    case NotADatabase:
        return QT_TRANSLATE_NOOP("Message",
                                 "%1 is damaged (%2). It is set aside when the program is started again.");
    default:
        return QT_TRANSLATE_NOOP("Message", "%1 could not be used (%2).");
    }
}

} // namespace

Database::Database(QString file)
    : m_file(std::move(file)),
      m_connection(QStringLiteral("history-%1").arg(reinterpret_cast<quintptr>(this)))
{
    QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
    Opening opening = open();
    if (opening == Opening::Damaged) {
        close();
        putAside();
        opening = open();
    }
    m_open = opening == Opening::Done;
    if (!m_open) close();
}

Database::~Database()
{
    close();
    QSqlDatabase::removeDatabase(m_connection);
}

Database::Opening Database::open()
{
    const QFileInfo info(m_file);
    if (info.isDir()) {
        return refuse(
            {{},
             {},
             {QT_TRANSLATE_NOOP("Message", "%1 is a folder, not a history file. Choose a file name."),
              {m_file}}});
    }
    if (m_file != QLatin1String(":memory:") && !QDir(info.absolutePath()).exists()) {
        return refuse({{},
                       {},
                       {QT_TRANSLATE_NOOP("Message",
                                          "The history file %1 cannot be made: the folder %2 does not exist. "
                                          "Make it or choose another file."),
                        {m_file, info.absolutePath()}}});
    }
    QSqlDatabase database = connection();
    database.setDatabaseName(m_file);
    database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    if (!database.open()) return judge(database.lastError());
    return checkAndMigrate();
}

Database::Opening Database::checkAndMigrate()
{
    // The first read of the file: here it shows whether it is a database at all.
    QSqlQuery tables = asked(QStringLiteral("SELECT count(*) FROM sqlite_master"));
    if (!tables.next()) return judge(tables.lastError());
    const bool isNew = tables.value(0).toInt() == 0;
    tables.finish();
    if (!isNew && pragma(QStringLiteral("application_id")) != ourApplicationId) {
        return refuse(
            {{},
             {},
             {QT_TRANSLATE_NOOP("Message",
                                "%1 is a database of another program. Choose another file for the history."),
              {m_file}}});
    }
    if (!isNew && QFileInfo(m_file).size() <= checkedWhole) {
        QSqlQuery check = asked(QStringLiteral("PRAGMA quick_check(1)"));
        if (!check.next()) return judge(check.lastError());
        if (check.value(0).toString() != QLatin1String("ok")) return Opening::Damaged;
    }
    const int version = pragma(QStringLiteral("user_version"));
    if (version > newestVersion()) {
        return refuse({{},
                       {},
                       {QT_TRANSLATE_NOOP("Message", "%1 was written by a newer version of this program. Use "
                                                     "that version or choose another file."),
                        {m_file}}});
    }
    // A file on a medium that may only be read stays useful for looking things up: these two may fail there.
    run(QStringLiteral("PRAGMA journal_mode = WAL"));
    run(QStringLiteral("PRAGMA synchronous = NORMAL"));
    return migrate(version);
}

Database::Opening Database::migrate(int version)
{
    for (int next = version + 1; next <= newestVersion(); ++next) {
        if (const auto error = run(QStringLiteral("BEGIN IMMEDIATE"))) return judge(*error);
        // A second program may have brought the file up to date while we waited for it.
        if (pragma(QStringLiteral("user_version")) >= next) {
            run(QStringLiteral("ROLLBACK"));
            continue;
        }
        QStringList steps = migration(next);
        steps << QStringLiteral("PRAGMA application_id = %1").arg(ourApplicationId)
              << QStringLiteral("PRAGMA user_version = %1").arg(next) << QStringLiteral("COMMIT");
        for (const QString& step : steps) {
            if (const auto error = run(step)) {
                run(QStringLiteral("ROLLBACK"));
                return judge(*error);
            }
        }
    }
    return Opening::Done;
}

Database::Opening Database::refuse(city::Problem problem)
{
    m_problem = std::move(problem);
    return Opening::Refused;
}

Database::Opening Database::judge(const QSqlError& error)
{
    const int code = codeOf(error);
    m_problem = explain(error);
    // Once only: what was put in its place is not set aside again.
    const bool damaged = (code == Corrupt || code == NotADatabase) && m_setAside.isEmpty();
    return damaged ? Opening::Damaged : Opening::Refused;
}

void Database::close()
{
    connection().close();
}

void Database::putAside()
{
    QString stamp = city::toIso(city::SystemClock().now());
    stamp.remove(QLatin1Char(':'));
    QString target = m_file + QStringLiteral(".damaged-") + stamp;
    for (int n = 2; QFile::exists(target); ++n)
        target = m_file + QStringLiteral(".damaged-%1-%2").arg(stamp).arg(n);
    if (!QFile::rename(m_file, target)) return; // opening again then tells why
    m_setAside = target;
    // The write-ahead log belongs to the damaged file and must never be played into the new one.
    for (const QString& suffix : {QStringLiteral("-wal"), QStringLiteral("-shm")}) {
        if (QFile::exists(m_file + suffix)) QFile::rename(m_file + suffix, target + suffix);
    }
}

city::Result<QSqlQuery> Database::prepared(const QString& sql) const
{
    QSqlQuery query(connection());
    query.setForwardOnly(true);
    if (!query.prepare(sql)) return explain(query.lastError());
    return query;
}

QSqlQuery Database::asked(const QString& sql) const
{
    QSqlQuery query(connection());
    query.setForwardOnly(true);
    query.exec(sql);
    return query;
}

std::optional<QSqlError> Database::run(const QString& sql) const
{
    QSqlQuery query(connection());
    if (query.exec(sql)) return std::nullopt;
    return query.lastError();
}

city::Problem Database::explain(const QSqlError& error) const
{
    return {{}, {}, {meaning(codeOf(error)), {m_file, error.databaseText()}}};
}

int Database::pragma(const QString& name) const
{
    QSqlQuery query = asked(QStringLiteral("PRAGMA ") + name);
    return query.next() ? query.value(0).toInt() : 0;
}

} // namespace history
