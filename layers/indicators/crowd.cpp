// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/indicators/crowd.h"

#include "layers/indicators/traffic.h"

#include <algorithm>

namespace indicators {

std::optional<Occupancy> occupancy(const DoorCount& count, int licensedCapacity)
{
    if (licensedCapacity <= 0) return std::nullopt;
    const int inside = count.insideAtReset + count.in - count.out;
    Occupancy found;
    found.drifted = inside < 0;
    found.people = std::max(0, inside);
    found.percent = 100 * found.people / licensedCapacity;
    found.errorPercent = 100 * count.errorOfPassage * (count.in + count.out) / licensedCapacity;
    return found;
}

MobilityBaseline::MobilityBaseline(const city::Series& days, QDate from, QDate to,
                                   const DayCalendar& calendar)
    : m_byWeekday(8)
{
    for (const city::Sample& sample : days.samples) {
        const QDate day = calendar.dayOf(sample.at);
        if (day >= from && day <= to)
            m_byWeekday[static_cast<std::size_t>(day.dayOfWeek())].push_back(sample.value);
    }
}

std::optional<double> MobilityBaseline::changePercent(QDate day, std::optional<double> value) const
{
    const auto& same = m_byWeekday[static_cast<std::size_t>(day.dayOfWeek())];
    if (!value || same.empty()) return std::nullopt;
    const double usual = percentile(same, 0.5);
    if (!(usual > 0)) return std::nullopt;
    return 100 * (*value / usual - 1);
}

std::vector<DayIncidence> sevenDayIncidence(const std::vector<std::optional<int>>& cases, QDate first,
                                            double people, Window window, int incompleteDays)
{
    std::vector<DayIncidence> found;
    const auto count = static_cast<int>(cases.size());
    const int ahead = window == Window::Centred ? 3 : 0;
    for (int day = 0; day < count && people > 0; ++day) {
        DayIncidence one{first.addDays(day), 0.0, true};
        for (int i = day + ahead - 6; i <= day + ahead; ++i) {
            const bool known = i >= 0 && i < count && cases[static_cast<std::size_t>(i)];
            if (!known)
                one.per100000.reset();
            else if (one.per100000)
                *one.per100000 += *cases[static_cast<std::size_t>(i)] * 100000.0 / people;
            if (i >= count - incompleteDays) one.complete = false;
        }
        found.push_back(one);
    }
    return found;
}

} // namespace indicators
