// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/time.h"

#include <QStringList>
#include <QTimeZone>

namespace feeds {

/// The way a field writes times, judged by its texts.
struct TimeGuess {
    QStringList formats;    ///< As TimeMapping has them; empty: these are no times.
    int confidence = 0;     ///< Percent: how many of the texts it reads, less what could be read otherwise.
    bool hasOffset = false; ///< The texts say their zone themselves.
    bool hasClock = false;  ///< A time of day, not only a date.
    bool isDayOrMonthFirst = false; ///< Nothing tells 03/04 from 04/03: a person has to.
    city::Instant newest;
};

/// Judges `texts` (those that say something) with times of `zone`. A time is between 1990 and a day after
/// `now`.
TimeGuess guessTime(const QStringList& texts, const QTimeZone& zone, city::Instant now);

/// Texts of a time of day alone ("08:30", "8", "0830"); empty when they are none, else its format.
QString guessClock(const QStringList& texts);

} // namespace feeds
