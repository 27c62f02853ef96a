// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/dictionary.h"

#include <QVariant>

namespace history {

namespace {

QString numbering(const QString& table, const QStringList& columns)
{
    const QString comma = QStringLiteral(", ");
    QStringList marks;
    marks.fill(QStringLiteral("?"), columns.size());
    // The update changes nothing; without it a known row would not be returned.
    return QStringLiteral("INSERT INTO %1 (%2) VALUES (%3) ON CONFLICT (%2) DO UPDATE SET %4 = %1.%4 RETURNING id")
        .arg(table, columns.join(comma), marks.join(comma), columns.first());
}

} // namespace

Dictionary::Dictionary(const Database& database, const QString& table, const QStringList& columns)
    : m_number(database, numbering(table, columns))
{
}

city::Result<qint64> Dictionary::numberOf(const QVariantList& values)
{
    auto found = m_number.run(values);
    if (!found) return found.problem();
    QSqlQuery& row = *found.value();
    if (!row.next()) return city::Problem{{}, {}, {"%1", {row.lastError().databaseText()}}};
    const qint64 number = row.value(0).toLongLong();
    row.finish();
    return number;
}

} // namespace history
