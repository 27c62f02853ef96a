// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/indicators/air.h"

#include <map>

namespace indicators {

/// What an authority's index says of a station at one moment, from its hourly series, averaged by that
/// authority's own rules. `hours` are by pollutant ("pm2.5", "pm10", "o3", "co", "so2", "no2"), each with the
/// newest hour first and in the unit of the scale's inputs; 24 of them serve every rule. What lacks the data
/// its rule asks for is left out and listed as missing. The result is for tests and what-if; where the
/// authority publishes the index, that is shown.
enum class AirRules { UnitedStates, Taiwan, Europe };
city::Result<Rating> airIndex(const Scale& scale, AirRules rules, const std::map<QString, Steps>& hours);

} // namespace indicators
