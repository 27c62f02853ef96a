// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

/// Reasons for refusing a record that feed health counts as a sign of something larger. Decoders and mappers
/// use these very texts, so that one cannot change without the other.
namespace feeds::reasons {

inline constexpr const char* outside =
    QT_TRANSLATE_NOOP("Message", "longitude %1, latitude %2 lies outside of the area of this feed");
inline constexpr const char* swapped =
    QT_TRANSLATE_NOOP("Message", "longitude %1 and latitude %2 look swapped; the position is not used");
inline constexpr const char* notOnEarth =
    QT_TRANSLATE_NOOP("Message", "longitude %1, latitude %2 is not on Earth");
/// %1 of them at once.
inline constexpr const char* recordsOutside =
    QT_TRANSLATE_NOOP("Message", "%1 records lie outside of the area of this feed and were left out");
inline constexpr const char* idAgain =
    QT_TRANSLATE_NOOP("Message", "this id came before; the later record counts");
inline constexpr const char* idAgainInRecord =
    QT_TRANSLATE_NOOP("Message", "this id came before in record #%1; the later record counts");
inline constexpr const char* strayBytes = QT_TRANSLATE_NOOP(
    "Message", "%1 bytes are not of the UTF-8 encoding and were read as Latin-1 or left out");

/// %1 is its name, %2 its variable.
inline constexpr const char* noSecret =
    QT_TRANSLATE_NOOP("Message", "The secret \"%1\" is not set. Set it with \"cityops secret set %1\", or put it into the "
                                 "environment as %2");

} // namespace feeds::reasons
