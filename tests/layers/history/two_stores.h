// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/layers/history/store_server.h"

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
        if (!isShared()) return m_folder.filePath(QStringLiteral("store%1.gpkg").arg(++m_made));
        if (!m_server.begin()) {
            qWarning("%s", qPrintable(m_server.said()));
            return {};
        }
        const QString name = m_server.fresh();
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
    QTemporaryDir m_folder;
    StoreServer m_server;
    int m_made = 0; ///< Files.
};

/// Skips the running test where there is no server to be had.
#define NEED_STORE(stores)                                                                                   \
    if (TwoStores::isShared() && !PostgresServer::missing().isEmpty())                                       \
    QSKIP(qPrintable(PostgresServer::missing()))
