// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/alarm_history.h"

#include "app/shell/city_run.h"
#include "app/shell/remembered_city.h"

namespace app {

city::Result<PlayedAlarms> playAlarms(const Pack& pack, const alarms::Plan& plan, history::HistoryStore& store, city::Instant from,
                                      city::Instant to, city::Duration step)
{
    PlayedAlarms played;
    for (city::Instant at = from;; at = std::min(at + step, to)) {
        auto pictures = store.picturesAt(at).result();
        if (!pictures) return pictures.problem();
        const alarms::Moment moment{rememberedCity(pack, at, pictures.value()).snapshot, at};
        alarms::Step made = alarms::step(plan, std::move(played.alarms), moment);
        played.alarms = std::move(made.alarms);
        played.changes.insert(played.changes.end(), made.changes.begin(), made.changes.end());
        ++played.moments;
        if (at >= to) return played;
    }
}

} // namespace app
