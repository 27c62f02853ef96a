// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/geometry.h"
#include "layers/map/scene/scene.h"

#include <optional>
#include <vector>

namespace widgets {

/// What is drawn by hand on the map: to select, to measure, to annotate.
enum class SketchShape { Point, Line, Polygon, Rectangle, Circle, Freehand };

/// A drawing by hand as far as it has got. A value; positions are WGS 84. A rectangle has two opposite corners, a circle
/// its centre and a position on its rim; a freehand outline is a polygon that follows the pointer.
struct Sketch {
    SketchShape shape = SketchShape::Point;
    std::vector<city::LonLat> corners;
    std::optional<city::LonLat> moving; ///< Where the next corner would be set.

    bool isEmpty() const { return corners.empty(); }
    /// With the corner that is still moving.
    std::vector<city::LonLat> all() const;
    /// Enough corners to mean something.
    bool isWhole() const;
    /// One more corner would be one too many.
    bool isFull() const;
    /// Metres of its radius; 0 for anything but a circle.
    double radiusMetres() const;
    /// What it covers: a point, a line or a polygon; a circle is a geodesic one.
    city::Geometry geometry() const;
};

/// Closed rings of the polygons in map metres, to search with.
map::Rings ringsOf(const city::Geometry& geometry);

} // namespace widgets
