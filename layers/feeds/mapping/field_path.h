// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <algorithm>
#include <string>
#include <string_view>
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
    bool anyCase = false; ///< "SiteName" is "sitename", too.
    std::vector<PathSteps> ways;
    /// Where a table found it: looked up once, used for every row; where the last object had it. A path belongs to one
    /// decoding.
    mutable const void* foundBy = nullptr;
    mutable std::size_t foundAt = 0;

    static FieldPath from(const QString& name);
};

/// Whether a field with this name is the one that is asked for.
inline bool isCalled(std::string_view name, std::string_view asked, bool anyCase)
{
    const auto same = [](char a, char b) {
        const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; };
        return a == b || lower(a) == lower(b);
    };
    return name == asked || (anyCase && std::ranges::equal(name, asked, same));
}

} // namespace feeds
