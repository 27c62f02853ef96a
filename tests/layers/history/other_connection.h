// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

/// Runs one statement on a file as another program would: the first column of the first row, where it gives one; nothing when
/// it fails.
inline std::optional<QVariant> runOn(const QString& file, const QString& sql)
{
    std::optional<QVariant> answer;
    {
        QSqlDatabase other = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("other"));
        other.setDatabaseName(file);
        if (other.open()) {
            QSqlQuery query(other);
            if (query.exec(sql)) answer = query.next() ? query.value(0) : QVariant();
        }
    }
    QSqlDatabase::removeDatabase(QStringLiteral("other"));
    return answer;
}

/// The same of a statement that cannot fail.
inline QVariant askOn(const QString& file, const QString& sql)
{
    return runOn(file, sql).value_or(QVariant());
}
