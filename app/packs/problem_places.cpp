// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/problem_places.h"

#include <QFile>
#include <QHash>
#include <QRegularExpression>

namespace app {

namespace {

constexpr qint64 largest = 4 * 1024 * 1024; // what loadYaml reads

QList<QByteArray> linesOf(const QString& file)
{
    QFile source(file);
    return source.open(QIODevice::ReadOnly) ? source.read(largest).split('\n') : QList<QByteArray>();
}

} // namespace

void countColumnsInCharacters(Problems& problems)
{
    static const QRegularExpression form(QStringLiteral("^(.+):(\\d+):(\\d+)$"));
    QHash<QString, QList<QByteArray>> files;
    for (city::Problem& problem : problems) {
        const QRegularExpressionMatch match = form.match(problem.record);
        if (!match.hasMatch()) continue;
        const QString file = match.captured(1);
        if (!files.contains(file)) files.insert(file, linesOf(file));
        const QByteArray line = files.value(file).value(match.captured(2).toInt() - 1);
        const auto before = QString::fromUtf8(line.left(match.captured(3).toInt() - 1));
        const qsizetype characters = before.toUcs4().size();
        if (!line.isEmpty())
            problem.record = QStringLiteral("%1:%2:%3").arg(file, match.captured(2)).arg(characters + 1);
    }
}

} // namespace app
