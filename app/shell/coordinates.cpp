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

} // namespace

std::optional<city::LonLat> parseCoordinates(const QString& text, const city::LonLatBox& extent, const QString& crs)
{
    static const QRegularExpression pair(QStringLiteral(R"(^\s*(-?\d{1,9}(?:\.\d{1,12})?)\s*[°,;\s]\s*(-?\d{1,9}(?:\.\d{1,12})?)\s*°?\s*$)"));
    const QRegularExpressionMatch match = pair.match(text);
    if (!match.hasMatch()) return std::nullopt;
    const double first = match.captured(1).toDouble();
    const double second = match.captured(2).toDouble();
    if (std::abs(first) <= 180 && std::abs(second) <= 180) {
        for (const city::LonLat p : {city::LonLat{first, second}, city::LonLat{second, first}}) {
            if (isNear(p, extent)) return p;
        }
        if (std::abs(second) <= 90) return city::LonLat{first, second};
        return std::nullopt;
    }
    const auto projection = geo::Projection::fromCrs(crs);
    if (!projection) return std::nullopt;
    const auto position = projection->toLonLat({first, second});
    return position && isNear(*position, extent) ? position : std::nullopt;
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
