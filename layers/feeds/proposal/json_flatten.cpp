// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/proposal/json_flatten.h"

#include "layers/feeds/decoders/json_document.h"
#include "layers/feeds/decoders/json_record.h"
#include "layers/feeds/mapping/field.h"

namespace feeds {

namespace {

using simdjson::dom::element;

constexpr int deepest = 6;
constexpr std::size_t mostElements = 60;

QString textOf(element at)
{
    return QString::fromStdString(scalarOf(at).toText());
}

bool isGeometry(element at)
{
    std::string_view type;
    element inside;
    return at.is_object() && !at["type"].get(type) &&
           (!at["coordinates"].get(inside) || !at["geometries"].get(inside));
}

/// The field whose text is another in each element of a list; empty when none is.
QString keyOf(element list)
{
    static const std::vector<std::string> keys{
        "elementName", "parameterName", "CoordinateName", "name", "Name",  "key",
        "Key",         "type",          "code",           "id",   "@name", "valueName"};
    const auto elements = elementsOf(list);
    for (const std::string& key : keys) {
        QStringList seen;
        for (const element one : elements) {
            element value;
            if (!one.is_object() || one[key].get(value)) break;
            const QString text = textOf(value);
            if (!text.isEmpty() && !text.contains(QLatin1Char(']'))) seen << text;
        }
        const bool all = seen.size() == static_cast<qsizetype>(elements.size());
        if (all && seen.removeDuplicates() == 0) return QString::fromStdString(key);
    }
    return {};
}

void flatten(element at, const QString& path, int depth, SampleTable& table);

void flattenList(element at, const QString& path, int depth, SampleTable& table)
{
    const auto elements = elementsOf(at);
    if (elements.size() == 1) return flatten(*elements.begin(), path, depth + 1, table);
    const QString key = keyOf(at);
    std::size_t index = 0;
    for (const element one : elements) {
        if (index >= (key.isEmpty() ? 4U : mostElements)) break;
        element name;
        const bool named = !key.isEmpty() && !one[key.toStdString()].get(name);
        const QString pick = named ? key + QLatin1Char('=') + textOf(name) : QString::number(index);
        flatten(one, path + QLatin1Char('[') + pick + QLatin1Char(']'), depth + 1, table);
        ++index;
    }
}

void flatten(element at, const QString& path, int depth, SampleTable& table)
{
    if (depth > deepest) return;
    if (at.is_array()) return flattenList(at, path, depth, table);
    if (!at.is_object()) return table.add(path, textOf(at));
    if (isGeometry(at)) return table.add(path, QStringLiteral("GeoJSON"), true);
    for (const auto field : fieldsOf(at))
        flatten(field.value,
                path.isEmpty() ? toQString(field.key) : path + QLatin1Char('.') + toQString(field.key),
                depth + 1, table);
}

void around(element at, const QString& path, int depth, std::vector<SampleField>& fields)
{
    if (depth > deepest || at.is_array() || fields.size() >= SampleTable::mostFields) return;
    if (!at.is_object()) {
        fields.push_back(envelopeField(path, textOf(at)));
        return;
    }
    // A map of records is no envelope.
    if (fieldsOf(at).size() > 60) return;
    for (const auto field : fieldsOf(at))
        around(field.value,
               path.isEmpty() ? toQString(field.key) : path + QLatin1Char('.') + toQString(field.key),
               depth + 1, fields);
}

} // namespace

void flattenJson(element record, SampleTable& table)
{
    flatten(record, {}, 0, table);
}

std::vector<SampleField> flattenEnvelope(element root)
{
    std::vector<SampleField> fields;
    if (root.is_object()) around(root, {}, 0, fields);
    return fields;
}

} // namespace feeds
