// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/scale_input_reader.h"

#include "layers/city/quantity.h"

namespace app {

namespace {

constexpr double hugeNumber = 1e12;

using indicators::Edge;
using indicators::Input;
using Pair = std::optional<std::pair<double, double>>;

/// A pair of numbers, or nothing for "~"; reports anything else.
Pair readPair(YamlMap& map, const char* key, const YAML::Node& node)
{
    if (node.IsNull()) return std::nullopt;
    double from = 0, to = 0;
    const bool good = node.IsSequence() && node.size() == 2 && YAML::convert<double>::decode(node[0], from) &&
                      YAML::convert<double>::decode(node[1], to) && from < to &&
                      std::abs(from) < hugeNumber && std::abs(to) < hugeNumber;
    if (good) return std::pair(from, to);
    map.report(node, QString::fromLatin1(key),
               QT_TRANSLATE_NOOP("Message", "two numbers were expected, the smaller one first: [0, 500]"));
    return std::nullopt;
}

/// The two must touch: `b` begins one step after the end of `a`.
void checkTouching(YamlMap& map, const char* key, const YAML::Node& at, double aEnd, double bBegin,
                   double step)
{
    const double gap = bBegin - aEnd - step;
    const QStringList ends{QString::number(aEnd), QString::number(bBegin)};
    if (gap > step / 2)
        map.report(at, QString::fromLatin1(key),
                   {QT_TRANSLATE_NOOP("Message", "gap between %1 and %2"), ends});
    if (gap < -step / 2)
        map.report(
            at, QString::fromLatin1(key),
            {QT_TRANSLATE_NOOP("Message", "overlap: one ends with %1, the next begins with %2"), ends});
}

bool isListOf(YamlMap& map, const char* key, const YAML::Node& node, std::size_t size)
{
    if (node.IsSequence() && node.size() == size) return true;
    map.report(key, {QT_TRANSLATE_NOOP("Message", "a list of %1 was expected"), {QString::number(size)}});
    return false;
}

void readSegments(YamlMap& map, Input& input, std::size_t count)
{
    const YAML::Node node = map.required("bands");
    if (!node.IsDefined() || !isListOf(map, "bands", node, count)) return;
    const double step = std::pow(10.0, -input.rounding.decimals);
    Pair before;
    bool any = false;
    for (const YAML::Node& one : node) {
        const Pair pair = readPair(map, "bands", one);
        if (before && pair) checkTouching(map, "bands", one, before->second, pair->first, step);
        if (any && pair && !before)
            map.report(one, QStringLiteral("bands"),
                       QT_TRANSLATE_NOOP("Message", "gap: nothing before it, but there is an earlier one"));
        any = any || pair;
        before = pair;
        input.segments.push_back(pair);
    }
    if (!any) map.report("bands", QT_TRANSLATE_NOOP("Message", "there is not one band"));
}

/// The key says to which side a bound belongs and which way is worse.
struct BoundKey {
    const char* key;
    bool downwards;
    Edge edge;
    bool reciprocal;
};
constexpr BoundKey boundKeys[] = {{"from", false, Edge::LowerIsInside, false},
                                  {"above", false, Edge::UpperIsInside, false},
                                  {"below", true, Edge::LowerIsInside, false},
                                  {"up-to", true, Edge::UpperIsInside, false},
                                  {"one-over-below", false, Edge::UpperIsInside, true}};

void readBounds(YamlMap& map, Input& input, std::size_t count)
{
    const BoundKey* found = nullptr;
    for (const BoundKey& one : boundKeys) {
        if (map.has(one.key)) found = &one;
    }
    if (!found) {
        map.report("from",
                   QT_TRANSLATE_NOOP("Message", "from, above, below, up-to or one-over-below was expected"));
        return;
    }
    const YAML::Node node = map.node(found->key);
    if (!isListOf(map, found->key, node, count)) return;
    input.downwards = found->downwards;
    input.edge = found->edge;
    std::optional<double> before;
    for (const YAML::Node& one : node) {
        double bound = 0;
        input.bounds.emplace_back();
        if (one.IsNull()) continue;
        if (!YAML::convert<double>::decode(one, bound) || std::abs(bound) > hugeNumber ||
            (found->reciprocal && bound <= 0)) {
            map.report(one, QString::fromLatin1(found->key),
                       QT_TRANSLATE_NOOP("Message", "a number was expected"));
            continue;
        }
        if (found->reciprocal) bound = 1 / bound;
        if (before && (input.downwards ? bound >= *before : bound <= *before))
            map.report(one, QString::fromLatin1(found->key),
                       {QT_TRANSLATE_NOOP("Message", "overlap: the bound before it is %1"),
                        {QString::number(*before)}});
        before = bound;
        input.bounds.back() = bound;
    }
}

void readRounding(YamlMap& map, Input& input, bool needed)
{
    using Rule = indicators::Rounding::Rule;
    const auto decimals = map.number("decimals", 0, 6);
    const auto rule = map.word("round", {QStringLiteral("truncate"), QStringLiteral("half-up")});
    if (needed && !decimals) map.required("decimals");
    if (needed && !rule) map.required("round");
    input.rounding.decimals = static_cast<int>(decimals.value_or(0));
    if (rule) input.rounding.rule = *rule == QLatin1String("truncate") ? Rule::Truncate : Rule::HalfUp;
}

void readCondition(YamlMap& map, Input& input)
{
    const YAML::Node node = map.node("when");
    if (!node.IsDefined()) return;
    YamlMap when(node, map.shownAs(), map.problems());
    input.whenQuantity = when.requiredText("quantity");
    when.required("at-least");
    input.whenAtLeast = when.number("at-least", -hugeNumber, hugeNumber).value_or(0);
}

Input readInput(const QString& name, YamlMap& map, const indicators::Scale& scale)
{
    Input input;
    input.name = name;
    input.quantity = map.text("of").value_or(name);
    input.unit = map.requiredText("unit");
    if (!input.unit.isEmpty() && !city::isKnownUnit(input.unit))
        map.report("unit", {QT_TRANSLATE_NOOP("Message", "\"%1\" is no UCUM unit the program can convert"),
                            {input.unit}});
    input.averaging = map.requiredText("averaging");
    input.least = map.number("least", -hugeNumber, 0).value_or(0);
    readRounding(map, input, !scale.index.empty());
    if (scale.index.empty())
        readBounds(map, input, scale.levels.empty() ? 0 : scale.levels.size() - 1);
    else
        readSegments(map, input, scale.index.size());
    input.above = map.text("decided-above-by").value_or(QString());
    readCondition(map, input);
    return input;
}

void readIndex(YamlMap& top, indicators::Scale& scale)
{
    const YAML::Node node = top.node("index");
    if (!node.IsSequence() || node.size() == 0) {
        top.report("index",
                   QT_TRANSLATE_NOOP("Message", "a list of pairs was expected: [[0, 50], [51, 100]]"));
        return;
    }
    for (const YAML::Node& one : node) {
        const Pair pair = readPair(top, "index", one);
        if (!pair) continue;
        if (!scale.index.empty()) checkTouching(top, "index", one, scale.index.back().second, pair->first, 1);
        scale.index.emplace_back(static_cast<int>(pair->first), static_cast<int>(pair->second));
    }
    scale.extendsBeyond =
        top.word("beyond", {QStringLiteral("extend"), QStringLiteral("stay")}) == QStringLiteral("extend");
}

void checkNames(YamlMap& list, const indicators::Scale& scale)
{
    for (const Input& input : scale.inputs) {
        for (const QString& other : {input.above, input.whenQuantity}) {
            if (other.isEmpty() || scale.input(other)) continue;
            list.report(input.name.toUtf8().constData(),
                        {QT_TRANSLATE_NOOP("Message", "\"%1\" is no input of this scale"), {other}});
        }
    }
}

} // namespace

void readScaleInputs(YamlMap& top, indicators::Scale& scale)
{
    if (top.has("index")) readIndex(top, scale);
    const YAML::Node node = top.node("inputs");
    YamlMap list(node, top.shownAs(), top.problems());
    list.allowAnyKey();
    for (const QString& name : list.keys()) {
        const YAML::Node one = list.node(name.toUtf8().constData());
        YamlMap map(one, top.shownAs(), top.problems());
        const std::size_t before = top.problems().size();
        const Input input = readInput(name, map, scale);
        if (top.problems().size() == before) scale.inputs.push_back(input);
    }
    checkNames(list, scale);
}

} // namespace app
