// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/backup.h"

#include "layers/history/database.h"

#include <QFile>
#include <QFileInfo>

namespace history {

namespace {

city::Problem problem(const char* text, const QString& file)
{
    return {{}, {}, {text, {file}}};
}

/// Whether a database file is whole from end to end; false for what is none. Slow.
bool isWhole(const QString& file)
{
    const QString connection = QStringLiteral("whole-") + file;
    bool whole = false;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection);
        database.setDatabaseName(file);
        database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_READONLY"));
        QSqlQuery check(database.open() ? database : QSqlDatabase());
        whole = check.exec(QStringLiteral("PRAGMA integrity_check(1)")) && check.next() &&
                check.value(0).toString() == QLatin1String("ok");
    }
    QSqlDatabase::removeDatabase(connection);
    return whole;
}

} // namespace

city::Result<qint64> backUp(const QString& file, const QString& target)
{
    if (!QFileInfo(file).isFile())
        return problem(QT_TRANSLATE_NOOP("Message", "There is no history file %1."), file);
    if (QFile::exists(target))
        return problem(QT_TRANSLATE_NOOP("Message", "%1 exists already. Choose another name."), target);
    const QString unfinished = target + QStringLiteral(".part");
    QFile::remove(unfinished);
    {
        const HistoryFile database(file, HistoryFile::Purpose::Look);
        if (!database.isOpen()) return database.problem();
        QString quoted = unfinished;
        quoted.replace(QLatin1Char('\''), QLatin1String("''"));
        // One reading transaction: writers go on meanwhile, and none of what they write is in the copy.
        if (const auto error = database.run(QStringLiteral("VACUUM INTO '%1'").arg(quoted))) {
            QFile::remove(unfinished);
            return database.explain(*error);
        }
    }
    const auto checked = isWhole(unfinished);
    if (!checked || !QFile::rename(unfinished, target)) {
        QFile::remove(unfinished);
        return problem(
            QT_TRANSLATE_NOOP("Message",
                              "%1 could not be written whole. Check that its disk is present and has room."),
            target);
    }
    return QFileInfo(target).size();
}

} // namespace history
