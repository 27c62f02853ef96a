// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/wall.h"

#include "app/commands/command.h"
#include "app/packs/wall_reader.h"
#include "app/shell/kept_files.h"
#include "app/shell/pack_choice.h"
#include "app/shell/when_done.h"
#include "app/wall/network_remote.h"
#include "app/wall/service_notice.h"
#include "app/wall/wall.h"
#include "layers/city/memory.h"
#include "layers/feeds/secrets.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QDir>
#include <QEventLoop>
#include <QFileInfo>
#include <QStandardPaths>
#include <cstdio>

namespace app {

namespace {

const QString tokenName = QStringLiteral("wall");

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

/// The token of a wall on another machine; waits for the keyring.
city::Result<QString> token()
{
    QEventLoop loop;
    city::Result<QString> answer = QString();
    whenDone(feeds::findSecrets({tokenName}), &loop, [&](const city::Result<feeds::SecretValues>& found) {
        answer = found ? city::Result<QString>(found->value(tokenName)) : city::Result<QString>(found.problem());
        loop.quit();
    });
    loop.exec();
    return answer;
}

QString memoryFile(const WallSpec& wall)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    QDir().mkpath(folder);
    return folder + QStringLiteral("/wall-") + wall.id + QStringLiteral(".json");
}

} // namespace

int showWall(const RunOptions& options, const QString& name, const WallSteering& steering, const QString& resources)
{
    city::keepMemorySteady();
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
    const auto obey = [&wall](const QString& words) { return wall.steer(words); };
    if (steering.fromHere) {
        desk = std::make_unique<Remote>(Remote::nameFor(spec->id), obey);
        if (!desk->isListening()) complain(say(QT_TRANSLATE_NOOP("Command", "No steering from a desk: %1")).arg(desk->problem()));
    }
    std::unique_ptr<NetworkRemote> far;
    if (!steering.listen.isEmpty()) {
        whenDone(feeds::findSecrets({tokenName}), &wall, [&far, &steering, obey](const city::Result<feeds::SecretValues>& found) {
            if (!found) return complain(found.problem().toString());
            far = std::make_unique<NetworkRemote>(NetworkDesk{steering.listen, steering.certificate, steering.key, found->value(tokenName)}, obey);
            if (far->problem()) complain(far->problem()->toString());
        });
    }
    ServiceNotice notice;
    wall.start();
    notice.ready();
    return QApplication::exec() == 0 ? Done : Failed;
}

namespace {

city::Result<QString> sayFar(const QString& address, const QString& authority, const QString& words)
{
    const auto known = token();
    return known ? NetworkRemote::say(address, authority, *known, words) : known;
}

} // namespace

int runWallSteering(const QStringList& words)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(say(QT_TRANSLATE_NOOP("Command", "Steers a wall that was started with --remote, on this machine: next, previous, pause, resume, show SCENE,\n"
                                                                      "acknowledge, state; with the number of a screen in front only that one.")));
    parser.addHelpOption();
    parser.addOption({QStringLiteral("at"), say(QT_TRANSLATE_NOOP("Command", "Of a wall on another machine (see --listen); the token is the secret \"wall\".")), QStringLiteral("HOST:PORT")});
    parser.addOption({QStringLiteral("authority"), say(QT_TRANSLATE_NOOP("Command", "Who may have signed its certificate (PEM); otherwise those the system trusts.")), QStringLiteral("FILE")});
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
    const QString said = given.mid(1).join(QLatin1Char(' '));
    const auto answer = parser.isSet(QStringLiteral("at")) ? sayFar(parser.value(QStringLiteral("at")), parser.value(QStringLiteral("authority")), said)
                                                           : Remote::say(Remote::nameFor(given.first()), said);
    if (!answer) {
        complain(answer.problem().toString());
        return Failed;
    }
    std::printf("%s\n", answer->toUtf8().constData());
    return answer->startsWith(QLatin1String("error")) ? WrongUsage : Done;
}

} // namespace app
