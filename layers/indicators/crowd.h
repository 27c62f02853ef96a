// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/series.h"
#include "layers/indicators/day_classes.h"

#include <optional>
#include <vector>

/// People in places, their movements and their health, each by its stated definition
/// (resources/help/methods.txt). Pure.
namespace indicators {

/// People inside by counting at the doors since the last reset to a known number.
struct DoorCount {
    int insideAtReset = 0, in = 0, out = 0;
    double errorOfPassage = 0.02; ///< Share of passages miscounted: counts drift.
    city::Instant resetAt;
};
struct Occupancy {
    double people = 0, percent = 0;
    double errorPercent = 0; ///< Bound of the drift, in points of `percent`.
    bool drifted = false;    ///< More came out than went in: it has to be reset.
};
/// Share of the licensed capacity; nothing without a capacity. A count below nobody is nobody, and drifted.
std::optional<Occupancy> occupancy(const DoorCount& count, int licensedCapacity);

/// Change in percent against the median of the same weekday in the baseline weeks, as Google's reports have
/// it. Nothing where the value or the baseline is missing: a gap means that too few people were seen and is
/// never 0.
class MobilityBaseline {
public:
    /// `days` one value a day, of which those within [from, to] count.
    MobilityBaseline(const city::Series& days, QDate from, QDate to, const DayCalendar& calendar);
    std::optional<double> changePercent(QDate day, std::optional<double> value) const;

private:
    std::vector<std::vector<double>> m_byWeekday;
};

/// How the seven days of an incidence lie about its day.
enum class Window { Trailing, Centred };
struct DayIncidence {
    QDate day;
    std::optional<double> per100000; ///< Sum of seven days; nothing when one of them is missing.
    bool complete = true;            ///< False when one of the days is still being reported.
};
/// `cases` day after day from `first`, nothing where none was published or it was withheld. The last
/// `incompleteDays` are still growing. Nothing at all for no people.
std::vector<DayIncidence> sevenDayIncidence(const std::vector<std::optional<int>>& cases, QDate first,
                                            double people, Window window, int incompleteDays);

} // namespace indicators
