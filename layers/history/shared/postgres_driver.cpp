// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/shared/postgres_driver.h"

#include "layers/history/shared/postgres_result.h"

#include <QSqlError>
#include <libpq-fe.h>

namespace history {

namespace {

/// What stands before the address may be set otherwise by it; what stands behind may not. A server that is
/// gone without a word is noticed within half a minute, on both sides: the server then frees the locks of a
/// collector.
struct Words {
    std::vector<const char*> names, values;

    void add(const char* name, const char* value)
    {
        names.push_back(name);
        values.push_back(value);
    }
};

constexpr int mostSent = 200; ///< Statements; what the server says to them has room in any socket.

constexpr const char* session =
    "-c search_path=cityops,public -c client_min_messages=warning -c lock_timeout=20s "
    "-c statement_timeout=120s -c idle_in_transaction_session_timeout=60s "
    "-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3";

void ignoreNotice(void*, const PGresult*) {}

} // namespace

QSqlError PostgresDriver::errorOf(const pg_result* result, QSqlError::ErrorType type) const
{
    const char* state = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
    const char* primary = result ? PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY) : nullptr;
    m_isBroken = m_isBroken || !state || PQstatus(m_connection) == CONNECTION_BAD;
    const QString code = m_isBroken ? QStringLiteral("08006") : QString::fromLatin1(state);
    const QString text = QString::fromUtf8(primary ? primary : PQerrorMessage(m_connection)).simplified();
    return {QStringLiteral("PostgreSQL"), text, type, code};
}

PostgresDriver::~PostgresDriver()
{
    close();
}

bool PostgresDriver::open(const QString& database, const QString&, const QString& password, const QString&,
                          int, const QString&)
{
    close();
    const QByteArray address = database.toUtf8(), secret = password.toUtf8();
    Words words;
    words.add("connect_timeout", "5");
    words.add("application_name", "cityops");
    words.add("keepalives_idle", "10");
    words.add("keepalives_interval", "5");
    words.add("keepalives_count", "3");
    words.add("tcp_user_timeout", "20000");
    words.add("dbname", address.constData());
    words.add("client_encoding", "UTF8");
    words.add("options", session);
    if (!secret.isEmpty()) words.add("password", secret.constData());
    words.add(nullptr, nullptr);
    m_connection = PQconnectdbParams(words.names.data(), words.values.data(), 1);
    m_wantsPassword = PQconnectionNeedsPassword(m_connection) || PQconnectionUsedPassword(m_connection);
    if (PQstatus(m_connection) != CONNECTION_OK) {
        setLastError(errorOf(nullptr, QSqlError::ConnectionError));
        setOpenError(true);
        close();
        return false;
    }
    PQsetNoticeReceiver(m_connection, ignoreNotice, nullptr);
    setOpen(true);
    setOpenError(false);
    return true;
}

void PostgresDriver::close()
{
    if (m_connection) PQfinish(m_connection);
    m_connection = nullptr;
    m_sent = 0;
    m_isBroken = false;
    setOpen(false);
}

bool PostgresDriver::hasFeature(DriverFeature feature) const
{
    switch (feature) {
    case Transactions:
    case QuerySize:
    case Unicode:
    case PreparedQueries:
    case PositionalPlaceholders:
        return true;
    default:
        return false;
    }
}

QSqlResult* PostgresDriver::createResult() const
{
    return new PostgresResult(this);
}

pg_result* PostgresDriver::execute(const QByteArray& name, const std::vector<const char*>& values,
                                   bool isSilent) const
{
    const int count = static_cast<int>(values.size());
    const bool isOnlySent = isSilent && PQtransactionStatus(m_connection) != PQTRANS_IDLE;
    if (m_sent == 0 && !isOnlySent)
        return PQexecPrepared(m_connection, name.constData(), count, values.data(), nullptr, nullptr, 0);
    if (m_sent == 0) PQenterPipelineMode(m_connection);
    ++m_sent;
    if (!PQsendQueryPrepared(m_connection, name.constData(), count, values.data(), nullptr, nullptr, 0))
        return finishSent();
    return isOnlySent && m_sent < mostSent ? nullptr : finishSent();
}

pg_result* PostgresDriver::finishSent() const
{
    if (m_sent == 0) return nullptr;
    m_sent = 0;
    PQpipelineSync(m_connection);
    PGresult* last = nullptr;
    bool isWrong = false;
    for (;;) {
        PGresult* one = PQgetResult(m_connection);
        if (!one) { // between two statements, or the connection is gone
            if (PQstatus(m_connection) == CONNECTION_BAD) break;
            continue;
        }
        const ExecStatusType status = PQresultStatus(one);
        if (status == PGRES_PIPELINE_SYNC) {
            PQclear(one);
            break;
        }
        if (isWrong) {
            PQclear(one);
            continue;
        }
        PQclear(last);
        last = one;
        isWrong = status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK;
    }
    PQexitPipelineMode(m_connection);
    return last;
}

bool PostgresDriver::run(const char* statement)
{
    if (!m_connection) return false;
    PQclear(finishSent());
    PGresult* result = PQexec(m_connection, statement);
    const bool done = PQresultStatus(result) == PGRES_COMMAND_OK;
    if (!done) setLastError(errorOf(result, QSqlError::TransactionError));
    PQclear(result);
    return done;
}

bool PostgresDriver::beginTransaction()
{
    return run("BEGIN");
}

bool PostgresDriver::commitTransaction()
{
    return run("COMMIT");
}

bool PostgresDriver::rollbackTransaction()
{
    return run("ROLLBACK");
}

bool PostgresDriver::isLost() const
{
    return !m_connection || m_isBroken || PQstatus(m_connection) == CONNECTION_BAD;
}

int PostgresDriver::serverVersion() const
{
    return m_connection ? PQserverVersion(m_connection) : 0;
}

int PostgresDriver::socket() const
{
    return m_connection ? PQsocket(m_connection) : -1;
}

QStringList PostgresDriver::notifications()
{
    QStringList payloads;
    if (!m_connection) return payloads;
    PQconsumeInput(m_connection); // a connection that is gone shows itself in isLost()
    while (PGnotify* one = PQnotifies(m_connection)) {
        payloads << QString::fromUtf8(one->extra);
        PQfreemem(one);
    }
    return payloads;
}

} // namespace history
