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
    {"metro-crowding", 2min, metroCrowding, observeMetroCrowding},
    {"shelters", 24h, shelterList, nullptr},
    {"social-housing-taipei", 24h, socialHousing, nullptr},
    {"elder-care-taipei", 24h, careHomes, nullptr},
    {"ev-charging-taipei", 5min, chargingPoints, observeChargingPoints},
    {"airbox", 5min, airBoxes, observeAirBoxes},
    {"buses-taipei", 30s, buses, nullptr},
    {"roads-newtaipei", 5min, liveSections, observeLiveSections},
    {"roads-newtaipei@section", 24h, sectionList, nullptr},
    {"roads-newtaipei@shape", 24h, sectionShapes, nullptr},
    {"freeway-detectors", 2min, freewayDetectors, observeFreewayDetectors},
    {"eoc-cases", 5min, operationCases, nullptr},
    {"eoc-outages", 5min, outages, observeOutages},
    {"road-incidents", 2min, roadIncidents, nullptr},
    {"testing-sites", 10min, testingSites, observeTestingSites},
    {"covid-cases", 24h, covidCases, observeCovidCases},
};

} // namespace

std::span<const Topic> topics()
{
    return list;
}

} // namespace app::demo
