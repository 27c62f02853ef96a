// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/indicators/day_classes.h"

#include <QDateTime>

namespace indicators {

namespace {

QDateTime localTime(const QTimeZone& zone, city::Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), zone);
}

} // namespace

QDate DayCalendar::dayOf(city::Instant at) const
{
    return localTime(zone, at).date();
}

int DayCalendar::hourOf(city::Instant at) const
{
    return localTime(zone, at).time().hour();
}

} // namespace indicators
