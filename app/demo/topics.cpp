// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/topic.h"

namespace app::demo {

namespace {

using namespace std::chrono_literals;

constexpr Topic list[] = {
    {"youbike-taipei", 1min, youBikeTaipei, observeBikesTaipei},
    {"youbike-newtaipei", 1min, youBikeNewTaipei, observeBikesNewTaipei},
    {"parking-taipei", 24h, carParks, observeCarParks},
    {"parking-taipei-available", 1min, carParksAvailable, observeCarParksAvailable},
    {"roads-taipei", 5min, roadSections, observeRoadSections},
    {"roadworks-taipei", 10min, roadworks, nullptr},
    {"air-moenv", 1h, airQuality, observeAirQuality},
    {"alerts-ncdr", 1min, alertIndex, nullptr},
    {"rain-cwa", 10min, rainCwa, observeRainCwa},
    {"rain-taipei", 5min, rainTaipei, observeRainTaipei},
    {"pumps-taipei", 5min, pumpStations, observePumpStations},
    {"sewer-taipei", 5min, sewers, observeSewers},
    {"quakes-cwa", 1min, earthquakes, nullptr},
    {"markets-taipei", 5min, markets, observeMarkets},
    {"metro-flow", 30min, metroFlow, observeMetroFlow},
    {"covid-cases", 24h, covidCases, observeCovidCases},
};

} // namespace

std::span<const Topic> topics()
{
    return list;
}

} // namespace app::demo
