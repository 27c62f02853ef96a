// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/alarm_condition_reader.h"

namespace app {

namespace {

constexpr double huge = 1e12;

QString known(YamlMap& map, const char* key, Name sort, const AlarmWords& words)
{
    const QString name = map.text(key).value_or(QString());
    if (!name.isEmpty() && !words.names.all(sort).contains(name)) map.report(key, words.names.unknown(sort, name));
    return name;
}

QString quantity(YamlMap& map, const AlarmWords& words)
{
    map.required("quantity");
    return known(map, "quantity", Name::Quantity, words);
}

alarms::Condition readThreshold(YamlMap& map, const AlarmWords& words)
{
    using alarms::Comparison;
    alarms::Threshold condition;
    condition.kind = known(map, "of", Name::PlaceKind, words);
    condition.quantity = quantity(map, words);
    condition.deadband = map.number("dead-band", 0, huge).value_or(0);
    int limits = 0;
    for (const auto& [key, comparison] : {std::pair("at-least", Comparison::AtLeast), std::pair("above", Comparison::Above),
                                          std::pair("at-most", Comparison::AtMost), std::pair("below", Comparison::Below)}) {
        const auto limit = map.number(key, -huge, huge);
        if (!map.has(key)) continue;
        ++limits;
        condition.comparison = comparison;
        condition.limit = limit.value_or(0);
    }
    if (limits != 1)
        map.report("quantity", QT_TRANSLATE_NOOP("Message", "needs one limit: at-least, above, at-most or below; or \"changes\" or \"unusual\""));
    return condition;
}

alarms::Condition readChange(YamlMap& map, const AlarmWords& words)
{
    alarms::RateOfChange condition;
    condition.kind = known(map, "of", Name::PlaceKind, words);
    condition.quantity = quantity(map, words);
    condition.by = map.number("changes", -huge, huge).value_or(0);
    map.required("within");
    condition.within = map.duration("within").value_or(city::Duration(0));
    if (condition.by == 0) map.report("changes", QT_TRANSLATE_NOOP("Message", "must not be 0: every value changes by that"));
    return condition;
}

alarms::Condition readExpected(YamlMap& map, const AlarmWords& words)
{
    const alarms::Condition limit = readThreshold(map, words);
    const auto& its = std::get<alarms::Threshold>(limit);
    const auto certainty = map.word("certainty", {QStringLiteral("likely"), QStringLiteral("possible")});
    if (its.deadband > 0) map.report("dead-band", QT_TRANSLATE_NOOP("Message", "has no meaning for what is only expected"));
    return alarms::Expected{its.kind, its.quantity, its.comparison, its.limit, map.duration("expected-within").value_or(city::Duration(0)),
                            certainty != QLatin1String("possible")};
}

alarms::Condition readUnusual(YamlMap& map, const AlarmWords& words)
{
    alarms::Unusual condition;
    condition.kind = known(map, "of", Name::PlaceKind, words);
    condition.quantity = quantity(map, words);
    condition.enter = map.number("unusual", 0.5, 100).value_or(3);
    condition.leave = map.number("leave", 0, 100).value_or(std::min(2.0, condition.enter));
    const auto direction = map.word("direction", {QStringLiteral("up"), QStringLiteral("down"), QStringLiteral("both")});
    condition.upwards = direction != QLatin1String("down");
    condition.downwards = direction != QLatin1String("up");
    return condition;
}

alarms::Condition readSilence(YamlMap& map, const AlarmWords& words)
{
    alarms::Silence condition;
    condition.feed = map.requiredText("feed");
    QStringList feeds;
    for (const feeds::FeedSpec& feed : words.feeds) feeds << feed.id;
    if (!condition.feed.isEmpty() && !feeds.contains(condition.feed))
        map.report("feed", {QT_TRANSLATE_NOOP("Message", "there is no feed \"%1\"; the nearest is \"%2\""), {condition.feed, nearestWord(condition.feed, feeds)}});
    map.required("silent");
    condition.after = map.duration("silent").value_or(city::Duration(0));
    return condition;
}

alarms::Condition readEntering(YamlMap& map, const AlarmWords& words)
{
    alarms::Entering condition;
    const bool vehicle = map.has("vehicle");
    condition.what = vehicle ? alarms::Entering::What::Vehicle : alarms::Entering::What::Event;
    condition.kind = known(map, vehicle ? "vehicle" : "event", vehicle ? Name::VehicleKind : Name::EventKind, words);
    condition.areas = map.texts("areas");
    for (const QString& code : std::as_const(condition.areas))
        if (words.areas.find(code) < 0) map.report("areas", {QT_TRANSLATE_NOOP("Message", "there is no area of the code \"%1\""), {code}});
    condition.withinKm = map.number("within-km", 0, 20'000).value_or(0);
    if (vehicle) return condition;
    condition.quantity = known(map, "quantity", Name::Quantity, words);
    if (!condition.quantity.isEmpty()) map.required("at-least");
    condition.limit = map.number("at-least", -huge, huge).value_or(0);
    condition.lasts = map.duration("lasts").value_or(std::chrono::hours(1));
    return condition;
}

alarms::Condition readWarning(YamlMap& map)
{
    const QStringList severities{QStringLiteral("Extreme"), QStringLiteral("Severe"), QStringLiteral("Moderate")};
    alarms::Warning condition;
    for (const QString& word : map.texts("alerts")) {
        if (word == QLatin1String("all")) continue;
        if (!severities.contains(word))
            map.report("alerts", {QT_TRANSLATE_NOOP("Message", "\"%1\" is not known; expected one of: %2"), {word, QStringLiteral("all, ") + severities.join(QStringLiteral(", "))}});
        condition.severities << word;
    }
    return condition;
}

} // namespace

alarms::Condition readAlarmCondition(YamlMap& rule, const AlarmWords& words)
{
    YamlMap map(rule.required("when"), rule.shownAs(), rule.problems());
    if (!map.isValid()) return alarms::Combination();
    if (map.has("alerts")) return readWarning(map);
    if (map.has("feed")) return readSilence(map, words);
    if (map.has("event") || map.has("vehicle")) return readEntering(map, words);
    if (map.has("all") || map.has("any") || map.has("none")) return alarms::Combination{map.texts("all"), map.texts("any"), map.texts("none")};
    if (map.has("changes")) return readChange(map, words);
    if (map.has("expected-within")) return readExpected(map, words);
    if (map.has("unusual")) return readUnusual(map, words);
    return readThreshold(map, words);
}

} // namespace app
