// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/indicators/trend.h"

namespace indicators {

const Scale* inForce(const std::vector<const Scale*>& versions, QDate day)
{
    for (const Scale* scale : versions) {
        const bool begun = !scale->effectiveFrom.isValid() || scale->effectiveFrom <= day;
        const bool ended = scale->effectiveTo.isValid() && scale->effectiveTo < day;
        if (begun && !ended) return scale;
    }
    return nullptr;
}

std::vector<TrendSegment> trendSegments(const city::Series& published,
                                        const std::vector<const Scale*>& versions,
                                        const DayCalendar& calendar)
{
    std::vector<TrendSegment> segments;
    const Scale* before = nullptr;
    for (std::size_t i = 0; i < published.samples.size(); ++i) {
        const Scale* scale = inForce(versions, calendar.dayOf(published.samples[i].at));
        if (scale && scale == before)
            segments.back().end = i + 1;
        else if (scale)
            segments.push_back({scale->id, i, i + 1});
        before = scale;
    }
    return segments;
}

city::Series onOneScale(const city::Series& concentrations, const Scale& scale, const QString& quantity)
{
    city::Series made{concentrations.place, scale.quantity, scale.unit, {}};
    for (const city::Sample& sample : concentrations.samples) {
        const auto rating = rate(scale, {Averaged{quantity, sample.value, {}, 1, sample.at, sample.at}});
        if (rating && rating->index) made.samples.push_back({sample.at, static_cast<double>(*rating->index)});
    }
    return made;
}

} // namespace indicators
