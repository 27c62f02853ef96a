// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/collection.h"
#include "app/commands/command.h"
#include "app/shell/pack_choice.h"

#include <QCoreApplication>
#include <QTimer>
#include <cstdio>

namespace app {

namespace {

void addOptions(RunWords& reader)
{
    reader.add(
        {QStringLiteral("once"), QCoreApplication::translate("Command", "Ask every feed once, then end.")});
    reader.add({QStringLiteral("for"),
                QCoreApplication::translate("Command",
                                            "End after this time (\"90 s\", \"2 h\"); otherwise on Ctrl+C."),
                QStringLiteral("DURATION")});
}

} // namespace

int runCollect(const QStringList& words)
{
    RunWords reader(
        QStringLiteral("collect"),
        QCoreApplication::translate(
            "Command",
            "Fetches the feeds of a pack into a history file and prints a line for every answer. "
            "Exit status: 0 a feed gave data and the history took it, 1 otherwise, 2 wrong usage."));
    addOptions(reader);
    const auto options = reader.read(words);
    if (!options) return reader.exitStatus();
    if (!reader.isSet("pack"))
        return reader.refuse(
            QCoreApplication::translate("Command", "--%1 is missing.").arg(QStringLiteral("pack")));
    if (reader.isSet("once") && reader.isSet("for"))
        return reader.refuse(QCoreApplication::translate("Command", "--once and --for exclude each other."));
    const auto duration =
        reader.isSet("for") ? city::parseDuration(reader.value("for")) : std::optional<city::Duration>();
    constexpr city::Duration longest{24LL * 24 * 3600'000}; // what a timer can count
    if (reader.isSet("for") && (!duration || *duration <= city::Duration(0) || *duration > longest))
        return reader.refuse(
            QCoreApplication::translate(
                "Command", "--for needs a time of up to 24 d, as \"90 s\" or \"2 h\", not \"%1\".")
                .arg(reader.value("for")));

    const PackReading reading = readPack(packFolder(options->pack, {}, resourceFolder()), resourceFolder());
    for (const city::Problem& problem : reading.problems)
        std::fprintf(stderr, "%s\n", problem.toString().simplified().toUtf8().constData());
    if (!reading.pack) return Failed;

    Collection collection(reading.pack, *options);
    onTermination(&collection, [&collection] { collection.finish(); });
    if (duration)
        QTimer::singleShot(static_cast<int>(duration->count()), &collection,
                           [&collection] { collection.finish(); });
    if (reader.isSet("once"))
        collection.runOnce();
    else
        collection.run();
    return QCoreApplication::exec();
}

} // namespace app
