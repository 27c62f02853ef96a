// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/history/database.h"
#include "layers/history/shared/store_address.h"

#include <QSocketNotifier>
#include <QStringList>
#include <memory>
#include <utility>

namespace history {

class PostgresDriver;

/// What the server told by itself.
struct StoreTold {
    QList<qint64> feeds; ///< Pictures of them were added; their numbers.
    bool notes = false;  ///< Notes changed.
    bool alarms = false; ///< Alarms changed, or somebody asked for that.
    bool isLost = false; ///< The connection broke.
};

/// A history on PostgreSQL with PostGIS, shared by collectors and desks. `cityops store init` makes its
/// schema; this opens it, never changes it, and says what is missing. A connection that breaks is noticed at
/// the next statement or, where watch() is on, at once.
class SharedDatabase : public Database {
public:
    SharedDatabase(const QString& url, QString password);
    ~SharedDatabase() override;

    bool isLost() const override;
    bool reopen() override;
    const Dialect& dialect() const override { return postgresDialect(); }
    city::Problem explain(const QSqlError& error) const override;

    /// Once it is lost: closes what is left of it. Why it is.
    city::Problem lose();
    /// Whether what went wrong since the last call may go well another time: the server was busy, or out of
    /// something.
    bool takeBusy() { return std::exchange(m_wasBusy, false); }
    /// Whether this user may add to the store.
    bool mayWrite() const { return m_mayWrite; }
    /// From now on, also after reopen(), `told` is called in this thread.
    using News = std::function<void(const StoreTold&)>;
    void watch(News told);
    /// To be called after every use: news that came between the answers of the server.
    void hear();
    /// Tries to take something only one program of all may have, until the connection ends; true also when it
    /// has it already. `number` is the program's own.
    city::Result<bool> claim(int kind, qint64 number);
    /// Makes the partitions for this month and the next where this user may; others find them made.
    void preparePartitions();

private:
    std::optional<QSqlError> begin() const override;
    bool open();
    std::optional<city::Problem> check();
    std::optional<city::Problem> checkSchema();
    void listen();
    PostgresDriver* driver() const;

    StoreAddress m_address;
    QString m_password;
    News m_told;
    std::unique_ptr<QSocketNotifier> m_notifier;
    QSet<QPair<int, qint64>> m_claims;
    bool m_mayWrite = false;
    mutable bool m_wasBusy = false;
};

} // namespace history
