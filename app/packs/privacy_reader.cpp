// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/privacy_reader.h"

#include "layers/release/privacy.h"

namespace app {

namespace {

constexpr int leastK = 2, mostK = 1000;

void readRule(YamlMap& map, city::Quantity& quantity)
{
    YamlMap rule(map.node("privacy"), map.shownAs(), map.problems());
    city::Privacy privacy;
    privacy.reveals = rule.text("reveals").value_or(QString());
    if (privacy.reveals.isEmpty()) {
        privacy.topic = rule.requiredText("topic");
        rule.required("k");
        privacy.k = static_cast<int>(rule.number("k", leastK, mostK).value_or(0));
        privacy.running = rule.flag("running").value_or(false);
    }
    quantity.privacy = privacy;
}

} // namespace

void readPrivacy(YamlMap& map, city::Quantity& quantity)
{
    const YAML::Node node = map.node("privacy");
    if (!node.IsDefined()) {
        if (release::countsPeople(quantity.unit))
            map.report("unit", {QT_TRANSLATE_NOOP("Message", "%1 counts people: say from how many on it may be told (privacy: {topic: health, k: 11}), "
                                                             "or that every number may be (privacy: none)"),
                                {quantity.id}});
        return;
    }
    if (node.IsScalar())
        map.word("privacy", {QStringLiteral("none")});
    else
        readRule(map, quantity);
}

void completePrivacy(const QString& file, city::QuantityCatalogue& quantities, Problems& problems)
{
    for (city::Quantity& one : quantities) {
        if (!one.privacy || one.privacy->reveals.isEmpty()) continue;
        const auto source = quantities.constFind(one.privacy->reveals);
        if (source != quantities.cend() && source->privacy && source->privacy->reveals.isEmpty()) {
            one.privacy->topic = source->privacy->topic;
            one.privacy->k = source->privacy->k;
            continue;
        }
        problems.push_back({file, QStringLiteral("privacy"),
                            {QT_TRANSLATE_NOOP("Message", "%1 reveals \"%2\", which is no quantity with a privacy of its own"),
                             {one.id, one.privacy->reveals}}});
    }
}

} // namespace app
