// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dashboards/aggregate.h"
#include "app/dashboards/levels.h"
#include "layers/map/kinds/layer_meta.h"

namespace app {

/// One layer of a dashboard, drawn. A layer of mixed geometry is several scenes, of which the first has the legend.
struct DrawnLayer {
    std::vector<std::shared_ptr<const map::LayerScene>> scenes;
    city::Freshness freshness = city::Freshness::Missing;
    QString age;
};

/// The map of the dashboard in focus: its scene and the entries of the layer panel, topmost first.
struct DashboardMap {
    std::shared_ptr<const map::Scene> scene;
    std::vector<widgets::LayerEntry> layers;
};
DashboardMap dashboardMap(const Scope& scope);

DrawnLayer drawPoints(const Scope& scope, const MapLayerSpec& spec, const map::LayerMeta& meta);
DrawnLayer drawLines(const Scope& scope, const MapLayerSpec& spec, const map::LayerMeta& meta);
DrawnLayer drawAreas(const Scope& scope, const MapLayerSpec& spec, const map::LayerMeta& meta);
DrawnLayer drawAlerts(const Scope& scope, const map::LayerMeta& meta);
DrawnLayer drawEvents(const Scope& scope, const MapLayerSpec& spec, const map::LayerMeta& meta);
/// What is in focus, ringed in the accent; null when nothing is.
std::shared_ptr<const map::LayerScene> drawSelection(const Scope& scope);

} // namespace app
