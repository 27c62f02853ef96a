// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/history/database.h"
#include "layers/history/history_store.h"

namespace history {

/// For each observed time of the query the value learned last. See HistoryStore::series.
city::Result<city::Series> readSeries(const Database& database, const SeriesQuery& query);

/// See HistoryStore::latestAt.
city::Result<std::vector<city::Observation>> readLatest(const Database& database, city::Instant at);

} // namespace history
