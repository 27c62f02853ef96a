// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/criteria_reader.h"

#include "layers/city/quantity.h"

namespace app {

namespace {

constexpr double hugeNumber = 1e12;

/// The elements of a list, or none after a report.
std::vector<YAML::Node> list(YamlMap& map, const char* key)
{
    const YAML::Node node = map.required(key);
    if (node.IsSequence() && node.size() > 0) return {node.begin(), node.end()};
    if (node.IsDefined()) map.report(key, QT_TRANSLATE_NOOP("Message", "a list was expected"));
    return {};
}

indicators::Condition readCondition(const YAML::Node& node, YamlMap& parent)
{
    YamlMap map(node, parent.shownAs(), parent.problems());
    indicators::Condition condition;
    condition.quantity = map.requiredText("quantity");
    condition.atLeastOf = map.text("at-least-of").value_or(QString());
    if (condition.atLeastOf.isEmpty()) map.required("at-least");
    condition.atLeast = map.number("at-least", -hugeNumber, hugeNumber).value_or(0);
    return condition;
}

indicators::CriterionLevel readCriterionLevel(const YAML::Node& node, YamlMap& parent)
{
    YamlMap map(node, parent.shownAs(), parent.problems());
    indicators::CriterionLevel level;
    level.id = map.requiredText("id");
    map.required("word");
    level.word = map.localText("word").value_or(city::LocalText());
    level.colour = QColor(map.requiredText("colour"));
    if (!level.colour.isValid())
        map.report("colour", QT_TRANSLATE_NOOP("Message", "a colour such as \"#ff7e00\" was expected"));
    for (const YAML::Node& alternative : list(map, "any")) {
        if (!alternative.IsSequence() || alternative.size() == 0) {
            map.report(alternative, QStringLiteral("any"),
                       QT_TRANSLATE_NOOP("Message", "a list was expected"));
            continue;
        }
        std::vector<indicators::Condition> all;
        for (const YAML::Node& one : alternative)
            all.push_back(readCondition(one, map));
        level.alternatives.push_back(std::move(all));
    }
    return level;
}

indicators::GuidelineRow readRow(const YAML::Node& node, YamlMap& parent)
{
    YamlMap map(node, parent.shownAs(), parent.problems());
    indicators::GuidelineRow row;
    row.quantity = map.requiredText("quantity");
    row.averaging = map.requiredText("averaging");
    row.unit = map.requiredText("unit");
    if (!row.unit.isEmpty() && !city::isKnownUnit(row.unit))
        map.report("unit", {QT_TRANSLATE_NOOP("Message", "\"%1\" is no UCUM unit the program can convert"),
                            {row.unit}});
    for (const YAML::Node& one : list(map, "interim")) {
        double target = 0;
        const bool good = YAML::convert<double>::decode(one, target) &&
                          (row.interim.empty() || target < row.interim.back());
        if (!good)
            map.report(one, QStringLiteral("interim"),
                       QT_TRANSLATE_NOOP("Message", "each target must be below the one before"));
        row.interim.push_back(target);
    }
    map.required("level");
    row.guideline = map.number("level", 0, hugeNumber).value_or(0);
    if (!row.interim.empty() && row.guideline >= row.interim.back())
        map.report("level", QT_TRANSLATE_NOOP("Message", "must be below the targets"));
    row.exceedancesAllowed = static_cast<int>(map.number("days-above", 0, 366).value_or(0));
    return row;
}

} // namespace

std::optional<indicators::Criterion> readCriterion(const QString& file, Problems& problems)
{
    const YAML::Node root = loadYaml(file, file, problems);
    if (!root.IsDefined()) return std::nullopt;
    YamlMap top(root, file, problems);
    indicators::Criterion criterion;
    criterion.id = top.requiredText("criterion");
    criterion.version = top.requiredText("version");
    criterion.effectiveFrom = QDate::fromString(criterion.version, Qt::ISODate);
    top.required("title");
    criterion.title = top.localText("title").value_or(city::LocalText());
    criterion.source = top.requiredText("source");
    for (const YAML::Node& one : list(top, "levels"))
        criterion.levels.push_back(readCriterionLevel(one, top));
    if (const YAML::Node names = top.node("names"); names.IsDefined()) {
        YamlMap all(names, file, problems);
        all.allowAnyKey();
        for (const QString& name : all.keys())
            if (const auto text = all.localText(name.toUtf8().constData())) criterion.names.insert(name, *text);
    }
    return criterion.id.isEmpty() ? std::nullopt : std::optional(std::move(criterion));
}

std::optional<indicators::Guideline> readGuideline(const QString& file, Problems& problems)
{
    const YAML::Node root = loadYaml(file, file, problems);
    if (!root.IsDefined()) return std::nullopt;
    YamlMap top(root, file, problems);
    indicators::Guideline guideline;
    guideline.id = top.requiredText("guideline");
    guideline.version = top.requiredText("version");
    top.required("title");
    guideline.title = top.localText("title").value_or(city::LocalText());
    guideline.source = top.requiredText("source");
    for (const YAML::Node& one : list(top, "rows"))
        guideline.rows.push_back(readRow(one, top));
    return guideline.id.isEmpty() ? std::nullopt : std::optional(std::move(guideline));
}

} // namespace app
