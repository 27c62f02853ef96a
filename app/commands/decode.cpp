// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/commands/fact_lines.h"
#include "app/packs/pack.h"
#include "layers/city/clock.h"
#include "layers/feeds/decoders/gtfs_schedule.h"
#include "layers/feeds/gzip.h"
#include "layers/feeds/join_table.h"
#include "layers/feeds/proposal/recognition.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <cstdio>

namespace app {

namespace {

constexpr qint64 largestPayload = 1024LL * 1024 * 1024;

void complain(const QString& line)
{
    std::fprintf(stderr, "%s\n", line.toUtf8().constData());
}

QString helpText()
{
    return QCoreApplication::translate(
               "Command",
               "Usage: cityops decode [--format FORMAT] [--with FILE] PAYLOAD\n"
               "       cityops decode --pack DIR --feed ID PAYLOAD\n"
               "       cityops decode --spec FEED.yaml [--zone ZONE] [--join NAME=FILE] PAYLOAD\n\n"
               "Prints the facts in a payload as they enter the pipeline, one JSON object a line: places, "
               "observations, alerts,\n"
               "events, vehicles, problems, and last a summary. PAYLOAD is a file, or - for standard input; "
               "gzip is "
               "unpacked.\n"
               "Formats that need no mapping: %1;\n"
               "--format list prints them. Without --format the one that is recognised for sure is taken, "
               "and named on standard\n"
               "error. --with reads another document of the same feed first, and for "
               "gtfs-rt the "
               "GTFS schedule\n"
               "it speaks of. With --spec the mapping stands on its own; times without an offset are then in "
               "its own "
               "zone, in\n"
               "--zone, or in that of the pack the file belongs to. --join gives the document that the feed "
               "joins under "
               "NAME.\n\n"
               "Exit status: 0 the payload was read (it may be empty), 1 it was refused, 2 wrong usage.")
        .arg(feeds::standardFormats().join(QStringLiteral(", ")));
}

/// How the payload is to be read, or the status to end with when that cannot be said.
struct Reading {
    std::optional<feeds::FeedSpec> feed;
    std::shared_ptr<const city::QuantityCatalogue> quantities = std::make_shared<city::QuantityCatalogue>();
    ExitStatus status = Done;
};

Reading refusal(ExitStatus status, const QString& why)
{
    complain(why);
    Reading reading;
    reading.status = status;
    return reading;
}

/// The zone of the pack whose feeds folder `file` is in, or of the product's first pack.
QTimeZone zoneAround(const QString& file)
{
    const QString own = QFileInfo(file).absolutePath() + QStringLiteral("/../pack.yaml");
    for (const QString& pack : {own, resourceFolder() + QStringLiteral("/packs/taipei/pack.yaml")}) {
        if (const auto zone = packZone(pack)) return *zone;
    }
    return QTimeZone::utc();
}

Reading readSpec(const QString& file, const QString& zoneName)
{
    const QTimeZone zone = zoneName.isEmpty() ? zoneAround(file) : QTimeZone(zoneName.toUtf8());
    if (!zone.isValid())
        return refusal(WrongUsage,
                       QCoreApplication::translate(
                           "Command", "\"%1\" is not a time zone; one such as Asia/Taipei was expected")
                           .arg(zoneName));
    const FeedReading read = readFeedSpec(file, zone, {}, FeedUse::OnItsOwn);
    for (const city::Problem& problem : read.problems)
        complain(problem.toString());
    Reading reading;
    reading.feed = read.feed;
    if (!read.feed) reading.status = Failed;
    return reading;
}

Reading readFeedOfPack(const QString& folder, const QString& id)
{
    const PackReading read = readPack(folder, resourceFolder());
    for (const city::Problem& problem : read.problems)
        complain(problem.toString());
    if (!read.pack)
        return refusal(Failed,
                       QCoreApplication::translate("Command", "%1: the pack has mistakes").arg(folder));
    const feeds::FeedSpec* feed = read.pack->feed(id);
    if (!feed) {
        QStringList known;
        for (const feeds::FeedSpec& one : read.pack->feeds)
            known << one.id;
        return refusal(WrongUsage,
                       QCoreApplication::translate("Command", "the pack has no feed \"%1\"; it has: %2")
                           .arg(id, known.join(QStringLiteral(", "))));
    }
    Reading reading;
    reading.feed = *feed;
    reading.quantities = read.pack->quantities;
    return reading;
}

Reading readFormat(const QString& format)
{
    if (!feeds::standardFormats().contains(format))
        return refusal(WrongUsage,
                       QCoreApplication::translate(
                           "Command", "\"%1\" needs a mapping or is not a format; without one: %2")
                           .arg(format, feeds::standardFormats().join(QStringLiteral(", "))));
    Reading reading;
    reading.feed.emplace();
    reading.feed->id = format;
    reading.feed->format = format;
    reading.feed->zone = QTimeZone::utc();
    reading.quantities = readCatalogues(resourceFolder()).quantities;
    return reading;
}

city::Result<QByteArray> readPayload(const QString& name)
{
    QFile file(name);
    const bool opened =
        name == QLatin1String("-") ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened || QFileInfo(name).isDir())
        return city::Problem{
            name, {}, {QT_TRANSLATE_NOOP("Message", "cannot be read: %1"), {file.errorString()}}};
    QByteArray bytes = file.read(largestPayload);
    if (feeds::isGzip(bytes)) return feeds::inflateGzip(bytes, largestPayload);
    return bytes;
}

/// The standard that a file is of, when nothing else is likely. Standard input can be read only once.
Reading readRecognised(const QString& name)
{
    constexpr int sure = 65; // more than any list of somebody's own is given
    const auto payload =
        name == QLatin1String("-") ? city::Result<QByteArray>(QByteArray()) : readPayload(name);
    if (!payload) return refusal(Failed, payload.problem().toString());
    const auto guesses = feeds::recogniseFormat(*payload, *readCatalogues(resourceFolder()).quantities,
                                                city::SystemClock().now());
    if (guesses.empty() || guesses.front().needsMapping || guesses.front().confidence < sure)
        return refusal(WrongUsage, QCoreApplication::translate(
                                       "Command", "the format is not recognised for sure; name it with "
                                                  "--format, or a mapping with --spec"));
    const feeds::FormatGuess& best = guesses.front();
    complain(QCoreApplication::translate("Command", "read as %1, %2 % sure")
                 .arg(best.format)
                 .arg(best.confidence));
    return readFormat(best.format);
}

void printFacts(const feeds::Decoded& decoded)
{
    writeFactLines(decoded, [](const QByteArray& line) {
        std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), stdout);
        std::fputc('\n', stdout);
    });
}

/// The file a join is read from: as told on the command line (NAME=FILE), otherwise of the pack.
QString fileOf(const feeds::Join& join, const QStringList& told)
{
    for (const QString& pair : told) {
        if (pair.section(QLatin1Char('='), 0, 0) == join.name) return pair.section(QLatin1Char('='), 1);
    }
    return join.file;
}

/// The GTFS schedule that a live feed names; empty when it names none.
QString scheduleFile(const feeds::FeedSpec& feed, const QStringList& told)
{
    for (const feeds::Join& join : feed.joins) {
        if (join.format == QLatin1String("gtfs")) return fileOf(join, told);
    }
    return {};
}

/// The documents that are joined: from files of the pack, or as told on the command line (NAME=FILE).
feeds::JoinTables readTables(const feeds::FeedSpec& feed, const QStringList& told)
{
    feeds::JoinTables tables;
    for (const feeds::Join& join : feed.joins) {
        const QString file = fileOf(join, told);
        if (file.isEmpty() || join.format == QLatin1String("gtfs")) continue;
        const auto payload = readPayload(file);
        const auto table = payload ? feeds::readJoinTable(*payload, join, feed.mapping)
                                   : city::Result<feeds::JoinTable>(payload.problem());
        if (table)
            tables.push_back(std::make_shared<const feeds::JoinTable>(*table));
        else
            complain(QStringLiteral("%1: %2").arg(join.name, table.problem().toString()));
    }
    return tables;
}

/// Reads one document; what a GTFS schedule says goes into the context of the documents behind it.
city::Result<feeds::Decoded> decodeDocument(const QString& name, bool isPartner,
                                            feeds::DecodeContext& context)
{
    const city::Result<QByteArray> payload = readPayload(name);
    if (!payload) return payload.problem();
    if (!isPartner || context.feed.format != QLatin1String("gtfs-rt"))
        return feeds::decode(*payload, context);
    auto schedule = feeds::readGtfsSchedule(*payload, largestPayload);
    if (!schedule) return schedule.problem();
    context.schedule = std::make_shared<const feeds::GtfsSchedule>(std::move(schedule.value()));
    return feeds::Decoded{};
}

/// The documents to read: those that go with the payload, and the one that is asked about.
struct Documents {
    QStringList partners, joined;
    QString payload;
};

ExitStatus decodePayload(const Reading& reading, const Documents& documents)
{
    feeds::DecodeContext context{*reading.feed, *reading.quantities, city::SystemClock().now(),
                                 readTables(*reading.feed, documents.joined)};
    feeds::Decoded all;
    if (const QString schedule = scheduleFile(*reading.feed, documents.joined); !schedule.isEmpty()) {
        if (const auto read = decodeDocument(schedule, true, context); !read)
            complain(QStringLiteral("%1: %2").arg(schedule, read.problem().toString()));
    }
    for (const QString& document : documents.partners + QStringList{documents.payload}) {
        const auto decoded = decodeDocument(document, document != documents.payload, context);
        if (decoded) {
            feeds::append(all, *decoded);
            continue;
        }
        feeds::Decoded refused;
        refused.addProblem(decoded.problem());
        printFacts(refused);
        return Failed;
    }
    feeds::complete(all);
    printFacts(all);
    return Done;
}

} // namespace

int runDecode(const QStringList& words)
{
    QCommandLineParser parser;
    for (const char* option : {"format", "with", "pack", "feed", "spec", "zone", "join"})
        parser.addOption(QCommandLineOption(QString::fromLatin1(option), QString(), QStringLiteral("value")));
    const QCommandLineOption help(QStringList{QStringLiteral("h"), QStringLiteral("help")});
    parser.addOption(help);
    const bool parsed = parser.parse(QStringList{QStringLiteral("cityops decode")} + words);
    if (parsed && parser.isSet(help)) {
        std::printf("%s\n", helpText().toUtf8().constData());
        return Done;
    }
    const QString format = parser.value(QStringLiteral("format"));
    const QString spec = parser.value(QStringLiteral("spec"));
    const QString pack = parser.value(QStringLiteral("pack"));
    const QString feed = parser.value(QStringLiteral("feed"));
    if (parsed && format == QLatin1String("list")) {
        std::printf("%s\n", feeds::standardFormats().join(QLatin1Char('\n')).toUtf8().constData());
        return Done;
    }
    const int ways = !format.isEmpty() + !spec.isEmpty() + !(pack.isEmpty() && feed.isEmpty());
    if (!parsed || ways > 1 || pack.isEmpty() != feed.isEmpty() || parser.positionalArguments().size() != 1) {
        complain(parsed ? helpText() : parser.errorText());
        return WrongUsage;
    }
    const QString payload = parser.positionalArguments().first();
    const Reading reading = !format.isEmpty() ? readFormat(format)
                            : !spec.isEmpty() ? readSpec(spec, parser.value(QStringLiteral("zone")))
                            : !pack.isEmpty() ? readFeedOfPack(pack, feed)
                                              : readRecognised(payload);
    const Documents documents{parser.values(QStringLiteral("with")), parser.values(QStringLiteral("join")),
                              payload};
    return reading.feed ? decodePayload(reading, documents) : reading.status;
}

} // namespace app
