// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/city_run.h"


/// What a CityRun tells of counts of people.
namespace app {

namespace {

/// A question for each running total of the city, from its beginning on: what was told before decides what may be now.
std::vector<history::SeriesQuery> runningTotals(const release::Rules& rules, const city::CitySnapshot& city, std::optional<city::Instant> asOf)
{
    std::vector<history::SeriesQuery> queries;
    const bool any = std::any_of(rules.quantities->cbegin(), rules.quantities->cend(), [](const city::Quantity& one) { return one.privacy && one.privacy->running; });
    for (const auto& [id, feed] : city.feeds()) {
        if (!any) break;
        for (const city::Observation& one : feed->observations) {
            const city::Privacy* privacy = rules.privacyOf(one.quantity, one.unit);
            if (privacy && privacy->running) queries.push_back({one.place, one.quantity, city::Instant{}, one.observedAt, asOf});
        }
    }
    return queries;
}

} // namespace

void CityRun::release(std::shared_ptr<const city::CitySnapshot> truth, std::optional<city::Instant> asOf, const release::ReleasedCity* before,
                      std::function<void(release::ReleasedCity)> take)
{
    std::vector<history::SeriesQuery> queries = runningTotals(m_rules, *truth, asOf);
    if (queries.empty()) return take(release::released(std::move(truth), m_rules, before));
    askTruth(queries, [this, queries, truth = std::move(truth), take = std::move(take)](const city::Result<std::vector<city::Series>>& answer) {
        release::Totals totals;
        for (std::size_t i = 0; answer.ok() && i < answer->size(); ++i) totals.insert({queries[i].place, queries[i].quantity}, (*answer)[i]);
        take(release::released(truth, m_rules, nullptr, totals));
    });
}

} // namespace app
