// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/decoders/json_record.h"

#include <functional>

namespace feeds {

/// The way from the top of a document to its records: "$[*]", "$.data.park[*]", "$.retVal.*",
/// "$['a.b'][2].c[*]". Without a
/// "[*]" or "*" at the end, the elements of the list that stands there, or the one object.
class RecordPath {
public:
    /// False when `path` is not of this form.
    static bool isValid(const QString& path);
    explicit RecordPath(const QString& path);

    /// Calls `visit` for each record. False when the way ends before there are any: a document of another
    /// shape.
    bool visit(const JsonRecord& root, const std::function<void(const JsonRecord&)>& visit) const;

    /// How many records it will be, as far as one list says it; otherwise 0.
    std::size_t expected(simdjson::dom::element root) const;

private:
    struct Step {
        enum class Kind { Name, Index, EveryElement, EveryValue } kind;
        std::string name;
        std::size_t index = 0;
    };
    static std::optional<std::vector<Step>> parse(const QString& path);
    bool walk(const JsonRecord& at, simdjson::dom::element here, std::size_t step,
              const std::function<void(const JsonRecord&)>& visit, std::string_view key) const;

    std::vector<Step> m_steps;
};

} // namespace feeds
