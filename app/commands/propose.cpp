// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/packs/feed_writer.h"
#include "app/packs/field_words_reader.h"
#include "app/packs/pack.h"
#include "layers/city/clock.h"
#include "layers/feeds/decoder.h"
#include "layers/feeds/proposal/mapping_choices.h"
#include "layers/feeds/proposal/recognition.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <cstdio>

namespace app {

namespace {

constexpr qint64 largestPayload = 256LL * 1024 * 1024;

void complain(const QString& line)
{
    std::fprintf(stderr, "%s\n", line.toUtf8().constData());
}

QString helpText()
{
    return QCoreApplication::translate("Command",
                                       "Usage: cityops propose [--format FORMAT] [--zone ZONE] PAYLOAD\n\n"
                                       "Prints the YAML of a feed that would read PAYLOAD (a file, or - for "
                                       "standard input): its format, where the\n"
                                       "records are, which fields are id, name, position and time, and which "
                                       "numbers are quantities the program\n"
                                       "knows. What it is judged by, and how sure each part is, goes to "
                                       "standard error. Look it over: it is a guess.\n\n"
                                       "Exit status: 0 printed, 1 nothing reads the payload, 2 wrong usage.");
}

/// The reasons and how sure each part is, for a person.
void explain(const feeds::MappingChoices& choices)
{
    for (const char* role : {"id", "name", "position", "time"}) {
        const auto sure = choices.confidence.constFind(QLatin1String(role));
        complain(QStringLiteral("%1: %2").arg(QLatin1String(role),
                                              sure == choices.confidence.cend()
                                                  ? QStringLiteral("-")
                                                  : QString::number(*sure) + QStringLiteral(" %")));
    }
    for (const city::Message& reason : choices.reasons)
        complain(reason.toString());
    for (const feeds::MappingChoices::Measure& measure : choices.measures) {
        if (measure.wanted)
            complain(QStringLiteral("%1: %2 %").arg(measure.quantity).arg(measure.confidence));
        else
            complain(QCoreApplication::translate("Command", "a number nobody knows: %1").arg(measure.field));
    }
}

int proposeFor(const QString& name, const QByteArray& payload, const QString& asked, const QTimeZone& zone)
{
    Problems problems;
    const feeds::FieldWords words = readFieldWords(resourceFolder(), problems);
    const CatalogueReading catalogues = readCatalogues(resourceFolder());
    for (const city::Problem& problem : problems)
        complain(problem.toString());
    const city::Instant now = city::SystemClock().now();
    const auto guesses = feeds::recogniseFormat(payload, *catalogues.quantities, now);
    for (const feeds::FormatGuess& guess : guesses) {
        QStringList reasons;
        for (const city::Message& reason : guess.reasons)
            reasons << reason.toString();
        complain(QStringLiteral("%1 %2 %: %3")
                     .arg(guess.format)
                     .arg(guess.confidence)
                     .arg(reasons.join(QStringLiteral("; "))));
    }
    const QString format = !asked.isEmpty() ? asked : guesses.empty() ? QString() : guesses.front().format;
    if (format.isEmpty()) {
        complain(QCoreApplication::translate("Command", "%1: no format the program knows").arg(name));
        return Failed;
    }
    feeds::FeedSpec feed;
    feed.id = QFileInfo(name).completeBaseName();
    feed.title = city::LocalText(feed.id);
    feed.publisher = city::LocalText(QStringLiteral("?"));
    feed.licence = QStringLiteral("?");
    feed.format = format;
    if (!feeds::standardFormats().contains(format)) {
        const auto proposal = feeds::propose(payload, format, {words, zone, now, name});
        if (!proposal) {
            complain(proposal.problem().toString());
            return Failed;
        }
        const feeds::MappingChoices& choices = proposal->choices[proposal->chosen];
        feed.mapping = feeds::mappingOf(choices, proposal->samples[proposal->chosen]);
        explain(choices);
    }
    FeedWriting writing;
    writing.every = QStringLiteral("5 min");
    writing.watch = QFileInfo(name).fileName();
    std::fputs(feedYaml(feed, writing).toUtf8().constData(), stdout);
    return Done;
}

} // namespace

int runPropose(const QStringList& words)
{
    QCommandLineParser parser;
    const QCommandLineOption format(QStringLiteral("format"), {}, QStringLiteral("FORMAT"));
    const QCommandLineOption zone(QStringLiteral("zone"), {}, QStringLiteral("ZONE"), QStringLiteral("UTC"));
    const QCommandLineOption help(QStringLiteral("help"));
    parser.addOptions({format, zone, help});
    const bool read = parser.parse(QStringList{QStringLiteral("cityops propose")} + words);
    if (read && parser.isSet(help)) {
        std::printf("%s\n", helpText().toUtf8().constData());
        return Done;
    }
    const QTimeZone inZone(parser.value(zone).toUtf8());
    if (!read || parser.positionalArguments().size() != 1 || !inZone.isValid()) {
        complain(read ? helpText() : parser.errorText());
        return WrongUsage;
    }
    const QString name = parser.positionalArguments().first();
    QFile file(name);
    const bool opened =
        name == QLatin1String("-") ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened || QFileInfo(name).isDir()) {
        complain(QStringLiteral("%1: %2").arg(name, file.errorString()));
        return Failed;
    }
    return proposeFor(name, file.read(largestPayload), parser.value(format), inZone);
}

} // namespace app
