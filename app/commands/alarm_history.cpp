// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/alarm_history.h"

#include "app/shell/alarm_learning.h"
#include "app/shell/demo_past.h"
#include "app/shell/remembered_city.h"
#include "layers/release/released_series.h"

namespace app {

namespace {

using namespace std::chrono_literals;

constexpr city::Duration learnEvery = 1h; ///< As the program does that runs.

/// What was known of the past then, hour by hour.
AlarmLearning learnedThen(const Pack& pack, const alarms::Plan& plan, history::HistoryStore& store, const release::Rules& rules,
                          const release::ReleasedCity& city, city::Instant at)
{
    const std::vector<release::CountedPlace> places = release::countedPlaces(rules, city);
    std::vector<city::Series> hours;
    for (const history::SeriesQuery& query : hoursForAlarms(plan, *city.snapshot, at)) {
        const auto told = release::readSummaries(store, rules, places, {query.place, query.quantity, query.from, query.to, 1h, pack.zone, at});
        hours.push_back(hoursOf(query, told ? city::Result<history::Summaries>(told->told) : city::Result<history::Summaries>(told.problem())));
        hours.back().withheld = told ? told->withheld : std::vector<city::Instant>();
        hours.back() = release::withoutWithheldHours(std::move(hours.back()), pack.zone);
    }
    return learnedForAlarms(pack, plan, hours, at);
}

} // namespace

city::Result<PlayedAlarms> playAlarms(const Pack& pack, const alarms::Plan& plan, history::HistoryStore& store, city::Instant from,
                                      city::Instant to, city::Duration step)
{
    const release::Rules rules{pack.quantities, pack.areas};
    PlayedAlarms played;
    release::ReleasedCity city;
    AlarmLearning learned;
    std::optional<city::Instant> learnedAt;
    for (city::Instant at = from;; at = std::min(at + step, to)) {
        auto pictures = store.picturesAt(at).result();
        if (!pictures) return pictures.problem();
        city = release::released(rememberedCity(pack, at, pictures.value()).snapshot, rules, &city);
        alarms::Moment moment{city.snapshot, at, {}, {}};
        if (!learnedAt || at - *learnedAt >= learnEvery) {
            learned = learnedThen(pack, plan, store, rules, city, at);
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
