// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/history/shared/shared_schema.h"
#include "tests/support/postgres_server.h"

#include <QTest>

/// Every test of a class runs on both kinds of store: in a file and on a server. In the class:
///     void initTestCase_data() { TwoStores::rows(); }
///     void init() { NEED_STORE(m_stores); }
/// and then `m_stores.fresh()` is a new store of the kind whose turn it is.
class TwoStores {
public:
    static void rows()
    {
        QTest::addColumn<QString>("store");
        QTest::newRow("file") << QStringLiteral("file");
        QTest::newRow("shared") << QStringLiteral("shared");
    }
    static bool isShared()
    {
        QFETCH_GLOBAL(QString, store);
        return store == QLatin1String("shared");
    }

    /// The name of a store nobody has used yet; `zone`: of a shared one.
    QString fresh(const QTimeZone& zone = QTimeZone::utc())
    {
        const QString name = QStringLiteral("store%1").arg(++m_made);
        if (!isShared()) return m_folder.filePath(name + QStringLiteral(".gpkg"));
        if (!begun()) return {};
        if (!m_server.sql(QStringLiteral("postgres"),
                          QStringLiteral("CREATE DATABASE %1 TEMPLATE ready").arg(name)))
            qWarning("%s", qPrintable(m_server.said()));
        if (zone != QTimeZone::utc())
            m_server.sql(name, QStringLiteral("UPDATE cityops.store SET value = '%1' WHERE key = 'zone'")
                                   .arg(QString::fromLatin1(zone.id())));
        return m_server.url(name);
    }
    /// The rows of a table of a shared store that fresh() gave.
    int count(const QString& store, const QString& table)
    {
        const QString database = store.section(QLatin1Char('/'), 3, 3).section(QLatin1Char('?'), 0, 0);
        return m_server.sql(database, QStringLiteral("SELECT count(*) FROM ") + table)
                   ? m_server.said().toInt()
                   : -1;
    }
    /// A server that runs; the rows of `isShared`.
    PostgresServer& server() { return m_server; }

private:
    bool begun()
    {
        if (m_isBegun) return true;
        const QString ready = QStringLiteral("ready");
        m_isBegun = m_server.start() &&
                    m_server.sql(QStringLiteral("postgres"), QStringLiteral("CREATE DATABASE ready"));
        if (!m_isBegun) qWarning("%s", qPrintable(m_server.said()));
        const auto made = history::makeSharedStore(m_server.url(ready), {}, QTimeZone::utc());
        if (!made) qWarning("%s", qPrintable(made.problem().toString()));
        m_isBegun = m_isBegun && made;
        return m_isBegun;
    }

    QTemporaryDir m_folder;
    PostgresServer m_server;
    int m_made = 0;
    bool m_isBegun = false;
};

/// Skips the running test where there is no server to be had.
#define NEED_STORE(stores)                                                                                   \
    if (TwoStores::isShared() && !PostgresServer::missing().isEmpty())                                       \
    QSKIP(qPrintable(PostgresServer::missing()))
