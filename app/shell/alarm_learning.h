// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/pack.h"
#include "layers/alarms/finding.h"
#include "layers/history/history_store.h"

namespace app {

/// The hours of the past that rules want to know of the places there are now: for what is usual and for what
/// is expected. At most 200 places, the last nine weeks.
std::vector<history::SeriesQuery> hoursForAlarms(const alarms::Plan& plan, const city::CitySnapshot& snapshot,
                                                 city::Instant now);

/// What rules know beyond the values of the moment.
struct AlarmLearning {
    std::shared_ptr<const alarms::Usuals> usuals;
    std::shared_ptr<const alarms::Outlook> outlook;
};

/// Of the answers to these questions. Some tens of milliseconds a forecast, of 60 places at most; pure, for a
/// pool.
AlarmLearning learnedForAlarms(const Pack& pack, const alarms::Plan& plan,
                               const std::vector<city::Series>& hours, city::Instant now);

} // namespace app
