// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/colouring.h"
#include "app/dashboards/format.h"
#include "app/dashboards/map_layers.h"
#include "app/dashboards/read_out.h"
#include "app/dashboards/select.h"
#include "layers/map/kinds/clusters.h"
#include "layers/map/kinds/lines.h"
#include "layers/map/kinds/points.h"

#include <algorithm>
#include <cmath>

namespace app {

namespace {

constexpr std::size_t ManyPlaces = 300;     // more are drawn smaller,
constexpr std::size_t ManyLabels = 60;      // and labelled only from near
constexpr double LabelsFromNear = 15;       // metres a pixel
constexpr float LeastRadius = 3, MostRadius = 14;

std::vector<double> currentValues(const Scope& scope, const std::vector<int>& rows, const QString& quantity)
{
    std::vector<double> values;
    for (const int row : rows)
        if (const Reading reading = scope.index.reading(row, quantity); reading.isCurrent())
            values.push_back(reading.value());
    return values;
}

struct Drawn {
    Colouring::Look look;
    map::DataState state = map::DataState::Current;
    bool inFocus = true;
    bool shown = true;
};

// One place by its value: its look, counted for the legend when it is in focus.
Drawn draw(const Scope& scope, const MapLayerSpec& spec, const Measure& scale, Colouring& colouring, int row)
{
    Drawn drawn;
    drawn.inFocus = isInFocus(scope, row);
    drawn.look = colouring.plain();
    if (spec.value.isEmpty()) {
        if (drawn.inFocus) colouring.count(0);
        return drawn;
    }
    const Reading reading = scope.index.reading(row, spec.value);
    drawn.state = reading.isWithheld() ? map::DataState::Withheld : stateOf(reading.freshness);
    drawn.shown = passesLevel(scope, scale, reading);
    if (reading) drawn.look = colouring.of(reading.value());
    if (!reading || drawn.state == map::DataState::Dead) drawn.look.colour = scope.in.theme.noData;
    if (!reading.isCurrent()) drawn.look.rank = -1;
    if (!drawn.inFocus) return drawn;
    if (reading.isCurrent())
        colouring.count(reading.value());
    else if (reading.isWithheld())
        colouring.countWithheld();
    else
        colouring.countOther(reading.freshness);
    return drawn;
}

QString labelOf(const Scope& scope, const MapLayerSpec& spec, const Measure& scale, int row)
{
    if (spec.label == QLatin1String("name")) return scope.placeName(row);
    if (spec.label != QLatin1String("value")) return {};
    const Reading reading = scope.index.reading(row, spec.value);
    return reading.isCurrent() ? number(reading.value(), scale.decimals()) : QString();
}

float radiusOf(const Scope& scope, const MapLayerSpec& spec, int row, double greatest, float usual)
{
    if (spec.size.isEmpty() || greatest <= 0) return usual;
    const Reading reading = scope.index.reading(row, spec.size);
    if (!reading.isCurrent()) return LeastRadius;
    const double share = std::sqrt(std::clamp(reading.value() / greatest, 0.0, 1.0)); // area, not radius, tells the amount
    return LeastRadius + (MostRadius - LeastRadius) * static_cast<float>(share);
}

float usualRadius(const MapLayerSpec& spec, std::size_t places)
{
    if (spec.style && spec.style->style.radius != map::VectorStyle().radius) return static_cast<float>(spec.style->style.radius);
    return places > ManyPlaces ? 4.0F : 6.0F;
}

void wear(const Scope& scope, const map::VectorStyle& style, map::LineInput& line)
{
    if (style.width != map::VectorStyle().width) line.width = static_cast<float>(style.width);
    if (!style.casing.isEmpty()) line.casing = namedColour(scope.in.theme, style.casing, scope.in.theme.mapGround);
    line.stroke = style.stroke;
    line.arrows = style.arrows;
    line.offset = static_cast<float>(style.offset);
    line.labelAlong = style.label.along;
}

// Halos and pictograms on all marks.
void wear(const Scope& scope, const ReadStyle& style, DrawnLayer& layer)
{
    if (style.icon.isEmpty() && style.style.halo.isEmpty()) return;
    const QRgb halo = style.style.halo.isEmpty() ? 0 : namedColour(scope.in.theme, style.style.halo, scope.in.theme.mapLabelHalo).rgba();
    for (auto& scene : layer.scenes) {
        auto worn = std::make_shared<map::LayerScene>(*scene);
        if (!style.icon.isEmpty()) worn->icons.push_back({style.style.icon, style.icon});
        for (map::Mark& mark : worn->marks) {
            mark.halo = halo;
            mark.icon = style.icon.isEmpty() ? -1 : 0;
        }
        scene = std::move(worn);
    }
}

} // namespace

void addAges(const Scope& scope, const MapLayerSpec& spec, const std::vector<int>& rows, DrawnLayer& layer)
{
    std::vector<int> inside = rows;
    std::erase_if(inside, [&](int row) { return !isInFocus(scope, row); });
    const Aggregated inputs = usable(scope, inside, spec.value).counts;
    layer.freshness = spec.value.isEmpty() ? city::Freshness::Fresh : inputs.freshness;
    if (inputs.newest) layer.age = ageText(scope.now - *inputs.newest);
}

map::LabelStyle labelStyle(const Scope& scope, const MapLayerSpec& spec)
{
    map::LabelStyle labels;
    if (!spec.style) return labels;
    const map::LabelBy& by = spec.style->style.label;
    if (by.pixels > 0) labels.pixels = static_cast<float>(by.pixels);
    if (!by.colour.isEmpty()) labels.colour = namedColour(scope.in.theme, by.colour, labels.colour);
    if (!by.halo.isEmpty()) labels.halo = namedColour(scope.in.theme, by.halo, labels.halo);
    labels.bold = by.bold;
    return labels;
}

DrawnLayer drawPoints(const Scope& scope, const MapLayerSpec& spec, const map::LayerMeta& plainMeta)
{
    const std::vector<int> rows = placesAnywhere(scope, spec.of, spec.value);
    const Measure scale = measure(scope, spec.value, spec.scale);
    Colouring colouring(scope, spec, scale, currentValues(scope, rows, spec.value));
    const std::vector<double> sizes = currentValues(scope, rows, spec.size);
    const double greatest = sizes.empty() ? 0 : *std::max_element(sizes.begin(), sizes.end());
    const float usual = usualRadius(spec, rows.size());
    std::vector<map::PointInput> inputs;
    inputs.reserve(rows.size());
    std::size_t labels = 0;
    for (const int row : rows) {
        const city::Place* place = scope.index.at(row).place;
        if (!place || (!place->at && place->shape.isEmpty())) continue;
        const Drawn drawn = draw(scope, spec, scale, colouring, row);
        if (!drawn.shown) continue;
        map::PointInput input;
        input.at = place->at ? *place->at : place->shape.anchor();
        input.fill = drawn.inFocus ? drawn.look.colour : dimmed(drawn.look.colour);
        input.shape = drawn.look.shape;
        input.state = drawn.state;
        input.radius = radiusOf(scope, spec, row, greatest, usual);
        input.priority = drawn.look.rank + (drawn.inFocus ? 1000 : 0);
        input.ref = placeRef(scope, row, scale, spec.value);
        if (drawn.inFocus) input.label = labelOf(scope, spec, scale, row);
        labels += input.label.isEmpty() ? 0 : 1;
        inputs.push_back(std::move(input));
    }
    map::LayerMeta meta = plainMeta;
    meta.legend = colouring.legend(map::LegendEntry::Symbol::Mark);
    if (labels > ManyLabels) meta.labelMaxMetresPerPixel = LabelsFromNear;
    DrawnLayer layer;
    if (spec.kind == QLatin1String("clusters")) {
        map::ClusterStyle style;
        style.other = scope.in.theme.noData;
        if (spec.style && spec.style->style.reach > 0) style.reach = static_cast<float>(spec.style->style.reach);
        layer.scenes = map::clusters(meta, std::move(inputs), style, labelStyle(scope, spec));
    } else {
        layer.scenes.push_back(map::points(meta, std::move(inputs), labelStyle(scope, spec)));
    }
    if (spec.style) wear(scope, spec.style.value(), layer);
    addAges(scope, spec, rows, layer);
    return layer;
}

DrawnLayer drawLines(const Scope& scope, const MapLayerSpec& spec, const map::LayerMeta& plainMeta)
{
    const std::vector<int> rows = placesAnywhere(scope, spec.of, spec.value);
    const Measure scale = measure(scope, spec.value, spec.scale);
    Colouring colouring(scope, spec, scale, currentValues(scope, rows, spec.value));
    std::vector<map::LineInput> inputs;
    inputs.reserve(rows.size());
    for (const int row : rows) {
        const city::Place* place = scope.index.at(row).place;
        if (!place || place->shape.isEmpty()) continue;
        const Drawn drawn = draw(scope, spec, scale, colouring, row);
        if (!drawn.shown) continue;
        map::LineInput input;
        input.geometry = &place->shape;
        input.colour = drawn.inFocus ? drawn.look.colour : dimmed(drawn.look.colour);
        if (drawn.inFocus) input.casing = scope.in.theme.mapGround;
        input.width = scale.scale ? 2.0F + 0.5F * static_cast<float>(std::clamp(drawn.look.rank, 0, 6)) : 2.5F;
        if (spec.style) wear(scope, spec.style->style, input);
        input.state = drawn.state;
        input.priority = drawn.look.rank + (drawn.inFocus ? 1000 : 0);
        input.ref = placeRef(scope, row, scale, spec.value);
        if (drawn.inFocus) input.label = labelOf(scope, spec, scale, row);
        inputs.push_back(std::move(input));
    }
    map::LayerMeta meta = plainMeta;
    meta.legend = colouring.legend(map::LegendEntry::Symbol::Line);
    meta.labelMaxMetresPerPixel = LabelsFromNear;
    DrawnLayer layer;
    layer.scenes.push_back(map::lines(meta, std::move(inputs), labelStyle(scope, spec)));
    addAges(scope, spec, rows, layer);
    return layer;
}

} // namespace app
