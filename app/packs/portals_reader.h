// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/yaml_reader.h"
#include "layers/feeds/catalogue/portal.h"

namespace app {

/// Reads `resources`/catalogue/portals.yaml.
std::vector<feeds::Portal> readPortals(const QString& resources, Problems& problems);

} // namespace app
