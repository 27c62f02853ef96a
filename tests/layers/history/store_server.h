// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/history/shared/shared_schema.h"
#include "tests/support/postgres_server.h"

/// A server of its own for the tests of shared stores: it gives them one new store after the other.
class StoreServer : public PostgresServer {
public:
    /// Starts it, with one empty store that all others are copies of; false: said() tells why.
    bool begin()
    {
        if (m_isBegun) return true;
        const QString ready = QStringLiteral("ready");
        if (!start() || !sql(QStringLiteral("postgres"), QStringLiteral("CREATE DATABASE ready"))) return false;
        const auto made = history::makeSharedStore(url(ready), {}, QTimeZone::utc());
        if (!made) qWarning("%s", qPrintable(made.problem().toString()));
        m_isBegun = made.ok();
        return m_isBegun;
    }
    /// The name of a database with a store nobody has used yet.
    QString fresh()
    {
        const QString name = QStringLiteral("store%1").arg(++m_made);
        if (!sql(QStringLiteral("postgres"), QStringLiteral("CREATE DATABASE %1 TEMPLATE ready").arg(name)))
            qWarning("%s", qPrintable(said()));
        return name;
    }
    /// What a statement of the owner gives, as text.
    QString asked(const QString& database, const QString& statement)
    {
        return sql(database, statement) ? said() : QStringLiteral("failed: ") + said();
    }

private:
    int m_made = 0;
    bool m_isBegun = false;
};
