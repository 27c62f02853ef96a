// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/geometry.h"

#include <span>

/// Places of the demo city that are the publishers' own: their names and positions are facts, only values are
/// invented.
namespace app::demo {

struct AirSite {
    const char* id;
    const char* name;
    const char* county;
    city::LonLat at;
};

struct Gauge {
    const char* id;
    const char* name;
    const char* county;
    const char* town;
    city::LonLat at;
    int altitude;
};

struct PumpSite {
    const char* id;
    const char* name;
    city::LonLat at;
    int pumps;
};

std::span<const AirSite> airSites();
std::span<const Gauge> rainGauges();
std::span<const PumpSite> pumpSites();

} // namespace app::demo
