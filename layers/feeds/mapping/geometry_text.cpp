// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/mapping/geometry_text.h"

#include "layers/feeds/text/number.h"

#include <cmath>

namespace feeds {

namespace {

using simdjson::dom::element;

city::Problem noGeometry()
{
    return {{}, {}, QT_TRANSLATE_NOOP("Message", "is no geometry")};
}

/// A number; some write it as a text.
std::optional<double> degrees(const element& at)
{
    double number = 0;
    std::string_view text;
    if (!at.get(number)) return number;
    return at.get(text) ? std::nullopt : toNumber(text);
}

bool addPosition(std::vector<city::LonLat>& line, const element& at)
{
    element first, second;
    if (at.at(0).get(first) || at.at(1).get(second)) return false;
    const auto lon = degrees(first), lat = degrees(second);
    if (lon && lat) line.push_back({*lon, *lat});
    return lon && lat;
}

bool addLine(std::vector<std::vector<city::LonLat>>& lines, const element& at)
{
    simdjson::dom::array positions;
    if (at.get(positions)) return false;
    lines.emplace_back();
    for (const element position : positions) {
        if (!addPosition(lines.back(), position)) return false;
    }
    return true;
}

bool addPolygon(std::vector<city::Polygon>& polygons, const element& at)
{
    simdjson::dom::array rings;
    if (at.get(rings)) return false;
    polygons.emplace_back();
    for (const element ring : rings) {
        if (!addLine(polygons.back().rings, ring)) return false;
    }
    return !polygons.back().rings.empty();
}

/// Applies `add` to each element of a Multi... geometry.
template<typename Target, typename Add> bool addEach(Target& target, const element& at, Add add)
{
    simdjson::dom::array parts;
    if (at.get(parts)) return false;
    for (const element part : parts) {
        if (!add(target, part)) return false;
    }
    return true;
}

bool addGeometry(city::Geometry& geometry, const element& json, int depth)
{
    std::string_view said;
    if (depth > 8 || json["type"].get(said)) return false;
    const QLatin1String type(said.data(), static_cast<qsizetype>(said.size()));
    const auto is = [type](const char* name) { return type.compare(QLatin1String(name), Qt::CaseInsensitive) == 0; };
    simdjson::dom::array members;
    if (is("GeometryCollection") && !json["geometries"].get(members)) {
        for (const element member : members) {
            if (!addGeometry(geometry, member, depth + 1)) return false;
        }
        return true;
    }
    element at;
    if (json["coordinates"].get(at)) return false;
    if (is("Point")) return addPosition(geometry.points, at);
    if (is("MultiPoint")) return addEach(geometry.points, at, addPosition);
    if (is("LineString")) return addLine(geometry.lines, at);
    if (is("MultiLineString")) return addEach(geometry.lines, at, addLine);
    if (is("Polygon")) return addPolygon(geometry.polygons, at);
    if (is("MultiPolygon")) return addEach(geometry.polygons, at, addPolygon);
    return false;
}

} // namespace

bool isComplete(const city::Geometry& geometry)
{
    const auto finite = [](const std::vector<city::LonLat>& positions) {
        return std::all_of(positions.begin(), positions.end(),
                           [](city::LonLat p) { return std::isfinite(p.lon) && std::isfinite(p.lat); });
    };
    if (!finite(geometry.points)) return false;
    for (const auto& line : geometry.lines) {
        if (line.size() < 2 || !finite(line)) return false;
    }
    for (const city::Polygon& polygon : geometry.polygons) {
        for (const city::Ring& ring : polygon.rings) {
            if (ring.size() < 4 || !finite(ring)) return false;
        }
    }
    return true;
}

city::Result<city::Geometry> geometryFromJson(const element& json)
{
    city::Geometry geometry;
    if (!addGeometry(geometry, json, 0) || !isComplete(geometry)) return noGeometry();
    return geometry;
}

city::Result<city::Geometry> geometryFromText(std::string_view text)
{
    text = trimmed(text);
    if (!text.starts_with('{')) return geometryFromWkt(text);
    simdjson::dom::parser parser;
    element json;
    if (parser.parse(text.data(), text.size()).get(json)) return noGeometry();
    return geometryFromJson(json);
}

} // namespace feeds
