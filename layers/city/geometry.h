// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <limits>
#include <vector>

namespace city {

/// A position on the ground: degrees, WGS 84 (EPSG:4326), longitude first.
struct LonLat {
    double lon = 0;
    double lat = 0;

    friend bool operator==(const LonLat&, const LonLat&) = default;
};

/// West, south, east, north in degrees. Empty until something is added. Does not cross the antimeridian.
struct LonLatBox {
    double west = std::numeric_limits<double>::infinity();
    double south = std::numeric_limits<double>::infinity();
    double east = -std::numeric_limits<double>::infinity();
    double north = -std::numeric_limits<double>::infinity();

    bool isEmpty() const { return west > east || south > north; }
    bool contains(LonLat p) const
    {
        return p.lon >= west && p.lon <= east && p.lat >= south && p.lat <= north;
    }
    bool intersects(const LonLatBox& o) const
    {
        return west <= o.east && o.west <= east && south <= o.north && o.south <= north;
    }
    LonLat centre() const { return {(west + east) / 2, (south + north) / 2}; }
    void add(LonLat p);
    void add(const LonLatBox& box);
};

using Ring = std::vector<LonLat>; ///< Closed: the first position stands again at the end.

/// rings[0] is the outside, the others are holes.
struct Polygon {
    std::vector<Ring> rings;
};

/// Any simple-features geometry in WGS 84 degrees, taken apart into its points, lines and polygons. Several
/// of one kind are a union. All empty: no geometry.
struct Geometry {
    std::vector<LonLat> points;
    std::vector<std::vector<LonLat>> lines;
    std::vector<Polygon> polygons;

    bool isEmpty() const { return points.empty() && lines.empty() && polygons.empty(); }
    LonLatBox bounds() const;
    /// Whether `p` lies inside one of the polygons (even-odd rule, holes respected).
    bool contains(LonLat p) const;
    /// A position that stands for the whole: the point, the middle vertex of the longest line, or a position
    /// inside the largest polygon. Only for a geometry that is not empty.
    LonLat anchor() const;
};

/// Metres between two positions along the sphere of mean Earth radius; good to 0.5 %, for nearness and not
/// for surveys.
double distanceMetres(LonLat a, LonLat b);

} // namespace city
