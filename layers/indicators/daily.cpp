// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/indicators/daily.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace indicators {

namespace {

struct Sum {
    double sum = 0;
    int count = 0;
};

} // namespace

std::vector<DayValue> dailyValues(const city::Series& series, const QTimeZone& zone)
{
    std::map<QDate, std::map<int, Sum>> hours;
    for (const city::Sample& one : series.samples) {
        if (!std::isfinite(one.value)) continue;
        const QDateTime local = QDateTime::fromMSecsSinceEpoch(one.at.time_since_epoch().count(), zone);
        Sum& hour = hours[local.date()][local.time().hour()];
        hour.sum += one.value;
        ++hour.count;
    }
    std::vector<DayValue> days;
    for (const auto& [day, values] : hours) {
        DayValue made{day, 0, values.begin()->second.sum / values.begin()->second.count,
                      static_cast<int>(values.size())};
        for (const auto& [hour, sum] : values) {
            made.mean += sum.sum / sum.count / made.hours;
            made.most = std::max(made.most, sum.sum / sum.count);
        }
        days.push_back(made);
    }
    return days;
}

Exceedance exceedance(const std::vector<DayValue>& days, double threshold, OfDay what, QDate from)
{
    Exceedance found;
    for (const DayValue& one : days) {
        if (one.day < from || !one.counts()) continue;
        ++found.of;
        found.days += (what == OfDay::Mean ? one.mean : one.most) > threshold ? 1 : 0;
    }
    return found;
}

} // namespace indicators
