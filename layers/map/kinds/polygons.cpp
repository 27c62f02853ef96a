// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/kinds/polygons.h"

#include "layers/geo/projection.h"
#include "layers/map/kinds/simplify.h"

#include <algorithm>

namespace map {

namespace {

constexpr double tolerances[] = {4, 20, 100}; // map metres: for pictures of 8, 40 and 200 metres a pixel
constexpr std::size_t smallEnough = 200;      // an area of so few points is painted as it is

QRectF boundsOf(const std::vector<QPointF>& ring)
{
    double west = ring[0].x(), east = west, south = ring[0].y(), north = south;
    for (const QPointF& p : ring) {
        west = std::min(west, p.x());
        east = std::max(east, p.x());
        south = std::min(south, p.y());
        north = std::max(north, p.y());
    }
    return {west, south, east - west, north - south};
}

void addCoarserCopies(AreaShape& shape)
{
    for (const double tolerance : tolerances) {
        const Rings& finer = shape.coarser.empty() ? shape.rings : shape.coarser.back().rings;
        std::size_t points = 0;
        for (const auto& ring : finer)
            points += ring.size();
        if (points <= smallEnough) return;
        AreaShape::Coarse coarse{tolerance, {}};
        for (const auto& ring : finer) {
            std::vector<QPointF> fewer = simplified(ring, tolerance);
            if (fewer.size() >= 4) coarse.rings.push_back(std::move(fewer));
        }
        if (coarse.rings.empty()) return;
        shape.coarser.push_back(std::move(coarse));
    }
}

QPointF labelPosition(const AreaInput& input, const AreaShape& shape)
{
    if (input.labelAt.lon <= 180) return geo::toMercator(input.labelAt);
    return input.geometry ? geo::toMercator(input.geometry->anchor()) : shape.bounds.center();
}

} // namespace

std::shared_ptr<const AreaShape> projectArea(const city::Geometry& geometry)
{
    auto shape = std::make_shared<AreaShape>();
    for (const city::Polygon& polygon : geometry.polygons) {
        for (const city::Ring& ring : polygon.rings) {
            if (ring.size() < 4) continue;
            std::vector<QPointF> projected(ring.size());
            std::transform(ring.begin(), ring.end(), projected.begin(), geo::toMercator);
            shape->bounds |= boundsOf(projected);
            shape->rings.push_back(std::move(projected));
        }
    }
    if (shape->rings.empty()) return nullptr;
    addCoarserCopies(*shape);
    return shape;
}

std::shared_ptr<const ProjectedAreas> projectAreas(const city::AreaTree& tree)
{
    auto areas = std::make_shared<ProjectedAreas>();
    for (const city::Area& area : tree.areas()) {
        areas->shapes.push_back(projectArea(area.geometry));
        areas->anchors.push_back(area.geometry.isEmpty() ? city::LonLat{} : area.geometry.anchor());
    }
    return areas;
}

std::shared_ptr<const LayerScene> polygons(const LayerMeta& meta, std::vector<AreaInput> inputs,
                                           const LabelStyle& labels)
{
    auto scene = std::make_shared<LayerScene>(beginScene(meta));
    std::stable_sort(inputs.begin(), inputs.end(),
                     [](const AreaInput& a, const AreaInput& b) { return a.priority < b.priority; });
    scene->areas.reserve(inputs.size());
    for (AreaInput& input : inputs) {
        auto shape = input.shape ? input.shape : input.geometry ? projectArea(*input.geometry) : nullptr;
        if (!shape) continue;
        if (!input.label.isEmpty())
            scene->labels.push_back(
                makeLabel(labelPosition(input, *shape), input.label, labels, input.priority));
        Area area;
        area.shape = std::move(shape);
        area.fill = rgbaOf(input.fill);
        area.outline = rgbaOf(input.outline);
        area.outlineWidth = input.outlineWidth;
        area.state = input.state;
        area.ref = addRef(*scene, std::move(input.ref));
        scene->areas.push_back(std::move(area));
    }
    return scene;
}

} // namespace map
