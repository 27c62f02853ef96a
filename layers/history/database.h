// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/result.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QString>
#include <QTimeZone>
#include <functional>
#include <optional>

namespace history {

/// One SQLite connection to the history file, its schema brought up to date by the migrations in
/// resources/history. Used only in the thread that made it.
class Database {
public:
    /// To use it, made, repaired and brought up to date where that is needed; or to look at one that is
    /// there, as it is.
    enum class Purpose { Use, Look };

    explicit Database(QString file, Purpose purpose = Purpose::Use);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    bool isOpen() const { return m_open; }
    const QString& file() const { return m_file; }
    /// Why it is not open.
    const city::Problem& problem() const { return m_problem; }
    /// Where a damaged predecessor was put; empty when there was none.
    const QString& setAside() const { return m_setAside; }

    /// Where the days of the file begin at midnight: as written into it when it was made, from `wanted`.
    QTimeZone zone(const QTimeZone& wanted) const;

    QSqlDatabase connection() const { return QSqlDatabase::database(m_connection); }
    /// A forward-only query, prepared; the Problem says why it cannot be (a damaged schema, a missing table).
    city::Result<QSqlQuery> prepared(const QString& sql) const;
    /// Runs one statement without values; the error, if there was one.
    std::optional<QSqlError> run(const QString& sql) const;
    /// Runs `work` in one transaction, which is given up when it returns a Problem.
    std::optional<city::Problem> transaction(const std::function<std::optional<city::Problem>()>& work) const;
    /// What an error of this file means to a person, and what to do next. A file found damaged is looked
    /// through when it is opened again.
    city::Problem explain(const QSqlError& error) const;

private:
    enum class Opening { Done, Damaged, Refused };
    Opening open();
    Opening checkAndMigrate();
    Opening migrate(int from);
    Opening refuse(city::Problem problem);
    Opening judge(const QSqlError& error);
    bool isDamaged();
    void close();
    void putAside();
    QSqlQuery asked(const QString& sql) const;
    int number(const QString& sql) const;
    int version() const;

    QString m_file;
    Purpose m_purpose;
    QString m_connection;
    QString m_setAside;
    city::Problem m_problem;
    bool m_open = false;
};

/// Whether a database file is whole from end to end; false for what is none. Slow.
bool isWhole(const QString& file);

} // namespace history
