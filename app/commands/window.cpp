// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/commands/wall.h"
#include "app/shell/main_window.h"
#include "app/shell/pack_choice.h"

#include <QApplication>
#include <QIcon>
#include <cstdio>

namespace app {

int runWindow(const QStringList& words)
{
    RunWords reader(QString(), QCoreApplication::translate("Command", "Opens the window on a city."));
    reader.add({QStringLiteral("quit-when-complete"),
                QCoreApplication::translate(
                    "Command", "Close once the first dashboard is complete, to measure the start.")});
    reader.add({QStringLiteral("wall"), QCoreApplication::translate("Command", "Show this playlist (an id of the pack, or a file) on the monitors."),
                QStringLiteral("PLAYLIST")});
    reader.add({QStringLiteral("remote"), QCoreApplication::translate("Command", "Let the wall be steered from this machine (cityops wall).")});
    reader.add({QStringLiteral("listen"), QCoreApplication::translate("Command", "Let the wall be steered from other machines, by TLS and the token in the secret \"wall\"; off otherwise."),
                QStringLiteral("HOST:PORT")});
    reader.add({QStringLiteral("certificate"), QCoreApplication::translate("Command", "Of this machine, for --listen (PEM)."), QStringLiteral("FILE")});
    reader.add({QStringLiteral("key"), QCoreApplication::translate("Command", "Of that certificate (PEM)."), QStringLiteral("FILE")});
    auto run = reader.read(words);
    if (!run) return reader.exitStatus();
    const QString resources = resourceFolder();
    if (resources.isEmpty()) {
        std::fprintf(stderr, "cityops: %s\n",
                     qPrintable(QCoreApplication::translate(
                         "Command", "The folder of resources is missing; set CITYOPS_RESOURCES to it.")));
        return Failed;
    }
    run->pack = packFolder(run->pack, WindowMemory::load().pack, resources);
    QApplication::setDesktopFileName(QStringLiteral("org.cityops.CityOps"));
    QApplication::setWindowIcon(QIcon(resources + QStringLiteral("/desktop/org.cityops.CityOps.svg")));
    if (reader.isSet("wall")) {
        const WallSteering steering{reader.isSet("remote"), reader.value("listen"), reader.value("certificate"), reader.value("key")};
        return showWall(*run, reader.value("wall"), steering, resources);
    }
    // Most of the start is reading the pack; it goes on while the window is built.
    QFuture<PackReading> reading = readPackInPool(run->pack, resources);
    Language language;
    MainWindow window(resources, *run, language);
    if (reader.isSet("quit-when-complete"))
        QObject::connect(&window, &MainWindow::ready, qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    else if (WindowMemory::load().geometry.isEmpty()) // nobody has used the program here before
        QObject::connect(&window, &MainWindow::ready, &window, [&window] { window.actions().ask(QStringLiteral("tour")); }, Qt::SingleShotConnection);
    window.show();
    window.open(*run, CityRun::Pace::Scheduled, std::move(reading));
    return QApplication::exec() == 0 ? Done : Failed;
}

} // namespace app
