// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/mapping/position.h"

#include "layers/feeds/reasons.h"
#include "layers/feeds/text/number.h"

#include <cmath>

namespace feeds {

namespace {

bool isDegrees(const QString& crs)
{
    return crs.isEmpty() || crs == QLatin1String("EPSG:4326") || crs == QLatin1String("EPSG:3824") ||
           crs == QLatin1String("OGC:CRS84");
}

bool isNowhere(city::LonLat at)
{
    return at.lon == 0 && at.lat == 0;
}

QString shown(double number)
{
    return QString::fromStdString(fromNumber(number));
}

template<typename Change> bool forEachPosition(city::Geometry& shape, Change change)
{
    const auto all = [&](std::vector<city::LonLat>& positions) {
        return std::all_of(positions.begin(), positions.end(), [&](city::LonLat& p) { return change(p); });
    };
    bool good = all(shape.points);
    for (auto& line : shape.lines)
        good = good && all(line);
    for (city::Polygon& polygon : shape.polygons) {
        for (city::Ring& ring : polygon.rings)
            good = good && all(ring);
    }
    return good;
}

} // namespace

bool Position::isOutside() const
{
    return wrong && wrong->source == reasons::outside;
}

city::LonLat middleOf(const city::Geometry& shape)
{
    if (shape.points.empty() && !shape.lines.empty() && shape.lines.front().size() == 2) {
        const auto& ends = shape.lines.front();
        return {(ends[0].lon + ends[1].lon) / 2, (ends[0].lat + ends[1].lat) / 2};
    }
    return shape.anchor();
}

PositionReader::PositionReader(FieldRef lon, FieldRef lat, FieldRef geometry, std::vector<FieldRef> line,
                               const QString& crs, std::optional<city::LonLatBox> extent)
    : m_lon(lon), m_lat(lat), m_geometry(geometry), m_extent(extent)
{
    for (const FieldRef& ref : line)
        m_line.emplace_back(ref);
    if (isDegrees(crs)) return;
    city::Result<geo::Projection> projection = geo::Projection::fromCrs(crs);
    if (projection)
        m_projection = std::move(projection).value();
    else
        m_problem = projection.problem();
}

bool PositionReader::isSet() const
{
    return m_lon.isSet() || m_geometry.isSet() || !m_line.empty();
}

PositionReader::Number PositionReader::number(Field& field, const Record& record, const QStringList& missing)
{
    const Scalar found = field.find(record);
    if (found.kind == Scalar::Kind::Number) return {found.number, true};
    if (found.kind != Scalar::Kind::Text) return {};
    if (missing.isEmpty()) {
        const auto plain = toNumber(found.text);
        if (plain) return {plain, true};
    }
    if (saysNothing(found.text)) return {};
    if (!missing.isEmpty() && missing.contains(toQString(trimmed(found.text)))) return {};
    return {toNumber(found.text), true};
}

bool PositionReader::project(city::LonLat& at) const
{
    if (!m_projection) return true;
    const auto degrees = m_projection->toLonLat({at.lon, at.lat});
    if (degrees) at = *degrees;
    return degrees.has_value();
}

std::optional<city::Message> PositionReader::whyNot(city::LonLat at) const
{
    const bool onEarth = std::abs(at.lon) <= 180 && std::abs(at.lat) <= 90;
    if (onEarth && (!m_extent || m_extent->contains(at))) return std::nullopt;
    const QStringList both{shown(at.lon), shown(at.lat)};
    const bool swapped =
        m_extent ? m_extent->contains({at.lat, at.lon}) : std::abs(at.lat) <= 180 && std::abs(at.lon) <= 90;
    if (swapped)
        return city::Message(reasons::swapped, both);
    if (std::abs(at.lon) > 1000 && std::abs(at.lat) > 1000)
        return city::Message(
            QT_TRANSLATE_NOOP("Message",
                              "%1, %2 look like metres of a map projection; degrees or a crs were expected"),
            both);
    if (!onEarth)
        return city::Message(reasons::notOnEarth, both);
    return city::Message(reasons::outside, both);
}

std::optional<city::LonLat> PositionReader::fromPair(Field& lonField, Field& latField, const Record& record,
                                                     const QStringList& missing, Position& position)
{
    const Number lon = number(lonField, record, missing);
    const Number lat = number(latField, record, missing);
    if (!lon.value || !lat.value) {
        const bool badLon = lon.stated && !lon.value;
        if (badLon || (lat.stated && !lat.value)) {
            Field& bad = badLon ? lonField : latField;
            position.field = bad.name();
            position.wrong =
                city::Message(QT_TRANSLATE_NOOP("Message", "\"%1\" is not a number"), {bad.text(record)});
        }
        return std::nullopt;
    }
    city::LonLat at{*lon.value, *lat.value};
    if (isNowhere(at)) return std::nullopt;
    if (!project(at))
        position.wrong =
            city::Message(QT_TRANSLATE_NOOP("Message", "%1, %2 is outside of the map projection"),
                          {shown(at.lon), shown(at.lat)});
    else
        position.wrong = whyNot(at);
    if (!position.wrong) return at;
    position.field = lonField.name() + QStringLiteral(", ") + latField.name();
    return std::nullopt;
}

void PositionReader::readGeometry(const Record& record, Position& position)
{
    auto found = m_geometry.geometry(record);
    if (!found) return;
    position.field = m_geometry.name();
    if (!*found) {
        position.wrong = found->problem().text;
        return;
    }
    position.shape = std::move(*found).value();
    if (m_projection && !forEachPosition(position.shape, [this](city::LonLat& p) { return project(p); }))
        position.wrong = city::Message(QT_TRANSLATE_NOOP("Message", "is outside of the map projection"));
    checkShape(position);
}

void PositionReader::checkShape(Position& position)
{
    city::Geometry& shape = position.shape;
    if (!position.wrong) {
        forEachPosition(shape, [&](city::LonLat& p) {
            const bool far = m_extent && !shape.points.empty() && !m_extent->contains(p);
            if (far || std::abs(p.lon) > 180 || std::abs(p.lat) > 90) position.wrong = whyNot(p);
            return !position.wrong;
        });
    }
    // A line or an area may reach beyond the extent; one that never touches it is at the wrong spot.
    if (!position.wrong && m_extent && !shape.isEmpty() && !m_extent->intersects(shape.bounds()))
        position.wrong = whyNot(shape.anchor());
    const bool single = shape.points.size() == 1 && shape.lines.empty() && shape.polygons.empty();
    if (position.wrong || (single && isNowhere(shape.points.front())) || shape.isEmpty()) {
        shape = {};
        return;
    }
    position.at = middleOf(shape);
    if (single) shape = {};
}

Position PositionReader::read(const Record& record, const QStringList& missing)
{
    Position position;
    if (m_problem) return position;
    if (m_geometry.isSet()) readGeometry(record, position);
    std::vector<city::LonLat> line;
    for (std::size_t i = 0; i + 1 < m_line.size() && !position.wrong; i += 2) {
        if (const auto at = fromPair(m_line[i], m_line[i + 1], record, missing, position))
            line.push_back(*at);
    }
    if (line.size() * 2 == m_line.size() && line.size() >= 2) {
        position.shape.lines.push_back(std::move(line));
        position.at = middleOf(position.shape);
    }
    if (m_lon.isSet() && m_lat.isSet() && !position.wrong) {
        if (const auto at = fromPair(m_lon, m_lat, record, missing, position)) position.at = at;
    }
    return position;
}

QStringList PositionReader::absentFields() const
{
    QStringList absent;
    std::vector<const Field*> fields{&m_lon, &m_lat, &m_geometry};
    for (const Field& field : m_line)
        fields.push_back(&field);
    for (const Field* field : fields) {
        if (field->isSet() && !field->wasThere()) absent << field->allNames();
    }
    return absent;
}

} // namespace feeds
