// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/series.h"
#include "layers/city/snapshot.h"
#include "layers/release/privacy.h"

#include <set>

namespace release {

/// What feeds said, and what may be told of it.
using ReleasedPictures = std::map<std::shared_ptr<const city::FeedPicture>, std::shared_ptr<const city::FeedPicture>>;

struct ReleasedCity {
    std::shared_ptr<const city::CitySnapshot> snapshot;
    ReleasedPictures counted;                                  ///< Feeds with something private in them;
    std::set<std::shared_ptr<const city::FeedPicture>> plain; ///< the others.
};

/// The city as it may be told. All levels and feeds are released together: of values of one time what is told of an area and
/// sums over areas go where they would give a place away. A value older than the newest of its quantity is released by
/// itself, and where it is of an area with others in it, not at all: what it stood beside is not known here any more.
/// `totals`: of running totals all their series, by place and quantity; without it such a total is withheld.
/// `before`: of the last city; what has not changed is taken from it. Pure; any thread.
using Totals = QHash<QPair<city::PlaceId, QString>, city::Series>;
ReleasedCity released(std::shared_ptr<const city::CitySnapshot> truth, const Rules& rules, const ReleasedCity* before = nullptr,
                      const Totals& totals = {});

} // namespace release
