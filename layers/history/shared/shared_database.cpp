// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/shared/shared_database.h"

#include "layers/city/clock.h"
#include "layers/history/shared/postgres_driver.h"
#include "layers/history/shared/server_problem.h"
#include "layers/history/shared/shared_schema.h"
#include "layers/history/told.h"

#include <QDateTime>

namespace history {

namespace {

// What the advisory locks of the program begin with; the second number says what is locked.
constexpr int writing = 0x436f7073;
constexpr int oldestServer = 150'000;

} // namespace

SharedDatabase::SharedDatabase(const QString& url, QString password)
    : Database(url), m_password(std::move(password))
{
    const auto address = StoreAddress::read(url);
    if (!address) {
        m_problem = address.problem();
        m_name.clear(); // a password may stand in it
        return;
    }
    m_address = *address;
    m_name = m_address.name;
    QSqlDatabase::addDatabase(new PostgresDriver, m_connection);
    m_open = open();
}

SharedDatabase::~SharedDatabase()
{
    m_notifier.reset();
    connection().close();
}

PostgresDriver* SharedDatabase::driver() const
{
    return static_cast<PostgresDriver*>(connection().driver());
}

bool SharedDatabase::isLost() const
{
    return !m_address.url.isEmpty() && (!m_open || driver()->isLost());
}

city::Problem SharedDatabase::lose()
{
    if (m_open) m_problem = unreachable(m_name, driver()->errorOf(nullptr, QSqlError::ConnectionError));
    m_open = false;
    if (m_notifier) { // it may be what told us
        m_notifier->setEnabled(false);
        m_notifier.release()->deleteLater();
    }
    return m_problem;
}

bool SharedDatabase::reopen()
{
    if (m_address.url.isEmpty()) return false;
    m_notifier.reset();
    m_claims.clear();
    connection().close();
    m_open = open();
    return m_open;
}

bool SharedDatabase::open()
{
    QSqlDatabase database = connection();
    database.setDatabaseName(m_address.url);
    database.setPassword(m_password);
    if (!database.open()) {
        m_problem = driver()->wantsPassword() ? refusedPassword(m_name, database.lastError())
                                              : unreachable(m_name, database.lastError());
        return false;
    }
    if (auto problem = check()) {
        m_problem = *problem;
        database.close();
        return false;
    }
    preparePartitions();
    if (m_told) listen();
    return true;
}

std::optional<city::Problem> SharedDatabase::check()
{
    const int version = driver()->serverVersion();
    if (version < oldestServer) {
        return city::Problem{
            {},
            {},
            {QT_TRANSLATE_NOOP("Message",
                               "The server of %1 is PostgreSQL %2; 15 or newer is needed. Ask for a "
                               "newer server."),
             {m_name, QString::number(version / 10'000)}}};
    }
    return checkSchema();
}

std::optional<city::Problem> SharedDatabase::checkSchema()
{
    QSqlQuery schema = asked(QStringLiteral(
        "SELECT has_schema_privilege(oid, 'USAGE') FROM pg_namespace WHERE nspname = 'cityops'"));
    if (schema.lastError().isValid()) return explain(schema.lastError());
    if (!schema.next()) return schemaMissing(m_name);
    if (!schema.value(0).toBool()) return rightsMissing(m_name);
    QSqlQuery found = asked(QStringLiteral(
        "SELECT value, has_table_privilege('answer', 'INSERT') FROM store WHERE key = 'version'"));
    if (!found.next())
        return found.lastError().isValid() ? explain(found.lastError()) : schemaMissing(m_name);
    m_mayWrite = found.value(1).toBool();
    const int written = found.value(0).toInt();
    if (written < newestSharedVersion()) return schemaOld(m_name);
    if (written > newestSharedVersion()) return schemaNew(m_name);
    return std::nullopt;
}

std::optional<QSqlError> SharedDatabase::begin() const
{
    if (const auto error = run(QStringLiteral("BEGIN"))) return error;
    // One writer at a time, so that the log has one order for all who read it.
    const auto error = run(QStringLiteral("SELECT pg_advisory_xact_lock(%1, 0)").arg(writing));
    if (error) run(QStringLiteral("ROLLBACK"));
    return error;
}

city::Problem SharedDatabase::explain(const QSqlError& error) const
{
    m_wasBusy = m_wasBusy || isPassing(error);
    return serverProblem(m_name, error);
}

void SharedDatabase::watch(News told)
{
    m_told = std::move(told);
    if (m_open) listen();
}

void SharedDatabase::listen()
{
    run(QStringLiteral("LISTEN cityops"));
    m_notifier = std::make_unique<QSocketNotifier>(driver()->socket(), QSocketNotifier::Read);
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(), [this] { hear(); });
}

void SharedDatabase::hear()
{
    if (!m_notifier) return;
    StoreTold told;
    for (const QString& payload : driver()->notifications()) {
        told.notes = told.notes || payload == QLatin1String("note");
        told.alarms = told.alarms || payload == QLatin1String("alarms");
        const qint64 feed = payload.toLongLong();
        if (feed > 0 && !told.feeds.contains(feed)) told.feeds << feed;
    }
    told.isLost = driver()->isLost();
    if (told.isLost || told.notes || told.alarms || !told.feeds.isEmpty()) m_told(told);
}

city::Result<bool> SharedDatabase::claim(int kind, qint64 number)
{
    const QPair<int, qint64> key(kind, number);
    if (m_claims.contains(key)) return true;
    auto locked = prepared(QStringLiteral("SELECT pg_try_advisory_lock(?, ?)"));
    if (!locked) return locked.problem();
    QSqlQuery& query = locked.value();
    query.addBindValue(writing + kind);
    query.addBindValue(number);
    if (!query.exec() || !query.next()) return explain(query.lastError());
    const bool mine = query.value(0).toBool();
    if (mine) m_claims.insert(key);
    return mine;
}

void SharedDatabase::preparePartitions()
{
    if (!m_mayWrite) return;
    auto prepare = prepared(QStringLiteral("SELECT prepare_partitions(?)"));
    if (!prepare) return;
    const city::Instant now = city::SystemClock().now();
    for (const city::Instant moment : {now, now + std::chrono::hours(24 * 28)}) {
        prepare.value().addBindValue(stampOf(moment));
        prepare.value().exec(); // what goes wrong costs nothing but the tidiness: rows go to the rest
    }
}

} // namespace history
