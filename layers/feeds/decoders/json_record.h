// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/mapping/record.h"

#include <simdjson.h>

namespace feeds {

/// A JSON value as a record. Looks a missing field up nowhere else; "^.name" asks the value around it. A list
/// of one element stands for that element, and one element for a list of one: publishers who turn XML into
/// JSON write both.
class JsonRecord : public Record {
public:
    JsonRecord(simdjson::dom::element at, const JsonRecord* around, std::string_view key = {})
        : m_at(at), m_around(around), m_key(key)
    {
    }

    Scalar find(const FieldPath& path) const override;
    std::optional<city::Result<city::Geometry>> geometry(const FieldPath& path) const override;
    QStringList fieldNames() const override;
    const simdjson::dom::element& element() const { return m_at; }

private:
    std::optional<simdjson::dom::element> look(const FieldPath& path) const;
    std::optional<simdjson::dom::element> member(const FieldPath& path) const;
    void list() const;

    struct Member {
        std::string_view key;
        simdjson::dom::element value;
    };
    /// Room for members without writing to it beforehand: there is a record for every place.
    union Room {
        Room() {}
        Member members[32];
    };

    simdjson::dom::element m_at;
    const JsonRecord* m_around;
    std::string_view m_key; ///< Under which it stood in a map of records: "@key".
    mutable Room m_room;    ///< The first members of an object, listed when the first is asked for.
    mutable int m_listed = -1;
    mutable bool m_hasMore = false;
};

/// A feature of GeoJSON: names look into its properties first, "geometry" and "id" and the rest out of them.
class FeatureRecord : public Record {
public:
    FeatureRecord(simdjson::dom::element feature, const JsonRecord* around);

    Scalar find(const FieldPath& path) const override;
    std::optional<city::Result<city::Geometry>> geometry(const FieldPath& path) const override;
    QStringList fieldNames() const override;

private:
    JsonRecord m_feature, m_properties;
};

/// An element as a value; an object or a list of several as Tree.
Scalar scalarOf(simdjson::dom::element at);

/// The member of an object; with `anyCase` also one whose name differs in the case of its letters alone.
std::optional<simdjson::dom::element> memberCalled(simdjson::dom::element at, std::string_view name, bool anyCase);

/// Follows steps from an element.
std::optional<simdjson::dom::element> follow(simdjson::dom::element at, const PathSteps& steps, bool anyCase = false);

} // namespace feeds
