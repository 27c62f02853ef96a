// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commands/map_layers.h"
#include "layers/map/scene/view.h"

namespace app {

/// Whether what is drawn of a file depends on the view: a raster, or a layers/ID.yaml of a pack that is one or is
/// tiles of a service.
bool isGround(const QString& file);

/// Where it lies; nowhere in particular for tiles.
city::Result<city::LonLatBox> groundBounds(const MapLayerRequest& request);

/// Reads what a view shows of it; waits for the services it asks. Only in the thread of the application.
city::Result<MapLayer> readGround(const MapLayerRequest& request, const map::View& view);

} // namespace app
