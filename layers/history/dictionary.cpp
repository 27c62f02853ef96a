// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/dictionary.h"

#include <QVariant>

namespace history {

Dictionary::Dictionary(const Database& database, QString table, QStringList columns)
    : m_database(database), m_table(std::move(table)), m_columns(std::move(columns))
{
}

city::Result<qint64> Dictionary::numberOf(const QVariantList& values)
{
    if (const auto problem = prepare()) return *problem;
    bind(*m_find, values);
    if (!m_find->exec()) return m_database.explain(m_find->lastError());
    const bool found = m_find->next();
    const qint64 number = found ? m_find->value(0).toLongLong() : 0;
    m_find->finish();
    if (found) return number;

    bind(*m_add, values);
    if (!m_add->exec()) return m_database.explain(m_add->lastError());
    return static_cast<qint64>(m_add->lastInsertId().toLongLong());
}

std::optional<city::Problem> Dictionary::prepare()
{
    if (m_find) return std::nullopt;
    QStringList conditions, marks;
    for (const QString& column : m_columns) {
        conditions << column + QStringLiteral(" = ?");
        marks << QStringLiteral("?");
    }
    auto find = m_database.prepared(
        QStringLiteral("SELECT id FROM %1 WHERE %2").arg(m_table, conditions.join(QStringLiteral(" AND "))));
    if (!find) return find.problem();
    const QString comma = QStringLiteral(", ");
    auto add = m_database.prepared(QStringLiteral("INSERT INTO %1 (%2) VALUES (%3)")
                                       .arg(m_table, m_columns.join(comma), marks.join(comma)));
    if (!add) return add.problem();
    m_find = std::move(find.value());
    m_add = std::move(add.value());
    return std::nullopt;
}

void Dictionary::bind(QSqlQuery& query, const QVariantList& values)
{
    for (const QVariant& value : values) {
        // A null QString would become NULL, which no column takes; it stands for an empty text.
        const bool nullText = value.typeId() == QMetaType::QString && value.toString().isNull();
        query.addBindValue(nullText ? QVariant(QStringLiteral("")) : value);
    }
}

} // namespace history
