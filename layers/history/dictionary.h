// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/history/database.h"

#include <QVariantList>

namespace history {

/// One dictionary table: gives each value (a place, a unit) its number, adding it when it is new, even where another
/// program adds to the same file. Its statement is prepared at first use and kept. Used in the thread of its database.
class Dictionary {
public:
    /// `table` and `columns` are the program's own words, never data.
    Dictionary(const Database& database, QString table, QStringList columns);

    city::Result<qint64> numberOf(const QVariantList& values);

private:
    std::optional<city::Problem> prepare();
    static void bind(QSqlQuery& query, const QVariantList& values);

    const Database& m_database;
    QString m_table;
    QStringList m_columns;
    std::optional<QSqlQuery> m_number;
};

} // namespace history
