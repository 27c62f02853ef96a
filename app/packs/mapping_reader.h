// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/yaml_reader.h"
#include "layers/city/quantity.h"
#include "layers/feeds/feed_spec.h"

namespace app {

/// Reads how a feed's payload becomes facts: records, where, place, time, observe, event, vehicle. Every
/// quantity must be in `quantities` and measured in a unit that converts to its own; an empty catalogue knows
/// every quantity.
feeds::Mapping readMapping(YamlMap& top, const QString& format, const city::QuantityCatalogue& quantities);

} // namespace app
