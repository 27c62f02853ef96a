// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/yaml_reader.h"
#include "layers/city/quantity.h"
#include "layers/feeds/feed_spec.h"

namespace app {

/// The values of a feed by quantity: `observe` of places, `measures` of events.
std::vector<feeds::ObservationMapping> readMeasures(YamlMap& map, const char* key,
                                                    const city::QuantityCatalogue& quantities);

} // namespace app
