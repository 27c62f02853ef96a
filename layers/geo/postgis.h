// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/result.h"
#include "layers/city/time.h"

#include <QByteArray>

namespace geo {

/// What is asked of a table of a PostgreSQL database. All of it may come from a pack: nothing of it becomes part of
/// a statement unquoted.
struct TableQuestion {
    QString host;
    int port = 5432;
    QString database, user, password;
    QString table;     ///< "name" or "schema.name".
    QString updated;   ///< A column that grows with every change of a row; empty: all rows are read each time.
    QString since;     ///< Rows whose `updated` is greater; as TableRows::newest said. Empty: all.
    int most = 100'000; ///< Rows.
    qint64 mostBytes = 64LL << 20;
    city::Duration timeout{20'000}; ///< Of each statement, and of connecting.
};

struct TableRows {
    QByteArray geoJson; ///< A FeatureCollection in WGS 84: columns as properties, times in ISO 8601.
    int count = 0;
    QString newest; ///< The greatest `updated` read, in the database's own words; empty without that column.
};

/// Reads rows in a transaction that cannot write. More rows than `most` are a Problem, except with `updated`: then
/// the oldest are read, and the others the next time. Slow; any thread.
city::Result<TableRows> readTable(const TableQuestion& question);

} // namespace geo
