// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/situation_reader.h"

#include "app/packs/expression.h"

#include <QFileInfo>
#include <cmath>

namespace app {

namespace {

constexpr double hugeNumber = 1e12;

void readThreshold(YamlMap& map, SituationRule& rule)
{
    static const std::vector<std::pair<const char*, const char*>> words{
        {"at-least", ">="}, {"above", ">"}, {"at-most", "<="}, {"below", "<"}};
    for (const auto& [key, comparison] : words) {
        const auto number = map.number(key, -hugeNumber, hugeNumber);
        if (!number) continue;
        if (!rule.comparison.isEmpty())
            map.report(key, QT_TRANSLATE_NOOP("Message", "one threshold is enough"));
        rule.comparison = QLatin1String(comparison);
        rule.threshold = *number;
    }
    if (rule.comparison.isEmpty())
        map.report("value",
                   QT_TRANSLATE_NOOP("Message", "a threshold is missing: at-least, above, at-most or below"));
}

/// Nothing when the rule is wrong, or speaks of what this pack does not know.
std::optional<SituationRule> readRule(const YAML::Node& node, const QString& file, RulesOf whose,
                                      const Vocabulary& names, Problems& problems)
{
    YamlMap map(node, file, problems);
    if (!map.isValid()) return std::nullopt;
    SituationRule rule;
    rule.subject = map.requiredText("subject");
    const QString value = map.requiredText("value");
    readThreshold(map, rule);
    rule.alarm = static_cast<int>(std::lround(map.number("alarm", 1, 3).value_or(rule.alarm)));
    map.required("say");
    rule.say = map.localText("say").value_or(city::LocalText());
    const auto expression = parseExpression(value, names);
    if (expression.ok()) {
        rule.value = *expression;
        return rule.subject.isEmpty() || rule.comparison.isEmpty() ? std::nullopt : std::optional(rule);
    }
    if (whose == RulesOf::Pack) map.report("value", expression.problem().text);
    return std::nullopt;
}

} // namespace

std::vector<SituationRule> readSituation(const QString& file, RulesOf whose, const Vocabulary& names,
                                         Problems& problems)
{
    std::vector<SituationRule> rules;
    if (!QFileInfo::exists(file)) return rules;
    const YAML::Node root = loadYaml(file, file, problems);
    if (!root.IsDefined()) return rules;
    YamlMap top(root, file, problems);
    const YAML::Node all = top.required("situation");
    if (!all.IsSequence()) {
        if (all.IsDefined()) top.report("situation", QT_TRANSLATE_NOOP("Message", "a list was expected"));
        return rules;
    }
    for (const YAML::Node& one : all)
        if (auto rule = readRule(one, file, whose, names, problems)) rules.push_back(std::move(*rule));
    return rules;
}

} // namespace app
