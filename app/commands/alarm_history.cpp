// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/alarm_history.h"

#include "app/shell/alarm_learning.h"
#include "app/shell/demo_past.h"
#include "app/shell/remembered_city.h"

namespace app {

namespace {

using namespace std::chrono_literals;

constexpr city::Duration learnEvery = 1h; ///< As the program does that runs.

/// What was known of the past then, hour by hour.
AlarmLearning learnedThen(const Pack& pack, const alarms::Plan& plan, history::HistoryStore& store, const city::CitySnapshot& snapshot, city::Instant at)
{
    const std::vector<history::SeriesQuery> queries = hoursForAlarms(plan, snapshot, at);
    std::vector<QFuture<city::Result<history::Summaries>>> asked;
    for (const history::SeriesQuery& query : queries)
        asked.push_back(store.summaries({query.place, query.quantity, query.from, query.to, 1h, pack.zone, at}));
    std::vector<city::Series> hours;
    for (std::size_t i = 0; i < queries.size(); ++i) hours.push_back(hoursOf(queries[i], asked[i].result()));
    return learnedForAlarms(pack, plan, hours, at);
}

} // namespace

city::Result<PlayedAlarms> playAlarms(const Pack& pack, const alarms::Plan& plan, history::HistoryStore& store, city::Instant from,
                                      city::Instant to, city::Duration step)
{
    PlayedAlarms played;
    AlarmLearning learned;
    std::optional<city::Instant> learnedAt;
    for (city::Instant at = from;; at = std::min(at + step, to)) {
        auto pictures = store.picturesAt(at).result();
        if (!pictures) return pictures.problem();
        alarms::Moment moment{rememberedCity(pack, at, pictures.value()).snapshot, at, {}, {}};
        if (!learnedAt || at - *learnedAt >= learnEvery) {
            learned = learnedThen(pack, plan, store, *moment.snapshot, at);
            learnedAt = at;
        }
        moment.usuals = learned.usuals;
        moment.outlook = learned.outlook;
        alarms::Step made = alarms::step(plan, std::move(played.alarms), moment);
        played.alarms = std::move(made.alarms);
        played.changes.insert(played.changes.end(), made.changes.begin(), made.changes.end());
        ++played.moments;
        if (at >= to) return played;
    }
}

} // namespace app
