// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/decoders/gml.h"

#include "layers/feeds/mapping/geometry_text.h"
#include "layers/feeds/text/number.h"

#include <QRegularExpression>
#include <array>

namespace feeds {

namespace {

constexpr std::string_view blanks = " \t\r\n,";
constexpr int deepest = 12;

bool isDegrees(const QString& code)
{
    // Not worth a projection: they differ from WGS 84 by less than a metre.
    static const QStringList codes{QStringLiteral("4326"), QStringLiteral("4258"), QStringLiteral("3824"),
                                   QStringLiteral("4979"), QStringLiteral("4269")};
    return codes.contains(code);
}

/// Reads one geometry downwards; the CRS is that of the nearest element around that names one.
class GmlShape {
public:
    GmlShape(CrsTable& table, const QString& crs) : m_table(table), m_crs(&table.find(crs)) {}

    bool read(XmlElement element, city::Geometry& geometry, int depth = 0)
    {
        if (depth > deepest) return false;
        takeCrs(element);
        const std::string_view name = element.name();
        if (name == "Point") return point(element, geometry);
        if (name == "LineString" || name == "LinearRing" || name == "LineStringSegment")
            return line(element, geometry.lines);
        if (name == "Polygon" || name == "PolygonPatch" || name == "Rectangle")
            return polygon(element, geometry);
        if (name == "Envelope" || name == "Box") return envelope(element, geometry);
        if (name == "Curve") {
            geometry.lines.emplace_back();
            return curve(element.child("segments"), geometry.lines.back());
        }
        if (name == "pos" || name == "posList" || name == "coordinates") return false;
        // Members, patches, and elements around a geometry: whatever they hold.
        bool any = false;
        for (const XmlElement child : element.children()) {
            if (child.name() == "boundedBy" || child.name() == "metaDataProperty" || child.name() == "name" ||
                child.name() == "description")
                continue;
            if (!read(child, geometry, depth + 1)) return false;
            any = true;
        }
        return any;
    }

    const CrsTable::Crs& crs() const { return *m_crs; }

private:
    void takeCrs(XmlElement element)
    {
        const QString name = element.qAttribute("srsName");
        if (!name.isEmpty()) m_crs = &m_table.find(name);
        if (const auto dimension = toNumber(element.attribute("srsDimension")))
            m_dimension = *dimension == 3 ? 3 : 2;
    }

    city::LonLat ordered(double a, double b) const
    {
        return m_crs->northingFirst ? city::LonLat{b, a} : city::LonLat{a, b};
    }

    static std::vector<double> numbers(std::string_view text)
    {
        std::vector<double> all;
        while (!text.empty()) {
            const std::size_t begin = text.find_first_not_of(blanks);
            if (begin == std::string_view::npos) break;
            text.remove_prefix(begin);
            const std::size_t end = std::min(text.find_first_of(blanks), text.size());
            const auto value = toNumber(text.substr(0, end));
            if (!value) return {};
            all.push_back(*value);
            text.remove_prefix(end);
        }
        return all;
    }

    bool addPositions(XmlElement owner, std::vector<city::LonLat>& to)
    {
        for (const XmlElement child : owner.children()) {
            const std::string_view name = child.name();
            takeCrs(child);
            const bool list = name == "posList";
            // Tuples of "coordinates" are parted by blanks, the numbers in them by commas: 3 where each
            // has 2.
            const std::size_t firstBlank = child.text().find_first_of(" \t\r\n");
            const auto commas = static_cast<std::size_t>(std::count(
                child.text().begin(),
                child.text().begin() + static_cast<std::ptrdiff_t>(std::min(firstBlank, child.text().size())),
                ','));
            const std::size_t step = name == "coordinates" ? commas + 1 : list ? m_dimension : 0;
            if (name == "coord") {
                const auto x = child.child("X").number();
                const auto y = child.child("Y").number();
                if (!x || !y) return false;
                to.push_back(ordered(*x, *y));
                continue;
            }
            if (name == "pointProperty" || name == "pointRep") {
                if (!addPositions(child.child("Point"), to)) return false;
                continue;
            }
            if (name != "pos" && name != "posList" && name != "coordinates") continue;
            const std::vector<double> all = numbers(child.text());
            const std::size_t width = step == 0 ? all.size() : step;
            if (all.size() < 2 || width < 2 || all.size() % width != 0) return false;
            for (std::size_t i = 0; i + 1 < all.size(); i += width)
                to.push_back(ordered(all[i], all[i + 1]));
        }
        return !to.empty();
    }

    bool point(XmlElement element, city::Geometry& geometry)
    {
        std::vector<city::LonLat> positions;
        if (!addPositions(element, positions) || positions.size() != 1) return false;
        geometry.points.push_back(positions.front());
        return true;
    }

    bool line(XmlElement element, std::vector<std::vector<city::LonLat>>& lines)
    {
        lines.emplace_back();
        return addPositions(element, lines.back());
    }

    bool curve(XmlElement segments, std::vector<city::LonLat>& to)
    {
        for (const XmlElement segment : segments.children()) {
            takeCrs(segment);
            if (segment.name() != "LineStringSegment" && segment.name() != "GeodesicString") return false;
            std::vector<city::LonLat> piece;
            if (!addPositions(segment, piece)) return false;
            const bool joined = !to.empty() && to.back() == piece.front();
            to.insert(to.end(), piece.begin() + (joined ? 1 : 0), piece.end());
        }
        return !to.empty();
    }

    bool ring(XmlElement boundary, city::Polygon& polygon)
    {
        const XmlElement linear = boundary.child("LinearRing");
        polygon.rings.emplace_back();
        if (linear) {
            takeCrs(linear);
            return addPositions(linear, polygon.rings.back());
        }
        for (const XmlElement member : boundary.child("Ring").children("curveMember")) {
            for (const XmlElement part : member.children()) {
                takeCrs(part);
                const bool good = part.name() == "Curve" ? curve(part.child("segments"), polygon.rings.back())
                                                         : addPositions(part, polygon.rings.back());
                if (!good) return false;
            }
        }
        return !polygon.rings.back().empty();
    }

    bool polygon(XmlElement element, city::Geometry& geometry)
    {
        city::Polygon made;
        for (const char* side : {"exterior", "outerBoundaryIs", "interior", "innerBoundaryIs"}) {
            for (const XmlElement boundary : element.children(side)) {
                if (!ring(boundary, made)) return false;
            }
        }
        if (made.rings.empty()) return false;
        geometry.polygons.push_back(std::move(made));
        return true;
    }

    bool envelope(XmlElement element, city::Geometry& geometry)
    {
        const std::vector<double> lower = numbers(element.child("lowerCorner").text());
        const std::vector<double> upper = numbers(element.child("upperCorner").text());
        if (lower.size() < 2 || upper.size() < 2) return false;
        const city::LonLat a = ordered(lower[0], lower[1]);
        const city::LonLat b = ordered(upper[0], upper[1]);
        geometry.polygons.push_back({{{a, city::LonLat{b.lon, a.lat}, b, city::LonLat{a.lon, b.lat}, a}}});
        return true;
    }

    CrsTable& m_table;
    const CrsTable::Crs* m_crs;
    std::size_t m_dimension = 2;
};

bool project(std::vector<city::LonLat>& positions, const geo::Projection& projection)
{
    for (city::LonLat& p : positions) {
        const auto degrees = projection.toLonLat({p.lon, p.lat});
        if (!degrees) return false;
        p = *degrees;
    }
    return true;
}

bool project(city::Geometry& geometry, const geo::Projection& projection)
{
    bool good = project(geometry.points, projection);
    for (auto& line : geometry.lines)
        good = good && project(line, projection);
    for (city::Polygon& polygon : geometry.polygons) {
        for (city::Ring& ring : polygon.rings)
            good = good && project(ring, projection);
    }
    return good;
}

} // namespace

bool isGml(XmlElement element)
{
    static constexpr std::array<std::string_view, 14> names{
        "Point",      "LineString",       "Polygon",       "MultiPoint",    "MultiLineString",
        "MultiCurve", "MultiPolygon",     "MultiSurface",  "Curve",         "Surface",
        "LinearRing", "CompositeSurface", "MultiGeometry", "CompositeCurve"};
    return std::find(names.begin(), names.end(), element.name()) != names.end();
}

const CrsTable::Crs& CrsTable::find(const QString& name)
{
    const auto known = m_all.find(name);
    if (known != m_all.end()) return known->second;
    static const Crs none;
    if (m_all.size() >= 50) return none; // no document has so many
    static const QRegularExpression form(QStringLiteral("EPSG(?:[:/#]|::|/0/|:[\\d.]+:)+(\\d{4,6})$"),
                                         QRegularExpression::CaseInsensitiveOption);
    const QString code = form.match(name).captured(1);
    Crs& made = m_all[name];
    if (code.isEmpty()) return made;
    const QString crs = QStringLiteral("EPSG:") + code;
    const bool strict = name.startsWith(QLatin1String("urn:")) || name.contains(QLatin1String("/def/crs/"));
    made.northingFirst = strict && geo::Projection::isNorthingFirst(crs);
    if (isDegrees(code)) return made;
    auto projection = geo::Projection::fromCrs(crs);
    if (projection)
        made.projection.emplace(std::move(projection.value()));
    else
        made.problem = projection.problem();
    return made;
}

std::optional<city::Problem> CrsTable::toDegrees(city::Geometry& geometry, const Crs& crs)
{
    if (crs.problem) return crs.problem;
    if (!crs.projection || project(geometry, *crs.projection)) return std::nullopt;
    return city::Problem{{}, {}, QT_TRANSLATE_NOOP("Message", "is outside of the map projection")};
}

city::Result<city::Geometry> geometryFromGml(XmlElement element, CrsTable& table, const QString& crs)
{
    const city::Problem none{{}, {}, QT_TRANSLATE_NOOP("Message", "is no geometry")};
    GmlShape reader(table, crs);
    city::Geometry geometry;
    if (!reader.read(element, geometry) || !isComplete(geometry) || geometry.isEmpty()) return none;
    if (auto problem = CrsTable::toDegrees(geometry, reader.crs())) return std::move(*problem);
    return geometry;
}

} // namespace feeds
