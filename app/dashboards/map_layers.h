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

/// Places by their value; near ones as one ring of their colours where the layer's kind is clusters.
DrawnLayer drawPoints(const Scope& scope, const MapLayerSpec& spec, const map::LayerMeta& meta);
DrawnLayer drawLines(const Scope& scope, const MapLayerSpec& spec, const map::LayerMeta& meta);
DrawnLayer drawAreas(const Scope& scope, const MapLayerSpec& spec, const map::LayerMeta& meta);
DrawnLayer drawDensity(const Scope& scope, const MapLayerSpec& spec, const map::LayerMeta& meta);
DrawnLayer drawFlows(const Scope& scope, const MapLayerSpec& spec, const map::LayerMeta& meta);
DrawnLayer drawWind(const Scope& scope, const MapLayerSpec& spec, const map::LayerMeta& meta);
DrawnLayer drawIsolines(const Scope& scope, const MapLayerSpec& spec, const map::LayerMeta& meta);
/// Inverse-distance weighted, blank where no station is near.
DrawnLayer drawSurface(const Scope& scope, const MapLayerSpec& spec, const map::LayerMeta& meta);
DrawnLayer drawVehicles(const Scope& scope, const MapLayerSpec& spec, const map::LayerMeta& meta);
DrawnLayer drawAlerts(const Scope& scope, const map::LayerMeta& meta);
DrawnLayer drawEvents(const Scope& scope, const MapLayerSpec& spec, const map::LayerMeta& meta);
/// Freshness and age of a layer by the values of its places in focus.
void addAges(const Scope& scope, const MapLayerSpec& spec, const std::vector<int>& rows, DrawnLayer& layer);
/// Labels as the layer's style says.
map::LabelStyle labelStyle(const Scope& scope, const MapLayerSpec& spec);
/// What is in focus, ringed in the accent; null when nothing is.
std::shared_ptr<const map::LayerScene> drawSelection(const Scope& scope);

} // namespace app
