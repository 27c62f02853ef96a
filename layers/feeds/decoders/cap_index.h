// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/decoder.h"
#include "layers/feeds/decoders/xml_tree.h"

namespace feeds {

/// An index of alerts (Atom, RSS, or NCDR's JSON of the same): where the alerts themselves are. An index is
/// never an alert of its own, so that nobody is told twice.

/// Whether the document is an index by its root element.
bool isAlertIndex(const XmlTree& tree);

/// The addresses of the entries that hold no alert themselves, each once, added to `decoded.follow`. Relative
/// ones belong to xml:base, or to `address`, that of the index.
void followIndex(const XmlTree& tree, const QUrl& address, Decoded& decoded);

/// Texts that are whole CAP documents: escaped within entries, escaped or in base64 within EDXL-DE.
std::vector<std::string> embeddedDocuments(const XmlTree& tree);

/// One more document to follow; only addresses of the web, each once.
void addFollow(const QString& address, Decoded& decoded);

} // namespace feeds
