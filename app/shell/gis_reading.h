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
    std::shared_ptr<const map::ViewSource> ground;  ///< Instead of both: a raster file, a tile service.
    bool dropped = false;                           ///< By a person.
    bool reading = false;                           ///< None of them stands there yet.
    std::optional<int> percent;                     ///< How far, where that is known.
    std::optional<city::Problem> problem;           ///< Why none of them will.
};

/// Reads one layer, a large one from the cache where it is there. Slow; any thread. `progress` may be null.
city::Result<GisSource> readGisSource(const LayerSpec& spec, const QString& file, const geo::OpenOptions& options,
                                      geo::ReadingProgress* progress = nullptr);
/// Where the layer's own words say it is.
city::Result<GisSource> readGisSource(const LayerSpec& spec, geo::ReadingProgress* progress);

/// A large layer that was read anew, with coarser copies for quick painting, and kept for the next time. Slow; any
/// thread.
GisSource refined(const GisSource& source);

/// The scenes of `sources`, dressed for a theme and a language. Pure; any thread.
std::shared_ptr<const GisLayers> dressGisLayers(const std::vector<GisSource>& sources, const widgets::Theme& theme,
                                                const QString& language,
                                                const std::shared_ptr<const map::Palettes>& palettes);

/// A colour of a pack: "#rrggbb", a token of the theme as packs may name them ("mapWater", "muted" ...), or "series-N".
QColor styleColour(const QString& name, const widgets::Theme& theme);

} // namespace app
