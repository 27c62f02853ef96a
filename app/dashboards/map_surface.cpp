// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/colouring.h"
#include "app/dashboards/map_layers.h"
#include "app/dashboards/select.h"
#include "layers/map/kinds/surface.h"

// What lies between stations, as a picture under everything else.
namespace app {

DrawnLayer drawSurface(const Scope& scope, const MapLayerSpec& spec, const map::LayerMeta& plainMeta)
{
    // Also of neighbouring areas, since the air does not end at a border; but of picked stations those alone.
    std::vector<int> rows = placesAnywhere(scope, spec.of, spec.value);
    std::erase_if(rows, [&scope](int row) {
        const city::PlaceId& id = *scope.index.at(row).id;
        return !scope.isPicked(id.kind, id.id);
    });
    const Measure scale = measure(scope, spec.value, spec.scale);
    std::vector<map::Sounding> soundings;
    std::vector<double> values;
    for (const int row : rows) {
        const city::Place* place = scope.index.at(row).place;
        const Reading reading = scope.index.reading(row, spec.value);
        if (!place || !place->at || !reading.isCurrent()) continue;
        soundings.push_back({*place->at, reading.value()});
        values.push_back(reading.value());
    }
    Colouring colouring(scope, spec, scale, values);
    for (const double value : values)
        colouring.count(value);
    map::SurfaceStyle style;
    if (spec.style) {
        style.reach = spec.style->style.reach;
        if (spec.style->style.opacity < 1) style.opacity = spec.style->style.opacity;
    }
    style.colour = [&colouring](double value) { return colouring.of(value).colour; };
    map::LayerMeta meta = plainMeta;
    meta.legend = colouring.legend(map::LegendEntry::Symbol::Area);
    DrawnLayer layer;
    layer.scenes.push_back(map::surface(meta, soundings, style));
    addAges(scope, spec, rows, layer);
    return layer;
}

} // namespace app
