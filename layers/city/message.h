// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace city {

/// A sentence for people that is put into words only when it is read, so that it follows a change of
/// language. `source` is an English literal marked with QT_TRANSLATE_NOOP("Message", "... %1 ...");
/// `arguments` fill %1, %2 in order and are data, never translated, never rich text.
struct Message {
    const char* source = "";
    QStringList arguments;

    Message() = default;
    Message(const char* text, QStringList values = {}) : source(text), arguments(std::move(values)) {}

    /// In the language of the running program; English when it has no translator (commands without --lang).
    QString toString() const;
    bool isEmpty() const { return *source == '\0'; }
};

} // namespace city
