// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/migrations.h"

#include <QDir>
#include <QFile>

namespace history {

namespace {

QStringList files()
{
    return QDir(QStringLiteral(":/history")).entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name);
}

} // namespace

int newestVersion()
{
    return static_cast<int>(files().size());
}

QStringList migration(int version)
{
    QFile file(QStringLiteral(":/history/") + files().at(version - 1));
    if (!file.open(QIODevice::ReadOnly)) return {};
    QStringList statements;
    QString statement;
    for (const QString& line : QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'))) {
        if (line.startsWith(QLatin1String("--"))) continue;
        statement += line + QLatin1Char('\n');
        if (!line.endsWith(QLatin1Char(';'))) continue;
        statements << statement.trimmed();
        statement.clear();
    }
    return statements;
}

} // namespace history
