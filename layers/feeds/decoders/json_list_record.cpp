// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/json_list_record.h"

#include "layers/feeds/decoders/json_document.h"
#include "layers/feeds/mapping/field.h"

namespace feeds {

namespace {

const FieldPath& itself()
{
    static const FieldPath path = FieldPath::from(QStringLiteral("$"));
    return path;
}

QString nameOf(simdjson::dom::element at)
{
    simdjson::dom::element inside;
    for (const char* key : {"id", "name", "fieldname"}) {
        if (at.is_object() && !at[key].get(inside)) at = inside;
    }
    std::string_view text;
    return at.get(text) ? QString() : toQString(text);
}

} // namespace

ListColumns::ListColumns(simdjson::dom::element names)
{
    for (const simdjson::dom::element one : elementsOf(names)) {
        const QString name = nameOf(one);
        m_index.emplace(name.toStdString(), static_cast<std::size_t>(m_names.size()));
        m_names << name;
    }
}

std::optional<std::size_t> ListColumns::indexOf(const FieldPath& path) const
{
    const auto found = path.anyCase ? std::find_if(m_index.begin(), m_index.end(),
                                                   [&](const auto& column) { return isCalled(column.first, path.whole, true); })
                                    : m_index.find(path.whole);
    return found == m_index.end() ? std::nullopt : std::optional(found->second);
}

std::optional<JsonRecord> JsonListRecord::at(const FieldPath& path) const
{
    const auto index = path.up > 0 ? std::nullopt : m_columns.indexOf(path);
    simdjson::dom::element found;
    if (!index || m_list.element().at(*index).get(found)) return std::nullopt;
    return JsonRecord(found, nullptr);
}

Scalar JsonListRecord::find(const FieldPath& path) const
{
    const auto value = at(path);
    return value ? scalarOf(value->element()) : m_list.find(path);
}

std::optional<city::Result<city::Geometry>> JsonListRecord::geometry(const FieldPath& path) const
{
    const auto value = at(path);
    return value ? value->geometry(itself()) : std::nullopt;
}

} // namespace feeds
