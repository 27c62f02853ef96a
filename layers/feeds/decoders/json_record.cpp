// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/json_record.h"

#include "layers/feeds/decoders/json_document.h"
#include "layers/feeds/mapping/field.h"
#include "layers/feeds/mapping/geometry_text.h"

namespace feeds {

namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;

} // namespace

Scalar scalarOf(element at)
{
    switch (at.type()) {
    case element_type::STRING:
        return {Scalar::Kind::Text, at.get_string().value_unsafe(), 0, false};
    case element_type::INT64:
        return {Scalar::Kind::Number, {}, static_cast<double>(at.get_int64().value_unsafe()), true};
    case element_type::UINT64:
        return {Scalar::Kind::Number, {}, static_cast<double>(at.get_uint64().value_unsafe()), true};
    case element_type::DOUBLE:
        return {Scalar::Kind::Number, {}, at.get_double().value_unsafe(), false};
    case element_type::BOOL:
        return {Scalar::Kind::Flag, {}, at.get_bool().value_unsafe() ? 1.0 : 0.0, true};
    case element_type::NULL_VALUE:
        return {Scalar::Kind::Null, {}, 0, false};
    default:
        break;
    }
    element inside;
    // XML turned into JSON: an element with attributes keeps its text in "#text".
    if (at.is_object() && !at["#text"].get(inside)) return scalarOf(inside);
    if (at.is_array() && elementsOf(at).size() == 1 && !at.at(0).get(inside) && !inside.is_array())
        return scalarOf(inside);
    return {Scalar::Kind::Tree, {}, 0, false};
}

namespace {

/// The one element of a list of one.
element only(element at)
{
    element inside;
    if (at.is_array() && elementsOf(at).size() == 1 && !at.at(0).get(inside)) return inside;
    return at;
}

bool hasText(element at, const PathStep& step)
{
    element value;
    if (!at.is_object() || at[step.key].get(value)) return false;
    return scalarOf(value).toText() == step.value;
}

std::optional<element> pick(element at, const PathStep& step)
{
    if (!at.is_array())
        return (step.key.empty() ? step.index == 0 : hasText(at, step)) ? std::optional(at) : std::nullopt;
    element found;
    if (step.index >= 0)
        return at.at(static_cast<std::size_t>(step.index)).get(found) ? std::nullopt : std::optional(found);
    for (const element candidate : elementsOf(at)) {
        if (hasText(candidate, step)) return candidate;
    }
    return std::nullopt;
}

} // namespace

std::optional<element> memberCalled(element at, std::string_view name, bool anyCase)
{
    element found;
    simdjson::dom::object members;
    if (at.get(members)) return std::nullopt;
    if (!members.at_key(name).get(found)) return found;
    if (!anyCase || members.at_key_case_insensitive(name).get(found)) return std::nullopt;
    return found;
}

std::optional<element> follow(element at, const PathSteps& steps, bool anyCase)
{
    for (const PathStep& step : steps) {
        if (!step.name.empty()) {
            const auto next = memberCalled(only(at), step.name, anyCase);
            if (!next) return std::nullopt;
            at = *next;
        }
        if (!step.picks()) continue;
        const auto picked = pick(at, step);
        if (!picked) return std::nullopt;
        at = *picked;
    }
    return at;
}

void JsonRecord::list() const
{
    m_listed = 0;
    for (const auto field : fieldsOf(m_at)) {
        m_hasMore = m_listed == static_cast<int>(std::size(m_room.members));
        if (m_hasMore) return;
        std::string_view key = field.key;
        if (m_listed == 0 && key.starts_with("\xEF\xBB\xBF")) key.remove_prefix(3); // left by a table it was made from
        m_room.members[m_listed++] = {key, field.value};
    }
}

/// Records of one payload have their members in one order: where the last one had it, this one has it too.
std::optional<element> JsonRecord::member(const FieldPath& path) const
{
    if (m_listed < 0) list();
    const auto count = static_cast<std::size_t>(m_listed);
    if (path.foundAt < count && m_room.members[path.foundAt].key == path.whole) return m_room.members[path.foundAt].value;
    for (std::size_t i = 0; i < count; ++i) {
        if (!isCalled(m_room.members[i].key, path.whole, path.anyCase)) continue;
        path.foundAt = i;
        return m_room.members[i].value;
    }
    return m_hasMore ? memberCalled(m_at, path.whole, path.anyCase) : std::nullopt;
}

std::optional<element> JsonRecord::look(const FieldPath& path) const
{
    if (path.column >= 0 && m_at.is_array()) {
        simdjson::dom::element found;
        return m_at.at(static_cast<std::size_t>(path.column)).get(found) ? std::nullopt
                                                                         : std::optional(found);
    }
    if (!m_at.is_object() && !m_at.is_array())
        return path.whole == "$" || path.whole == "." ? std::optional(m_at) : std::nullopt;
    const bool isObject = m_at.is_object();
    if (isObject) {
        if (const auto found = member(path)) return found;
    }
    for (std::size_t i = isObject ? 1 : 0; i < path.ways.size(); ++i) { // the first way is the whole name
        if (const auto found = follow(m_at, path.ways[i], path.anyCase)) return found;
    }
    return path.whole == "$" ? std::optional(m_at) : std::nullopt;
}

Scalar JsonRecord::find(const FieldPath& path) const
{
    const JsonRecord* record = this;
    for (int i = 0; i < path.up && record; ++i)
        record = record->m_around;
    if (!record) return {};
    if (path.whole == "@key" && !record->m_key.empty()) return {Scalar::Kind::Text, record->m_key, 0, false};
    const auto found = record->look(path);
    return found ? scalarOf(*found) : Scalar{};
}

std::optional<city::Result<city::Geometry>> JsonRecord::geometry(const FieldPath& path) const
{
    const auto found = look(path);
    if (!found || !found->is_object()) return std::nullopt;
    return geometryFromJson(*found);
}

QStringList JsonRecord::fieldNames() const
{
    QStringList names;
    if (!m_at.is_object()) return names;
    for (const auto field : fieldsOf(m_at)) {
        names << toQString(field.key);
        if (names.size() >= 500) break;
    }
    return names;
}

FeatureRecord::FeatureRecord(element feature, const JsonRecord* around)
    : m_feature(feature, around), m_properties(feature, around)
{
    element properties;
    if (!feature["properties"].get(properties) && properties.is_object())
        m_properties = JsonRecord(properties, around);
}

Scalar FeatureRecord::find(const FieldPath& path) const
{
    const Scalar inside = m_properties.find(path);
    return inside.isAbsent() ? m_feature.find(path) : inside;
}

std::optional<city::Result<city::Geometry>> FeatureRecord::geometry(const FieldPath& path) const
{
    auto own = m_feature.geometry(path);
    return own ? own : m_properties.geometry(path);
}

QStringList FeatureRecord::fieldNames() const
{
    return m_properties.fieldNames() + QStringList{QStringLiteral("id"), QStringLiteral("geometry")};
}

} // namespace feeds
