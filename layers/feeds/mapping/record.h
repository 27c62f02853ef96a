// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/geometry.h"
#include "layers/city/result.h"
#include "layers/feeds/mapping/field_path.h"

#include <QStringList>
#include <optional>

namespace feeds {

/// One value of a record. Texts are UTF-8 and live as long as the record.
struct Scalar {
    enum class Kind {
        Absent, ///< There is no such field.
        Null,   ///< The field is there and says nothing.
        Text,
        Number,
        Flag,
        Tree, ///< A list or an object where one value was expected.
    };
    Kind kind = Kind::Absent;
    std::string_view text; ///< Of Text.
    double number = 0;     ///< Of Number and Flag.
    bool whole = false;    ///< Of Number: written without a fraction.

    bool isAbsent() const { return kind == Kind::Absent; }
    bool hasValue() const { return kind == Kind::Text || kind == Kind::Number || kind == Kind::Flag; }
    /// As it would be written; empty when there is no value.
    std::string toText() const;
};

/// One record of a payload, whatever its format: values by path. A view on the parsed payload, valid while
/// that lives.
class Record {
public:
    virtual ~Record() = default;
    virtual Scalar find(const FieldPath& path) const = 0;
    /// The GeoJSON geometry at the path, in its own coordinates; nothing when no geometry stands there.
    virtual std::optional<city::Result<city::Geometry>> geometry(const FieldPath& path) const = 0;
    /// The names of the fields there are, for a message to people.
    virtual QStringList fieldNames() const = 0;
};

} // namespace feeds
