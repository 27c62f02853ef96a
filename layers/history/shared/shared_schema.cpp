// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/shared/shared_schema.h"

#include "layers/history/shared/postgres_driver.h"
#include "layers/history/shared/server_problem.h"
#include "layers/history/shared/store_address.h"

#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

namespace history {

namespace {

QStringList files()
{
    return QDir(QStringLiteral(":/history/postgres"))
        .entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
}

QString statementsOf(int version)
{
    QFile file(QStringLiteral(":/history/postgres/") + files().at(version - 1));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// One connection for as long as it lives.
struct Session {
    explicit Session(const QString& store) : name(store)
    {
        QSqlDatabase::addDatabase(new PostgresDriver, connection);
    }
    ~Session()
    {
        QSqlDatabase::database(connection, false).close();
        QSqlDatabase::removeDatabase(connection);
    }
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    QSqlDatabase database() const { return QSqlDatabase::database(connection, false); }
    std::optional<QSqlError> run(const QString& sql) const
    {
        QSqlQuery query(database());
        return query.exec(sql) ? std::nullopt : std::optional(query.lastError());
    }

    const QString name;
    const QString connection = QStringLiteral("shared-schema-%1").arg(reinterpret_cast<quintptr>(this));
};

/// 0 without one.
city::Result<int> versionOf(const Session& session)
{
    QSqlQuery table(session.database());
    if (!table.exec(QStringLiteral("SELECT to_regclass('cityops.store') IS NOT NULL")) || !table.next())
        return serverProblem(session.name, table.lastError());
    if (!table.value(0).toBool()) return 0;
    QSqlQuery version(session.database());
    if (!version.exec(QStringLiteral("SELECT value FROM cityops.store WHERE key = 'version'")))
        return serverProblem(session.name, version.lastError());
    return version.next() ? version.value(0).toInt() : 0;
}

std::optional<city::Problem> begin(const Session& session)
{
    for (const char* step :
         {"BEGIN", "SELECT pg_advisory_xact_lock(1131376755, 2)", "CREATE SCHEMA IF NOT EXISTS cityops"}) {
        if (const auto error = session.run(QLatin1String(step))) return serverProblem(session.name, *error);
    }
    if (const auto error =
            session.run(QStringLiteral("CREATE EXTENSION IF NOT EXISTS postgis SCHEMA public")))
        return postgisMissing(session.name, *error);
    return std::nullopt;
}

std::optional<city::Problem> finish(const Session& session, int from, const QTimeZone& zone)
{
    QSqlQuery set(session.database());
    set.prepare(QStringLiteral("INSERT INTO store (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET "
                               "value = excluded.value"));
    QList<QPair<QString, QString>> values{
        {QStringLiteral("version"), QString::number(newestSharedVersion())}};
    if (from == 0)
        values << QPair{QStringLiteral("zone"), QString::fromLatin1(zone.id())}
               << QPair{QStringLiteral("settled"), QStringLiteral("0")};
    for (const auto& [key, value] : values) {
        set.addBindValue(key);
        set.addBindValue(value);
        if (!set.exec()) return serverProblem(session.name, set.lastError());
    }
    if (const auto error = session.run(QStringLiteral("COMMIT"))) return serverProblem(session.name, *error);
    return std::nullopt;
}

} // namespace

int newestSharedVersion()
{
    return static_cast<int>(files().size());
}

city::Result<int> makeSharedStore(const QString& url, const QString& password, const QTimeZone& zone)
{
    const auto address = StoreAddress::read(url);
    if (!address) return address.problem();
    const Session session(address->name);
    QSqlDatabase database = session.database();
    database.setDatabaseName(address->url);
    database.setPassword(password);
    if (!database.open()) return unreachable(session.name, database.lastError());
    if (auto problem = begin(session)) return *problem;
    const auto written = versionOf(session);
    if (!written) return written;
    if (*written > newestSharedVersion()) return schemaNew(session.name);
    for (int next = *written + 1; next <= newestSharedVersion(); ++next) {
        if (const auto error = session.run(statementsOf(next))) return serverProblem(session.name, *error);
    }
    if (auto problem = finish(session, *written, zone)) return *problem;
    return newestSharedVersion();
}

} // namespace history
