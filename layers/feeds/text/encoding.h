// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/result.h"

#include <QByteArray>
#include <optional>

namespace feeds {

/// What is known of a payload besides its bytes.
struct PayloadHints {
    QByteArray contentType;               ///< Of HTTP: "text/csv; charset=big5".
    qint64 maxBytes = 64LL * 1024 * 1024; ///< Of what it unpacks to.
};

/// In which character set a payload was read, and how sure that is.
struct TextEncoding {
    enum class By { Bytes, Mark, Pack, File, Server, Guess };
    QString name; ///< "UTF-8", "cp950", ...
    By by = By::Bytes;
    int confidence = 100; ///< Percent. A guess is below 100 and is worth a look.
};

/// A payload as UTF-8 without a byte order mark.
struct Text {
    QByteArray utf8;
    std::optional<city::Problem> problem; ///< Bytes that belong to no character were replaced.
    TextEncoding encoding;
};

/// Decided by the bytes: a byte order mark, then `declared` (by the pack or in the file; may be empty), then
/// strict UTF-8, then what the server says, then the likeliest of UTF-8 with stray bytes, cp950 (what a
/// Taiwanese publisher who says nothing means), Shift-JIS and windows-1252. A name nobody knows counts as not
/// declared. Stray bytes in UTF-8 are read as Latin-1 and reported.
Text toText(const QByteArray& bytes, const QString& declared, const PayloadHints& hints = {});

/// The encoding an XML declaration states, if there is one at the very beginning.
QString xmlEncoding(const QByteArray& bytes);

/// The beginning of a payload that was not understood, short and on one line, for a message.
QString beginning(const QByteArray& bytes);

/// Whether the payload looks like a web page; what is wrong with it then as a sentence, otherwise nothing.
std::optional<city::Problem> webPage(const QByteArray& utf8);

} // namespace feeds
