// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/history/backup.h"
#include "app/commands/command.h"
#include "app/commands/store_option.h"

#include <QCoreApplication>
#include <cstdio>

namespace app {

int runBackup(const QStringList& words)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("Command", "Copies a history file as it is at this moment, while "
                                               "programs may be writing it, and checks the copy."));
    parser.addOption(commandOption("store", QT_TRANSLATE_NOOP("Command", "History file."), "FILE"));
    parser.addOption(commandOption(
        "out", QT_TRANSLATE_NOOP("Command", "The new file; it must not be there yet."), "FILE"));
    int status = Done;
    if (!parseWords(parser, QStringLiteral("backup"), words, status)) return status;
    for (const char* needed : {"store", "out"})
        if (!parser.isSet(QLatin1String(needed)))
            return complain(
                QCoreApplication::translate("Command", "--%1 is missing.").arg(QLatin1String(needed)),
                WrongUsage);
    const auto written =
        history::backUp(parser.value(QStringLiteral("store")), parser.value(QStringLiteral("out")));
    if (!written) return complain(written.problem().toString(), Failed);
    std::printf("%s\n", qPrintable(QCoreApplication::translate("Command", "%1 bytes in %2")
                                       .arg(*written)
                                       .arg(parser.value(QStringLiteral("out")))));
    return Done;
}

} // namespace app
