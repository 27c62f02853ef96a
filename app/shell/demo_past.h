// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/demo_city.h"
#include "layers/history/history_store.h"

namespace app {

/// The demo city's past as the history would answer: series for series, a value every `step`, what lies
/// before `to`. Slow; any thread.
std::vector<city::Series> pastOfDemo(const DemoCity& demo, const std::vector<history::SeriesQuery>& queries,
                                     city::Instant from, city::Instant to, city::Duration step);

/// Hourly means as a series; empty where there is no answer.
city::Series hoursOf(const history::SeriesQuery& query, const city::Result<history::Summaries>& answer);

/// `past` and then `later`, of the same series in the same order; where both speak of a time, `later` is
/// believed.
std::vector<city::Series> joined(std::vector<city::Series> past, std::vector<city::Series> later);

} // namespace app
