// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/time.h"

#include <QDate>
#include <QMap>
#include <QTimeZone>

namespace indicators {

/// Which day behaves like which. A value; data of the pack.
struct DayCalendar {
    QTimeZone zone = QTimeZone::utc();
    QMap<QDate, int>
        classOf; ///< Days that are not like their weekday: 1 Monday to 7 Sunday, public holidays 7.

    /// 1 Monday to 7 Sunday; a holiday is like a Sunday unless the calendar says otherwise.
    int dayClass(QDate day) const { return classOf.value(day, day.dayOfWeek()); }
    QDate dayOf(city::Instant at) const;
    /// Hour of the local day, 0 to 23.
    int hourOf(city::Instant at) const;
};

} // namespace indicators
