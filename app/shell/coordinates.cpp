// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/coordinates.h"

#include "layers/geo/projection.h"

#include <QRegularExpression>
#include <cmath>

namespace app {

namespace {

/// How far outside its pack a typed position is still believed to belong to the city, in degrees.
constexpr double margin = 1.0;

bool isNear(city::LonLat p, const city::LonLatBox& box)
{
    return p.lon >= box.west - margin && p.lon <= box.east + margin && p.lat >= box.south - margin && p.lat <= box.north + margin;
}

QString degrees(double value, QChar positive, QChar negative)
{
    return QStringLiteral("%1° %2").arg(std::abs(value), 0, 'f', 5).arg(value < 0 ? negative : positive);
}

std::optional<city::LonLat> onEarth(double lon, double lat)
{
    return std::abs(lon) <= 180 && std::abs(lat) <= 90 ? std::optional(city::LonLat{lon, lat}) : std::nullopt;
}

/// Two numbers in degrees: in the order that lies in the city, else longitude first.
std::optional<city::LonLat> inEitherOrder(double first, double second, const city::LonLatBox& extent)
{
    for (const auto& p : {onEarth(first, second), onEarth(second, first)})
        if (p && isNear(*p, extent)) return p;
    const auto asTyped = onEarth(first, second);
    return asTyped ? asTyped : onEarth(second, first);
}

struct Angle {
    double degrees = 0;
    QChar hemisphere; ///< Null: not said.
};

/// 25°02'01.5"N, N 25° 2.03', 25.03N; nothing where there are not exactly two, each with a degree sign or a letter.
std::optional<std::pair<Angle, Angle>> anglesIn(const QString& text)
{
    static const QRegularExpression form(
        QStringLiteral("(?<a>[NSEW])?\\s*(?<d>-?\\d{1,3}(?:\\.\\d+)?)\\s*(?<sign>[°º]?)\\s*"
                       "(?:(?<m>\\d{1,2}(?:\\.\\d+)?)\\s*['′’]\\s*)?(?:(?<s>\\d{1,2}(?:\\.\\d+)?)\\s*(?:[\"″”]|'')\\s*)?(?(<a>)|(?<b>[NSEW])?)"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression between(QStringLiteral("[\\s,;]*"));
    std::vector<Angle> angles;
    qsizetype end = 0;
    for (auto matches = form.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        const QString letter = (match.captured(QStringLiteral("a")) + match.captured(QStringLiteral("b"))).toUpper();
        const bool marked = !letter.isEmpty() || !match.captured(QStringLiteral("sign")).isEmpty();
        const double minutes = match.captured(QStringLiteral("m")).toDouble(), seconds = match.captured(QStringLiteral("s")).toDouble();
        if (!marked || letter.size() > 1 || minutes >= 60 || seconds >= 60) return std::nullopt;
        if (between.match(text.mid(end, match.capturedStart() - end)).capturedLength() != match.capturedStart() - end) return std::nullopt;
        end = match.capturedEnd();
        double value = match.captured(QStringLiteral("d")).toDouble();
        value += std::copysign(minutes / 60 + seconds / 3600, value);
        if (letter == QLatin1String("S") || letter == QLatin1String("W")) value = -value;
        angles.push_back({value, letter.isEmpty() ? QChar() : letter[0]});
    }
    if (angles.size() != 2 || !text.mid(end).trimmed().isEmpty()) return std::nullopt;
    return std::pair(angles[0], angles[1]);
}

std::optional<city::LonLat> positionOf(const Angle& first, const Angle& second, const city::LonLatBox& extent)
{
    const auto isLat = [](const Angle& angle) { return angle.hemisphere == u'N' || angle.hemisphere == u'S'; };
    const auto isLon = [](const Angle& angle) { return angle.hemisphere == u'E' || angle.hemisphere == u'W'; };
    if ((isLat(first) && isLat(second)) || (isLon(first) && isLon(second))) return std::nullopt;
    if (isLat(first) || isLon(second)) return onEarth(second.degrees, first.degrees);
    if (isLon(first) || isLat(second)) return onEarth(first.degrees, second.degrees);
    return inEitherOrder(first.degrees, second.degrees, extent);
}

/// The CRS a text begins with, "EPSG:3826" or "TWD97", and the rest.
std::pair<QString, QString> namedCrs(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("^\\s*(EPSG\\s*:?\\s*\\d{4,6}|TWD\\s*97|WGS\\s*84)\\s*[:,]?\\s+(.*)$"), QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(text);
    if (!match.hasMatch()) return {{}, text};
    QString name = match.captured(1).toUpper().remove(u' ');
    if (name == QLatin1String("TWD97")) name = QStringLiteral("EPSG:3826");
    if (name == QLatin1String("WGS84")) name = QStringLiteral("EPSG:4326");
    if (name.startsWith(QLatin1String("EPSG")) && !name.contains(u':')) name.insert(4, u':');
    return {name, match.captured(2)};
}

} // namespace

std::optional<city::LonLat> parseCoordinates(const QString& text, const city::LonLatBox& extent, const QString& crs)
{
    const auto [named, rest] = namedCrs(text);
    if (const auto angles = anglesIn(rest)) return positionOf(angles->first, angles->second, extent);
    static const QRegularExpression pair(QStringLiteral(R"(^\s*(-?\d{1,9}(?:\.\d{1,12})?)\s*[°,;\s]\s*(-?\d{1,9}(?:\.\d{1,12})?)\s*°?\s*$)"));
    const QRegularExpressionMatch match = pair.match(rest);
    if (!match.hasMatch()) return std::nullopt;
    const double first = match.captured(1).toDouble();
    const double second = match.captured(2).toDouble();
    const bool likeDegrees = std::abs(first) <= 180 && std::abs(second) <= 180;
    if (named.isEmpty() && likeDegrees) return inEitherOrder(first, second, extent);
    // The old datum of Taiwan lies some 800 m off, and PROJ comes without the way from it: better no answer than a wrong one.
    for (const char* old : {"EPSG:3821", "EPSG:3827", "EPSG:3828", "EPSG:3829"})
        if (named == QLatin1String(old)) return std::nullopt;
    // Degrees on the datum of the grid that was named.
    const QString datum = likeDegrees && named == QLatin1String("EPSG:3826") ? QStringLiteral("EPSG:3824") : QString();
    const auto projection = geo::Projection::fromCrs(!datum.isEmpty() ? datum : named.isEmpty() ? crs : named);
    if (!projection) return std::nullopt;
    if (projection->isGeographic()) {
        const auto typed = inEitherOrder(first, second, extent);
        return typed ? projection->toLonLat({typed->lon, typed->lat}) : std::nullopt;
    }
    const auto position = projection->toLonLat({first, second});
    return position && (!named.isEmpty() || isNear(*position, extent)) ? position : std::nullopt;
}

QString coordinateText(city::LonLat position, const QString& crs)
{
    if (!crs.isEmpty()) {
        const auto projection = geo::Projection::fromCrs(crs);
        const auto metres = projection ? projection->fromLonLat(position) : std::nullopt;
        if (metres) {
            return QStringLiteral("%1 %2 %3").arg(crs, QString::number(metres->x(), 'f', 0), QString::number(metres->y(), 'f', 0));
        }
    }
    return degrees(position.lon, u'E', u'W') + QStringLiteral("  ") + degrees(position.lat, u'N', u'S');
}

} // namespace app
