// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/local_text.h"

#include <QString>
#include <QStringList>
#include <optional>

/// Pieces of YAML as text, the only place that writes any: everything that is not plainly a word is quoted,
/// so that it is read back as the same text whatever a person typed.
namespace app::yaml {

/// A scalar that is read as this text, on one line.
QString text(const QString& value);
/// A number in its shortest form.
QString number(double value);
/// [a, b]
QString list(const QStringList& texts);
/// The texts, or the one text alone.
QString oneOrMore(const QStringList& texts);
/// {en: ..., zh_TW: ...}; a language that is not there gets the other's text.
QString local(const city::LocalText& texts);

/// `document` with `entry` ("bike-station: {…}") in the block mapping under the top key `key`, after what is
/// there, and everything else, comments included, as it was. A missing key is added at the end. Nothing when
/// the file is written in a way that cannot be added to (a flow mapping over several lines).
std::optional<QString> withEntry(const QString& document, const QString& key, const QString& entry);
/// The same for a block list: `item` becomes "  - item".
std::optional<QString> withItem(const QString& document, const QString& key, const QString& item);

} // namespace app::yaml
