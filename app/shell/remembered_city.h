// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/pack.h"
#include "layers/history/history_store.h"

namespace app {

/// Pictures out of the history and what was made of them: indexed, and with what the pack says of their
/// feeds. Those that come again in the next moment need not be made again.
using IndexedPictures =
    std::map<std::shared_ptr<const city::FeedPicture>, std::shared_ptr<const city::FeedPicture>>;

/// A city of the past.
struct RememberedCity {
    std::shared_ptr<const city::CitySnapshot> snapshot;
    std::shared_ptr<const IndexedPictures> indexed;
};

/// The city as its feeds were shown at `at`. Feeds of the pack without a picture have not been asked yet.
/// Pure; any thread.
RememberedCity rememberedCity(const Pack& pack, city::Instant at,
                              const history::HistoryStore::Pictures& pictures,
                              const IndexedPictures* before = nullptr);

/// A snapshot of what a history that was kept before pictures were remembers of the moment `at`: values of
/// places, as one feed. Positions of stations are not remembered, those of areas come from the pack.
std::shared_ptr<const city::CitySnapshot> rememberedCity(const Pack& pack, city::Instant at,
                                                         std::vector<city::Observation> observations);

} // namespace app
