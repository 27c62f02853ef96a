// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/report_reader.h"

#include "app/packs/dashboard_reader.h"

#include <QFileInfo>

namespace app {

namespace {

using Kind = ReportBlockSpec::Kind;

const QList<QPair<QString, Kind>>& blockWords()
{
    static const QList<QPair<QString, Kind>> words{
        {QStringLiteral("headlines"), Kind::Headlines}, {QStringLiteral("tiles"), Kind::Tiles},
        {QStringLiteral("map"), Kind::Map},             {QStringLiteral("charts"), Kind::Charts},
        {QStringLiteral("table"), Kind::Table},         {QStringLiteral("alerts"), Kind::Alerts},
        {QStringLiteral("impact"), Kind::Impact},
        {QStringLiteral("feeds"), Kind::Feeds},         {QStringLiteral("attainment"), Kind::Attainment},
        {QStringLiteral("period"), Kind::Period},       {QStringLiteral("moments"), Kind::Moments},
        {QStringLiteral("text"), Kind::Text},           {QStringLiteral("note"), Kind::Note},
        {QStringLiteral("page"), Kind::Page}};
    return words;
}

QStringList words(const std::initializer_list<const char*> list)
{
    QStringList all;
    for (const char* word : list)
        all << QString::fromLatin1(word);
    return all;
}

/// Reads the blocks of one report; the vocabulary and the file are the same for all of them.
class BlockReader {
public:
    BlockReader(const Vocabulary& names, const StyleSources& styles, Problems& problems)
        : m_names(names), m_styles(styles), m_problems(problems)
    {
    }

    ReportBlockSpec read(YamlMap& map);

private:
    QString name(YamlMap& map, const char* key, Name sort);
    void readParts(YamlMap& map, const char* key, ReportBlockSpec& block);
    void readTable(YamlMap& map, ReportBlockSpec& block);
    void readPeriod(YamlMap& map, ReportBlockSpec& block);
    void readMoments(YamlMap& map, ReportBlockSpec& block);

    const Vocabulary& m_names;
    const StyleSources& m_styles;
    Problems& m_problems;
};

QString BlockReader::name(YamlMap& map, const char* key, Name sort)
{
    const QString word = map.text(key).value_or(QString());
    if (!word.isEmpty() && !m_names.all(sort).contains(word)) map.report(key, m_names.unknown(sort, word));
    return word;
}

// Asking for all parts would let a map stand among the tiles of a block without a word; only its own is asked for.
void BlockReader::readParts(YamlMap& map, const char* key, ReportBlockSpec& block)
{
    map.required(key);
    readDashboardParts(map, m_names, m_styles, m_problems, block.parts);
    for (const char* other : {"map", "tiles", "charts", "table"})
        if (qstrcmp(other, key) != 0 && map.has(other))
            map.report(other, {QT_TRANSLATE_NOOP("Message", "a block shows one thing; here it is \"%1\""), {QLatin1String(key)}});
}

void BlockReader::readTable(YamlMap& map, ReportBlockSpec& block)
{
    readParts(map, "table", block);
    block.limit = static_cast<int>(map.number("limit", 1, 1000).value_or(0));
}

void BlockReader::readPeriod(YamlMap& map, ReportBlockSpec& block)
{
    map.required("value");
    block.value = name(map, "value", Name::Quantity);
    block.of = name(map, "of", Name::PlaceKind);
    map.required("by");
    block.by = map.word("by", words({"day", "hour", "weekday", "place"})).value_or(QString());
    block.above = map.number("above", -1e9, 1e9);
    block.limit = static_cast<int>(map.number("limit", 1, 1000).value_or(0));
}

void BlockReader::readMoments(YamlMap& map, ReportBlockSpec& block)
{
    map.required("every");
    block.every = map.duration("every").value_or(city::Duration(0));
    if (block.every.count() != 0 && block.every < std::chrono::minutes(1))
        map.report("every", QT_TRANSLATE_NOOP("Message", "at least a minute was expected"));
    readParts(map, "tiles", block);
}

ReportBlockSpec BlockReader::read(YamlMap& map)
{
    ReportBlockSpec block;
    map.required("block");
    QStringList known;
    for (const auto& word : blockWords())
        known << word.first;
    const QString kind = map.word("block", known).value_or(QString());
    for (const auto& word : blockWords())
        if (word.first == kind) block.kind = word.second;
    block.title = map.localText("title").value_or(city::LocalText());
    switch (block.kind) {
    case Kind::Tiles: readParts(map, "tiles", block); break;
    case Kind::Map: readParts(map, "map", block); break;
    case Kind::Charts: readParts(map, "charts", block); break;
    case Kind::Table: readTable(map, block); break;
    case Kind::Period: readPeriod(map, block); break;
    case Kind::Moments: readMoments(map, block); break;
    case Kind::Impact:
        block.ofArea = map.word("of", words({"alerts", "area"})) == QStringLiteral("area");
        block.limit = static_cast<int>(map.number("limit", 1, 10).value_or(1));
        break;
    case Kind::Text:
        if (kind.isEmpty()) break; // what is wrong has been said
        map.required("text");
        block.text = map.localText("text").value_or(city::LocalText());
        break;
    default: break;
    }
    if (kind.isEmpty()) map.allowAnyKey();
    return block;
}

} // namespace

std::optional<ReportSpec> readReport(const QString& file, const Vocabulary& names, const StyleSources& styles, Problems& problems)
{
    const YAML::Node root = loadYaml(file, file, problems);
    if (!root.IsDefined()) return std::nullopt;
    YamlMap top(root, file, problems);
    if (!top.isValid()) return std::nullopt;
    ReportSpec spec;
    spec.id = top.requiredText("report");
    spec.order = static_cast<int>(top.number("order", 0, 1000).value_or(1000));
    top.required("title");
    spec.title = top.localText("title").value_or(city::LocalText());
    top.required("purpose");
    spec.purpose = top.localText("purpose").value_or(city::LocalText());
    spec.range = top.duration("range").value_or(spec.range);
    if (top.word("paper", words({"a4", "slides"})) == QStringLiteral("slides")) spec.paper = ReportSpec::Paper::Slides;
    const YAML::Node blocks = top.required("blocks");
    if (blocks.IsDefined() && !blocks.IsSequence())
        top.report("blocks", QT_TRANSLATE_NOOP("Message", "a list was expected, each entry beginning with \"-\""));
    for (const YAML::Node& node : blocks.IsDefined() && blocks.IsSequence() ? blocks : YAML::Node(YAML::NodeType::Sequence)) {
        YamlMap map(node, file, problems);
        if (map.isValid()) spec.blocks.push_back(BlockReader(names, styles, problems).read(map));
    }
    if (!spec.id.isEmpty() && spec.id != QFileInfo(file).completeBaseName())
        top.report("report", {QT_TRANSLATE_NOOP("Message", "the file of \"%1\" must be called %2"),
                              {spec.id, spec.id + QStringLiteral(".yaml")}});
    return spec;
}

} // namespace app
