// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/statement.h"

namespace history {

Statement::Statement(const Database& database, QString sql) : m_database(database), m_sql(std::move(sql)) {}

city::Result<QSqlQuery*> Statement::run(const QVariantList& values)
{
    if (!m_query) {
        auto prepared = m_database.prepared(m_sql);
        if (!prepared) return prepared.problem();
        m_query = std::move(prepared.value());
    }
    m_query->finish();
    for (const QVariant& value : values) {
        // A null QString would become NULL; it stands for an empty text.
        const bool nullText = value.typeId() == QMetaType::QString && value.toString().isNull();
        m_query->addBindValue(nullText ? QVariant(QStringLiteral("")) : value);
    }
    if (!m_query->exec()) return m_database.explain(m_query->lastError());
    return &*m_query;
}

} // namespace history
