// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/alarms/alarm.h"
#include "layers/city/area_tree.h"

namespace alarms {

/// Alarms that, most likely, have one cause: of rules of one group, in one district.
struct Group {
    QString cause;     ///< The group of the rules.
    QString area;      ///< Code of the district; empty: the whole city.
    Priority priority = Priority::Low;    ///< Of the most urgent that is active.
    bool unacknowledged = false;          ///< One of them is.
    city::Instant newest;                 ///< The last was raised.
    std::vector<const Alarm*> alarms;     ///< The one that came first is in front: look there for the cause.
};

/// All alarms that an operator should see (active or unacknowledged, not hidden), in groups: unacknowledged first, then by
/// priority, then the newest. The alarms must outlive it.
std::vector<Group> groups(const Plan& plan, const Alarms& alarms, const city::AreaTree& areas);

/// How many there are of each priority and state.
struct Counts {
    int active[3] = {0, 0, 0};         ///< Top, medium, low; seen or not.
    int unacknowledged[3] = {0, 0, 0}; ///< Active or returned.
    int shelved = 0, suppressed = 0, outOfService = 0, stale = 0, chattering = 0;
};
Counts count(const Plan& plan, const Alarms& alarms, city::Instant now);

/// Whether an operator should see it: not a mere part of combinations, and in a state that asks for something.
bool isShown(const Plan& plan, const Alarm& alarm);

} // namespace alarms
