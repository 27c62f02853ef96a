// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/scale_reader.h"

#include "app/packs/scale_input_reader.h"
#include "layers/city/quantity.h"

#include <QFileInfo>
#include <limits>

namespace app {

namespace {

constexpr double endless = std::numeric_limits<double>::infinity();
constexpr double hugeNumber = 1e15;

const QStringList& symbols()
{
    static const QStringList words{QStringLiteral("circle"),   QStringLiteral("square"),
                                   QStringLiteral("triangle"), QStringLiteral("diamond"),
                                   QStringLiteral("cross"),    QStringLiteral("ring")};
    return words;
}

/// `bounded`: the level has bounds of its own; otherwise the inputs of the scale have them.
indicators::Level readLevel(YamlMap& map, int number, bool bounded)
{
    indicators::Level level;
    level.number = static_cast<int>(map.number("number", 0, 100).value_or(number));
    level.sign = map.text("sign").value_or(QString());
    map.required("word");
    level.word = map.localText("word").value_or(city::LocalText());
    if (bounded) {
        level.from = map.number("from", -hugeNumber, hugeNumber).value_or(-endless);
        level.to = map.number("to", -hugeNumber, hugeNumber).value_or(endless);
    }
    const QString colour = map.requiredText("colour");
    if (colour.size() == 7 && colour.startsWith(QLatin1Char('#'))) level.colour = QColor(colour);
    if (!colour.isEmpty() && !level.colour.isValid())
        map.report("colour", QT_TRANSLATE_NOOP("Message", "a colour such as \"#ff7e00\" was expected"));
    map.required("symbol");
    level.symbol = map.word("symbol", symbols()).value_or(symbols().first());
    if (level.from > level.to) map.report("from", QT_TRANSLATE_NOOP("Message", "begins above its own end"));
    return level;
}

/// The two levels must touch: what one ends with, the other begins with.
void checkNeighbours(const indicators::Level& a, const indicators::Level& b, YamlMap& list,
                     const YAML::Node& at)
{
    const bool upwards = a.from < b.from;
    const double end = upwards ? a.to : b.to;
    const double begin = upwards ? b.from : a.from;
    if (end < begin)
        list.report(at, QStringLiteral("levels"),
                    {QT_TRANSLATE_NOOP("Message", "gap between the levels: nothing from %1 to %2"),
                     {QString::number(end), QString::number(begin)}});
    if (end > begin)
        list.report(at, QStringLiteral("levels"),
                    {QT_TRANSLATE_NOOP("Message", "the levels overlap from %1 to %2"),
                     {QString::number(begin), QString::number(end)}});
}

/// The level last read, beside those before it.
void checkOrder(const indicators::Scale& scale, YamlMap& top, const YAML::Node& node)
{
    const auto& levels = scale.levels;
    const std::size_t count = levels.size();
    if (count < 2) return;
    checkNeighbours(levels[count - 2], levels[count - 1], top, node);
    const bool upwards = levels[0].from < levels[1].from;
    if (upwards != (levels[count - 2].from < levels[count - 1].from))
        top.report(
            node, QStringLiteral("levels"),
            QT_TRANSLATE_NOOP("Message", "is out of order: mildest first, all upwards or all downwards"));
}

void readLevels(YamlMap& top, indicators::Scale& scale, bool bounded)
{
    const YAML::Node levels = top.required("levels");
    if (!levels.IsDefined() || levels.IsNull()) return;
    if (!levels.IsSequence() || levels.size() < 2) {
        top.report("levels",
                   QT_TRANSLATE_NOOP("Message", "a list of at least two levels was expected, mildest first"));
        return;
    }
    for (const YAML::Node& node : levels) {
        YamlMap map(node, top.shownAs(), top.problems());
        const int number = scale.levels.empty() ? 1 : scale.levels.back().number + 1;
        scale.levels.push_back(readLevel(map, number, bounded));
        if (bounded) checkOrder(scale, top, node);
    }
}

QDate readDate(YamlMap& map, const char* key)
{
    const auto text = map.text(key);
    if (!text) return {};
    const QDate date = QDate::fromString(*text, Qt::ISODate);
    if (!date.isValid())
        map.report(key, QT_TRANSLATE_NOOP("Message", "a day such as \"2025-01-01\" was expected"));
    return date;
}

void readEffect(YamlMap& top, indicators::Scale& scale)
{
    const YAML::Node node = top.node("effective");
    if (!node.IsDefined()) return;
    YamlMap map(node, top.shownAs(), top.problems());
    scale.effectiveFrom = readDate(map, "from");
    scale.effectiveTo = readDate(map, "to");
    if (scale.effectiveFrom.isValid() && scale.effectiveTo.isValid() &&
        scale.effectiveTo < scale.effectiveFrom)
        map.report("to", QT_TRANSLATE_NOOP("Message", "is before the beginning"));
}

void readQuantity(YamlMap& top, indicators::Scale& scale)
{
    scale.quantity = top.requiredText("quantity");
    scale.unit = top.requiredText("unit");
    if (!scale.unit.isEmpty() && !city::isKnownUnit(scale.unit))
        top.report("unit", {QT_TRANSLATE_NOOP("Message", "\"%1\" is no UCUM unit the program can convert"),
                            {scale.unit}});
}

} // namespace

std::optional<indicators::Scale> readScale(const QString& file, Problems& problems)
{
    const YAML::Node root = loadYaml(file, file, problems);
    if (!root.IsDefined()) return std::nullopt;
    indicators::Scale scale;
    YamlMap top(root, file, problems);
    scale.id = top.requiredText("scale");
    if (!scale.id.isEmpty() && scale.id != QFileInfo(file).completeBaseName())
        top.report("scale", {QT_TRANSLATE_NOOP("Message", "the file of \"%1\" must be called %2"),
                             {scale.id, scale.id + QStringLiteral(".yaml")}});
    scale.version = top.requiredText("version");
    top.required("title");
    scale.title = top.localText("title").value_or(city::LocalText());
    scale.source = top.requiredText("source");
    readEffect(top, scale);
    const bool ofSeveral = top.has("inputs"), hasIndex = top.has("index");
    if (!ofSeveral || hasIndex) readQuantity(top, scale);
    if (!ofSeveral &&
        top.word("boundary", {QStringLiteral("lower"), QStringLiteral("upper")}) == QStringLiteral("upper"))
        scale.edge = indicators::Edge::UpperIsInside;
    readLevels(top, scale, !ofSeveral || hasIndex);
    if (ofSeveral) readScaleInputs(top, scale);
    return scale.id.isEmpty() ? std::nullopt : std::optional(std::move(scale));
}

} // namespace app
