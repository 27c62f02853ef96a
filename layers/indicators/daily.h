// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/series.h"

#include <QDate>
#include <QTimeZone>
#include <vector>

namespace indicators {

/// One civil day of a series.
struct DayValue {
    QDate day;
    double mean = 0, most = 0;
    int hours = 0; ///< Of the day that have a value; the mean is of these.

    /// Three quarters of its hours have a value, as air quality rules ask for: a day with less is none.
    bool counts() const { return hours >= 18; }
};

/// The days of a series, oldest first, hour by hour in `zone`: several values of an hour count as their mean. Days without
/// any value are left out, and so is what is not finite. Pure.
std::vector<DayValue> dailyValues(const city::Series& series, const QTimeZone& zone);

/// How many days were above a threshold, of those that count.
struct Exceedance {
    int days = 0, of = 0;
};
enum class OfDay { Mean, Most };
Exceedance exceedance(const std::vector<DayValue>& days, double threshold, OfDay what, QDate from);

} // namespace indicators
