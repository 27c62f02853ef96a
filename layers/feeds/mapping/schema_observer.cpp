// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/mapping/schema_observer.h"

#include "layers/feeds/text/number.h"

#include <algorithm>

namespace feeds {

namespace {

constexpr int mostRecords = 300;
constexpr std::size_t mostFields = 200;
constexpr int longestExample = 60;

using Type = city::FieldShape::Type;

Type typeOf(const Scalar& found)
{
    switch (found.kind) {
    case Scalar::Kind::Number:
        return Type::Number;
    case Scalar::Kind::Flag:
        return Type::Flag;
    case Scalar::Kind::Tree:
        return Type::Group;
    case Scalar::Kind::Text:
        return saysNothing(found.text) ? Type::Empty : toNumber(found.text) ? Type::NumberInText : Type::Text;
    default:
        return Type::Empty;
    }
}

} // namespace

void SchemaObserver::see(const Record& record)
{
    if (m_records >= mostRecords) return;
    ++m_records;
    for (const QString& name : record.fieldNames()) {
        auto known = m_fields.find(name);
        if (known == m_fields.end()) {
            if (m_fields.size() >= mostFields) continue;
            known = m_fields.emplace(name, Tally{FieldPath::from(name)}).first;
        }
        ++known->second.seen;
        const Scalar value = record.find(known->second.path);
        const Type type = typeOf(value);
        ++known->second.types[static_cast<std::size_t>(type)];
        if (known->second.example.isEmpty() && type != Type::Empty && type != Type::Group)
            known->second.example = QString::fromStdString(value.toText()).left(longestExample);
    }
}

city::FeedSchema SchemaObserver::take() const
{
    city::FeedSchema schema;
    schema.records = m_records;
    for (const auto& [name, tally] : m_fields) {
        const auto& types = tally.types;
        const int filled = tally.seen - types[static_cast<std::size_t>(Type::Empty)];
        const auto most = std::max_element(types.begin() + 1, types.end());
        // A column of numbers with a word in it now and then is still one of numbers.
        const bool mixed = *most * 10 < filled * 9;
        const Type type = filled == 0 ? Type::Empty
                          : mixed     ? Type::Text
                                      : static_cast<Type>(most - types.begin());
        schema.fields.emplace(name, city::FieldShape{type, tally.seen, filled, tally.example});
    }
    return schema;
}

} // namespace feeds
