// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/shell/main_window.h"
#include "app/shell/pack_choice.h"

#include <QApplication>
#include <QIcon>
#include <cstdio>

namespace app {

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("Command", text);
}

} // namespace

int runWindow(const QStringList& words)
{
    RunWords reader(QString(), tr(QT_TRANSLATE_NOOP("Command", "Opens the window on a city.")));
    auto run = reader.read(words);
    if (!run) return reader.exitStatus();
    const QString resources = resourceFolder();
    if (resources.isEmpty()) {
        std::fprintf(stderr, "cityops: %s\n",
                     qPrintable(tr(QT_TRANSLATE_NOOP(
                         "Command", "The folder of resources is missing; set CITYOPS_RESOURCES to it."))));
        return Failed;
    }
    run->pack = packFolder(run->pack, WindowMemory::load().pack, resources);
    QApplication::setDesktopFileName(QStringLiteral("org.cityops.CityOps"));
    QApplication::setWindowIcon(QIcon(resources + QStringLiteral("/desktop/org.cityops.CityOps.svg")));
    Language language;
    MainWindow window(resources, *run, language);
    window.show();
    window.open(*run);
    return QApplication::exec() == 0 ? Done : Failed;
}

} // namespace app
