// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/store_option.h"

#include "app/commands/command.h"
#include "app/shell/store_password.h"
#include "layers/history/shared/store_address.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <cstdio>

namespace app {

QCommandLineOption commandOption(const char* name, const char* about, const char* value)
{
    return {QLatin1String(name), QCoreApplication::translate("Command", about), QLatin1String(value)};
}

bool parseWords(QCommandLineParser& parser, const QString& verb, const QStringList& words, int& exitStatus)
{
    parser.addHelpOption();
    if (!parser.parse(QStringList{QStringLiteral("cityops ") + verb} + words)) {
        exitStatus = complain(parser.errorText(), WrongUsage);
        return false;
    }
    if (!parser.isSet(QStringLiteral("help"))) return true;
    // Qt's first line names the path of the program; people know it by its name and verb.
    const QString help = parser.helpText();
    std::printf("%s%s",
                qPrintable(QCoreApplication::translate("Options", "Usage: %1 [options]")
                               .arg(QStringLiteral("cityops ") + verb)),
                qPrintable(help.mid(help.indexOf(QLatin1Char('\n')))));
    exitStatus = Done;
    return false;
}

int complain(const QString& reason, int status)
{
    std::fprintf(stderr, "cityops: %s\n", qPrintable(reason));
    return status;
}

city::Result<std::unique_ptr<history::HistoryStore>> openHistory(const QString& file, const QTimeZone& zone)
{
    if (!history::isSharedStore(file) && !QFileInfo(file).isFile())
        return city::Problem{{}, {}, {QT_TRANSLATE_NOOP("Message", "There is no history file %1."), {file}}};
    auto store = std::make_unique<history::HistoryStore>(file, zone, storePassword(file));
    const auto opened = store->opened().result();
    if (!opened.ok()) return opened.problem();
    return store;
}

} // namespace app
