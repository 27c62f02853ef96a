// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/kinds/flows.h"

#include "layers/geo/projection.h"
#include "layers/map/kinds/classes.h"

#include <algorithm>
#include <cmath>

namespace map {

namespace {

std::vector<QPointF> curve(QPointF from, QPointF to, double bend)
{
    constexpr int steps = 24;
    const QPointF along = to - from;
    const QPointF control = (from + to) / 2 + QPointF(along.y(), -along.x()) * (2 * bend); // y points north
    std::vector<QPointF> points;
    for (int i = 0; i <= steps; ++i) {
        const double t = static_cast<double>(i) / steps, u = 1 - t;
        points.push_back(from * (u * u) + control * (2 * u * t) + to * (t * t));
    }
    return points;
}

} // namespace

std::shared_ptr<const LayerScene> flows(const LayerMeta& meta, std::vector<FlowInput> inputs,
                                        const FlowStyle& style, const LabelStyle& labels)
{
    auto scene = std::make_shared<LayerScene>(beginScene(meta));
    std::erase_if(inputs, [](const FlowInput& one) {
        return !(one.value > 0) || !std::isfinite(one.value) || one.from == one.to;
    });
    std::stable_sort(inputs.begin(), inputs.end(),
                     [](const FlowInput& a, const FlowInput& b) { return a.value > b.value; });
    if (inputs.empty()) return scene;
    const double most = inputs.front().value;
    const auto widthOf = [&](double value) {
        return std::max(style.least, static_cast<float>(static_cast<double>(style.most) * value / most));
    };
    for (FlowInput& input : inputs) {
        Line line;
        line.points = curve(geo::toMercator(input.from), geo::toMercator(input.to), style.bend);
        line.width = widthOf(input.value);
        line.colour = rgbaOf(input.colour);
        line.arrows = Arrows::AtEnd;
        line.state = input.state;
        line.ref = addRef(*scene, std::move(input.ref));
        if (!input.label.isEmpty()) {
            Label label = makeLabel(line.points[line.points.size() / 2], input.label, labels,
                                    static_cast<int>(1000 * input.value / most));
            label.along = static_cast<int>(scene->lines.size());
            scene->labels.push_back(std::move(label));
        }
        scene->lines.push_back(std::move(line));
    }
    for (const double value : prettyBreaks(0, most, 3))
        scene->legend.push_back({QString::number(value),
                                 scene->lines.front().colour,
                                 Shape::Circle,
                                 LegendEntry::Symbol::Line,
                                 {},
                                 -1,
                                 widthOf(value)});
    return scene;
}

} // namespace map
