// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/collection.h"
#include "app/commands/command.h"
#include "app/commands/feed_lines.h"
#include "app/shell/city_run.h"
#include "app/shell/language.h"
#include "app/shell/pack_choice.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTimer>
#include <cstdio>

namespace app {

namespace {

/// What was asked for, checked.
struct FeedsOrder {
    bool json = false;
    std::optional<city::Duration> watch, duration;
    int year = 0, month = 0; ///< Of --attainment; 0: not asked.
};

QString say(const char* text)
{
    return QCoreApplication::translate("Command", text);
}

void addOptions(RunWords& reader)
{
    const auto option = [&reader](const char* name, const char* about, const char* value = nullptr) {
        reader.add({QLatin1String(name), say(about), value ? QLatin1String(value) : QString()});
    };
    option("json", QT_TRANSLATE_NOOP("Command", "One JSON object a line, for programs."));
    option("watch", QT_TRANSLATE_NOOP("Command", "Follow the schedule and print again every so many seconds, until Ctrl+C."),
           "SECONDS");
    option("for", QT_TRANSLATE_NOOP("Command", "Follow the schedule for this time (\"90 s\", \"2 h\"), then print and end."),
           "DURATION");
    option("attainment",
           QT_TRANSLATE_NOOP("Command", "How publishers kept their promises in a month, from what earlier runs saw; nothing is "
                                        "fetched."),
           "YYYY-MM");
}

/// Nothing when the words were wrong; `reader` has said so.
std::optional<FeedsOrder> orderFrom(const RunWords& reader)
{
    constexpr city::Duration longest{24LL * 24 * 3600'000}; // what a timer can count
    FeedsOrder order;
    order.json = reader.isSet("json");
    QString wrong;
    if (!reader.isSet("pack")) wrong = say(QT_TRANSLATE_NOOP("Command", "--%1 is missing.")).arg(QStringLiteral("pack"));
    if (reader.isSet("watch")) {
        const int every = reader.value("watch").toInt();
        order.watch = city::Duration(1000LL * every);
        if (every < 1 || every > 86400)
            wrong = say(QT_TRANSLATE_NOOP("Command", "--watch needs seconds from 1 to 86400, not \"%1\".")).arg(reader.value("watch"));
    }
    if (reader.isSet("for")) {
        order.duration = city::parseDuration(reader.value("for"));
        if (!order.duration || *order.duration <= city::Duration(0) || *order.duration > longest)
            wrong = say(QT_TRANSLATE_NOOP("Command", "--for needs a time of up to 24 d, as \"90 s\" or \"2 h\", not \"%1\"."))
                        .arg(reader.value("for"));
    }
    if (reader.isSet("attainment")) {
        static const QRegularExpression form(QStringLiteral("^(\\d{4})-(0[1-9]|1[0-2])$"));
        const auto match = form.match(reader.value("attainment"));
        order.year = match.captured(1).toInt();
        order.month = match.captured(2).toInt();
        if (!match.hasMatch())
            wrong = say(QT_TRANSLATE_NOOP("Command", "--attainment needs a month as 2026-07, not \"%1\".")).arg(reader.value("attainment"));
    }
    if (wrong.isEmpty()) return order;
    reader.refuse(wrong);
    return std::nullopt;
}

void print(const QStringList& lines)
{
    for (const QString& line : lines) std::printf("%s\n", line.toUtf8().constData());
    std::fflush(stdout);
}

void print(const QList<QByteArray>& lines)
{
    for (const QByteArray& line : lines) std::printf("%s\n", line.constData());
    std::fflush(stdout);
}

void printFeeds(const CityRun& run, const FeedsOrder& order, const QString& language)
{
    const FeedListing feeds{*run.snapshot(), *run.pack(), language, run.clock().now()};
    if (order.month > 0 && order.json)
        print(attainmentObjects(feeds, order.year, order.month));
    else if (order.month > 0)
        print(attainmentTable(feeds, order.year, order.month));
    else if (order.json)
        print(feedObjects(feeds));
    else
        print(feedTable(feeds));
}

/// Runs the event loop until the answer is there, printing on the way.
int follow(CityRun& run, const FeedsOrder& order, const QString& language)
{
    const auto end = [&run, &order, language] {
        printFeeds(run, order, language);
        const FeedListing feeds{*run.snapshot(), *run.pack(), language, run.clock().now()};
        QCoreApplication::exit(allFresh(feeds) ? Done : Failed);
    };
    QTimer again;
    if (order.watch) {
        again.setInterval(*order.watch);
        QObject::connect(&again, &QTimer::timeout, &run, [&run, &order, language] { printFeeds(run, order, language); });
        QObject::connect(&run, &CityRun::settled, &again, [&] {
            if (again.isActive()) return;
            printFeeds(run, order, language);
            again.start();
        });
    }
    onTermination(&run, end);
    if (order.duration) QTimer::singleShot(static_cast<int>(order.duration->count()), &run, end);
    const bool once = !order.watch && !order.duration;
    if (once) QObject::connect(&run, &CityRun::settled, &run, end);
    run.start(once ? CityRun::Pace::Once : CityRun::Pace::Scheduled);
    return QCoreApplication::exec();
}

} // namespace

int runFeeds(const QStringList& given)
{
    RunWords reader(QStringLiteral("feeds"),
                    say(QT_TRANSLATE_NOOP("Command", "Asks every feed of a pack and prints how each is doing: state, age, what its publisher "
                                                    "promised and what was seen, and what is wrong with it. Exit status: 0 every feed "
                                                    "is fresh, 1 one is not, 2 wrong usage.")));
    addOptions(reader);
    const auto options = reader.read(given);
    if (!options) return reader.exitStatus();
    const auto order = orderFrom(reader);
    if (!order) return WrongUsage;
    const PackReading reading = readPack(packFolder(options->pack, {}, resourceFolder()), resourceFolder());
    for (const city::Problem& problem : reading.problems)
        std::fprintf(stderr, "%s\n", problem.toString().simplified().toUtf8().constData());
    if (!reading.pack) return Failed;

    Language spoken;
    spoken.use(options->language);
    const QString language = spoken.current();
    CityRun run(reading.pack, *options);
    if (order->month == 0) return follow(run, *order, language);
    printFeeds(run, *order, language);
    return Done;
}

} // namespace app
