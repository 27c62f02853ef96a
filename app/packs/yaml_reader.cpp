// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/packs/yaml_reader.h"

#include "app/packs/vocabulary.h"

#include <cmath>
#include <utility>

namespace app {

namespace {

QString fromScalar(const YAML::Node& node)
{
    return QString::fromStdString(node.Scalar());
}

city::Message expected(const char* source, QStringList arguments = {})
{
    return {source, std::move(arguments)};
}

} // namespace

QString place(const QString& shownAs, const YAML::Node& node)
{
    if (!node.IsDefined() || node.Mark().is_null()) return shownAs;
    const YAML::Mark mark = node.Mark();
    return QStringLiteral("%1:%2:%3").arg(shownAs).arg(mark.line + 1).arg(mark.column + 1);
}

YamlMap::YamlMap(const YAML::Node& node, QString shownAs, Problems& problems)
    : m_node(node), m_shownAs(std::move(shownAs)), m_problems(problems)
{
    m_valid = m_node.IsDefined() && m_node.IsMap();
    if (!m_valid) {
        if (m_node.IsDefined())
            report(m_node, {},
                   expected(QT_TRANSLATE_NOOP("Message", "a mapping of keys and values was expected")));
        return;
    }
    QSet<QString> seen;
    for (const auto& entry : m_node) {
        const QString key = entry.first.IsScalar() ? fromScalar(entry.first) : QString();
        if (seen.contains(key))
            report(entry.first, key, expected(QT_TRANSLATE_NOOP("Message", "this key stands here twice")));
        seen.insert(key);
    }
}

YamlMap::~YamlMap()
{
    if (!m_valid || m_anyKey) return;
    QStringList known(m_asked.cbegin(), m_asked.cend());
    known.sort();
    for (const auto& entry : m_node) {
        const QString key = entry.first.IsScalar() ? fromScalar(entry.first) : QString();
        if (!m_asked.contains(key)) {
            const QString likely = likelyWord(key, known);
            const QString all = known.join(QStringLiteral(", "));
            report(entry.first, key,
                   likely.isEmpty()
                       ? expected(QT_TRANSLATE_NOOP("Message", "unknown key; expected one of: %1"), {all})
                       : expected(QT_TRANSLATE_NOOP("Message",
                                                    "unknown key; did you mean \"%1\"? Expected one of: %2"),
                                  {likely, all}));
        }
    }
}

bool YamlMap::has(const char* key)
{
    return node(key).IsDefined();
}

YAML::Node YamlMap::node(const char* key)
{
    m_asked.insert(QString::fromUtf8(key));
    if (!m_valid) return YAML::Node(YAML::NodeType::Undefined);
    // What yaml-cpp answers for a key that is not there throws when it is asked what it is.
    const YAML::Node found = std::as_const(m_node)[key];
    return found.IsDefined() ? found : YAML::Node(YAML::NodeType::Undefined);
}

YAML::Node YamlMap::required(const char* key)
{
    YAML::Node found = node(key);
    if (m_valid && !found.IsDefined()) {
        report(m_node, QString::fromUtf8(key), expected(QT_TRANSLATE_NOOP("Message", "is missing here")));
    } else if (m_valid && found.IsNull()) {
        report(found, QString::fromUtf8(key), expected(QT_TRANSLATE_NOOP("Message", "is empty")));
    }
    return found;
}

std::optional<QString> YamlMap::text(const char* key)
{
    const YAML::Node found = node(key);
    if (!found.IsDefined()) return std::nullopt;
    if (!found.IsScalar() || found.Scalar().empty()) {
        report(found, QString::fromUtf8(key), expected(QT_TRANSLATE_NOOP("Message", "a text was expected")));
        return std::nullopt;
    }
    return fromScalar(found);
}

QString YamlMap::requiredText(const char* key)
{
    if (!required(key).IsDefined() || node(key).IsNull()) return {};
    return text(key).value_or(QString());
}

std::optional<QString> YamlMap::word(const char* key, const QStringList& words)
{
    const std::optional<QString> found = text(key);
    if (!found || words.contains(*found)) return found;
    report(key, expected(QT_TRANSLATE_NOOP("Message", "\"%1\" is not known; expected one of: %2"),
                         {*found, words.join(QStringLiteral(", "))}));
    return std::nullopt;
}

std::optional<double> YamlMap::number(const char* key, double least, double most)
{
    const YAML::Node found = node(key);
    if (!found.IsDefined()) return std::nullopt;
    bool ok = false;
    const double value = found.IsScalar() ? fromScalar(found).toDouble(&ok) : 0;
    if (ok && std::isfinite(value) && value >= least && value <= most) return value;
    report(key, expected(QT_TRANSLATE_NOOP("Message", "a number from %1 to %2 was expected"),
                         {QString::number(least), QString::number(most)}));
    return std::nullopt;
}

std::optional<bool> YamlMap::flag(const char* key)
{
    const YAML::Node found = node(key);
    if (!found.IsDefined()) return std::nullopt;
    bool value = false;
    if (found.IsScalar() && YAML::convert<bool>::decode(found, value)) return value;
    report(key, expected(QT_TRANSLATE_NOOP("Message", "true or false was expected")));
    return std::nullopt;
}

std::optional<city::Duration> YamlMap::duration(const char* key)
{
    const YAML::Node found = node(key);
    if (!found.IsDefined()) return std::nullopt;
    if (found.IsScalar()) {
        if (const auto value = city::parseDuration(fromScalar(found))) return value;
    }
    report(key, expected(QT_TRANSLATE_NOOP("Message",
                                           "a duration such as \"90 s\", \"5 min\", \"2 h\" was expected")));
    return std::nullopt;
}

std::optional<city::LocalText> YamlMap::localText(const char* key)
{
    const YAML::Node found = node(key);
    if (!found.IsDefined()) return std::nullopt;
    YamlMap languages(found, m_shownAs, m_problems);
    if (!languages.isValid()) return std::nullopt;
    city::LocalText texts;
    for (const char* language : {"en", "zh_TW"}) {
        const QString text = languages.requiredText(language);
        if (!text.isEmpty()) texts.set(QString::fromLatin1(language), text);
    }
    return texts;
}

std::optional<city::LocalText> YamlMap::textOrLocal(const char* key)
{
    const YAML::Node found = node(key);
    if (!found.IsDefined()) return std::nullopt;
    if (found.IsMap()) return localText(key);
    const auto one = text(key);
    return one && !one->isEmpty() ? std::optional(city::LocalText(*one)) : std::nullopt;
}

QStringList YamlMap::texts(const char* key)
{
    const YAML::Node found = node(key);
    if (!found.IsDefined()) return {};
    if (found.IsScalar()) return {fromScalar(found)};
    QStringList list;
    if (found.IsSequence()) {
        for (const YAML::Node& item : found) {
            if (!item.IsScalar()) {
                report(item, QString::fromUtf8(key),
                       expected(QT_TRANSLATE_NOOP("Message", "a text was expected")));
                continue;
            }
            list << fromScalar(item);
        }
        return list;
    }
    report(key, expected(QT_TRANSLATE_NOOP("Message", "a text or a list of texts was expected")));
    return list;
}

void YamlMap::report(const YAML::Node& at, const QString& field, city::Message text)
{
    m_problems.push_back({place(m_shownAs, at.IsDefined() ? at : m_node), field, std::move(text)});
}

void YamlMap::report(const char* key, city::Message text)
{
    report(node(key), QString::fromUtf8(key), std::move(text));
}

std::vector<QString> YamlMap::keys() const
{
    std::vector<QString> all;
    if (!m_valid) return all;
    for (const auto& entry : m_node)
        all.push_back(entry.first.IsScalar() ? fromScalar(entry.first) : QString());
    return all;
}

void YamlMap::allowAnyKey()
{
    m_anyKey = true;
}

} // namespace app
