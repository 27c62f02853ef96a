// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/tools/measuring.h"

#include "layers/geo/geodesic.h"

#include <QLocale>
#include <cmath>

namespace widgets {

namespace {

QString number(double value, int decimals)
{
    return QLocale(QLocale::English).toString(value, 'f', decimals);
}

} // namespace

QString lengthText(double metres)
{
    if (metres < 1000) return number(metres, metres < 100 ? 2 : 1) + QStringLiteral(" m");
    return number(metres / 1000, metres < 100'000 ? 3 : 1) + QStringLiteral(" km");
}

QString areaText(double squareMetres)
{
    if (squareMetres < 10'000) return number(squareMetres, squareMetres < 1000 ? 1 : 0) + QStringLiteral(" m²");
    if (squareMetres < 1'000'000) return number(squareMetres / 10'000, 3) + QStringLiteral(" ha");
    return number(squareMetres / 1'000'000, squareMetres < 1e9 ? 3 : 1) + QStringLiteral(" km²");
}

QString bearingText(double degrees)
{
    return number(std::fmod(degrees + 360, 360), 1) + QStringLiteral("°");
}

Measurement Measurement::of(const Sketch& sketch)
{
    Measurement measured;
    const city::Geometry geometry = sketch.geometry();
    std::vector<city::LonLat> line;
    if (!geometry.lines.empty()) line = geometry.lines.front();
    if (!geometry.polygons.empty()) {
        line = geometry.polygons.front().rings.front();
        measured.area = geo::areaSquareMetres(geometry.polygons.front());
    }
    measured.radius = sketch.radiusMetres();
    measured.length = measured.radius > 0 ? geo::lengthMetres(geo::geodesicCircle(sketch.all().front(), measured.radius, 3600)) : geo::lengthMetres(line);
    if (measured.radius > 0) {
        // The ring on the map has fewer corners than a circle has.
        measured.area = geo::areaSquareMetres({{geo::geodesicCircle(sketch.all().front(), measured.radius, 3600)}});
        return measured;
    }
    for (std::size_t i = 1; i < line.size(); ++i) {
        const geo::Geodesic piece = geo::geodesic(line[i - 1], line[i]);
        measured.pieces.push_back(piece.metres);
        measured.bearing = piece.azimuth;
    }
    return measured;
}

QString MeasurementText::headline(const Measurement& measured)
{
    return measured.area > 0 ? areaText(measured.area) : lengthText(measured.length);
}

QStringList MeasurementText::details(const Measurement& measured)
{
    QStringList lines;
    if (measured.radius > 0) lines << tr("Radius: %1").arg(lengthText(measured.radius));
    if (measured.area > 0) lines << tr("Around: %1").arg(lengthText(measured.length));
    if (measured.area <= 0 && !measured.pieces.empty())
        lines << tr("Last piece: %1, %2 from north").arg(lengthText(measured.pieces.back()), bearingText(measured.bearing));
    if (measured.pieces.size() > 1) lines << tr("Pieces: %1").arg(measured.pieces.size());
    return lines;
}

QString MeasurementText::table(const Measurement& measured)
{
    QStringList lines;
    if (measured.area > 0) lines << tr("Area (m²)") + u'\t' + QString::number(measured.area, 'f', 2);
    if (measured.radius > 0) lines << tr("Radius (m)") + u'\t' + QString::number(measured.radius, 'f', 3);
    lines << (measured.area > 0 ? tr("Around (m)") : tr("Length (m)")) + u'\t' + QString::number(measured.length, 'f', 3);
    for (std::size_t i = 0; i < measured.pieces.size(); ++i)
        lines << tr("Piece %1 (m)").arg(i + 1) + u'\t' + QString::number(measured.pieces[i], 'f', 3);
    return lines.join(u'\n') + u'\n';
}

} // namespace widgets
