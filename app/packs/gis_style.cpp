// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/gis_style.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>

namespace app {

namespace {

constexpr double widest = 100; // pixels

QColor colourOf(YamlMap& map, const char* key, const QString& text)
{
    static const QRegularExpression form(QStringLiteral("^#([0-9a-fA-F]{6}|[0-9a-fA-F]{8})$"));
    if (form.match(text).hasMatch()) return QColor(text);
    map.report(
        key,
        {QT_TRANSLATE_NOOP(
             "Message",
             "\"%1\" is no colour; expected one like \"#3366cc\" or, with its opacity first, \"#803366cc\""),
         {text}});
    return {};
}

QColor readColourOf(YamlMap& map, const char* key)
{
    const auto text = map.text(key);
    return text ? colourOf(map, key, *text) : QColor();
}

// Reads one of the mappings of the file, if it is there.
template<typename Read> void part(YamlMap& map, const char* key, Read read)
{
    const YAML::Node node = map.node(key);
    if (!node.IsDefined()) return;
    YamlMap inner(node, map.shownAs(), map.problems());
    if (inner.isValid()) read(inner);
}

void readValue(YamlMap& map, GisStyle& style)
{
    style.valueField = map.requiredText("field");
    style.noValue = readColourOf(map, "none");
    for (const QString& text : map.texts("colours"))
        style.colours.push_back(colourOf(map, "colours", text));
    for (const QString& text : map.texts("breaks")) {
        bool good = false;
        style.breaks.push_back(text.toDouble(&good));
        if (!good) map.report("breaks", {QT_TRANSLATE_NOOP("Message", "\"%1\" is no number"), {text}});
    }
    if (!std::is_sorted(style.breaks.begin(), style.breaks.end()))
        map.report("breaks", QT_TRANSLATE_NOOP("Message", "the numbers must ascend"));
    if (style.colours.size() != style.breaks.size() + 1)
        map.report("colours",
                   {QT_TRANSLATE_NOOP("Message", "%1 breaks make %2 classes; there are %3 colours"),
                    {QString::number(style.breaks.size()), QString::number(style.breaks.size() + 1),
                     QString::number(style.colours.size())}});
}

} // namespace

std::optional<GisStyle> readGisStyle(const QString& file, const StyleSources& sources,
                                     std::vector<city::Problem>& problems)
{
    const std::size_t before = problems.size();
    const YAML::Node root = loadYaml(file, file, problems);
    if (!root.IsDefined()) return {};
    GisStyle style;
    {
        YamlMap map(root, file, problems);
        if (!map.isValid()) return {};
        style.background = readColourOf(map, "background");
        style.style = readStyle(map, sources, StyleOf::Features);
        if (style.style) style.labelField = map.text("label").value_or(QString());
        part(map, "point", [&style](YamlMap& point) {
            style.pointRadius = point.number("radius", 0.25, widest).value_or(style.pointRadius);
            style.point = readColourOf(point, "colour");
        });
        part(map, "line", [&style](YamlMap& line) {
            style.lineWidth = line.number("width", 0, widest).value_or(style.lineWidth);
            style.line = readColourOf(line, "colour");
        });
        part(map, "polygon", [&style](YamlMap& polygon) {
            style.outlineWidth = polygon.number("width", 0, widest).value_or(style.outlineWidth);
            style.fill = readColourOf(polygon, "fill");
            style.outline = readColourOf(polygon, "outline");
        });
        part(map, "value", [&style](YamlMap& value) { readValue(value, style); });
    } // unknown keys are reported here
    return problems.size() == before ? std::optional(style) : std::nullopt;
}

} // namespace app
