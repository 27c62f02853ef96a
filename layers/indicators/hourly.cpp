// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/indicators/hourly.h"

namespace indicators {

namespace {

qint64 floorDiv(qint64 a, qint64 b)
{
    return a / b - (a % b < 0 ? 1 : 0);
}

} // namespace

Steps lastSteps(const city::Series& series, city::Instant until, std::size_t count, city::Duration step)
{
    const auto slot = [step](city::Instant at) {
        return floorDiv(at.time_since_epoch().count(), step.count());
    };
    Steps found{city::Instant(slot(until) * step), step, {}};
    found.values.resize(count);
    std::vector<int> samples(count, 0);
    for (const city::Sample& sample : series.samples) {
        const qint64 back = slot(until) - slot(sample.at);
        if (sample.at > until || back >= static_cast<qint64>(count) || !std::isfinite(sample.value)) continue;
        const auto i = static_cast<std::size_t>(back);
        ++samples[i];
        // A running mean, so that several samples in a step weigh the same.
        const double before = found.values[i].value_or(0);
        found.values[i] = before + (sample.value - before) / samples[i];
    }
    return found;
}

} // namespace indicators
