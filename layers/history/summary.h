// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/history/told.h"

#include <QTimeZone>

namespace history {

/// What the values of one stretch of time come to; the mean to nine digits. A stretch without values has no summary.
struct Summary {
    city::Instant start;
    int count = 0;
    double min = 0, mean = 0, max = 0, last = 0;

    friend bool operator==(const Summary&, const Summary&) = default;
};

/// How time is cut into stretches: every `step` since midnight in `zone` for days and parts of days that divide one.
/// Days follow the zone's own midnights, so they may have 23 or 25 hours.
struct Stretches {
    city::Duration step{std::chrono::hours(1)};
    QTimeZone zone = QTimeZone::utc();

    /// The beginning of the stretch `at` (milliseconds since 1970 UTC) lies in, and of the one behind it.
    qint64 startOf(qint64 at) const;
    qint64 after(qint64 start) const;
};

/// The summaries of believed values in order, oldest first.
std::vector<Summary> summariesOf(const std::vector<Told>& believed, const Stretches& stretches);

} // namespace history
