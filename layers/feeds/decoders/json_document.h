// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/result.h"
#include "layers/feeds/feed_spec.h"
#include "layers/feeds/text/encoding.h"

#include <QByteArray>
#include <memory>
#include <simdjson.h>

namespace feeds {

/// A parsed JSON payload; owns what its elements point to.
struct JsonDocument {
    std::unique_ptr<simdjson::dom::parser> parser;
    simdjson::dom::element root;
    std::optional<city::Problem> problem; ///< What had to be mended.
    TextEncoding encoding;
};

/// Parses strictly; failing that once more without control characters, with bare NaN read as null; failing that as mended
/// (see mendedJson). A web page, a cut off or too deeply nested payload is refused.
city::Result<JsonDocument> parseJson(const QByteArray& payload, const QString& encoding,
                                     const PayloadHints& hints = {});

/// The elements of a list and the fields of an object, by value so that a loop may run over them. Only for a
/// list or an object: ask before.
inline simdjson::dom::array elementsOf(const simdjson::dom::element& at)
{
    simdjson::dom::array all;
    return at.get(all) ? simdjson::dom::array() : all;
}
inline simdjson::dom::object fieldsOf(const simdjson::dom::element& at)
{
    simdjson::dom::object all;
    return at.get(all) ? simdjson::dom::object() : all;
}

/// What a tolerant reading changes: raw control characters and bare NaN and Infinity.
QByteArray cleanedJson(const QByteArray& utf8);

} // namespace feeds
