// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/kinds/lines.h"

#include "layers/geo/projection.h"

#include <algorithm>

namespace map {

namespace {

std::vector<QPointF> project(const std::vector<city::LonLat>& positions)
{
    std::vector<QPointF> out(positions.size());
    std::transform(positions.begin(), positions.end(), out.begin(), geo::toMercator);
    return out;
}

} // namespace

std::shared_ptr<const LayerScene> lines(const LayerMeta& meta, std::vector<LineInput> inputs,
                                        const LabelStyle& labels)
{
    auto scene = std::make_shared<LayerScene>(beginScene(meta));
    std::stable_sort(inputs.begin(), inputs.end(),
                     [](const LineInput& a, const LineInput& b) { return a.priority < b.priority; });
    scene->lines.reserve(inputs.size());
    for (LineInput& input : inputs) {
        if (!input.geometry) continue;
        const RefIndex ref = addRef(*scene, std::move(input.ref));
        const auto add = [&](const std::vector<city::LonLat>& positions) {
            Line line;
            line.points = project(positions);
            line.width = input.width;
            line.colour = rgbaOf(input.colour);
            line.casing = rgbaOf(input.casing);
            line.stroke = input.stroke;
            line.arrows = input.arrows;
            line.offset = input.offset;
            line.state = input.state;
            line.ref = ref;
            scene->lines.push_back(std::move(line));
        };
        const std::size_t first = scene->lines.size();
        for (const auto& line : input.geometry->lines)
            add(line);
        for (const city::Polygon& polygon : input.geometry->polygons)
            std::for_each(polygon.rings.begin(), polygon.rings.end(), add);
        if (input.label.isEmpty() || input.geometry->isEmpty()) continue;
        Label label =
            makeLabel(geo::toMercator(input.geometry->anchor()), input.label, labels, input.priority);
        if (input.labelAlong) label.along = longestLine(*scene, first);
        scene->labels.push_back(std::move(label));
    }
    return scene;
}

} // namespace map
