// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/shared/postgres_result.h"

#include <QRegularExpression>
#include <QSqlError>
#include <QSqlRecord>
#include <QVariant>
#include <charconv>
#include <libpq-fe.h>

namespace history {

namespace {

// The server's numbers for its types.
enum Type { Bool = 16, Int8 = 20, Int2 = 21, Int4 = 23, Oid = 26, Float4 = 700, Float8 = 701 };

/// "a = ? AND b = ?" to "a = $1 AND b = $2"; those that have numbers ("?1") keep them.
QByteArray numbered(const QString& query)
{
    const QByteArray text = query.toUtf8();
    QByteArray sql;
    bool quoted = false;
    int parameters = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '\'') quoted = !quoted;
        if (text[i] != '?' || quoted) {
            sql += text[i];
            continue;
        }
        sql += '$';
        const bool hasNumber = i + 1 < text.size() && text[i + 1] >= '0' && text[i + 1] <= '9';
        if (!hasNumber) sql += QByteArray::number(++parameters);
    }
    return sql;
}

QByteArray shortest(double number)
{
    char text[40];
    const auto end = std::to_chars(text, text + sizeof text, number).ptr;
    return {text, end - text};
}

/// As PostgreSQL reads a value of whatever type stands in its place.
QByteArray textOf(const QVariant& value)
{
    switch (value.typeId()) {
    case QMetaType::Double:
    case QMetaType::Float:
        return shortest(value.toDouble());
    case QMetaType::QByteArray:
        return value.toByteArray();
    case QMetaType::Bool:
        return value.toBool() ? "t" : "f";
    default:
        // No text of PostgreSQL holds a zero.
        return value.toString().replace(QChar(u'\0'), QChar(QChar::ReplacementCharacter)).toUtf8();
    }
}

} // namespace

PostgresResult::PostgresResult(const PostgresDriver* driver) : QSqlResult(driver), m_driver(driver) {}

PostgresResult::~PostgresResult()
{
    clear();
    if (m_statement.isEmpty() || m_driver->isLost()) return;
    PQclear(m_driver->finishSent());
    PQclear(PQexec(m_driver->connection(), ("DEALLOCATE " + m_statement).constData()));
}

void PostgresResult::clear()
{
    PQclear(m_result);
    m_result = nullptr;
    setActive(false);
    setAt(QSql::BeforeFirstRow);
}

bool PostgresResult::prepare(const QString& query)
{
    clear();
    if (!m_driver->connection() || !finishSent()) return false;
    m_statement = m_driver->nextName();
    static const QRegularExpression writing(QStringLiteral("^(INSERT|UPDATE|DELETE)\\b"));
    m_isSilent = writing.match(query).hasMatch() && !query.contains(QLatin1String("RETURNING"));
    PGresult* result =
        PQprepare(m_driver->connection(), m_statement.constData(), numbered(query).constData(), 0, nullptr);
    const bool done = PQresultStatus(result) == PGRES_COMMAND_OK;
    if (!done) {
        setLastError(m_driver->errorOf(result, QSqlError::StatementError));
        m_statement.clear();
    }
    PQclear(result);
    return done;
}

bool PostgresResult::exec()
{
    clear();
    if (!m_driver->connection()) return false;
    std::vector<QByteArray> texts;
    std::vector<const char*> values;
    const auto& bound = boundValues();
    texts.reserve(static_cast<std::size_t>(bound.size()));
    for (const QVariant& one : bound) {
        texts.push_back(one.isNull() ? QByteArray() : textOf(one));
        values.push_back(one.isNull() ? nullptr : texts.back().constData());
    }
    PGresult* result = m_driver->execute(m_statement, values, m_isSilent);
    if (result) return take(result);
    setLastError(QSqlError());
    setSelect(false);
    setActive(true);
    return true;
}

/// Of statements that were only sent, before one that needs the connection for itself.
bool PostgresResult::finishSent()
{
    PGresult* result = m_driver->finishSent();
    const ExecStatusType status = PQresultStatus(result);
    const bool isGood = !result || status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
    if (!isGood) setLastError(m_driver->errorOf(result, QSqlError::StatementError));
    PQclear(result);
    return isGood && !m_driver->isLost();
}

bool PostgresResult::reset(const QString& query)
{
    clear();
    if (!m_driver->connection()) return false;
    const bool endsAnyway = query == QLatin1String("ROLLBACK");
    if (!finishSent() && !endsAnyway) return false;
    if (!take(PQexec(m_driver->connection(), query.toUtf8().constData()))) return false;
    // A transaction in which something failed is given up without an error.
    const bool isGivenUp =
        query == QLatin1String("COMMIT") && qstrcmp(PQcmdStatus(m_result), "ROLLBACK") == 0;
    if (isGivenUp)
        setLastError(QSqlError(QStringLiteral("PostgreSQL"), query, QSqlError::TransactionError,
                               QStringLiteral("40000")));
    return !isGivenUp;
}

bool PostgresResult::take(pg_result* result)
{
    m_result = result;
    const ExecStatusType status = PQresultStatus(result);
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) {
        setLastError(m_driver->errorOf(result, QSqlError::StatementError));
        clear();
        return false;
    }
    setLastError(QSqlError());
    setSelect(status == PGRES_TUPLES_OK);
    setActive(true);
    return true;
}

bool PostgresResult::fetch(int row)
{
    if (row < 0 || row >= size()) {
        setAt(QSql::AfterLastRow);
        return false;
    }
    setAt(row);
    return true;
}

QVariant PostgresResult::data(int column)
{
    if (isNull(column)) return {};
    const char* text = PQgetvalue(m_result, at(), column);
    const int length = PQgetlength(m_result, at(), column);
    switch (PQftype(m_result, column)) {
    case Int2:
    case Int4:
    case Int8:
    case Oid: {
        qint64 number = 0;
        std::from_chars(text, text + length, number);
        return number;
    }
    case Float4:
    case Float8:
        return QByteArray::fromRawData(text, length).toDouble();
    case Bool:
        return *text == 't';
    default:
        return QString::fromUtf8(text, length);
    }
}

bool PostgresResult::isNull(int column)
{
    return !m_result || at() < 0 || at() >= size() || column < 0 || column >= PQnfields(m_result) ||
           PQgetisnull(m_result, at(), column);
}

int PostgresResult::size()
{
    return m_result && isSelect() ? PQntuples(m_result) : -1;
}

int PostgresResult::numRowsAffected()
{
    return m_result ? QByteArray(PQcmdTuples(m_result)).toInt() : -1;
}

} // namespace history
