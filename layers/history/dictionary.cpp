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
    bind(*m_number, values);
    if (!m_number->exec() || !m_number->next()) return m_database.explain(m_number->lastError());
    const qint64 number = m_number->value(0).toLongLong();
    m_number->finish();
    return number;
}

std::optional<city::Problem> Dictionary::prepare()
{
    if (m_number) return std::nullopt;
    const QString comma = QStringLiteral(", ");
    QStringList marks;
    marks.fill(QStringLiteral("?"), m_columns.size());
    // The update changes nothing; without it a known row would not be returned.
    auto number = m_database.prepared(
        QStringLiteral("INSERT INTO %1 (%2) VALUES (%3) ON CONFLICT (%2) DO UPDATE SET %4 = %4 RETURNING id")
            .arg(m_table, m_columns.join(comma), marks.join(comma), m_columns.first()));
    if (!number) return number.problem();
    m_number = std::move(number.value());
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
