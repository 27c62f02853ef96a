// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/text_map.h"

namespace city {

/// A text that comes in one or more languages, as packs and feeds give them. Keys are the language names of
/// the pack ("en", "zh_TW"); a text whose language nobody stated is kept under "".
class LocalText {
public:
    LocalText() = default;
    LocalText(const QString& text) { set(QString(), text); }

    void set(const QString& language, const QString& text) { m_texts.insert(language, text); }

    /// The text in `language`; failing that the one of unknown language, then any other. Empty only if there
    /// is none.
    QString in(const QString& language) const;
    bool has(const QString& language) const { return m_texts.contains(language); }
    bool isEmpty() const { return m_texts.isEmpty(); }
    const TextMap& all() const { return m_texts; }

    friend bool operator==(const LocalText&, const LocalText&) = default;

private:
    TextMap m_texts;
};

} // namespace city
