// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/gis_reading.h"
#include "layers/map/scene/selection.h"

namespace app {

/// The named features of small GIS layers for the search box: each under the name the pack's label field gives it. Pure;
/// any thread.
std::vector<widgets::SearchEntry> namedFeatures(const std::vector<GisSource>& sources, const QString& language);

/// Features of any GIS layer in whose attributes the words stand. Reads large layers from their files: slow; any thread.
map::Selection featuresWith(const QString& words, const std::vector<GisSource>& sources);

} // namespace app
