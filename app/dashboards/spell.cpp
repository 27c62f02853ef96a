// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/spell.h"

#include "app/dashboards/aggregate.h"

namespace app {

std::optional<city::Instant> spellBegan(const Scope& scope, int row, const QString& quantity,
                                        const Threshold& threshold)
{
    const Reading reading = scope.index.reading(row, quantity);
    const city::Series* series = scope.series(*scope.index.at(row).id, quantity);
    if (!reading.isCurrent() || !series) return std::nullopt;
    const auto holds = [&](double value) { return compare(value, threshold.comparison, threshold.value); };
    if (!holds(reading.value())) return std::nullopt;
    const city::Promise& promise = reading.feed->state.promise;
    const city::Duration gap = 3 * promise.cadence + promise.grace;
    city::Instant began = reading.observation->observedAt;
    for (auto one = series->samples.rbegin(); one != series->samples.rend(); ++one) {
        if (one->at >= began) continue;
        if (began - one->at > gap) return std::nullopt;
        if (!holds(one->value)) return began;
        began = one->at;
    }
    return std::nullopt;
}

} // namespace app
