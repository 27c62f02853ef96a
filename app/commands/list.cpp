// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"

#include <QCoreApplication>
#include <QDir>

namespace app {

const QList<Command>& commands()
{
    using Needs = Command::Needs;
    static const QList<Command> list{
        {"check", QT_TRANSLATE_NOOP("Command", "Check packs and name every mistake with its place"),
         Needs::Core, runCheck},
        {"decode", QT_TRANSLATE_NOOP("Command", "Print the facts in a payload, one JSON object a line"),
         Needs::Core, runDecode},
        {"propose", QT_TRANSLATE_NOOP("Command", "Print the YAML of a feed that would read a payload"),
         Needs::Core, runPropose},
        {"collect", QT_TRANSLATE_NOOP("Command", "Fetch the feeds of a pack into a history file or shared store"),
         Needs::Core, runCollect},
        {"feeds", QT_TRANSLATE_NOOP("Command", "Say how each feed of a pack is doing"), Needs::Core,
         runFeeds},
        {"secret", QT_TRANSLATE_NOOP("Command", "Keep the keys of publishers in the keyring"), Needs::Core,
         runSecret},
        {"store", QT_TRANSLATE_NOOP("Command", "Make the shared store of an administration, or check it"), Needs::Core,
         runStore},
        {"snapshot", QT_TRANSLATE_NOOP("Command", "Draw a dashboard into a PNG file"), Needs::Widgets,
         runSnapshot},
        {"map", QT_TRANSLATE_NOOP("Command", "Draw layers of GIS files into a PNG file"), Needs::Fonts,
         runMap},
        {"indicator", QT_TRANSLATE_NOOP("Command", "Say what a published scale makes of measured values"),
         Needs::Core, runIndicator},
        {"forecast", QT_TRANSLATE_NOOP("Command", "Forecast a series of a history file, with measured skill"),
         Needs::Core, runForecast},
        {"alarms", QT_TRANSLATE_NOOP("Command", "Print the alarms of a city at a moment, or try a rule on its history"),
         Needs::Core, runAlarms},
        {"audit", QT_TRANSLATE_NOOP("Command", "Print the audit trail of the alarms, or check that nobody changed it"),
         Needs::Core, runAudit},
        {"wall", QT_TRANSLATE_NOOP("Command", "Steer a wall of monitors that is being shown"), Needs::Core, runWallSteering},
        {"report", QT_TRANSLATE_NOOP("Command", "Write a report, or verify one"), Needs::Widgets, runReport},
        {"schedule", QT_TRANSLATE_NOOP("Command", "Write a systemd timer that makes a report"), Needs::Core, runSchedule},
        {"query", QT_TRANSLATE_NOOP("Command", "Print values of a history file, or write them into a file"),
         Needs::Core, runQuery},
        {"import", QT_TRANSLATE_NOOP("Command", "Take series out of a CSV file into a history file"),
         Needs::Core, runImport},
        {"backup", QT_TRANSLATE_NOOP("Command", "Copy a history file while it is in use"), Needs::Core,
         runBackup},
    };
    return list;
}

const Command* findCommand(const QString& name)
{
    for (const Command& command : commands()) {
        if (name == QLatin1String(command.name)) return &command;
    }
    return nullptr;
}

QString resourceFolder()
{
    const QString beside = QCoreApplication::applicationDirPath();
    for (const QString& folder :
         {qEnvironmentVariable("CITYOPS_RESOURCES"), beside + QStringLiteral("/resources"),
          beside + QStringLiteral("/../share/cityops")}) {
        if (!folder.isEmpty() && QDir(folder).exists()) return QDir(folder).absolutePath();
    }
    return {};
}

} // namespace app
