// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/database.h"

#include "layers/city/clock.h"
#include "layers/history/migrations.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QUrl>
#include <QVariant>
#include <sys/stat.h>

namespace history {

namespace {

// In the header of the file. The first version had a name of its own ("Cops"); since then a history is a GeoPackage
// ("GPKG"), known by its table `store`.
constexpr int firstApplicationId = 0x436f7073, geoPackageId = 0x47504b47;
constexpr int geoPackageVersion = 10300;
const QString suspectSuffix = QStringLiteral(".suspect");
constexpr qint64 checkedWhole = 64LL * 1024 * 1024; ///< Larger files are found damaged where they are read.

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

const char* const removed = QT_TRANSLATE_NOOP("Message", "%1 was removed while it was in use. It was written anew with all it held.");
const char* const replaced = QT_TRANSLATE_NOOP("Message", "Another file was put in the place of %1 while it was in use. What is learned from now "
                                                          "on is written into that one.");

/// Device and number of the file of that name; zeroes when there is none.
std::pair<quint64, quint64> inodeOf(const QString& file)
{
    struct stat found{};
    if (stat(QFile::encodeName(file).constData(), &found) != 0) return {};
    return {found.st_dev, found.st_ino};
}

} // namespace

Database::Database(QString name)
    : m_name(std::move(name)), m_connection(QStringLiteral("history-%1").arg(reinterpret_cast<quintptr>(this)))
{
}

Database::~Database()
{
    QSqlDatabase::removeDatabase(m_connection);
}

HistoryFile::HistoryFile(const QString& file, Purpose purpose) : Database(file), m_file(file), m_purpose(purpose)
{
    QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
    Opening opening = open();
    if (opening == Opening::Damaged && purpose == Purpose::Use) {
        close();
        putAside();
        opening = open();
    }
    m_open = opening == Opening::Done;
    m_inode = inodeOf(m_file);
    if (!m_open) close();
}

HistoryFile::~HistoryFile()
{
    close();
}

HistoryFile::Opening HistoryFile::open()
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

HistoryFile::Opening HistoryFile::checkAndMigrate()
{
    // The first read of the file: here it shows whether it is a database at all.
    QSqlQuery tables = asked(QStringLiteral("SELECT count(*) FROM sqlite_master"));
    if (!tables.next()) return openUnchanging(tables.lastError()) ? checkAndMigrate() : judge(tables.lastError());
    const bool isNew = tables.value(0).toInt() == 0;
    tables.finish();
    const int written = isNew ? 0 : version();
    if (written < 0) {
        return refuse(
            {{},
             {},
             {QT_TRANSLATE_NOOP("Message",
                                "%1 is a database of another program. Choose another file for the history."),
              {m_file}}});
    }
    if (!isNew && isDamaged()) return Opening::Damaged;
    if (written > newestVersion()) {
        return refuse({{},
                       {},
                       {QT_TRANSLATE_NOOP("Message", "%1 was written by a newer version of this program. Use "
                                                     "that version or choose another file."),
                        {m_file}}});
    }
    if (m_purpose == Purpose::Look)
        return written == newestVersion()
                   ? Opening::Done
                   : refuse(
                         {{},
                          {},
                          {QT_TRANSLATE_NOOP(
                               "Message", "%1 is no history of this version. Open it with the program once."),
                           {m_file}}});
    // A file on a medium that may only be read stays useful for looking things up: the first may fail there.
    run(QStringLiteral("PRAGMA journal_mode = WAL"));
    run(QStringLiteral("PRAGMA synchronous = NORMAL"));
    // Room for what a part of settling touches; the system's own copy of the file serves the rest, and memory stays as it is.
    run(QStringLiteral("PRAGMA cache_size = -12288"));
    run(QStringLiteral("PRAGMA wal_autocheckpoint = 8192"));
    // Not mapped into memory: there each page that is missed brings all that the system reads ahead with it, up to megabytes.
    run(QStringLiteral("PRAGMA mmap_size = 0"));
    return migrate(written);
}

/// On a medium that may only be read no file can be made beside the history, which SQLite wants for its write-ahead log: then
/// it is opened as a file that does not change, unless such a log was left over. False where that is not the case.
bool HistoryFile::openUnchanging(const QSqlError& error)
{
    const QString options = QStringLiteral("QSQLITE_OPEN_URI;QSQLITE_OPEN_READONLY");
    QSqlDatabase database = connection();
    const bool isRefused = codeOf(error) == CannotOpen || codeOf(error) == ReadOnly;
    if (!isRefused || database.connectOptions() == options || !QFile::exists(m_file) ||
        QFileInfo(m_file + QStringLiteral("-wal")).size() > 0)
        return false;
    database.close();
    const QByteArray path = QUrl::toPercentEncoding(QFileInfo(m_file).absoluteFilePath(), "/");
    database.setDatabaseName(QStringLiteral("file:%1?immutable=1").arg(QString::fromLatin1(path)));
    database.setConnectOptions(options);
    return database.open();
}

/// Small files are looked through each time, large ones when something has been found wrong with them.
bool HistoryFile::isDamaged()
{
    const QString suspected = m_file + suspectSuffix;
    if (QFileInfo(m_file).size() > checkedWhole && !QFile::exists(suspected)) return false;
    QSqlQuery check = asked(QStringLiteral("PRAGMA quick_check(1)"));
    if (!check.next()) {
        m_problem = explain(check.lastError());
        return codeOf(check.lastError()) == Corrupt;
    }
    const bool damaged = check.value(0).toString() != QLatin1String("ok");
    if (damaged) m_problem = {{}, {}, {meaning(Corrupt), {m_file, check.value(0).toString()}}};
    QFile::remove(suspected);
    return damaged;
}

HistoryFile::Opening HistoryFile::migrate(int from)
{
    for (int next = from + 1; next <= newestVersion(); ++next) {
        if (const auto error = run(QStringLiteral("BEGIN IMMEDIATE"))) return judge(*error);
        // A second program may have brought the file up to date while we waited for it.
        if (version() >= next) {
            run(QStringLiteral("ROLLBACK"));
            continue;
        }
        QStringList steps = migration(next);
        if (next == 1) {
            steps << QStringLiteral("PRAGMA application_id = %1").arg(firstApplicationId)
                  << QStringLiteral("PRAGMA user_version = 1");
        } else {
            steps << QStringLiteral("PRAGMA application_id = %1").arg(geoPackageId)
                  << QStringLiteral("PRAGMA user_version = %1").arg(geoPackageVersion)
                  << QStringLiteral("UPDATE store SET value = %1 WHERE key = 'version'").arg(next);
        }
        steps << QStringLiteral("COMMIT");
        for (const QString& step : steps) {
            if (const auto error = run(step)) {
                run(QStringLiteral("ROLLBACK"));
                return judge(*error);
            }
        }
    }
    return Opening::Done;
}

HistoryFile::Opening HistoryFile::refuse(city::Problem problem)
{
    m_problem = std::move(problem);
    return Opening::Refused;
}

HistoryFile::Opening HistoryFile::judge(const QSqlError& error)
{
    const int code = codeOf(error);
    m_problem = explain(error);
    // Once only: what was put in its place is not set aside again.
    const bool damaged = (code == Corrupt || code == NotADatabase) && m_setAside.isEmpty();
    return damaged ? Opening::Damaged : Opening::Refused;
}

void HistoryFile::close()
{
    connection().close();
}

bool HistoryFile::isLost() const
{
    return m_open && m_inode != std::pair<quint64, quint64>() && inodeOf(m_file) != m_inode;
}

bool HistoryFile::reopen()
{
    const bool isReplaced = QFile::exists(m_file);
    const QString anew = m_file + QStringLiteral(".anew");
    QFile::remove(anew);
    QString quoted = anew;
    quoted.replace(QLatin1Char('\''), QLatin1String("''"));
    const auto wrong = isReplaced ? std::nullopt : run(QStringLiteral("VACUUM INTO '%1'").arg(quoted));
    if (wrong) {
        m_problem = {{}, {}, {QT_TRANSLATE_NOOP("Message", "%1 was removed while it was in use and cannot be written anew (%2). What is learned is kept "
                                                           "only until this program ends."), {m_file, wrong->databaseText()}}};
        return false;
    }
    close();
    if (!isReplaced) {
        // A write-ahead log that was left over belongs to the removed file and must never be played into the new one.
        for (const char* suffix : {"-wal", "-shm"})
            QFile::remove(m_file + QLatin1String(suffix));
        QFile::rename(anew, m_file);
    }
    m_open = open() == Opening::Done;
    m_inode = inodeOf(m_file);
    if (m_open) m_problem = {{}, {}, {isReplaced ? replaced : removed, {m_file}}};
    return m_open;
}

void HistoryFile::putAside()
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

QTimeZone Database::zone(const QTimeZone& wanted) const
{
    if (auto made = prepared(QStringLiteral("INSERT INTO store (key, value) VALUES ('zone', ?) ON CONFLICT (key) DO NOTHING"))) {
        made.value().addBindValue(QString::fromLatin1(wanted.id()));
        made.value().exec(); // refused where it may only be read
    }
    QSqlQuery found = asked(QStringLiteral("SELECT value FROM store WHERE key = 'zone'"));
    const QTimeZone kept = found.next() ? QTimeZone(found.value(0).toByteArray()) : wanted;
    return kept.isValid() ? kept : QTimeZone::utc();
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

city::Problem HistoryFile::explain(const QSqlError& error) const
{
    if (codeOf(error) == Corrupt) {
        QFile suspect(m_file + suspectSuffix);
        if (!suspect.exists() && suspect.open(QIODevice::WriteOnly)) suspect.close();
    }
    return {{}, {}, {meaning(codeOf(error)), {m_file, error.databaseText()}}};
}

// Immediate: a second program that writes the same file is waited for here, not half-way through.
std::optional<QSqlError> HistoryFile::begin() const
{
    return run(QStringLiteral("BEGIN IMMEDIATE"));
}

std::optional<city::Problem> Database::transaction(const std::function<std::optional<city::Problem>()>& work) const
{
    if (const auto error = begin()) return explain(*error);
    auto problem = work();
    if (!problem) {
        const auto error = run(QStringLiteral("COMMIT"));
        if (!error) return std::nullopt;
        problem = explain(*error);
    }
    run(QStringLiteral("ROLLBACK"));
    return problem;
}

int HistoryFile::number(const QString& sql) const
{
    QSqlQuery query = asked(sql);
    return query.next() ? query.value(0).toInt() : 0;
}

/// 0 for a file that is being made, -1 for one that is no history of ours.
int HistoryFile::version() const
{
    if (number(QStringLiteral("SELECT count(*) FROM sqlite_master")) == 0) return 0;
    if (number(QStringLiteral("PRAGMA application_id")) == firstApplicationId)
        return number(QStringLiteral("PRAGMA user_version"));
    const QString ours = QStringLiteral("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name IN ('store', 'answer')");
    if (number(ours) < 2) return -1;
    return number(QStringLiteral("SELECT value FROM store WHERE key = 'version'"));
}

} // namespace history
