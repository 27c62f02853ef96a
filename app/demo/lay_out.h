// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/world.h"

/// The steps of makeWorld, one for each topic's places.
namespace app::demo {

void layOutBikes(World& world, const city::AreaTree& areas);
void layOutCarParks(World& world, const city::AreaTree& areas);
/// Road sections from the pack's roads, and sewers beneath them.
void layOutRoads(World& world, const Pack& pack);
/// Roadworks on some of the sections; after layOutRoads.
void layOutWorks(World& world, const Pack& pack);
void layOutMetro(World& world, const Pack& pack);
/// Shelters, social housing, homes for the elderly and micro-sensors, by village.
void layOutSites(World& world, const city::AreaTree& areas);
/// Sections of New Taipei, from village to village.
void layOutNewTaipeiRoads(World& world, const city::AreaTree& areas);
/// The detectors of data/freeway-detectors.csv.
void layOutFreeway(World& world, const Pack& pack);
/// Buses that go from metro station to metro station; after layOutMetro.
void layOutBuses(World& world);

/// Name in the city's own language.
QString ownName(const city::Area& area);
/// Name in English; the own name where the pack has none.
QString englishName(const city::Area& area);

} // namespace app::demo
