// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/colouring.h"
#include "app/dashboards/format.h"
#include "app/dashboards/map_layers.h"
#include "app/dashboards/read_out.h"
#include "app/dashboards/select.h"
#include "layers/map/kinds/density.h"
#include "layers/map/kinds/flows.h"
#include "layers/map/kinds/isolines.h"
#include "layers/map/kinds/movers.h"
#include "layers/map/kinds/wind.h"

#include <algorithm>

// Layers that show more than each place by itself: densities, flows, winds, lines of equal value, what moves.
namespace app {

namespace {

const map::VectorStyle& styleOf(const MapLayerSpec& spec)
{
    static const map::VectorStyle usual;
    return spec.style ? spec.style->style : usual;
}

/// Calls visit(row, position, reading) for each place with a position, whose reading may be empty.
template<typename Visit>
void eachPlace(const Scope& scope, const MapLayerSpec& spec, const std::vector<int>& rows, Visit visit)
{
    for (const int row : rows) {
        const city::Place* place = scope.index.at(row).place;
        if (!place || (!place->at && place->shape.isEmpty())) continue;
        visit(row, place->at ? *place->at : place->shape.anchor(), scope.index.reading(row, spec.value));
    }
}

QColor seenIn(const Scope& scope, int row, const QColor& colour)
{
    return isInFocus(scope, row) ? colour : dimmed(colour);
}

std::vector<double> currentValues(const Scope& scope, const std::vector<int>& rows, const QString& quantity)
{
    std::vector<double> values;
    for (const int row : rows)
        if (const Reading reading = scope.index.reading(row, quantity); reading.isCurrent())
            values.push_back(reading.value());
    return values;
}

DrawnLayer finished(const Scope& scope, const MapLayerSpec& spec, const std::vector<int>& rows,
                    std::vector<std::shared_ptr<const map::LayerScene>> scenes)
{
    DrawnLayer layer;
    layer.scenes = std::move(scenes);
    addAges(scope, spec, rows, layer);
    return layer;
}

} // namespace

DrawnLayer drawDensity(const Scope& scope, const MapLayerSpec& spec, const map::LayerMeta& meta)
{
    const std::vector<int> rows = placesInFocus(scope, spec.of, spec.value);
    std::vector<map::WeightedPoint> points;
    eachPlace(scope, spec, rows, [&](int, city::LonLat at, const Reading& reading) {
        if (spec.value.isEmpty())
            points.push_back({at, 1});
        else if (reading.isCurrent())
            points.push_back({at, reading.value()});
    });
    const map::VectorStyle& style = styleOf(spec);
    map::DensityStyle density;
    density.palette = paletteOf(scope, spec);
    density.reversed = style.by.reversed;
    density.method = style.by.method;
    density.classes = style.by.classes;
    density.cell = style.cell;
    if (style.opacity < 1) density.opacity = style.opacity;
    if (spec.kind == QLatin1String("heat"))
        return finished(scope, spec, rows, {map::heat(meta, points, density)});
    return finished(scope, spec, rows, map::hexagons(meta, points, density));
}

DrawnLayer drawFlows(const Scope& scope, const MapLayerSpec& spec, const map::LayerMeta& meta)
{
    const std::vector<int> rows = placesAnywhere(scope, spec.of, spec.value);
    const Measure scale = measure(scope, spec.value, spec.scale);
    Colouring colouring(scope, spec, scale, currentValues(scope, rows, spec.value));
    std::vector<map::FlowInput> inputs;
    for (const int row : rows) {
        const city::Place* place = scope.index.at(row).place;
        const Reading reading = scope.index.reading(row, spec.value);
        if (!place || place->shape.lines.empty() || place->shape.lines.front().empty() || !reading) continue;
        map::FlowInput input;
        input.from = place->shape.lines.front().front();
        input.to = place->shape.lines.front().back();
        input.value = reading.value();
        input.colour =
            seenIn(scope, row,
                   spec.colour.isEmpty() ? colouring.of(reading.value()).colour : colouring.plain().colour);
        input.state = stateOf(reading.freshness);
        input.ref = placeRef(scope, row, scale, spec.value);
        if (spec.label == QLatin1String("value")) input.label = number(reading.value(), scale.decimals());
        if (spec.label == QLatin1String("name")) input.label = scope.placeName(row);
        inputs.push_back(std::move(input));
    }
    return finished(scope, spec, rows, {map::flows(meta, std::move(inputs), {}, labelStyle(scope, spec))});
}

DrawnLayer drawWind(const Scope& scope, const MapLayerSpec& spec, const map::LayerMeta& plainMeta)
{
    const std::vector<int> rows = placesAnywhere(scope, spec.of, spec.value);
    const Measure scale = measure(scope, spec.value, spec.scale);
    const QColor colour = namedColour(
        scope.in.theme, spec.colour.isEmpty() ? QStringLiteral("text") : spec.colour, scope.in.theme.text);
    std::vector<map::WindInput> inputs;
    int counted = 0;
    eachPlace(scope, spec, rows, [&](int row, city::LonLat at, const Reading& speed) {
        const Reading direction = scope.index.reading(row, spec.direction);
        if (!speed || !direction) return;
        const auto fast = city::convertUnit(speed.value(), speed.observation->unit, QStringLiteral("m/s"));
        if (!fast) return;
        inputs.push_back({at, *fast, direction.value(), seenIn(scope, row, colour), stateOf(speed.freshness),
                          placeRef(scope, row, scale, spec.value)});
        counted += isInFocus(scope, row) && speed.isCurrent();
    });
    map::LayerMeta meta = plainMeta;
    meta.legend.push_back({say(QT_TRANSLATE_NOOP("Message", "barbs: 5, 10, 50 kn")),
                           colour.rgba(),
                           map::Shape::Circle,
                           map::LegendEntry::Symbol::Line,
                           {},
                           counted,
                           1.6F});
    return finished(scope, spec, rows, {map::wind(meta, std::move(inputs))});
}

DrawnLayer drawIsolines(const Scope& scope, const MapLayerSpec& spec, const map::LayerMeta& meta)
{
    const std::vector<int> rows = placesAnywhere(scope, spec.of, spec.value);
    std::vector<map::Sounding> soundings;
    eachPlace(scope, spec, rows, [&](int, city::LonLat at, const Reading& reading) {
        if (reading.isCurrent()) soundings.push_back({at, reading.value()});
    });
    const map::VectorStyle& style = styleOf(spec);
    map::IsolineStyle lines;
    lines.interval = style.interval;
    lines.reach = style.reach;
    lines.palette = paletteOf(scope, spec);
    lines.reversed = style.by.reversed;
    lines.width = static_cast<float>(style.width);
    lines.unit = unitOf(scope, measure(scope, spec.value, spec.scale));
    return finished(scope, spec, rows, {map::isolines(meta, soundings, lines, labelStyle(scope, spec))});
}

DrawnLayer drawVehicles(const Scope& scope, const MapLayerSpec& spec, const map::LayerMeta& plainMeta)
{
    const QColor colour = namedColour(scope.in.theme, spec.colour, scope.in.theme.data);
    std::vector<map::MoverInput> inputs;
    DrawnLayer layer;
    std::optional<city::Instant> newest;
    int current = 0;
    for (const auto& [id, feed] : scope.snapshot.feeds()) {
        for (const city::Vehicle& vehicle : feed->vehicles) {
            if (vehicle.kind != spec.of) continue;
            const city::Freshness fresh = city::freshness(vehicle.observedAt, scope.now, feed->state.promise);
            map::MoverInput input;
            input.at = vehicle.at;
            input.headingDegrees = vehicle.headingDegrees;
            input.radius = static_cast<float>(spec.style ? spec.style->style.radius : 6);
            input.fill = scope.isInFocus(scope.areas.locate(vehicle.at)) ? colour : dimmed(colour);
            input.seenAt = vehicle.observedAt.time_since_epoch().count();
            input.state = stateOf(fresh);
            const QString label = scope.text(vehicle.label);
            input.ref = {QStringLiteral("vehicle"),
                         vehicle.kind + QLatin1Char('/') + vehicle.id,
                         label.isEmpty() ? vehicle.id : label,
                         {scope.kindName(vehicle.kind), ageText(scope.now - vehicle.observedAt)}};
            if (vehicle.speedKmh) input.ref.lines << number(*vehicle.speedKmh, 0) + QStringLiteral(" km/h");
            inputs.push_back(std::move(input));
            current += input.state == map::DataState::Current;
            newest = std::max(newest.value_or(vehicle.observedAt), vehicle.observedAt);
            layer.freshness = std::min(layer.freshness, fresh);
        }
    }
    if (newest) layer.age = ageText(scope.now - *newest);
    map::LayerMeta meta = plainMeta;
    meta.legend.push_back({scope.kindName(spec.of),
                           colour.rgba(),
                           map::Shape::Triangle,
                           map::LegendEntry::Symbol::Mark,
                           {},
                           current,
                           0});
    layer.scenes.push_back(map::movers(meta, std::move(inputs)));
    return layer;
}

} // namespace app
