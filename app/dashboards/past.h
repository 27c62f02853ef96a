// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dashboards/scope.h"

namespace app {

/// The sample nearest to `at`, not further from it than `reach`; null when there is none: a gap is not bridged.
const city::Sample* sampleAt(const city::Series& series, city::Instant at, city::Duration reach);

/// The samples of a series within [from, to].
std::vector<city::Sample> samplesWithin(const city::Series* series, city::Instant from, city::Instant to);

/// Several places' values as one series in steps: a step is left out when a sum lacks one of its places, and when
/// another aggregate has less than half of them.
std::vector<city::Sample> aggregateSeries(const std::vector<const city::Series*>& series, const QString& how,
                                          city::Instant from, city::Instant to, city::Duration step);

/// "▲ 12 in 1 h", "no change in 1 h"; empty when the past is not known.
QString changeText(double now, std::optional<double> before, int decimals);

} // namespace app
