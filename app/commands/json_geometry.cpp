// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commands/json_line.h"

#include <algorithm>
#include <cmath>

namespace app {

namespace {

// Seven decimals of a degree are a centimetre; more would be noise of the arithmetic.
QByteArray position(city::LonLat p)
{
    const auto rounded = [](double degrees) { return jsonNumber(std::round(degrees * 1e7) / 1e7); };
    return '[' + rounded(p.lon) + ',' + rounded(p.lat) + ']';
}

QByteArray positions(const std::vector<city::LonLat>& line)
{
    QList<QByteArray> items;
    for (const city::LonLat& p : line)
        items << position(p);
    return jsonList(items);
}

double signedArea(const city::Ring& ring)
{
    double twice = 0;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
        twice += ring[j].lon * ring[i].lat - ring[i].lon * ring[j].lat;
    return twice / 2;
}

QByteArray rings(const city::Polygon& polygon)
{
    QList<QByteArray> items;
    for (const city::Ring& ring : polygon.rings) {
        city::Ring wound = ring;
        const bool exterior = items.isEmpty();
        if ((signedArea(wound) < 0) == exterior) std::reverse(wound.begin(), wound.end());
        items << positions(wound);
    }
    return jsonList(items);
}

QByteArray typed(const char* type, const QByteArray& coordinates)
{
    return QByteArray("{\"type\":\"") + type + "\",\"coordinates\":" + coordinates + '}';
}

/// One part alone as its simple type, several of a kind as the Multi type.
template<typename Parts, typename Write>
void addParts(QList<QByteArray>& geometries, const Parts& parts, const char* one, const char* many,
              Write write)
{
    if (parts.empty()) return;
    QList<QByteArray> items;
    for (const auto& part : parts)
        items << write(part);
    geometries << (items.size() == 1 ? typed(one, items.first()) : typed(many, jsonList(items)));
}

} // namespace

QByteArray geoJson(const city::Geometry& geometry)
{
    QList<QByteArray> geometries;
    addParts(geometries, geometry.points, "Point", "MultiPoint", position);
    addParts(geometries, geometry.lines, "LineString", "MultiLineString", positions);
    addParts(geometries, geometry.polygons, "Polygon", "MultiPolygon", rings);
    if (geometries.isEmpty()) return "null";
    if (geometries.size() == 1) return geometries.first();
    return "{\"type\":\"GeometryCollection\",\"geometries\":" + jsonList(geometries) + '}';
}

} // namespace app
