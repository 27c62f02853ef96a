// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/pack.h"
#include "layers/alarms/step.h"
#include "layers/history/history_store.h"

namespace app {

/// What the rules of a pack would have made of what a history remembers.
struct PlayedAlarms {
    alarms::Alarms alarms; ///< At the end.
    std::vector<alarms::Change> changes;
    int moments = 0; ///< Looked at.
};

/// Goes through the history from one moment to the other. Waits for it; not for the GUI thread.
city::Result<PlayedAlarms> playAlarms(const Pack& pack, const alarms::Plan& plan, history::HistoryStore& store, city::Instant from,
                                      city::Instant to, city::Duration step);

} // namespace app
