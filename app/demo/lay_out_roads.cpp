// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/day.h"
#include "app/demo/lay_out.h"
#include "app/demo/noise.h"
#include "layers/geo/dataset.h"

#include <cmath>
#include <numbers>

namespace app::demo {

namespace {

enum class Rank { Expressway, Arterial };

struct Piece {
    QString road;
    Rank rank;
    city::LonLat from, to;
};

/// Eleven metres to the right: traffic keeps right, and the two directions are seen beside each other.
Piece onItsSide(const Piece& piece)
{
    const double east = (piece.to.lon - piece.from.lon) * 100'900;
    const double north = (piece.to.lat - piece.from.lat) * 110'800;
    const double length = std::max(1.0, std::hypot(east, north));
    const double lon = 11 * north / length / 100'900;
    const double lat = -11 * east / length / 110'800;
    Piece moved = piece;
    moved.from = {piece.from.lon + lon, piece.from.lat + lat};
    moved.to = {piece.to.lon + lon, piece.to.lat + lat};
    return moved;
}

QString direction(const Piece& piece)
{
    const double east = piece.to.lon - piece.from.lon;
    const double north = piece.to.lat - piece.from.lat;
    if (std::abs(east) > std::abs(north)) return east > 0 ? QStringLiteral("往東") : QStringLiteral("往西");
    return north > 0 ? QStringLiteral("往北") : QStringLiteral("往南");
}

/// From crossing to crossing: stretches of some 300 m.
void addPieces(std::vector<Piece>& found, const QString& road, Rank rank,
               const std::vector<city::LonLat>& line)
{
    std::size_t from = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        const double left = city::distanceMetres(line[i], line.back());
        if (city::distanceMetres(line[from], line[i]) < 280 && left > 0) continue;
        found.push_back({road, rank, line[from], line[i]});
        from = i;
    }
}

std::vector<Piece> pieces(const Pack& pack)
{
    std::vector<Piece> found;
    const auto table = geo::readLayer(pack.folder + QStringLiteral("/data/roads.gpkg"), {});
    if (!table) return found;
    const int name = table->fieldIndex(QStringLiteral("name"));
    const int rank = table->fieldIndex(QStringLiteral("class"));
    if (name < 0 || rank < 0) return found;
    for (const geo::Feature& road : table->features) {
        const QString word = road.values.value(rank).toString();
        if (word != u"arterial" && word != u"expressway") continue;
        for (const std::vector<city::LonLat>& line : road.geometry.lines) {
            addPieces(found, road.values.value(name).toString(),
                      word == u"arterial" ? Rank::Arterial : Rank::Expressway, line);
        }
    }
    return found;
}

Section sectionOf(const Piece& piece, int serial, quint32 seed)
{
    Section section;
    section.key = hash(seed, static_cast<quint32>(serial), 0x50ad);
    // Four figures of base 36 that look like the publisher's and never repeat: 46,349 shares no factor
    // with 36.
    const int scrambled = serial * 46'349 % (36 * 36 * 36 * 36);
    section.id =
        QStringLiteral("Z%1").arg(scrambled, 4, 36, QLatin1Char('0')).toUpper() + QStringLiteral("20");
    section.name = piece.road + QStringLiteral("  ") + direction(piece) + QString::number(serial % 100);
    section.from = piece.from;
    section.to = piece.to;
    section.freeSpeed = piece.rank == Rank::Expressway ? 72 : 38 + 10 * chance(seed, section.key, 1);
    // Towards the offices in the morning, away from them in the evening: see roads.cpp.
    section.everyday = 0.26 + 0.44 * chance(seed, section.key, 4);
    section.burden = 0.2 + 0.8 * chance(seed, section.key, 2);
    section.dead = chance(seed, section.key, 3) < 0.02;
    return section;
}

Sewer sewerUnder(const Section& section, int serial, quint32 seed)
{
    Sewer sewer;
    sewer.key = hash(seed, section.key, 0x5e);
    sewer.id = QStringLiteral("S%1").arg(serial, 3, 10, QLatin1Char('0'));
    sewer.name = section.name.section(u' ', 0, 0) + QStringLiteral("雨水下水道");
    sewer.at = section.from;
    sewer.ground = 5 + 4 * chance(seed, sewer.key, 1);
    sewer.depth = 3 + 2 * chance(seed, sewer.key, 2);
    return sewer;
}

} // namespace

void layOutRoads(World& world, const Pack& pack)
{
    int serial = 0;
    QStringList drained;
    for (const Piece& piece : pieces(pack)) {
        if (city::distanceMetres(piece.from, piece.to) < 60) continue;
        Piece back = piece;
        std::swap(back.from, back.to);
        for (const Piece& way : {piece, back})
            world.sections.push_back(sectionOf(onItsSide(way), ++serial, world.seed));
        // One sewer a road is watched, under every third road.
        if (piece.rank == Rank::Arterial && !drained.contains(piece.road)) {
            drained.push_back(piece.road);
            if (drained.size() % 3 == 0)
                world.sewers.push_back(
                    sewerUnder(world.sections.back(), static_cast<int>(world.sewers.size()) + 1, world.seed));
        }
    }
}

void layOutMetro(World& world, const Pack& pack)
{
    geo::OpenOptions stations;
    stations.layer = QStringLiteral("stations");
    const auto table = geo::readLayer(pack.folder + QStringLiteral("/data/metro.gpkg"), stations);
    if (!table) return;
    const int code = table->fieldIndex(QStringLiteral("code"));
    const int name = table->fieldIndex(QStringLiteral("name"));
    const int lines = table->fieldIndex(QStringLiteral("lines"));
    if (code < 0 || name < 0 || lines < 0) return;
    for (const geo::Feature& feature : table->features) {
        if (feature.geometry.points.empty()) continue;
        MetroStation station;
        station.id = feature.values.value(code).toString();
        station.name = feature.values.value(name).toString();
        station.lines = feature.values.value(lines).toString();
        station.at = feature.geometry.points.front();
        station.suburb = suburb(station.at);
        station.key = keyOf(station.id);
        // Interchanges and the middle of the city are busier, the main station most.
        station.busy = (0.5 + chance(world.seed, station.key)) * (station.lines.contains(u' ') ? 2.2 : 1) *
                       (1.6 - 0.8 * station.suburb);
        if (station.name == u"台北車站") station.busy = 6;
        world.metro.push_back(std::move(station));
    }
}

} // namespace app::demo
