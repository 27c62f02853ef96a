// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/facts.h"

namespace city {

struct Sample {
    Instant at;
    double value = 0;
};

/// Values of one quantity at one place over time, oldest first. A gap is the absence of samples, never a
/// repeated or zero value.
struct Series {
    PlaceId place;
    QString quantity;
    QString unit; ///< UCUM
    std::vector<Sample> samples;
    std::vector<Instant> withheld{}; ///< Where there is a value that must not be told (Quantity::privacy); not in `samples`.
};

} // namespace city
