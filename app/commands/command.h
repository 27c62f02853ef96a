// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace app {

/// What every command ends with.
enum ExitStatus { Done = 0, Failed = 1, WrongUsage = 2 };

/// One verb of the program. `run` gets the words after the verb and returns an ExitStatus; results go to
/// standard output, complaints to standard error. One file a verb, one visible list in list.cpp.
struct Command {
    enum class Needs { Core, Fonts, Widgets }; ///< Which Qt application has to stand before `run`.

    const char* name;
    const char* summary; ///< One line, English source text for translation in context "Command".
    Needs needs;
    int (*run)(const QStringList& words);
};

const QList<Command>& commands();
const Command* findCommand(const QString& name);

/// The window (no verb). Needs a display.
int runWindow(const QStringList& words);

int runCheck(const QStringList& words);
int runDecode(const QStringList& words);
int runPropose(const QStringList& words);
int runSecret(const QStringList& words);
int runStore(const QStringList& words);
int runFeeds(const QStringList& words);
int runCollect(const QStringList& words);
int runSnapshot(const QStringList& words);
int runMap(const QStringList& words);
int runIndicator(const QStringList& words);
int runAlarms(const QStringList& words);
int runAudit(const QStringList& words);
int runWallSteering(const QStringList& words);
int runForecast(const QStringList& words);
int runReport(const QStringList& words);
int runSchedule(const QStringList& words);
int runQuery(const QStringList& words);
int runImport(const QStringList& words);
int runBackup(const QStringList& words);

/// Folder of the product's resources: CITYOPS_RESOURCES, "resources" beside the program, or ../share/cityops;
/// empty when none of them is there.
QString resourceFolder();

} // namespace app
