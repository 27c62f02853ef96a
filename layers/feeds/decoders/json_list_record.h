// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/decoders/json_record.h"

#include <unordered_map>

namespace feeds {

/// The names of the columns of records that are lists: texts, or objects with an "id" or a "name".
class ListColumns {
public:
    explicit ListColumns(simdjson::dom::element names);
    std::optional<std::size_t> indexOf(const FieldPath& path) const;
    std::size_t count() const { return static_cast<std::size_t>(m_names.size()); }
    const QStringList& names() const { return m_names; }

private:
    std::unordered_map<std::string, std::size_t> m_index;
    QStringList m_names;
};

/// A list as a record whose fields have names. Both must outlive it.
class JsonListRecord : public Record {
public:
    JsonListRecord(const JsonRecord& list, const ListColumns& columns) : m_list(list), m_columns(columns) {}

    Scalar find(const FieldPath& path) const override;
    std::optional<city::Result<city::Geometry>> geometry(const FieldPath& path) const override;
    QStringList fieldNames() const override { return m_columns.names(); }

private:
    std::optional<JsonRecord> at(const FieldPath& path) const;

    const JsonRecord& m_list;
    const ListColumns& m_columns;
};

} // namespace feeds
