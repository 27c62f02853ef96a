// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/gis_style.h"
#include "layers/city/result.h"
#include "layers/map/kinds/features.h"

namespace app {

/// The look of `cityops map`, read from resources/styles/map.json.
struct MapStyle {
    map::Ink ink;
    std::vector<QColor> hues;
    double fillOpacity = 0.14, outlineDarker = 0.15;
    float outlineWidth = 1, lineWidth = 1, pointRadius = 2.5F;

    std::optional<GisStyle> own;                   ///< By --style; overrules what it says.
    std::shared_ptr<const map::Palettes> palettes; ///< Never null.

    /// resources/styles: map.json and palettes.json.
    static city::Result<MapStyle> read(const QString& resources);
    /// Reads the file of --style.
    void readOwn(const QString& file, const QString& resources, std::vector<city::Problem>& problems);
    /// The style of the layer at a place in the list, bottom layer first.
    map::FeatureStyle ofLayer(std::size_t index) const;
    /// What a style needs; the layer at a place has a hue of its own where the style names no colour.
    map::Dressing dressing(std::size_t index, const ReadStyle& read, const QString& labelField) const;
    /// The same for large layers.
    map::BulkLook lookOfLayer(std::size_t index) const;
};

} // namespace app
