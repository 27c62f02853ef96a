// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/datex.h"
#include "layers/feeds/decoders/gml.h"
#include "layers/feeds/decoders/openlr.h"
#include "layers/feeds/join_table.h"
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

/// "lat lon lat lon ...", as the standard's GML positions are in ETRS89 or WGS 84; with `dimension` 3 a
/// height stands behind each pair.
std::vector<city::LonLat> positions(std::string_view text, std::size_t dimension = 2)
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
    for (std::size_t i = 0; i + 1 < numbers.size(); i += dimension)
        line.push_back({numbers[i + 1], numbers[i]});
    return numbers.size() % dimension == 0 ? line : std::vector<city::LonLat>();
}

/// The dimension stands at the line of version 3, or at the list as in GML.
void addPosList(XmlElement list, XmlElement around, city::Geometry& geometry, FactSink& sink)
{
    const bool heights = list.attribute("srsDimension") == "3" || around.attribute("srsDimension") == "3";
    std::vector<city::LonLat> line = positions(list.text(), heights ? 3 : 2);
    if (line.size() == 1)
        geometry.points.push_back(line.front());
    else if (line.size() > 1)
        geometry.lines.push_back(std::move(line));
    else
        sink.report(QStringLiteral("posList"), QT_TRANSLATE_NOOP("Message", "is no position of a line"));
}

void addLinear(XmlElement location, city::Geometry& geometry, FactSink& sink)
{
    for (const XmlElement line : location.allBelow("gmlLineString")) {
        for (const XmlElement list : line.allBelow("posList"))
            addPosList(list, line, geometry, sink);
    }
    if (geometry.isEmpty()) {
        for (const XmlElement list : location.allBelow("posList"))
            addPosList(list, {}, geometry, sink);
    }
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

/// The points of an OpenLR reference, spelled out or in its binary form; the first direction is the
/// location's.
void addOpenLr(XmlElement location, city::Geometry& geometry)
{
    for (const char* name : {"openlrBinary", "openlrBase64"}) {
        const XmlElement coded = location.below(name);
        const std::string_view text = coded.text();
        if (text.empty()) continue;
        const auto bytes =
            QByteArray::fromBase64Encoding(QByteArray(text.data(), static_cast<qsizetype>(text.size())),
                                           QByteArray::AbortOnBase64DecodingErrors);
        if (bytes) geometry = openLrPositions(*bytes);
        if (!geometry.isEmpty()) return;
    }
    const XmlElement first = location.below("firstDirection");
    std::vector<city::LonLat> points;
    for (const XmlElement point : (first ? first : location).allBelow("openlrCoordinates")) {
        const auto at = coordinates(point);
        if (at && (points.empty() || !(points.back() == *at))) points.push_back(*at);
    }
    if (points.size() == 1) geometry.points = std::move(points);
    if (points.size() > 1) geometry.lines.push_back(std::move(points));
}

/// A coordinate of a location table: degrees, or hundred-thousandths of them as the exchange format has it.
std::optional<double> tableDegrees(const JoinTable::Value& value)
{
    const auto number = value.kind == Scalar::Kind::Text ? toNumber(value.text)
                        : value.kind == Scalar::Kind::Number ? std::optional(value.number) : std::nullopt;
    return number && std::abs(*number) > 180 ? std::optional(*number / 1e5) : number;
}

/// Where the table of the feed has a code, which stands there alone or behind its country and table.
std::optional<city::LonLat> codedPosition(const DecodeContext& context, const QString& country, const QString& table, const QString& code)
{
    for (const auto& known : context.joined) {
        if (!known || known->fields.size() < 2) continue;
        const JoinTable::Row* row = known->find((country + u'/' + table + u'/' + code).toStdString());
        if (!row) row = known->find(code.toStdString());
        if (!row) continue;
        const auto lon = tableDegrees((*row)[0]), lat = tableDegrees((*row)[1]);
        if (lon && lat && (*lon != 0 || *lat != 0)) return city::LonLat{*lon, *lat};
    }
    return std::nullopt;
}

/// The points of an Alert-C location in the order stated; of two the way between them.
void addAlertC(XmlElement location, city::Geometry& geometry, FactSink& sink)
{
    if (sink.context().joined.empty()) return;
    const QString country = location.below("alertCLocationCountryCode").qText(), table = location.below("alertCLocationTableNumber").qText();
    std::vector<city::LonLat> points;
    for (const XmlElement one : location.allBelow("specificLocation")) {
        const auto at = codedPosition(sink.context(), country, table, one.qText());
        if (at && (points.empty() || !(points.back() == *at))) points.push_back(*at);
    }
    if (points.size() == 1) geometry.points = std::move(points);
    if (points.size() > 1) geometry.lines.push_back(std::move(points));
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
    if (geometry.lines.empty() && geometry.polygons.empty()) {
        city::Geometry coded;
        addOpenLr(location, coded);
        if (!coded.isEmpty()) geometry = std::move(coded);
    }
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
    if (!geometry.isEmpty()) return geometry;
    addAlertC(location, geometry, sink);
    if (!geometry.isEmpty()) return sink.checked(QStringLiteral("alertCLocation"), std::move(geometry));
    return geometry;
}

QStringList datexPlaceWords(XmlElement location)
{
    QStringList words;
    const auto add = [&words](const QString& word) {
        if (!word.isEmpty() && !words.contains(word)) words << word;
    };
    for (const char* name : {"roadNumber", "roadName", "alertCLocationName", "tpegOtherPointDescriptor"}) {
        for (const XmlElement one : location.allBelow(name))
            add(datexText(one));
    }
    return words;
}

QString datexAlertC(XmlElement location)
{
    QStringList codes;
    for (const XmlElement one : location.allBelow("specificLocation")) {
        const QString code = one.qText();
        if (!code.isEmpty() && !codes.contains(code)) codes << code;
    }
    if (codes.isEmpty()) return {};
    return QStringLiteral("Alert-C %1/%2: %3")
        .arg(location.below("alertCLocationCountryCode").qText(),
             location.below("alertCLocationTableNumber").qText(), codes.join(QStringLiteral(" - ")));
}

} // namespace feeds
