// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace feeds {

/// What some publishers call JSON, written as JSON: documents one behind the other (a line each, NDJSON) as a list; the call or
/// guard around it (JSONP, ")]}'", "for(;;);"), an XML element whose text it is, and what stands behind it left out;
/// literals of Python and JavaScript (single quotes, None, comments, commas at the end, numbers with a leading 0 as texts).
/// Empty where nothing is sure: a document that was cut off stays one, and what stands behind it may hold no more of the
/// same. Pure, in time proportional to the text.
QByteArray mendedJson(const QByteArray& utf8);

} // namespace feeds
