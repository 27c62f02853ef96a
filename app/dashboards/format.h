// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/quantity.h"
#include "layers/city/time.h"

#include <QStringList>

namespace app {

/// A sentence of the program in its language; `source` is marked with QT_TRANSLATE_NOOP("Message", ...).
QString say(const char* source, const QStringList& arguments = {});

/// "1,234.5": the same digits and separators in every language. Empty for what is not finite.
QString number(double value, int decimals);
QString number(qsizetype value);
/// "µg/m³" as people read it; nothing for a plain count.
QString unitText(const city::Quantity& quantity, const QString& language);
/// "35.4 µg/m³"; a percent sign and a degree follow by the same rule, with a space.
QString withUnit(const QString& number, const QString& unit);

/// "40 s", "5 min", "3 h", "2 d"; negative ages count as 0.
QString ageText(city::Duration age);
/// "14:05" on the day of `now` in `zone`, else "2026-07-14 14:05".
QString clockText(city::Instant at, city::Instant now, const QTimeZone& zone);

} // namespace app
