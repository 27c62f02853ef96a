// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/result.h"

#include <QByteArray>
#include <optional>

namespace feeds {

/// A payload as UTF-8 without a byte order mark.
struct Text {
    QByteArray utf8;
    std::optional<city::Problem> problem; ///< Bytes that belong to no character were replaced.
};

/// Decided by the bytes: a byte order mark, then `declared` (by the pack or in the file; may be empty), then
/// strict UTF-8, then cp950, which is what a Taiwanese publisher who says nothing means. A name nobody knows
/// counts as not declared. Bytes that are not of the declared UTF-8 are read as Latin-1 and reported.
Text toText(const QByteArray& bytes, const QString& declared);

/// The encoding an XML declaration states, if there is one at the very beginning.
QString xmlEncoding(const QByteArray& bytes);

/// The beginning of a payload that was not understood, short and on one line, for a message.
QString beginning(const QByteArray& bytes);

/// Whether the payload looks like a web page; what is wrong with it then as a sentence, otherwise nothing.
std::optional<city::Problem> webPage(const QByteArray& utf8);

} // namespace feeds
