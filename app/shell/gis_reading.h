// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dashboards/dashboard.h"
#include "layers/geo/dataset.h"
#include "layers/map/kinds/bulk_file.h"

namespace app {

/// A GIS layer read once; its scene is made anew when theme or language change.
struct GisSource {
    LayerSpec spec;
    std::shared_ptr<const geo::FeatureTable> table; ///< Null for a large layer,
    std::shared_ptr<const map::BulkFile> bulk;      ///< which stands here.
    bool dropped = false; ///< By a person.
};

/// Layers of a pack, and what kept some of them from being read.
struct GisReading {
    std::vector<GisSource> sources;
    std::vector<city::Problem> problems;
};

/// Reads one layer, a large one from the cache where it is there. Slow; any thread.
city::Result<GisSource> readGisSource(const LayerSpec& spec, const QString& file, const geo::OpenOptions& options);

/// Reads all layers of a pack. Slow; any thread.
GisReading readGisLayers(const Pack& pack);

/// The scenes of `sources`, dressed for a theme and a language. Pure; any thread.
std::shared_ptr<const GisLayers> dressGisLayers(const std::vector<GisSource>& sources, const widgets::Theme& theme,
                                                const QString& language,
                                                const std::shared_ptr<const map::Palettes>& palettes);

/// A colour of a pack: "#rrggbb", a token of the theme as packs may name them ("mapWater", "muted" ...), or "series-N".
QColor styleColour(const QString& name, const widgets::Theme& theme);

} // namespace app
