// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/result.h"
#include "layers/history/dialect.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QString>
#include <QTimeZone>
#include <functional>
#include <optional>
#include <utility>

namespace history {

/// One connection to a history, and what it asks of the engine behind it. Used only in the thread that made it.
class Database {
public:
    virtual ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    bool isOpen() const { return m_open; }
    /// What people call it: the file, or the address without its secrets.
    const QString& name() const { return m_name; }
    /// Why it is not open.
    const city::Problem& problem() const { return m_problem; }
    /// Where a damaged predecessor was put; empty when there was none.
    virtual QString setAside() const { return {}; }
    /// Whether the server behind it is gone for now, or the file of that name is no longer the one in use. What was prepared
    /// is void then, until reopen().
    virtual bool isLost() const { return false; }
    /// Tries again, once; false when it is still not there.
    virtual bool reopen() { return m_open; }
    virtual const Dialect& dialect() const = 0;

    /// Where the days of the history begin at midnight: as written into it when it was made, from `wanted`.
    QTimeZone zone(const QTimeZone& wanted) const;

    QSqlDatabase connection() const { return QSqlDatabase::database(m_connection, false); }
    /// A forward-only query, prepared; the Problem says why it cannot be (a damaged schema, a missing table).
    city::Result<QSqlQuery> prepared(const QString& sql) const;
    /// Runs one statement without values; the error, if there was one.
    std::optional<QSqlError> run(const QString& sql) const;
    /// Runs `work` in one transaction, which is given up when it returns a Problem. Only one program writes at a time.
    std::optional<city::Problem> transaction(const std::function<std::optional<city::Problem>()>& work) const;
    /// What an error of this history means to a person, and what to do next.
    virtual city::Problem explain(const QSqlError& error) const = 0;

protected:
    explicit Database(QString name);
    /// Begins a transaction in which nobody else writes.
    virtual std::optional<QSqlError> begin() const = 0;
    QSqlQuery asked(const QString& sql) const;

    QString m_name;
    QString m_connection;
    city::Problem m_problem;
    bool m_open = false;
};

/// The history file: SQLite, its schema brought up to date by the migrations in resources/history.
class HistoryFile : public Database {
public:
    /// To use it, made, repaired and brought up to date where that is needed; or to look at one that is
    /// there, as it is.
    enum class Purpose { Use, Look };

    explicit HistoryFile(const QString& file, Purpose purpose = Purpose::Use);
    ~HistoryFile() override;

    QString setAside() const override { return m_setAside; }
    /// The file was removed, or another was put in its place.
    bool isLost() const override;
    /// Goes on in a file of that name: one that was removed is written anew with all it held, which can still be read, and one
    /// that was put in its place is used. problem() says what happened, also when that could not be done (false): then the
    /// removed one is used further. Nothing of it may be prepared meanwhile. Slow.
    bool reopen() override;
    const Dialect& dialect() const override { return sqliteDialect(); }
    /// A file found damaged is looked through when it is opened again.
    city::Problem explain(const QSqlError& error) const override;

private:
    enum class Opening { Done, Damaged, Refused };
    std::optional<QSqlError> begin() const override;
    Opening open();
    Opening checkAndMigrate();
    Opening migrate(int from);
    Opening refuse(city::Problem problem);
    Opening judge(const QSqlError& error);
    bool isDamaged();
    bool openUnchanging(const QSqlError& error);
    void close();
    void putAside();
    int number(const QString& sql) const;
    int version() const;

    QString m_file;
    Purpose m_purpose;
    QString m_setAside;
    std::pair<quint64, quint64> m_inode; ///< Device and number, of the file in use; zeroes: not known.
};

} // namespace history
