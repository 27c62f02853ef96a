// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/alarms/alarm.h"

namespace alarms {

/// How the alarms of a stretch of time did, by the measures of ISA-18.2. Guides: 6 an hour is well, 12 the most one
/// operator manages; fewer than 1 in 100 ten-minute stretches in flood; 80, 15 and 5 in a hundred low, medium and top; no
/// chattering; the top ten a few in a hundred of all.
struct Performance {
    int raised = 0;
    double perHour = 0;
    int mostInTenMinutes = 0;
    double floodShare = 0;                     ///< Of the ten-minute stretches those with more than 10; 0 to 1.
    int byPriority[3] = {0, 0, 0};             ///< Top, medium, low.
    std::vector<QPair<QString, int>> mostOften; ///< Rules, at most ten, and how often.
    int acknowledged = 0, inTime = 0;          ///< Of those with a time to respond: within it.
    std::optional<city::Duration> usualAcknowledgement; ///< Median.
    int chattering = 0;                        ///< Alarms that came three times within a minute.
};

/// Of the changes between the two, which must be in order of time. Hidden alarms (shelved and so on) do not count.
Performance performance(const Plan& plan, const std::vector<Change>& changes, city::Instant from, city::Instant to);

} // namespace alarms
