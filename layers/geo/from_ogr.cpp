// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/from_ogr.h"

#include <cmath>
#include <memory>

namespace geo {

namespace {

std::vector<city::LonLat> positions(const OGRSimpleCurve& curve)
{
    std::vector<city::LonLat> out(static_cast<std::size_t>(curve.getNumPoints()));
    if (!out.empty()) curve.getPoints(&out[0].lon, sizeof(city::LonLat), &out[0].lat, sizeof(city::LonLat));
    return out;
}

void close(city::Ring& ring)
{
    if (!ring.empty() && !(ring.front() == ring.back())) ring.push_back(ring.front());
}

void addPolygon(const OGRPolygon& polygon, city::Geometry& out)
{
    if (polygon.IsEmpty()) return;
    city::Polygon one;
    for (const OGRLinearRing* ring : polygon) {
        city::Ring positionsOfRing = positions(*ring);
        close(positionsOfRing);
        if (positionsOfRing.size() >= 4)
            one.rings.push_back(std::move(positionsOfRing));
        else if (one.rings.empty())
            return; // without an outside there is no polygon
    }
    if (!one.rings.empty()) out.polygons.push_back(std::move(one));
}

void add(const OGRGeometry& geometry, city::Geometry& out)
{
    switch (wkbFlatten(geometry.getGeometryType())) {
    case wkbPoint: {
        const OGRPoint* point = geometry.toPoint();
        if (!point->IsEmpty()) out.points.push_back({point->getX(), point->getY()});
        return;
    }
    case wkbLineString:
        if (auto line = positions(*geometry.toSimpleCurve()); line.size() >= 2)
            out.lines.push_back(std::move(line));
        return;
    case wkbTriangle:
    case wkbPolygon:
        addPolygon(*geometry.toPolygon(), out);
        return;
    case wkbMultiPoint:
    case wkbMultiLineString:
    case wkbMultiPolygon:
    case wkbGeometryCollection:
        for (const OGRGeometry* member : *geometry.toGeometryCollection())
            add(*member, out);
        return;
    case wkbPolyhedralSurface:
    case wkbTIN:
        for (const OGRPolygon* member : *geometry.toPolyhedralSurface())
            addPolygon(*member, out);
        return;
    default:
        if (geometry.hasCurveGeometry()) {
            const std::unique_ptr<OGRGeometry> straight(geometry.getLinearGeometry());
            if (straight && !straight->hasCurveGeometry()) add(*straight, out);
        }
    }
}

} // namespace

city::Geometry fromOgr(const OGRGeometry& geometry)
{
    city::Geometry out;
    add(geometry, out);
    return out;
}

bool isOnEarth(const city::Geometry& geometry)
{
    // The box alone would do but for NaN, which slips through min and max.
    const auto good = [](city::LonLat p) { return std::abs(p.lon) <= 180.001 && std::abs(p.lat) <= 90.001; };
    const auto allGood = [&good](const std::vector<city::LonLat>& list) {
        for (const city::LonLat& p : list) {
            if (!good(p)) return false;
        }
        return true;
    };
    if (!allGood(geometry.points)) return false;
    for (const auto& line : geometry.lines) {
        if (!allGood(line)) return false;
    }
    for (const city::Polygon& polygon : geometry.polygons) {
        for (const city::Ring& ring : polygon.rings) {
            if (!allGood(ring)) return false;
        }
    }
    return true;
}

} // namespace geo
