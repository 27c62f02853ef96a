// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/period.h"

#include <QDateTime>
#include <algorithm>

namespace app {

namespace {

/// The part of time of a moment; keeps the last hour it was asked for, since samples come in order.
class PartOf {
public:
    PartOf(const QTimeZone& zone, TimePart part) : m_zone(zone), m_part(part) {}

    int operator()(city::Instant at)
    {
        const qint64 quarter = at.time_since_epoch().count() / (15 * 60'000); // zones differ by quarters of an hour
        if (quarter == m_quarter) return m_key;
        m_quarter = quarter;
        const QDateTime local = QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), m_zone);
        const QDate day = local.date();
        m_key = m_part == TimePart::Day         ? day.year() * 10'000 + day.month() * 100 + day.day()
                : m_part == TimePart::HourOfDay ? local.time().hour()
                                                : day.dayOfWeek();
        return m_key;
    }

private:
    const QTimeZone& m_zone;
    TimePart m_part;
    qint64 m_quarter = -1;
    int m_key = 0;
};

} // namespace

std::optional<PeriodSummary> summaryOf(const city::Series& series, city::Instant from, city::Instant to, std::optional<double> above)
{
    PeriodSummary made;
    qint64 lastHour = -1;
    for (const city::Sample& sample : series.samples) {
        if (sample.at < from || sample.at >= to) continue;
        if (made.count == 0 || sample.value < made.least) {
            made.least = sample.value;
            made.leastAt = sample.at;
        }
        if (made.count == 0 || sample.value > made.most) {
            made.most = sample.value;
            made.mostAt = sample.at;
        }
        made.sum += sample.value;
        ++made.count;
        if (above && sample.value > *above) ++made.above;
        const qint64 hour = sample.at.time_since_epoch().count() / 3'600'000;
        if (hour != lastHour) ++made.hours;
        lastHour = hour;
    }
    return made.count > 0 ? std::optional(made) : std::nullopt;
}

std::map<int, PartMean> meansByPart(const std::vector<const city::Series*>& series, city::Instant from, city::Instant to,
                                    const QTimeZone& zone, TimePart part, std::optional<double> above)
{
    struct Sum {
        double sum = 0;
        int count = 0;
    };
    std::map<int, PartMean> means;
    PartOf partOf(zone, part);
    for (const city::Series* one : series) {
        std::map<int, Sum> own;
        for (const city::Sample& sample : one->samples) {
            if (sample.at < from || sample.at >= to) continue;
            Sum& sum = own[partOf(sample.at)];
            sum.sum += sample.value;
            ++sum.count;
        }
        for (const auto& [key, sum] : own) {
            PartMean& mean = means[key];
            const double value = sum.sum / sum.count;
            mean.mean += value;
            ++mean.places;
            mean.values += sum.count;
            mean.most = std::max(value, mean.most.value_or(value));
            if (above && value > *above) ++mean.above;
        }
    }
    for (auto& [key, mean] : means)
        mean.mean /= mean.places;
    return means;
}

} // namespace app
