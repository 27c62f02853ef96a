// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/world.h"

namespace app::demo {

/// What a detector counts.
struct Traffic {
    double speed = 0;     ///< km/h
    double occupancy = 0; ///< %
    int volume = 0;       ///< Vehicles in 5 minutes.
    int level = 0;        ///< 0 free, 1 slow, 2 jammed.
};

/// Into the city in the morning, out of it in the evening, and rain slows everybody.
Traffic traffic(const World& world, const Section& section, city::Instant at);

} // namespace app::demo
