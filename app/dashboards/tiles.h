// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dashboards/scope.h"

namespace app {

/// The KPI tiles of the dashboard in focus, one for each TileSpec, in its order.
std::vector<widgets::TileData> tiles(const Scope& scope);

/// Places whose series a tile wants for its change and its spark line; at most two dozen.
std::vector<int> tileSeriesRows(const Scope& scope, const TileSpec& spec);
/// The quantity of those series; empty: none.
QString tileSeriesQuantity(const TileSpec& spec);

/// How the values of several places become one point of it.
QString tileSeriesAggregate(const Scope& scope, const TileSpec& spec, const QString& quantity);

} // namespace app
