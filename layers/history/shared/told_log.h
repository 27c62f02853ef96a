// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/history/history_store.h"
#include "layers/history/observation_store.h"

namespace history {

/// See HistoryStore::toldAfter.
city::Result<ToldBatch> readTold(const Database& database, ObservationStore& store, qint64 answer,
                                 city::Instant learned);

} // namespace history
