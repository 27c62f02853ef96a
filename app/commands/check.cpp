// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/packs/pack.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <algorithm>
#include <cstdio>

namespace app {

namespace {

void print(std::FILE* to, const QString& line)
{
    std::fprintf(to, "%s\n", line.toUtf8().constData());
}

QString helpText()
{
    return QCoreApplication::translate(
        "Command", "Usage: cityops check PACK...\n\n"
                   "Reads each pack (a folder with pack.yaml) as the program would and names "
                   "every mistake in it, one a line, as\n"
                   "file:line:column: what is wrong, what was expected. Nothing is fetched.\n\n"
                   "Exit status: 0 all packs are good, 1 there are mistakes, 2 wrong usage.");
}

/// Reads one pack and says how it is.
ExitStatus checkPack(const QString& folder)
{
    if (!QFileInfo(folder).isDir()) {
        print(stderr, QCoreApplication::translate("Command", "%1: there is no such folder").arg(folder));
        return Failed;
    }
    const PackReading reading = readPack(folder, resourceFolder());
    for (const city::Problem& problem : reading.problems)
        print(stdout, problem.toString().simplified());
    if (!reading.pack) {
        print(stdout, QCoreApplication::translate("Command", "%1: %2 problems")
                          .arg(folder)
                          .arg(reading.problems.size()));
        return Failed;
    }
    print(stdout, QCoreApplication::translate("Command", "%1: ok, %2 feeds, %3 layers, %4 dashboards")
                      .arg(folder)
                      .arg(reading.pack->feeds.size())
                      .arg(reading.pack->layers.size())
                      .arg(reading.pack->dashboards.size()));
    return Done;
}

} // namespace

int runCheck(const QStringList& words)
{
    if (words.contains(QStringLiteral("--help")) || words.contains(QStringLiteral("-h"))) {
        print(stdout, helpText());
        return Done;
    }
    for (const QString& word : words) {
        if (!word.startsWith(QLatin1Char('-'))) continue;
        print(stderr, QCoreApplication::translate("Command", "check: unknown option %1").arg(word));
        return WrongUsage;
    }
    if (words.isEmpty()) {
        print(stderr, helpText());
        return WrongUsage;
    }
    int worst = Done;
    for (const QString& folder : words)
        worst = std::max<int>(worst, checkPack(folder));
    return worst;
}

} // namespace app
