// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/pipeline/apply.h"

/// The parts of `accepted` that weigh the old against the new. Pure functions; any thread.
namespace pipeline {

/// See `accepted`. Times beyond `future` are errors of the publisher.
std::vector<city::Observation> newestObservations(const city::FeedPicture& previous,
                                                  const feeds::Decoded& decoded, Listing listing,
                                                  city::Instant future);

/// Each place once: the record that knows its position before one that does not, with whatever name is known.
std::vector<city::Place> knownPlaces(const city::FeedPicture& previous, std::vector<city::Place> places,
                                     Listing listing);

/// The newest time the facts speak of, those in the future left out unless there are no others.
std::optional<city::Instant> newestTime(const city::FeedPicture& picture, city::Instant future);

} // namespace pipeline
