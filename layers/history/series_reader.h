// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/history/history_store.h"
#include "layers/history/observation_store.h"

namespace history {

/// See the functions of the same names in HistoryStore.
city::Result<city::Series> readSeries(ObservationStore& store, const SeriesQuery& query);
city::Result<Summaries> readSummaries(ObservationStore& store, const SummaryQuery& query);
city::Result<std::vector<city::Observation>> readLatest(ObservationStore& store, city::Instant at);

} // namespace history
