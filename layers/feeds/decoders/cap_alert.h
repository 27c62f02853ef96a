// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/feeds/decoders/alert_list.h"
#include "layers/feeds/decoders/cap_words.h"
#include "layers/feeds/decoders/xml_tree.h"
#include "layers/feeds/time/time_reader.h"

namespace feeds {

/// Reads CAP 1.2 alerts, and older ones the same way, out of a document. Resources are not fetched;
/// signatures are checked against the feed's certificates. What the standard demands and an alert lacks is a problem; without identifier,
/// sender or sent it is no alert.
class CapReader {
public:
    /// `document`: what `tree` was read from; signatures are checked in it.
    CapReader(const DecodeContext& context, const QByteArray& document, const XmlTree& tree, AlertList& alerts);

    /// The alert at an `alert` element, added to what is decoded. `number` counts them in the payload,
    /// from 1.
    void read(int element, int number);

private:
    QString text(int element, std::string_view name) const;
    QStringList texts(int element, std::string_view name) const;
    QString word(int element, const char* name, CapList list, const QString& fallback);
    QStringList wordList(int element, const char* name, CapList list);
    std::optional<city::Instant> time(int element, const char* name);
    std::vector<QPair<QString, QString>> pairs(int element, std::string_view name) const;
    city::AlertInfo info(int element);
    city::AlertArea area(int element);
    void checkSignature(int element, city::Alert& alert) const;
    void report(const char* field, city::Message text);

    const DecodeContext& m_context;
    const QByteArray& m_document;
    const XmlTree& m_tree;
    AlertList& m_alerts;
    TimeReader m_times;
    QString m_record;
};

} // namespace feeds
