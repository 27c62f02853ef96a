// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/series.h"
#include "layers/indicators/day_classes.h"

#include <optional>
#include <vector>

namespace indicators {

/// What is usual of a place on this class of day at this hour.
struct Typical {
    double median = 0, low = 0, high = 0; ///< The band holds the middle 80 % of the samples.
    double deviation = 0;                 ///< 1.4826 times the median distance from the median.
    int days = 0;                         ///< Days it is made of.

    /// How far above (below: negative) the usual in percent; nothing when nothing is usual.
    std::optional<double> percentAbove(double value) const;
    /// Robust z; nothing where all days were the same, and any difference would be infinite.
    std::optional<double> robustZ(double value) const;
};

/// Of one value a day, those of days alike; nothing with fewer than `TypicalWeek::leastDays`. What is not finite is no value.
std::optional<Typical> typicalOf(std::vector<double> values);

/// The last days before the one of `now` that are like it, newest first, at most `mostDays` and none longer ago than
/// `reach` days, each at the time of day of `now` cut down to half an hour. A time the clocks leave out is left out.
std::vector<city::Instant> likeMoments(city::Instant now, const DayCalendar& calendar, int mostDays = 8, int reach = 120);

/// The usual values of one series by day class and hour, from the days before `until`: at most the last
/// `mostDays` of each class. Built once and asked often; immutable. Holidays are like Sundays by the
/// calendar.
class TypicalWeek {
public:
    static constexpr int leastDays = 4, mostDays = 8;

    TypicalWeek(const city::Series& past, city::Instant until, DayCalendar calendar);
    /// Nothing with fewer than `leastDays`.
    std::optional<Typical> at(city::Instant time) const;

private:
    DayCalendar m_calendar;
    std::vector<std::optional<Typical>> m_byClassAndHour;
};

/// Which values are out of the usual: it begins beyond 3 robust standard deviations and ends within 2, so
/// that it does not flicker. A missing z neither begins nor ends it.
std::vector<bool> anomalies(const std::vector<std::optional<double>>& z, double enter = 3, double leave = 2);

} // namespace indicators
