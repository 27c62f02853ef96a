// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/charts/time_ticks.h"

#include <QDateTime>

namespace widgets {

namespace {

using namespace std::chrono_literals;

constexpr city::Duration kSteps[] = {1min, 2min, 5min, 10min, 15min, 30min, 1h,   2h,
                                     3h,   6h,   12h,  24h,   48h,   168h,  336h, 720h};

city::Duration stepFor(city::Duration span, int most)
{
    for (const city::Duration step : kSteps)
        if (span / step < most) return step;
    return kSteps[std::size(kSteps) - 1] * (1 + span / (kSteps[std::size(kSteps) - 1] * most));
}

QDateTime local(city::Instant at, const QTimeZone& zone)
{
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), zone);
}

} // namespace

// Ticks are counted on the reader's calendar, from the midnight before `from`, so that they stay on round
// hours when the zone is not a whole number of hours from UTC or changes its clocks.
std::vector<TimeTick> timeTicks(city::Instant from, city::Instant to, const QTimeZone& zone, int most)
{
    std::vector<TimeTick> ticks;
    if (to <= from || most < 1 || !zone.isValid()) return ticks;
    const city::Duration step = stepFor(to - from, most);
    const bool days = step >= 24h;
    const qint64 stepSeconds = std::chrono::duration_cast<std::chrono::seconds>(step).count();
    const qint64 stepDays = stepSeconds / 86'400;
    for (QDate day = local(from, zone).date(); ticks.size() < 1000; day = day.addDays(days ? stepDays : 1)) {
        if (city::Instant(city::Duration(day.startOfDay(zone).toMSecsSinceEpoch())) > to) break;
        for (qint64 second = 0; second < 86'400; second += days ? 86'400 : stepSeconds) {
            const QTime clock = QTime(0, 0).addSecs(static_cast<int>(second));
            const QDateTime moment(day, clock, zone);
            const city::Instant at(city::Duration(moment.toMSecsSinceEpoch()));
            // A clock time that a change of clocks skips does not exist.
            if (moment.time() != clock || at < from || at > to) continue;
            const bool midnight = second == 0;
            ticks.push_back(
                {at, moment.toString(midnight ? QStringLiteral("M/d") : QStringLiteral("HH:mm")), midnight});
        }
    }
    return ticks;
}

} // namespace widgets
