// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/feed_schema.h"
#include "layers/city/result.h"

#include <vector>

namespace feeds {

struct SchemaChange {
    enum class Kind { Gone, New, Retyped, Emptied };
    Kind kind;
    QString field;
    city::FieldShape::Type was = city::FieldShape::Type::Empty;
    city::FieldShape::Type is = city::FieldShape::Type::Empty;
};

/// What changed in the fields of a feed from one good payload to the next, by name: fields that are gone or
/// new, whose values became of another type, or that were filled in most records and say nothing any more. A
/// field that only some records have is not gone when a few records lack it. Nothing when one of the two was
/// not looked at. Pure.
std::vector<SchemaChange> schemaChanges(const city::FeedSchema& before, const city::FeedSchema& now);

/// A change as a sentence, under the name of its field.
city::Problem sayChange(const SchemaChange& change);

} // namespace feeds
