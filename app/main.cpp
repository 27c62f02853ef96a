// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/shell/text_size.h"

#include <QApplication>
#include <QFile>
#include <QGuiApplication>
#include <cstdio>
#include <memory>

namespace {

void printHelp()
{
    std::printf("%s\n\n",
                qPrintable(QCoreApplication::translate(
                    "Command", "Usage: cityops [--pack DIR] [--demo] [--record DIR] [--replay DIR] [--lang zh_TW|en]\n"
                               "       cityops --wall PLAYLIST [--pack DIR] [--demo] [--remote]\n"
                               "       cityops COMMAND ...\n\n"
                               "Without a command the window opens. Commands:")));
    for (const app::Command& command : app::commands())
        std::printf("  %-10s %s\n", command.name,
                    qPrintable(QCoreApplication::translate("Command", command.summary)));
    std::printf("\n%s\n",
                qPrintable(QCoreApplication::translate("Command", "cityops COMMAND --help tells more.")));
}

std::unique_ptr<QCoreApplication> makeApplication(app::Command::Needs needs, int& argc, char** argv)
{
    using Needs = app::Command::Needs;
    if (needs == Needs::Core) return std::make_unique<QCoreApplication>(argc, argv);
    if (needs == Needs::Fonts) return std::make_unique<QGuiApplication>(argc, argv);
    return std::make_unique<QApplication>(argc, argv);
}

/// Where no session bus runs, the D-Bus library would start one by forking, in a thread of its own. A fork while another
/// thread is inside PROJ never returns: the child waits for a lock of PROJ's that nobody holds any more, and the
/// program for the child. Without a bus there is nobody to talk to anyway.
void keepFromForkingForBus()
{
    const char* const variable = "DBUS_SESSION_BUS_ADDRESS";
    if (!qEnvironmentVariableIsEmpty(variable)) return;
    const QByteArray usual = qgetenv("XDG_RUNTIME_DIR") + "/bus";
    qputenv(variable, QFile::exists(QFile::decodeName(usual)) ? "unix:path=" + usual : QByteArray("disabled:"));
}

} // namespace

int main(int argc, char** argv)
{
    keepFromForkingForBus();
    QCoreApplication::setApplicationName(QStringLiteral("cityops"));
    QCoreApplication::setOrganizationName(QStringLiteral("cityops"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CITYOPS_VERSION));

    if (argc < 2 || QByteArray(argv[1]).startsWith("--")) app::useTextSize(argc, argv);
    const QString verb = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString();
    const app::Command* command = app::findCommand(verb);
    // Commands draw into files: they must work where there is no display at all.
    if (command && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    const bool help =
        verb == QLatin1String("--help") || verb == QLatin1String("-h") || verb == QLatin1String("help");
    const bool version = verb == QLatin1String("--version");
    const bool window =
        !command && !help && !version && (verb.isEmpty() || verb.startsWith(QLatin1String("--")));

    // Qt takes words of its own, such as --style, away from those it is shown: it is not shown a command's.
    QStringList words;
    for (int i = 2; command && i < argc; ++i)
        words << QString::fromLocal8Bit(argv[i]);
    int shown = command ? 1 : argc;
    using Needs = app::Command::Needs;
    const auto application = makeApplication(command  ? command->needs
                                             : window ? Needs::Widgets
                                                      : Needs::Core,
                                             shown, argv);
    if (command) return command->run(words);
    if (window) return app::runWindow(QCoreApplication::arguments().mid(1));
    if (version) {
        std::printf("cityops %s\n", CITYOPS_VERSION);
        return app::Done;
    }
    printHelp();
    return help ? app::Done : app::WrongUsage;
}
