// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/wall.h"

#include "app/commands/command.h"
#include "app/packs/wall_reader.h"
#include "app/shell/kept_files.h"
#include "app/shell/pack_choice.h"
#include "app/wall/remote.h"
#include "app/wall/service_notice.h"
#include "app/wall/wall.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <cstdio>

namespace app {

namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("Command", text);
}

void complain(const QString& text)
{
    std::fprintf(stderr, "cityops: %s\n", text.toUtf8().constData());
}

/// A playlist of the pack by its id, or one of a file.
std::shared_ptr<const WallSpec> playlist(const Pack& pack, const QString& asked)
{
    QStringList known;
    for (const auto& wall : pack.walls) {
        if (wall->id == asked) return wall;
        known << wall->id;
    }
    if (!QFileInfo(asked).isFile()) {
        complain(say(QT_TRANSLATE_NOOP("Command", "There is no playlist “%1”; known are: %2.")).arg(asked, known.join(QStringLiteral(", "))));
        return nullptr;
    }
    QStringList dashboards;
    for (const DashboardSpec& one : pack.dashboards) dashboards << one.id;
    Problems problems;
    auto wall = readWall(asked, {dashboards, *pack.areas}, problems);
    for (const city::Problem& problem : problems) complain(problem.toString().simplified());
    return wall;
}

QString memoryFile(const WallSpec& wall)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    QDir().mkpath(folder);
    return folder + QStringLiteral("/wall-") + wall.id + QStringLiteral(".json");
}

} // namespace

int showWall(const RunOptions& options, const QString& name, bool remote, const QString& resources)
{
    const PackReading reading = readPack(options.pack, resources);
    for (const city::Problem& problem : reading.problems) complain(problem.toString().simplified());
    if (!reading.pack) return Failed;
    const auto spec = playlist(*reading.pack, name);
    if (!spec) return Failed;
    QApplication::setQuitOnLastWindowClosed(false); // All monitors may be away for a while.
    Language language;
    Wall wall(resources, reading.pack, spec, options, language, memoryFile(*spec));
    QObject::connect(&wall, &Wall::quitAsked, qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    std::unique_ptr<Remote> desk;
    if (remote) {
        desk = std::make_unique<Remote>(Remote::nameFor(spec->id), [&wall](const QString& words) { return wall.steer(words); });
        if (!desk->isListening()) complain(say(QT_TRANSLATE_NOOP("Command", "No steering from a desk: %1")).arg(desk->problem()));
    }
    ServiceNotice notice;
    wall.start();
    notice.ready();
    return QApplication::exec() == 0 ? Done : Failed;
}

int runWallSteering(const QStringList& words)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(say(QT_TRANSLATE_NOOP("Command", "Steers a wall that was started with --remote, on this machine: next, previous, pause, resume, show SCENE,\n"
                                                                      "acknowledge, state; with the number of a screen in front only that one.")));
    parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("playlist"), say(QT_TRANSLATE_NOOP("Command", "The id of the playlist that is shown.")));
    parser.addPositionalArgument(QStringLiteral("words"), say(QT_TRANSLATE_NOOP("Command", "What to do, such as: 2 next")));
    const bool parsed = parser.parse(QStringList{QStringLiteral("cityops wall")} + words);
    if (parsed && parser.isSet(QStringLiteral("help"))) {
        std::printf("%s", qPrintable(parser.helpText()));
        return Done;
    }
    const QStringList given = parser.positionalArguments();
    if (!parsed || given.size() < 2) {
        complain(parsed ? say(QT_TRANSLATE_NOOP("Command", "wall needs a playlist and what to do; --help tells more.")) : parser.errorText());
        return WrongUsage;
    }
    const auto answer = Remote::say(Remote::nameFor(given.first()), given.mid(1).join(QLatin1Char(' ')));
    if (!answer) {
        complain(answer.problem().toString());
        return Failed;
    }
    std::printf("%s\n", answer->toUtf8().constData());
    return answer->startsWith(QLatin1String("error")) ? WrongUsage : Done;
}

} // namespace app
