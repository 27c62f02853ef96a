// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/series.h"

#include <QTimeZone>
#include <map>
#include <optional>

namespace app {

/// What the values of one place over a stretch of time come to.
struct PeriodSummary {
    double sum = 0, least = 0, most = 0;
    city::Instant leastAt, mostAt;
    int count = 0;
    int above = 0; ///< Values above the mark that was asked for.
    int hours = 0; ///< Different hours that have a value.

    double mean() const { return sum / count; }
};

/// Of the samples within [from, to); nothing when there is none.
std::optional<PeriodSummary> summaryOf(const city::Series& series, city::Instant from, city::Instant to, std::optional<double> above);

/// Into which part of time a moment falls.
enum class TimePart { Day, HourOfDay, Weekday };

/// Means of each place first and then over the places, so that one that speaks often has no more weight. Keyed by
/// yyyymmdd, 0 to 23, or 1 (Monday) to 7, in `zone`.
struct PartMean {
    double mean = 0;
    int places = 0, values = 0;
    int above = 0;             ///< Places whose own mean is above the mark,
    std::optional<double> most; ///< the highest of these means.
};
std::map<int, PartMean> meansByPart(const std::vector<const city::Series*>& series, city::Instant from, city::Instant to,
                                    const QTimeZone& zone, TimePart part, std::optional<double> above);

} // namespace app
