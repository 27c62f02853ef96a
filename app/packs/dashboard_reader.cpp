// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/dashboard_reader.h"

#include "app/packs/expression.h"
#include "app/packs/style_words.h"

#include <QFileInfo>

namespace app {

namespace {

QStringList words(std::initializer_list<const char*> list)
{
    QStringList all;
    for (const char* word : list)
        all << QString::fromLatin1(word);
    return all;
}

/// Reads the parts of one dashboard; the vocabulary and the file are the same for all of them.
class DashboardReader {
public:
    DashboardReader(const Vocabulary& names, const StyleSources& styles, Problems& problems)
        : m_names(names), m_styles(styles), m_problems(problems)
    {
    }

    DashboardSpec read(YamlMap& top);
    /// What there is of map, layers, tiles, charts and table.
    void readParts(YamlMap& top, DashboardSpec& spec);

private:
    /// Calls `readOne` with each mapping of a list.
    template<typename ReadOne> void each(YamlMap& top, const char* key, ReadOne readOne);
    /// The text of `key`, which must be a name of `sort`; empty when absent.
    QString name(YamlMap& map, const char* key, Name sort);
    city::LocalText title(YamlMap& map);
    void checkSameUnit(YamlMap& map, const char* key, const QString& a, const QString& unit);

    MapLayerSpec readMapLayer(YamlMap& map);
    QString readMapPalette(YamlMap& map);
    TileSpec readTile(YamlMap& map);
    ChartSpec readChart(YamlMap& map);
    TableSpec readTable(YamlMap& map);
    void checkColumns(YamlMap& map, const TableSpec& table);

    const Vocabulary& m_names;
    const StyleSources& m_styles;
    Problems& m_problems;
};

template<typename ReadOne> void DashboardReader::each(YamlMap& top, const char* key, ReadOne readOne)
{
    const YAML::Node list = top.node(key);
    if (!list.IsDefined()) return;
    if (!list.IsSequence()) {
        top.report(key, QT_TRANSLATE_NOOP("Message", "a list was expected, each entry beginning with \"-\""));
        return;
    }
    for (const YAML::Node& node : list) {
        YamlMap map(node, top.shownAs(), m_problems);
        if (map.isValid()) readOne(map);
    }
}

QString DashboardReader::name(YamlMap& map, const char* key, Name sort)
{
    const QString word = map.text(key).value_or(QString());
    if (!word.isEmpty() && !m_names.all(sort).contains(word)) map.report(key, m_names.unknown(sort, word));
    return word;
}

city::LocalText DashboardReader::title(YamlMap& map)
{
    map.required("title");
    return map.localText("title").value_or(city::LocalText());
}

void DashboardReader::checkSameUnit(YamlMap& map, const char* key, const QString& quantity,
                                    const QString& unit)
{
    const auto known = m_names.quantities.constFind(quantity);
    if (known == m_names.quantities.cend() || unit.isEmpty() || city::convertUnit(1, known->unit, unit))
        return;
    map.report(key, {QT_TRANSLATE_NOOP("Message", "%1 is in %2, which %3 cannot be converted to"),
                     {quantity, known->unit, unit}});
}

MapLayerSpec DashboardReader::readMapLayer(YamlMap& map)
{
    static const QStringList kinds = words({"points", "choropleth", "lines", "alerts", "events", "clusters",
                                            "hexagons", "heat", "flows", "wind", "isolines", "surface", "vehicles"});
    MapLayerSpec spec;
    spec.layer = map.requiredText("layer");
    spec.title = title(map);
    map.required("kind");
    spec.kind = map.word("kind", kinds).value_or(QString());
    const auto is = [&spec](std::initializer_list<const char*> some) {
        return words(some).contains(spec.kind);
    };
    spec.of = name(map, "of",
                   is({"events"})     ? Name::EventKind
                   : is({"vehicles"}) ? Name::VehicleKind
                                      : Name::PlaceKind);
    if (spec.of.isEmpty() &&
        is({"events", "points", "lines", "clusters", "hexagons", "heat", "flows", "vehicles"}))
        map.required("of");
    spec.value = name(map, "value", Name::Quantity);
    if (is({"choropleth", "flows", "wind", "isolines", "surface"})) map.required("value");
    if (is({"wind"})) map.required("direction");
    spec.direction = name(map, "direction", Name::Quantity);
    spec.scale = name(map, "scale", Name::Scale);
    if (!spec.scale.isEmpty()) checkSameUnit(map, "scale", spec.value, m_names.scales.value(spec.scale).unit);
    spec.palette = readMapPalette(map);
    spec.label = map.word("label", words({"value", "name"})).value_or(QString());
    spec.colour = readColour(map, "colour");
    spec.size = name(map, "size", Name::Quantity);
    spec.show = map.flag("show").value_or(true);
    spec.style = readStyle(map, m_styles, StyleOf::Places);
    readVisibility(map, spec.minMetresPerPixel, spec.maxMetresPerPixel);
    return spec;
}

// The theme has a palette of its own round "usual".
QString DashboardReader::readMapPalette(YamlMap& map)
{
    const QString own = QStringLiteral("diverging");
    return map.text("palette") == own ? own : readPaletteName(map, "palette", m_styles.palettes);
}

TileSpec DashboardReader::readTile(YamlMap& map)
{
    TileSpec tile;
    tile.title = title(map);
    const QString text = map.requiredText("value");
    if (!text.isEmpty()) {
        const city::Result<Expression> value = parseExpression(text, m_names);
        if (value.ok())
            tile.value = *value;
        else
            map.report("value", value.problem().text);
    }
    tile.by = name(map, "by", Name::Level);
    tile.spark = name(map, "spark", Name::Quantity);
    tile.detail = map.text("detail").value_or(QString());
    tile.needs = map.localText("needs").value_or(city::LocalText());
    return tile;
}

ChartSpec DashboardReader::readChart(YamlMap& map)
{
    ChartSpec chart;
    map.required("kind");
    chart.kind =
        map.word("kind", words({"series", "bars", "levels", "events", "histogram", "exceedance", "divert", "incidence"}))
            .value_or(QString());
    const auto is = [&chart](const char* kind) { return chart.kind == QLatin1String(kind); };
    chart.title = title(map);
    if (chart.kind != QLatin1String("events")) map.required("value");
    chart.value = name(map, "value", Name::Quantity);
    for (const QString& also : map.texts("also")) {
        if (!m_names.quantities.contains(also))
            map.report("also", m_names.unknown(Name::Quantity, also));
        else
            checkSameUnit(map, "also", also, m_names.quantities.value(chart.value).unit);
        chart.also << also;
    }
    chart.of = name(map, "of", Name::Kind);
    chart.by = map.word("by", words({"next level down", "places", "corridors"}) + m_names.levels).value_or(QString());
    chart.range = map.duration("range");
    chart.limit = static_cast<int>(map.number("limit", 1, 100).value_or(12));
    if (is("exceedance") || is("divert")) {
        const char* key = is("divert") ? "full" : "above";
        map.required(key);
        chart.threshold = map.number(key, -1e9, 1e9).value_or(0);
    }
    if (is("exceedance")) chart.ofDay = map.word("of-day", words({"mean", "max"})).value_or(QStringLiteral("mean"));
    if ((is("exceedance") || is("divert") || is("incidence")) && chart.of.isEmpty()) map.required("of");
    chart.needs = map.localText("needs").value_or(city::LocalText());
    return chart;
}

void DashboardReader::checkColumns(YamlMap& map, const TableSpec& table)
{
    static const QMap<QString, QStringList> known{
        {QStringLiteral("places"), words({"name", "area", "level", "age"})},
        {QStringLiteral("areas"), words({"name", "area", "level", "age", "people"})},
        {QStringLiteral("alerts"), words({"name", "area", "age", "severity", "urgency", "certainty",
                                          "effective", "expires", "people", "sender"})},
        {QStringLiteral("events"), words({"name", "area", "age", "kind", "begins", "ends"})},
        {QStringLiteral("feeds"), words({"name", "age", "state", "publisher"})}};
    const QStringList fixed = known.value(table.rows);
    const bool measured = table.rows == QLatin1String("places") || table.rows == QLatin1String("areas") ||
                          table.rows == QLatin1String("events");
    for (const QString& column : table.columns) {
        if (fixed.contains(column) || (measured && m_names.quantities.contains(column))) continue;
        map.report("columns",
                   {QT_TRANSLATE_NOOP(
                        "Message",
                        "\"%1\" is no column of %2; expected %3, or a quantity of places, areas and events"),
                    {column, table.rows, fixed.join(QStringLiteral(", "))}});
    }
    const QString sort = table.sort.startsWith(QLatin1Char('-')) ? table.sort.mid(1) : table.sort;
    if (!sort.isEmpty() && !table.columns.contains(sort))
        map.report("sort",
                   {QT_TRANSLATE_NOOP("Message", "\"%1\" is none of the columns; expected one of: %2"),
                    {sort, table.columns.join(QStringLiteral(", "))}});
}

TableSpec DashboardReader::readTable(YamlMap& map)
{
    TableSpec table;
    if (!map.isValid()) return table;
    map.required("rows");
    table.rows =
        map.word("rows", words({"places", "areas", "alerts", "events", "feeds"})).value_or(QString());
    const bool events = table.rows == QLatin1String("events");
    // Several kinds of events may share a table.
    const Name sort = events ? Name::EventKind : Name::PlaceKind;
    for (const QString& kind : events ? map.texts("of") : QStringList{map.text("of").value_or(QString())}) {
        if (!kind.isEmpty() && !m_names.all(sort).contains(kind)) map.report("of", m_names.unknown(sort, kind));
        table.of += (table.of.isEmpty() ? QString() : QStringLiteral(" ")) + kind;
    }
    if (table.rows == QLatin1String("places")) map.required("of");
    map.required("columns");
    table.columns = map.texts("columns");
    table.sort = map.text("sort").value_or(QString());
    if (!table.rows.isEmpty()) checkColumns(map, table);
    return table;
}

void DashboardReader::readParts(YamlMap& top, DashboardSpec& spec)
{
    QStringList seen;
    each(top, "map", [&](YamlMap& map) {
        spec.map.push_back(readMapLayer(map));
        const QString& id = spec.map.back().layer;
        if (!id.isEmpty() && seen.contains(id))
            map.report("layer", {QT_TRANSLATE_NOOP("Message", "\"%1\" stands here twice"), {id}});
        seen << id;
    });
    spec.layers = top.texts("layers");
    for (const QString& layer : std::as_const(spec.layers)) {
        if (!m_names.layers.contains(layer)) top.report("layers", m_names.unknown(Name::Layer, layer));
    }
    each(top, "tiles", [&](YamlMap& map) { spec.tiles.push_back(readTile(map)); });
    each(top, "charts", [&](YamlMap& map) { spec.charts.push_back(readChart(map)); });
    spec.cards = top.texts("cards");
    for (const QString& card : std::as_const(spec.cards)) {
        const QStringList known = words({"situation", "criteria"});
        if (!known.contains(card))
            top.report("cards", {QT_TRANSLATE_NOOP("Message", "there is no card \"%1\"; expected one of: %2"),
                                 {card, known.join(QStringLiteral(", "))}});
    }
    YamlMap table(top.node("table"), top.shownAs(), m_problems);
    spec.table = readTable(table);
}

DashboardSpec DashboardReader::read(YamlMap& top)
{
    DashboardSpec spec;
    spec.id = top.requiredText("dashboard");
    spec.icon = top.text("icon").value_or(QString());
    spec.order = static_cast<int>(top.number("order", 0, 1000).value_or(1000));
    spec.title = title(top);
    top.required("question");
    spec.question = top.localText("question").value_or(city::LocalText());
    top.required("map");
    top.required("tiles");
    readParts(top, spec);
    return spec;
}

} // namespace

std::optional<DashboardSpec> readDashboard(const QString& file, const Vocabulary& names,
                                           const StyleSources& styles, Problems& problems)
{
    const YAML::Node root = loadYaml(file, file, problems);
    if (!root.IsDefined()) return std::nullopt;
    YamlMap top(root, file, problems);
    if (!top.isValid()) return std::nullopt;
    DashboardSpec spec = DashboardReader(names, styles, problems).read(top);
    if (!spec.id.isEmpty() && spec.id != QFileInfo(file).completeBaseName())
        top.report("dashboard", {QT_TRANSLATE_NOOP("Message", "the file of \"%1\" must be called %2"),
                                 {spec.id, spec.id + QStringLiteral(".yaml")}});
    return spec;
}

void readDashboardParts(YamlMap& map, const Vocabulary& names, const StyleSources& styles, Problems& problems, DashboardSpec& spec)
{
    DashboardReader(names, styles, problems).readParts(map, spec);
}

} // namespace app
