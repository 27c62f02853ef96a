// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/facts.h"
#include "layers/city/result.h"

namespace history {

class Database;

/// A place and a quantity the history has values of, from whatever feeds.
struct KnownSeries {
    city::PlaceId place;
    QString quantity;
    city::LocalText name;           ///< Of the place; empty where no feed has told it.
    std::optional<city::LonLat> at; ///< Likewise.
};

/// All of them, by place and quantity.
city::Result<std::vector<KnownSeries>> readKnown(const Database& database);

} // namespace history
