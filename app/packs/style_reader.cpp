// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/style_reader.h"

#include "app/packs/icon_file.h"
#include "app/packs/style_words.h"
#include "app/packs/vocabulary.h"
#include "layers/map/kinds/styled.h"

#include <algorithm>

namespace app {

namespace {

constexpr double widest = 100; // pixels

// The word of `key` as one of an enumeration, by its place in the list.
template<typename Enum> void word(YamlMap& map, const char* key, const QStringList& words, Enum& into)
{
    if (const auto found = map.word(key, words)) into = static_cast<Enum>(words.indexOf(*found));
}

void number(YamlMap& map, const char* key, double least, double most, double& into)
{
    into = map.number(key, least, most).value_or(into);
}

/// Reads one `style:`; keys that mean nothing for it are mistakes.
class StyleReader {
public:
    StyleReader(const StyleSources& sources, StyleOf of) : m_sources(sources), m_of(of) {}

    ReadStyle read(YamlMap& map)
    {
        if (m_of == StyleOf::Features)
            word(map, "draw",
                 {QStringLiteral("features"), QStringLiteral("clusters"), QStringLiteral("hexagons"),
                  QStringLiteral("heat"), QStringLiteral("flows"), QStringLiteral("wind"),
                  QStringLiteral("isolines")},
                 m_style.draw);
        readLook(map);
        readShapes(map);
        part(map, "by", [this](YamlMap& by) { readBy(by); });
        part(map, "labels", [this](YamlMap& labels) { readLabels(labels); });
        number(map, "cell", 1, 1e6, m_style.cell);
        number(map, "reach", 1, 1e6, m_style.reach);
        number(map, "interval", 1e-9, 1e9, m_style.interval);
        if (m_of == StyleOf::Features) readFields(map);
        return {m_style, m_icon, map.has("by")};
    }

private:
    template<typename Read> void part(YamlMap& map, const char* key, Read read)
    {
        const YAML::Node node = map.node(key);
        if (!node.IsDefined()) return;
        YamlMap inner(node, map.shownAs(), map.problems());
        if (inner.isValid()) read(inner);
    }

    void readLook(YamlMap& map)
    {
        m_style.colour = readColour(map, "colour");
        if (map.text("outline") == QStringLiteral("none"))
            m_style.outline = QStringLiteral("none");
        else
            m_style.outline = readColour(map, "outline");
        m_style.casing = readColour(map, "casing");
        m_style.halo = readColour(map, "halo");
        number(map, "opacity", 0, 1, m_style.opacity);
        number(map, "radius", 0.25, widest, m_style.radius);
        number(map, "width", 0, widest, m_style.width);
        number(map, "outline-width", 0, widest, m_style.outlineWidth);
        number(map, "offset", -widest, widest, m_style.offset);
    }

    void readShapes(YamlMap& map)
    {
        word(map, "shape",
             {QStringLiteral("circle"), QStringLiteral("square"), QStringLiteral("triangle"),
              QStringLiteral("diamond"), QStringLiteral("cross"), QStringLiteral("ring")},
             m_style.shape);
        word(map, "stroke",
             {QStringLiteral("solid"), QStringLiteral("dashed"), QStringLiteral("dotted"),
              QStringLiteral("dash-dot")},
             m_style.stroke);
        word(map, "arrows", {QStringLiteral("none"), QStringLiteral("along"), QStringLiteral("end")},
             m_style.arrows);
        m_style.icon = map.text("icon").value_or(QString());
        if (m_style.icon.isEmpty()) return;
        city::Result<QByteArray> icon = readIcon(m_style.icon, m_sources.resources, m_sources.folder);
        if (icon.ok())
            m_icon = icon.value();
        else
            map.report("icon", icon.problem().text);
    }

    void readBy(YamlMap& map)
    {
        map::ColourBy& by = m_style.by;
        if (m_of == StyleOf::Features) by.field = map.requiredText("field");
        readClasses(map);
        readPalette(map);
        by.none = readColour(map, "none");
        by.other = readColour(map, "other");
        by.texts = map.texts("texts");
        by.unit = map.text("unit").value_or(QString());
    }

    // "classes: jenks" with "count: 5", "classes: [10, 20]", or "categories: {word: colour}".
    void readClasses(YamlMap& map)
    {
        map::ColourBy& by = m_style.by;
        const YAML::Node classes = map.node("classes");
        if (classes.IsDefined() && classes.IsSequence()) {
            by.method = map::ClassMethod::Given;
            for (const QString& text : map.texts("classes")) {
                bool good = false;
                by.breaks.push_back(text.toDouble(&good));
                if (!good)
                    map.report("classes", {QT_TRANSLATE_NOOP("Message", "\"%1\" is no number"), {text}});
            }
            if (!std::is_sorted(by.breaks.begin(), by.breaks.end()))
                map.report("classes", QT_TRANSLATE_NOOP("Message", "the numbers must ascend"));
        } else {
            word(map, "classes",
                 {QStringLiteral("quantiles"), QStringLiteral("jenks"), QStringLiteral("equal"),
                  QStringLiteral("pretty"), QStringLiteral("deviation")},
                 by.method);
        }
        by.classes = static_cast<int>(map.number("count", 2, 12).value_or(by.classes));
        const YAML::Node categories = map.node("categories");
        if (!categories.IsDefined()) return;
        by.way = map::ColourBy::Way::Categories;
        if (categories.IsScalar()) { // categories: all
            map.word("categories", {QStringLiteral("all")});
            return;
        }
        part(map, "categories", [&by](YamlMap& words) {
            for (const QString& value : words.keys())
                by.categories.push_back({value, readColour(words, value.toUtf8().constData()), {}});
        });
    }

    void readPalette(YamlMap& map)
    {
        map::ColourBy& by = m_style.by;
        by.palette = readPaletteName(map, "palette", m_sources.palettes);
        by.reversed = map.flag("reverse").value_or(false);
        for (const QString& text : map.texts("colours")) {
            if (!isColour(text)) map.report("colours", noColour(text));
            by.colours << text;
        }
        const auto classes = by.method == map::ClassMethod::Given ? by.breaks.size() + 1
                                                                  : static_cast<std::size_t>(by.classes);
        if (!by.colours.isEmpty() && static_cast<std::size_t>(by.colours.size()) != classes)
            map.report("colours", {QT_TRANSLATE_NOOP("Message", "there are %1 classes and %2 colours"),
                                   {QString::number(classes), QString::number(by.colours.size())}});
    }

    void readLabels(YamlMap& map)
    {
        map::LabelBy& label = m_style.label;
        number(map, "size", 6, 60, label.pixels);
        label.colour = readColour(map, "colour");
        label.halo = readColour(map, "halo");
        label.bold = map.flag("bold").value_or(false);
        label.along = map.flag("along").value_or(false);
        number(map, "repeat", 40, 10000, label.repeat);
        if (m_of == StyleOf::Features) label.priorityField = map.text("priority").value_or(QString());
    }

    void readFields(YamlMap& map)
    {
        part(map, "size", [this](YamlMap& size) {
            m_style.size.field = size.requiredText("field");
            number(size, "from", 0, widest, m_style.size.least);
            number(size, "to", 0.5, widest, m_style.size.most);
            number(size, "full", 1e-9, 1e15, m_style.size.full);
        });
        m_style.weightField = map.text("weight").value_or(QString());
        const QStringList to = map.texts("to");
        if (map.has("to") && to.size() != 2)
            map.report("to",
                       QT_TRANSLATE_NOOP("Message", "the names of two fields were expected: [LON, LAT]"));
        m_style.toLon = to.value(0);
        m_style.toLat = to.value(1);
        part(map, "wind", [this](YamlMap& wind) {
            m_style.speedField = wind.requiredText("speed");
            m_style.directionField = wind.requiredText("direction");
            const QString unit =
                wind.word("unit", {QStringLiteral("m/s"), QStringLiteral("km/h"), QStringLiteral("kn")})
                    .value_or(QStringLiteral("m/s"));
            m_style.speedFactor = unit == QLatin1String("km/h") ? 1 / 3.6
                                  : unit == QLatin1String("kn") ? 1852.0 / 3600
                                                                : 1;
        });
        if (m_style.draw == map::Drawing::Wind) map.required("wind");
        if (m_style.draw == map::Drawing::Isolines) map.required("weight");
    }

    const StyleSources& m_sources;
    StyleOf m_of;
    map::VectorStyle m_style;
    QByteArray m_icon;
};

} // namespace

std::optional<ReadStyle> readStyle(YamlMap& layer, const StyleSources& sources, StyleOf of)
{
    const YAML::Node node = layer.node("style");
    if (!node.IsDefined()) return std::nullopt;
    YamlMap map(node, layer.shownAs(), layer.problems());
    if (!map.isValid()) return std::nullopt;
    return StyleReader(sources, of).read(map);
}

void checkStyleFields(YamlMap& layer, const map::VectorStyle& style, const QStringList& fields)
{
    for (const QString& field : map::missingFields(style, fields))
        layer.report("style", {QT_TRANSLATE_NOOP("Message", "the layer has no field \"%1\"; it has: %2"),
                               {field, fields.join(QStringLiteral(", "))}});
}

} // namespace app
