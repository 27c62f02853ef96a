// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/history/database.h"

#include <QVariantList>

namespace history {

/// One SQL statement, prepared at first use and kept. Used in the thread of its database, destroyed before it.
class Statement {
public:
    Statement(const Database& database, QString sql);

    /// Runs it with these values for its question marks. What is given stands before the first row and is valid
    /// until the next run; finish() it when rows are left unread.
    city::Result<QSqlQuery*> run(const QVariantList& values);

private:
    const Database& m_database;
    QString m_sql;
    std::optional<QSqlQuery> m_query;
};

} // namespace history
