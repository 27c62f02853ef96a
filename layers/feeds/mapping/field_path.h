// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <string>
#include <vector>

namespace feeds {

/// One step of a path: into a field, then into an element of the list that stands there.
struct PathStep {
    std::string name;       ///< Empty: no field, only the list.
    int index = -1;         ///< "[n]"
    std::string key, value; ///< "[key=value]": the element whose field has that text.

    bool picks() const { return index >= 0 || !key.empty(); }
};

using PathSteps = std::vector<PathStep>;

/// Where a value is in a record, taken apart once and used for every record. Names may themselves hold dots
/// ("pm2.5"), so a path can be read in several ways; the whole name comes first.
struct FieldPath {
    std::string whole;
    int column = -1; ///< "#3" is 2
    int up = 0;      ///< "^.id": of the record around the record
    std::vector<PathSteps> ways;
    /// Where a table found it: looked up once, used for every row; where the last object had it. A path belongs to one
    /// decoding.
    mutable const void* foundBy = nullptr;
    mutable std::size_t foundAt = 0;

    static FieldPath from(const QString& name);
};

} // namespace feeds
