// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sources/source_addition.h"
#include "layers/geo/dataset.h"

namespace app {

/// A GIS file looked at before it becomes a layer of a pack.
struct LayerDraft {
    geo::FeatureTable table;
    LayerAddition addition; ///< Without names.
};

/// Whether a file is one of GIS by its ending: a layer as it stands rather than a feed.
bool isGisFile(const QString& file);

/// Reads the first layer of `file`; `crs` and `encoding` are used where the file states none. Slow; any
/// thread.
city::Result<LayerDraft> readLayerDraft(const QString& file, const QString& crs, const QString& encoding);

} // namespace app
