// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/dashboard_spec.h"
#include "app/packs/style_reader.h"
#include "app/packs/vocabulary.h"
#include "app/packs/yaml_reader.h"

namespace app {

/// Reads one dashboards/*.yaml. Every quantity, scale, kind, level and layer it speaks of must be in `names`,
/// every palette and icon in `styles`.
std::optional<DashboardSpec> readDashboard(const QString& file, const Vocabulary& names,
                                           const StyleSources& styles, Problems& problems);

/// What a mapping has of the parts of a dashboard: map, layers, tiles, charts, table. None of them is needed.
void readDashboardParts(YamlMap& map, const Vocabulary& names, const StyleSources& styles, Problems& problems,
                        DashboardSpec& spec);

} // namespace app
