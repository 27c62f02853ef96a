// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/pack.h"
#include "app/packs/yaml_reader.h"

namespace app {

/// Reads pack.yaml into `pack`: names, zone, extent, CRS, areas, basemaps, kinds.
void readPackHead(YamlMap& top, const QString& folder, Pack& pack);

} // namespace app
