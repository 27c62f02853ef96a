// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/tools/sketch.h"

#include "layers/geo/geodesic.h"
#include "layers/geo/projection.h"

namespace widgets {

std::vector<city::LonLat> Sketch::all() const
{
    std::vector<city::LonLat> positions = corners;
    if (moving && !isFull() && !corners.empty() && !(*moving == corners.back())) positions.push_back(*moving);
    return positions;
}

bool Sketch::isWhole() const
{
    switch (shape) {
    case SketchShape::Point: return !corners.empty();
    case SketchShape::Line: return corners.size() >= 2;
    case SketchShape::Polygon:
    case SketchShape::Freehand: return corners.size() >= 3;
    case SketchShape::Rectangle: return corners.size() == 2 && corners[0].lon != corners[1].lon && corners[0].lat != corners[1].lat;
    case SketchShape::Circle: return corners.size() == 2 && radiusMetres() > 0;
    }
    return false;
}

bool Sketch::isFull() const
{
    if (shape == SketchShape::Point) return !corners.empty();
    return (shape == SketchShape::Rectangle || shape == SketchShape::Circle) && corners.size() >= 2;
}

double Sketch::radiusMetres() const
{
    const auto positions = all();
    return shape == SketchShape::Circle && positions.size() >= 2 ? geo::geodesic(positions[0], positions[1]).metres : 0;
}

city::Geometry Sketch::geometry() const
{
    const auto positions = all();
    city::Geometry geometry;
    if (positions.empty()) return geometry;
    if (shape == SketchShape::Point) {
        geometry.points.push_back(positions.front());
    } else if (shape == SketchShape::Line || positions.size() < 2) {
        geometry.lines.push_back(positions);
    } else if (shape == SketchShape::Circle) {
        geometry.polygons.push_back({{geo::geodesicCircle(positions[0], radiusMetres())}});
    } else if (shape == SketchShape::Rectangle) {
        const city::LonLat a = positions[0], b = positions[1];
        geometry.polygons.push_back({{{a, {b.lon, a.lat}, b, {a.lon, b.lat}, a}}});
    } else {
        city::Ring ring = positions;
        ring.push_back(ring.front());
        geometry.polygons.push_back({{std::move(ring)}});
    }
    return geometry;
}

map::Rings ringsOf(const city::Geometry& geometry)
{
    map::Rings rings;
    for (const city::Polygon& polygon : geometry.polygons)
        for (const city::Ring& ring : polygon.rings) {
            auto& points = rings.emplace_back();
            for (const city::LonLat at : ring)
                points.push_back(geo::toMercator(at));
        }
    return rings;
}

} // namespace widgets
