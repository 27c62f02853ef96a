// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/command.h"
#include "app/commands/json_line.h"
#include "app/packs/pack.h"
#include "app/packs/vocabulary.h"
#include "layers/indicators/rating.h"

#include <QCoreApplication>
#include <algorithm>
#include <cstdio>

namespace app {

namespace {

QString helpText()
{
    return QCoreApplication::translate(
        "Command", "Usage: cityops indicator SCALE QUANTITY=VALUE...\n"
                   "       cityops indicator --list\n\n"
                   "Says what a published scale makes of measured values and prints one JSON object: the "
                   "index (null for a scale\n"
                   "without numbers), the level from 1 (0 below the first class) or the publisher's own "
                   "sign, the quantity that\n"
                   "decided, the words and the colour of the level. Values are in the units --list shows.\n\n"
                   "Exit status: 0 done, 1 the values were refused, 2 wrong usage.");
}

void complain(const QString& text)
{
    std::fprintf(stderr, "cityops: %s\n", qPrintable(text));
}

/// "us-aqi-2024: pm2.5 (ug/m3, mean of 24 h)", one line a quantity.
void printList(const indicators::ScaleCatalogue& scales)
{
    QStringList ids = scales.keys();
    ids.sort();
    for (const QString& id : ids) {
        const indicators::Scale& scale = *scales.constFind(id);
        if (id.contains(QLatin1Char('/'))) continue;
        if (scale.inputs.empty())
            std::printf("%s %s (%s)\n", qPrintable(id), qPrintable(scale.quantity), qPrintable(scale.unit));
        for (const indicators::Input& input : scale.inputs)
            std::printf("%s %s (%s, %s)\n", qPrintable(id), qPrintable(input.quantity),
                        qPrintable(input.unit), qPrintable(input.averaging));
    }
}

/// "pm2.5=35.4"; nothing after a complaint.
std::optional<indicators::Averaged> readValue(const QString& word)
{
    const auto equals = word.indexOf(QLatin1Char('='));
    bool good = false;
    indicators::Averaged value;
    value.quantity = word.left(equals);
    value.value = word.mid(equals + 1).toDouble(&good);
    if (good) return value;
    complain(QCoreApplication::translate("Command", "%1: a number was expected after \"=\"").arg(word));
    return std::nullopt;
}

QByteArray levelJson(const indicators::Level& level)
{
    return level.sign.isEmpty() ? jsonNumber(level.number) : jsonText(level.sign);
}

QByteArray indexJson(std::optional<int> index)
{
    return index ? jsonNumber(*index) : QByteArray("null");
}

QByteArray partJson(const indicators::Scale& scale, const indicators::Part& part)
{
    JsonLine line;
    line.text("quantity", part.input.quantity);
    line.number("value", part.input.value);
    line.number("looked_up", part.looked);
    const indicators::Input* input = scale.input(part.input.quantity);
    line.text("unit", input ? input->unit : scale.unit);
    line.textUnlessEmpty("averaging", input ? input->averaging : QString());
    line.raw("index", indexJson(part.index));
    line.raw("level", part.level ? levelJson(scale.levels[*part.level]) : QByteArray("null"));
    return line.object();
}

QByteArray ratingJson(const indicators::Scale& scale, const indicators::Rating& rating)
{
    JsonLine line;
    line.text("scale", rating.scale);
    line.raw("index", indexJson(rating.index));
    line.raw("level", levelJson(rating.level));
    line.text("critical", rating.critical);
    line.localText("words", rating.level.word);
    line.text("colour", rating.level.colour.name());
    line.text("version", rating.version);
    line.text("source", scale.source);
    line.raw("beyond", rating.beyond ? "true" : "false");
    QList<QByteArray> parts;
    for (const indicators::Part& part : rating.parts)
        parts << partJson(scale, part);
    line.raw("inputs", jsonList(parts));
    line.texts("missing", rating.missing);
    return line.object();
}

int rateWords(const QStringList& words)
{
    const CatalogueReading catalogues = readCatalogues(resourceFolder());
    for (const city::Problem& problem : catalogues.problems)
        complain(problem.toString());
    if (!catalogues.problems.empty()) return Failed;
    const auto scale = catalogues.scales->constFind(words.first());
    if (scale == catalogues.scales->cend()) {
        complain(unknownName(Name::Scale, words.first(), catalogues.scales->keys()).toString());
        return Failed;
    }
    std::vector<indicators::Averaged> values;
    for (const QString& word : words.mid(1)) {
        const auto value = readValue(word);
        if (!value) return Failed;
        values.push_back(*value);
    }
    const auto rating = indicators::rate(*scale, values);
    if (!rating) {
        complain(rating.problem().toString());
        return Failed;
    }
    std::printf("%s\n", ratingJson(*scale, *rating).constData());
    return Done;
}

} // namespace

int runIndicator(const QStringList& words)
{
    if (words.contains(QStringLiteral("--help")) || words.contains(QStringLiteral("-h"))) {
        std::printf("%s\n", qPrintable(helpText()));
        return Done;
    }
    if (words == QStringList{QStringLiteral("--list")}) {
        printList(*readCatalogues(resourceFolder()).scales);
        return Done;
    }
    const bool wellFormed = words.size() >= 2 && !words.first().startsWith(QLatin1Char('-')) &&
                            std::all_of(words.begin() + 1, words.end(), [](const QString& word) {
                                return word.indexOf(QLatin1Char('=')) > 0;
                            });
    if (wellFormed) return rateWords(words);
    complain(helpText());
    return WrongUsage;
}

} // namespace app
