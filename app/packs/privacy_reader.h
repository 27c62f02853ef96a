// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/yaml_reader.h"
#include "layers/city/quantity.h"

namespace app {

/// The key `privacy` of a quantity: {topic: health, k: 11}, with running: true for a total that goes on; {reveals: QUANTITY}
/// for what would give that one away; or the word none. A quantity that counts people must say one of these.
void readPrivacy(YamlMap& map, city::Quantity& quantity);

/// Gives each quantity that reveals another the topic and k of that. `file` is named in problems.
void completePrivacy(const QString& file, city::QuantityCatalogue& quantities, Problems& problems);

} // namespace app
