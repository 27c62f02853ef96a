// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/series.h"
#include "layers/indicators/day_classes.h"
#include "layers/indicators/rating.h"

namespace indicators {

/// The version in force on a day; null when none states that day.
const Scale* inForce(const std::vector<const Scale*>& versions, QDate day);

/// A part of a series that one version of a scale speaks of: samples [begin, end).
struct TrendSegment {
    QString scale;
    std::size_t begin = 0, end = 0;
};

/// Where a line of published index numbers has to be broken: numbers of two versions are not joined. Samples
/// no version is in force for are in no segment.
std::vector<TrendSegment> trendSegments(const city::Series& published,
                                        const std::vector<const Scale*>& versions,
                                        const DayCalendar& calendar);

/// The alternative: concentrations of `quantity` (in the unit of the scale's input) put on one scale
/// throughout. Samples the scale refuses are left out.
city::Series onOneScale(const city::Series& concentrations, const Scale& scale, const QString& quantity);

} // namespace indicators
