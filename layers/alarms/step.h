// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/alarms/finding.h"

/// From one moment to the next: the state machine of all alarms as pure functions. Any thread; nothing here asks a clock.
namespace alarms {

struct Step {
    Alarms alarms;
    std::vector<Change> changes; ///< In the order they happened; none when nothing did.
};

/// What the city's facts at `moment` make of the alarms.
Step step(const Plan& plan, Alarms before, const Moment& moment);

/// What an operator does to them. Ids that are no alarms, and what would change nothing, change nothing.
Step act(const Plan& plan, Alarms before, city::Instant now, const std::vector<Action>& actions);

/// The rules so that each comes after those it refers to (combinations, suppression). Those that refer to each other in a
/// loop are left out, and given in `loops` when it is not null.
std::vector<const Rule*> inOrder(const Plan& plan, QStringList* loops = nullptr);

} // namespace alarms
