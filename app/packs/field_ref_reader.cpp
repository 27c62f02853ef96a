// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/field_ref_reader.h"

#include "app/packs/vocabulary.h"

#include <cmath>

namespace app {

namespace {

/// A regular expression under `key`; nothing, and a problem, when it is none.
std::optional<QRegularExpression> readPattern(YamlMap& form, const char* key, const QString& text)
{
    QRegularExpression pattern(text, QRegularExpression::UseUnicodePropertiesOption);
    if (pattern.isValid() && text.size() <= 500) return pattern;
    form.report(key, {QT_TRANSLATE_NOOP("Message", "\"%1\" is no regular expression: %2"),
                      {text.left(60), pattern.errorString()}});
    return std::nullopt;
}

/// Rules are done in the order match, replace, width, case, squeeze.
std::vector<feeds::TextRule> readRules(YamlMap& form)
{
    using Kind = feeds::TextRule::Kind;
    std::vector<feeds::TextRule> rules;
    if (const auto text = form.text("match")) {
        if (const auto pattern = readPattern(form, "match", *text))
            rules.push_back({Kind::Match, *pattern, {}});
    }
    const YAML::Node node = form.node("replace");
    YamlMap list(node, form.shownAs(), form.problems());
    list.allowAnyKey();
    for (const QString& from : list.keys()) {
        const QByteArray key = from.toUtf8();
        const YAML::Node to = list.node(key.constData());
        if (const auto pattern = readPattern(form, "replace", from))
            rules.push_back({Kind::Replace, *pattern, QString::fromStdString(to.as<std::string>(""))});
    }
    if (form.word("width", {QStringLiteral("half")})) rules.push_back({Kind::HalfWidth, {}, {}});
    if (const auto word = form.word("case", {QStringLiteral("lower"), QStringLiteral("upper")}))
        rules.push_back({*word == QLatin1String("lower") ? Kind::Lower : Kind::Upper, {}, {}});
    if (form.flag("squeeze").value_or(false)) rules.push_back({Kind::Squeeze, {}, {}});
    return rules;
}

feeds::FieldRef fromMap(YamlMap& form)
{
    feeds::FieldRef field;
    field.names = form.texts("field");
    field.without = form.text("without").value_or(QString());
    field.join = form.texts("join");
    field.joinWith = form.node("with").IsDefined()
                         ? QString::fromStdString(form.node("with").as<std::string>(""))
                         : QString();
    field.clean = readRules(form);
    const bool isShort = form.has("const");
    field.constant = form.text(isShort ? "const" : "constant").value_or(QString());
    const int forms =
        (field.names.isEmpty() ? 0 : 1) + (field.join.isEmpty() ? 0 : 1) + (field.constant.isEmpty() ? 0 : 1);
    if (forms != 1)
        form.report(YAML::Node(YAML::NodeType::Undefined), QStringLiteral("field"),
                    QT_TRANSLATE_NOOP("Message", "exactly one of field, join and constant was expected"));
    return field;
}

bool hasLanguages(const YAML::Node& node)
{
    return node.IsDefined() && node.IsMap() && (node["zh_TW"].IsDefined() || node["en"].IsDefined());
}

} // namespace

feeds::FieldRef readField(YamlMap& map, const char* key)
{
    const YAML::Node node = map.node(key);
    if (!node.IsDefined() || !node.IsMap()) {
        feeds::FieldRef field;
        field.names = map.texts(key);
        if (node.IsDefined() && (field.names.isEmpty() || field.names.contains(QString())))
            map.report(key, QT_TRANSLATE_NOOP("Message", "the name of a field was expected"));
        return field;
    }
    YamlMap form(node, map.shownAs(), map.problems());
    return fromMap(form);
}

feeds::FieldRef readRequiredField(YamlMap& map, const char* key)
{
    const YAML::Node node = map.required(key);
    return node.IsDefined() && !node.IsNull() ? readField(map, key) : feeds::FieldRef();
}

QMap<QString, feeds::FieldRef> readNamedField(YamlMap& map, const char* key)
{
    const YAML::Node node = map.node(key);
    if (hasLanguages(node)) {
        QMap<QString, feeds::FieldRef> fields;
        YamlMap languages(node, map.shownAs(), map.problems());
        for (const char* language : {"zh_TW", "en"}) {
            if (languages.has(language))
                fields.insert(QString::fromLatin1(language), readField(languages, language));
        }
        return fields;
    }
    const feeds::FieldRef field = readField(map, key);
    return field.isSet() ? QMap<QString, feeds::FieldRef>{{QString(), field}}
                         : QMap<QString, feeds::FieldRef>();
}

QMap<QString, feeds::FieldRef> readDetails(YamlMap& map, const char* key)
{
    QMap<QString, feeds::FieldRef> details;
    const YAML::Node node = map.node(key);
    YamlMap fields(node, map.shownAs(), map.problems());
    fields.allowAnyKey();
    for (const QString& name : fields.keys())
        details.insert(name, readField(fields, name.toUtf8().constData()));
    return details;
}

feeds::TimeMapping readTime(YamlMap& map, const char* key)
{
    feeds::TimeMapping time;
    const YAML::Node node = map.node(key);
    if (!node.IsDefined()) return time;
    if (!node.IsMap()) { // the name of a field alone, or of several of which the first present counts
        time.fields.push_back(readField(map, key));
        return time;
    }
    YamlMap form(node, map.shownAs(), map.problems());
    for (const QString& name : form.texts("fields")) {
        feeds::FieldRef field;
        field.names << name;
        time.fields.push_back(field);
    }
    const bool isText = form.has("join") || form.has("constant") || form.has("const") || form.has("match") ||
                        form.has("replace") || form.has("width");
    const auto of = form.word("of", {QStringLiteral("record"), QStringLiteral("envelope"), QStringLiteral("answer")});
    time.ofEnvelope = of && *of == QLatin1String("envelope");
    time.ofAnswer = of && *of == QLatin1String("answer");
    if (time.ofAnswer) return time;
    if (isText)
        time.fields.insert(time.fields.begin(), fromMap(form));
    else if (form.has("field") || time.fields.empty())
        time.fields.insert(time.fields.begin(), readRequiredField(form, "field"));
    time.formats = form.texts("format");
    if (const auto zone = form.text("zone")) {
        time.zone = QTimeZone(zone->toUtf8());
        if (!time.zone->isValid())
            form.report(
                "zone",
                {QT_TRANSLATE_NOOP("Message", "there is no time zone \"%1\"; expected one like Asia/Taipei"),
                 {*zone}});
    }
    return time;
}

std::optional<QPair<double, double>> readRange(YamlMap& map, const char* key)
{
    const YAML::Node range = map.node(key);
    if (!range.IsDefined()) return std::nullopt;
    double least = 0, most = 0;
    const bool pair = range.IsSequence() && range.size() == 2 &&
                      YAML::convert<double>::decode(range[0], least) &&
                      YAML::convert<double>::decode(range[1], most);
    if (pair && std::isfinite(least) && std::isfinite(most) && least < most)
        return QPair<double, double>(least, most);
    map.report(key,
               QT_TRANSLATE_NOOP("Message", "two numbers were expected, the smaller one first: [0, 500]"));
    return std::nullopt;
}

} // namespace app
