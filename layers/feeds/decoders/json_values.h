// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/local_text.h"

#include <QString>
#include <optional>
#include <simdjson.h>
#include <string_view>

namespace feeds {

/// Members of a JSON object as a standard's reader wants them. An `owner` that is no object has none. All are
/// tolerant of one thing publishers do: numbers and flags written as texts.

/// The member, unless it is not there or null.
std::optional<simdjson::dom::element> memberOf(simdjson::dom::element owner, std::string_view name);
/// A text as it stands, valid as long as the document; empty when there is none.
std::string_view viewOf(simdjson::dom::element owner, std::string_view name);
/// A text, or a number or flag as text; empty when there is none.
QString textOf(simdjson::dom::element owner, std::string_view name);
/// A number, or a text that is one.
std::optional<double> numberOf(simdjson::dom::element owner, std::string_view name);
std::optional<double> numberOf(simdjson::dom::element value);
/// true and 1 and "true" and "Yes" alike.
std::optional<bool> flagOf(simdjson::dom::element owner, std::string_view name);
/// The texts of a list, or the one text that stands instead of it.
QStringList textsOf(simdjson::dom::element owner, std::string_view name);
/// An element as text, whatever it is: objects and lists as JSON.
QString shownText(simdjson::dom::element value);

/// Calls `visit` with each element of a list, or with the one object that stands instead of it.
template<typename Visit> void forEachIn(simdjson::dom::element owner, std::string_view name, Visit visit)
{
    const auto list = memberOf(owner, name);
    simdjson::dom::array elements;
    if (list && !list->get(elements)) {
        for (const simdjson::dom::element one : elements)
            visit(one);
    } else if (list && list->is_object()) {
        visit(*list);
    }
}

/// Calls `visit` with the name and value of each member.
template<typename Visit> void forEachMember(simdjson::dom::element owner, Visit visit)
{
    simdjson::dom::object members;
    if (owner.get(members)) return;
    for (const auto member : members)
        visit(member.key, member.value);
}

} // namespace feeds
