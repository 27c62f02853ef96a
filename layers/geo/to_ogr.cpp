// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/to_ogr.h"

namespace geo {

namespace {

template<typename Curve> std::unique_ptr<Curve> curve(const std::vector<city::LonLat>& positions)
{
    auto made = std::make_unique<Curve>();
    for (const city::LonLat at : positions)
        made->addPoint(at.lon, at.lat);
    return made;
}

std::unique_ptr<OGRGeometry> polygon(const city::Polygon& from)
{
    auto made = std::make_unique<OGRPolygon>();
    for (const city::Ring& ring : from.rings)
        made->addRingDirectly(curve<OGRLinearRing>(ring).release());
    return made;
}

// One alone, or all of them in `Multi`.
template<typename Multi> std::unique_ptr<OGRGeometry> gathered(std::vector<std::unique_ptr<OGRGeometry>> members)
{
    if (members.size() == 1) return std::move(members.front());
    auto made = std::make_unique<Multi>();
    for (auto& member : members)
        made->addGeometryDirectly(member.release());
    return made;
}

} // namespace

std::unique_ptr<OGRGeometry> toOgr(const city::Geometry& geometry)
{
    std::vector<std::unique_ptr<OGRGeometry>> points, lines, polygons, all;
    for (const city::LonLat at : geometry.points)
        points.push_back(std::make_unique<OGRPoint>(at.lon, at.lat));
    for (const auto& line : geometry.lines)
        lines.push_back(curve<OGRLineString>(line));
    for (const city::Polygon& one : geometry.polygons)
        polygons.push_back(polygon(one));
    if (!points.empty()) all.push_back(gathered<OGRMultiPoint>(std::move(points)));
    if (!lines.empty()) all.push_back(gathered<OGRMultiLineString>(std::move(lines)));
    if (!polygons.empty()) all.push_back(gathered<OGRMultiPolygon>(std::move(polygons)));
    return all.empty() ? nullptr : gathered<OGRGeometryCollection>(std::move(all));
}

} // namespace geo
