// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/map_layers.h"

#include "app/dashboards/format.h"

#include <algorithm>

namespace app {

namespace {

/// Painted from below: what covers the ground, the pack's own layers, alerts, lines, then points.
enum class Storey { Ground, Gis, Alerts, Lines, Points, Selection };

struct Shelf {
    Storey storey;
    std::vector<std::shared_ptr<const map::LayerScene>> scenes;
    widgets::LayerEntry entry;
};

Storey storeyOf(const QString& kind)
{
    for (const char* covering : {"choropleth", "hexagons", "heat", "surface"})
        if (kind == QLatin1String(covering)) return Storey::Ground;
    if (kind == QLatin1String("alerts")) return Storey::Alerts;
    for (const char* linear : {"lines", "flows", "isolines"})
        if (kind == QLatin1String(linear)) return Storey::Lines;
    return Storey::Points;
}

bool isShown(const Scope& scope, const QString& id, bool byItself)
{
    if (scope.in.hiddenLayers.contains(id)) return false;
    return byItself || scope.in.shownLayers.contains(id);
}

DrawnLayer draw(const Scope& scope, const MapLayerSpec& spec, const map::LayerMeta& meta)
{
    if (spec.kind == QLatin1String("choropleth")) return drawAreas(scope, spec, meta);
    if (spec.kind == QLatin1String("alerts")) return drawAlerts(scope, meta);
    if (spec.kind == QLatin1String("events")) return drawEvents(scope, spec, meta);
    if (spec.kind == QLatin1String("vehicles")) return drawVehicles(scope, spec, meta);
    if (spec.kind == QLatin1String("hexagons") || spec.kind == QLatin1String("heat")) return drawDensity(scope, spec, meta);
    if (spec.kind == QLatin1String("flows")) return drawFlows(scope, spec, meta);
    if (spec.kind == QLatin1String("wind")) return drawWind(scope, spec, meta);
    if (spec.kind == QLatin1String("surface")) return drawSurface(scope, spec, meta);
    if (spec.kind == QLatin1String("isolines")) return drawIsolines(scope, spec, meta);
    return spec.kind == QLatin1String("lines") ? drawLines(scope, spec, meta) : drawPoints(scope, spec, meta);
}

Shelf live(const Scope& scope, const MapLayerSpec& spec)
{
    Shelf shelf{storeyOf(spec.kind), {}, {}};
    widgets::LayerEntry& entry = shelf.entry;
    entry.id = scope.focus.dashboard + QLatin1Char('/') + spec.layer;
    entry.title = spec.title.isEmpty() ? scope.quantityName(spec.value) : scope.text(spec.title);
    entry.group = say(QT_TRANSLATE_NOOP("Message", "Live"));
    const bool asked = !spec.value.isEmpty() && spec.value == scope.focus.quantity;
    entry.shown = isShown(scope, entry.id, spec.show || asked);
    if (!entry.shown) return shelf;
    map::LayerMeta meta;
    meta.id = entry.id;
    meta.title = entry.title;
    meta.minMetresPerPixel = spec.minMetresPerPixel;
    meta.maxMetresPerPixel = spec.maxMetresPerPixel;
    DrawnLayer drawn = draw(scope, spec, meta);
    entry.legend = drawn.scenes.front()->legend;
    entry.freshness = drawn.freshness;
    entry.age = drawn.age;
    shelf.scenes = std::move(drawn.scenes);
    return shelf;
}

Shelf gis(const Scope& scope, const GisLayers::Layer& layer)
{
    Shelf shelf{Storey::Gis, {}, {}};
    widgets::LayerEntry& entry = shelf.entry;
    entry.id = layer.id;
    entry.title = scope.text(layer.title);
    entry.group = layer.dropped ? say(QT_TRANSLATE_NOOP("Message", "Added")) : say(QT_TRANSLATE_NOOP("Message", "City"));
    entry.removable = layer.dropped;
    entry.shown = isShown(scope, entry.id, layer.shown);
    entry.styleable = !layer.scenes.empty();
    if (!layer.scenes.empty()) entry.legend = layer.scenes.front()->legend;
    if (layer.reading)
        entry.age = layer.percent ? say(QT_TRANSLATE_NOOP("Message", "reading … %1 %"), {QString::number(*layer.percent)})
                                  : say(QT_TRANSLATE_NOOP("Message", "reading …"));
    if (layer.problem) {
        entry.freshness = city::Freshness::Missing;
        entry.trouble = layer.problem->toString();
    }
    if (entry.shown) shelf.scenes = layer.scenes;
    return shelf;
}

std::vector<Shelf> shelves(const Scope& scope)
{
    std::vector<Shelf> found;
    if (scope.in.gis)
        for (const GisLayers::Layer& layer : scope.in.gis->layers)
            if (layer.dropped || (scope.spec && scope.spec->layers.contains(layer.id))) found.push_back(gis(scope, layer));
    if (scope.spec) // the first in the pack's list is the topmost
        for (auto spec = scope.spec->map.rbegin(); spec != scope.spec->map.rend(); ++spec)
            found.push_back(live(scope, *spec));
    std::stable_sort(found.begin(), found.end(), [](const Shelf& a, const Shelf& b) { return a.storey < b.storey; });
    return found;
}

} // namespace

DashboardMap dashboardMap(const Scope& scope)
{
    DashboardMap made;
    auto scene = std::make_shared<map::Scene>();
    scene->ink = widgets::inkOf(scope.in.theme);
    scene->stamp = scope.in.stamp;
    std::vector<widgets::LayerEntry> beneath;
    for (Shelf& shelf : shelves(scope)) {
        scene->layers.insert(scene->layers.end(), shelf.scenes.begin(), shelf.scenes.end());
        (shelf.storey == Storey::Gis ? beneath : made.layers).push_back(std::move(shelf.entry));
    }
    if (auto selection = drawSelection(scope)) scene->layers.push_back(std::move(selection));
    // In the panel the live layers come first, whatever they are painted under.
    std::reverse(made.layers.begin(), made.layers.end());
    made.layers.insert(made.layers.end(), beneath.rbegin(), beneath.rend());
    made.scene = scene;
    return made;
}

} // namespace app
