// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/colouring.h"
#include "app/dashboards/format.h"
#include "app/dashboards/impact.h"
#include "app/dashboards/map_layers.h"
#include "app/dashboards/read_out.h"
#include "app/dashboards/select.h"
#include "layers/geo/projection.h"
#include "layers/map/kinds/polygons.h"

#include <algorithm>

namespace app {

namespace {

constexpr std::size_t ManyAreas = 100; // a level of more is drawn only within the focus
constexpr int FillAlpha = 170;
constexpr float SelectionWidth = 3;
constexpr float SelectionRadius = 11;

std::vector<int> areasDrawn(const Scope& scope, const QString& level)
{
    std::vector<int> all;
    for (std::size_t i = 0; i < scope.areas.areas().size(); ++i)
        if (scope.areas.areas()[i].level == level) all.push_back(static_cast<int>(i));
    return all.size() <= ManyAreas ? all : scope.areasIn(level);
}

// Amounts that add up have no level of a single place's scale; they go by a palette.
Measure areaMeasure(const Scope& scope, const MapLayerSpec& spec)
{
    Measure found = measure(scope, spec.value, spec.scale);
    const QString how = ownAggregate(scope, spec.value);
    if (spec.scale.isEmpty() && (how == QLatin1String("sum") || how == QLatin1String("count"))) found.scale = nullptr;
    return found;
}

bool isCurrent(const Aggregated& value)
{
    return value.value && value.freshness <= city::Freshness::Late;
}

map::AreaInput areaInput(const Scope& scope, int area)
{
    map::AreaInput input;
    const auto& projected = scope.in.projectedAreas;
    const auto index = static_cast<std::size_t>(area);
    if (projected && index < projected->shapes.size()) {
        input.shape = projected->shapes[index];
        input.labelAt = projected->anchors[index];
    } else {
        input.geometry = &scope.areas.at(area).geometry;
    }
    return input;
}

} // namespace

DrawnLayer drawAreas(const Scope& scope, const MapLayerSpec& spec, const map::LayerMeta& plainMeta)
{
    const QString level = levelFor(scope, spec.of);
    const std::vector<int> rows = placesAnywhere(scope, spec.of, spec.value);
    const auto groups = groupByArea(scope, rows, level);
    const Measure scale = areaMeasure(scope, spec);
    std::vector<std::pair<int, Aggregated>> values;
    std::vector<double> spanned;
    for (const int area : areasDrawn(scope, level)) {
        values.emplace_back(area, aggregateOwn(scope, groups.value(area), spec.value));
        if (isCurrent(values.back().second)) spanned.push_back(*values.back().second.value);
    }
    Colouring colouring(scope, spec, scale, spanned);
    std::vector<map::AreaInput> inputs;
    DrawnLayer layer;
    for (const auto& [area, value] : values) {
        const bool inFocus = scope.isInFocus(area);
        map::AreaInput input = areaInput(scope, area);
        input.outline = scope.in.theme.mapBoundary;
        input.ref = areaRef(scope, area, scale, value, spec.value);
        input.state = value.value ? stateOf(value.freshness) : value.isWithheld ? map::DataState::Withheld : map::DataState::None;
        if (value.value) {
            input.fill = colouring.of(*value.value).colour;
            input.fill.setAlpha(FillAlpha);
            if (!inFocus) input.fill = dimmed(input.fill);
            if (spec.label == QLatin1String("value")) input.label = number(*value.value, scale.decimals());
        }
        if (spec.label == QLatin1String("name")) input.label = scope.areaName(area);
        if (inFocus && isCurrent(value)) colouring.count(*value.value);
        if (inFocus && value.isWithheld) colouring.countWithheld();
        if (inFocus && !value.isWithheld && !isCurrent(value)) colouring.countOther(value.freshness);
        inputs.push_back(std::move(input));
    }
    const Aggregated all = usable(scope, placesInFocus(scope, spec.of, spec.value), spec.value).counts;
    layer.freshness = all.freshness;
    if (all.newest) layer.age = ageText(scope.now - *all.newest);
    map::LayerMeta meta = plainMeta;
    meta.legend = colouring.legend(map::LegendEntry::Symbol::Area);
    layer.scenes.push_back(map::polygons(meta, std::move(inputs)));
    return layer;
}

std::shared_ptr<const map::LayerScene> drawSelection(const Scope& scope)
{
    map::LayerMeta meta;
    meta.id = QStringLiteral("selection");
    std::shared_ptr<const map::LayerScene> outlined;
    std::vector<map::AreaInput> inputs;
    if (scope.area >= 0) {
        map::AreaInput input = areaInput(scope, scope.area);
        input.outline = scope.in.theme.accent;
        input.outlineWidth = SelectionWidth;
        inputs.push_back(std::move(input));
    }
    const Ground ground = groundInFocus(scope);
    if (!ground.geometry.polygons.empty()) {
        map::AreaInput input;
        input.geometry = &ground.geometry;
        input.outline = scope.in.theme.accent;
        input.outlineWidth = SelectionWidth;
        inputs.push_back(std::move(input));
    }
    const bool any = !inputs.empty();
    outlined = map::polygons(meta, std::move(inputs));
    const city::Place* place = scope.placeRow >= 0 ? scope.index.at(scope.placeRow).place : nullptr;
    if (!place || (!place->at && place->shape.isEmpty())) return any ? outlined : nullptr;
    auto both = std::make_shared<map::LayerScene>(*outlined);
    map::Mark ring;
    ring.at = geo::toMercator(place->at ? *place->at : place->shape.anchor());
    ring.radius = SelectionRadius;
    ring.fill = scope.in.theme.accent.rgba();
    ring.shape = map::Shape::Ring;
    both->marks.push_back(ring);
    return both;
}

} // namespace app
