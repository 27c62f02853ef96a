// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlDriver>
#include <QSqlError>
#include <QStringList>
#include <vector>

struct pg_conn;
struct pg_result;

namespace history {

/// PostgreSQL under the SQL classes of Qt, so that the statements of the history run on it as they do on
/// SQLite. Made on libpq itself and not on Qt's own plugin: values travel beside the statement as parameters,
/// where the plugin writes them into its text; what several statements write is sent in one go; and URLs,
/// service files, password files and TLS are libpq's. Used in the thread that opened it.
class PostgresDriver : public QSqlDriver {
public:
    PostgresDriver() = default;
    ~PostgresDriver() override;

    /// `database` is a connection URL or string of libpq without a password.
    bool open(const QString& database, const QString& user, const QString& password, const QString& host,
              int port, const QString& options) override;
    void close() override;
    bool hasFeature(DriverFeature feature) const override;
    QSqlResult* createResult() const override;
    bool beginTransaction() override;
    bool commitTransaction() override;
    bool rollbackTransaction() override;

    /// The server is gone; only opening again helps.
    bool isLost() const;
    /// Opening failed for want of a password, or of the right one.
    bool wantsPassword() const { return m_wantsPassword; }
    int serverVersion() const;
    /// The socket to watch for what the server tells by itself; -1 when closed.
    int socket() const;
    /// The payloads of all notifications that came since the last call.
    QStringList notifications();

    pg_conn* connection() const { return m_connection; }
    /// Runs a prepared statement. Inside a transaction one that hands back nothing (`isSilent`) is only sent:
    /// the server is not waited for until the next that is not silent, which also tells if one before it went
    /// wrong. Null: it was only sent.
    pg_result* execute(const QByteArray& name, const std::vector<const char*>& values, bool isSilent) const;
    /// Waits for what was only sent; the first that went wrong, or null. To be cleared by the caller.
    pg_result* finishSent() const;
    /// A name for the next prepared statement.
    QByteArray nextName() const { return 's' + QByteArray::number(++m_names); }

    /// What went wrong, with the server's SQLSTATE as native code. What the server did not say itself is
    /// libpq's word that the connection is of no use any more: "08006". `result` may be null.
    QSqlError errorOf(const pg_result* result, QSqlError::ErrorType type) const;

private:
    bool run(const char* statement);

    pg_conn* m_connection = nullptr;
    bool m_wantsPassword = false;
    mutable bool m_isBroken = false; ///< libpq may notice it only when it reads again.
    mutable int m_sent = 0;          ///< Statements not waited for.
    mutable int m_names = 0;
};

} // namespace history
