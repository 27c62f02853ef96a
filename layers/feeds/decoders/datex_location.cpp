// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/datex.h"
#include "layers/feeds/decoders/gml.h"
#include "layers/feeds/mapping/field.h"
#include "layers/feeds/mapping/geometry_text.h"
#include "layers/feeds/text/number.h"

#include <cmath>

namespace feeds {

namespace {

std::optional<city::LonLat> coordinates(XmlElement owner)
{
    const auto lat = owner.child("latitude").number();
    const auto lon = owner.child("longitude").number();
    const bool good = lat && lon && std::abs(*lat) <= 90 && std::abs(*lon) <= 180 && (*lat != 0 || *lon != 0);
    return good ? std::optional(city::LonLat{*lon, *lat}) : std::nullopt;
}

/// "lat lon lat lon ...", as the standard's GML positions are in ETRS89 or WGS 84.
std::vector<city::LonLat> positions(std::string_view text)
{
    std::vector<double> numbers;
    while (!trimmed(text).empty()) {
        text = trimmed(text);
        const std::size_t end = std::min(text.find_first_of(" \t\r\n,"), text.size());
        const auto number = toNumber(text.substr(0, end));
        if (!number) return {};
        numbers.push_back(*number);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    std::vector<city::LonLat> line;
    for (std::size_t i = 0; i + 1 < numbers.size(); i += 2)
        line.push_back({numbers[i + 1], numbers[i]});
    return numbers.size() % 2 == 0 ? line : std::vector<city::LonLat>();
}

void addPosList(XmlElement list, city::Geometry& geometry, FactSink& sink)
{
    // Three numbers a position are allowed for but said nowhere else.
    const bool heights = list.attribute("srsDimension") == "3";
    std::vector<city::LonLat> line = heights ? std::vector<city::LonLat>() : positions(list.text());
    if (line.size() == 1)
        geometry.points.push_back(line.front());
    else if (line.size() > 1)
        geometry.lines.push_back(std::move(line));
    else
        sink.report(QStringLiteral("posList"), QT_TRANSLATE_NOOP("Message", "is no position of a line"));
}

void addLinear(XmlElement location, city::Geometry& geometry, FactSink& sink)
{
    for (const XmlElement list : location.allBelow("posList"))
        addPosList(list, geometry, sink);
    if (!geometry.lines.empty()) return;
    // From one point to another: of the extended TPEG and of the Alert-C extensions of some countries.
    std::vector<city::LonLat> ends;
    for (const XmlElement point : location.allBelow("pointCoordinates")) {
        const auto at = coordinates(point);
        if (at && (ends.empty() || !(ends.back() == *at))) ends.push_back(*at);
    }
    if (ends.size() == 2)
        geometry.lines.push_back({ends[1], ends[0]}); // TPEG states where it ends first
    else
        geometry.points.insert(geometry.points.end(), ends.begin(), ends.end());
}

} // namespace

city::Geometry datexGeometry(XmlElement location, FactSink& sink)
{
    city::Geometry geometry;
    if (!location) return geometry;
    for (const XmlElement polygon : location.allBelow("gmlMultiPolygon")) {
        for (const XmlElement ring : polygon.allBelow("posList")) {
            std::vector<city::LonLat> line = positions(ring.text());
            if (line.size() >= 4 && line.front() == line.back())
                geometry.polygons.push_back({{std::move(line)}});
        }
    }
    if (geometry.isEmpty() && (location.below("gmlLineString") || location.below("linearExtension") ||
                               location.below("tpegLinearLocation")))
        addLinear(location, geometry, sink);
    if (!geometry.isEmpty()) return sink.checked(QStringLiteral("location"), std::move(geometry));
    // The point that is meant, or the one to put a mark at.
    for (const char* name : {"pointCoordinates", "coordinatesForDisplay", "locationForDisplay"}) {
        for (const XmlElement point : location.allBelow(name)) {
            const auto at = coordinates(point);
            const bool isNew =
                at && std::find(geometry.points.begin(), geometry.points.end(), *at) == geometry.points.end();
            if (isNew) geometry.points.push_back(*at);
        }
        if (!geometry.points.empty()) break;
    }
    return geometry;
}

} // namespace feeds
