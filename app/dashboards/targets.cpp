// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/targets.h"

#include <algorithm>

namespace app {

namespace {

bool mapShows(const MapLayerSpec& layer, const Expression& what)
{
    switch (what.what) {
    case Expression::What::Alerts: return layer.kind == QLatin1String("alerts");
    case Expression::What::Events: return layer.kind == QLatin1String("events") && layer.of == what.kind;
    default: break;
    }
    const QString quantity = what.whereQuantity.isEmpty() ? what.quantity : what.whereQuantity;
    return !quantity.isEmpty() ? layer.value == quantity : !what.kind.isEmpty() && layer.of == what.kind;
}

} // namespace

QString homeOf(const Scope& scope, const Expression& expression)
{
    const QString overview = QStringLiteral("overview");
    if (scope.focus.dashboard != overview) return scope.focus.dashboard;
    for (const DashboardSpec& spec : scope.pack.dashboards) {
        if (spec.id == overview) continue;
        const bool shown = std::any_of(spec.map.begin(), spec.map.end(),
                                       [&](const MapLayerSpec& layer) { return mapShows(layer, expression); });
        const bool told = std::any_of(spec.tiles.begin(), spec.tiles.end(), [&](const TileSpec& tile) {
            return !expression.text.isEmpty() && tile.value.text == expression.text;
        });
        if (shown || told) return spec.id;
    }
    return scope.focus.dashboard;
}

} // namespace app
