// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/kinds/points.h"

#include "layers/geo/projection.h"

#include <algorithm>

namespace map {

std::shared_ptr<const LayerScene> points(const LayerMeta& meta, std::vector<PointInput> inputs,
                                         const LabelStyle& labels)
{
    auto scene = std::make_shared<LayerScene>(beginScene(meta));
    std::stable_sort(inputs.begin(), inputs.end(),
                     [](const PointInput& a, const PointInput& b) { return a.priority < b.priority; });
    scene->marks.reserve(inputs.size());
    scene->refs.reserve(inputs.size());
    for (PointInput& input : inputs) {
        Mark mark;
        mark.at = geo::toMercator(input.at);
        mark.radius = input.radius;
        mark.fill = rgbaOf(input.fill);
        mark.shape = input.shape;
        mark.state = input.state;
        mark.ref = addRef(*scene, std::move(input.ref));
        scene->marks.push_back(mark);
        if (input.label.isEmpty()) continue;
        Label label = makeLabel(mark.at, input.label, labels, input.priority);
        label.offsetY = input.radius + labels.pixels * 0.75F;
        scene->labels.push_back(std::move(label));
    }
    return scene;
}

} // namespace map
