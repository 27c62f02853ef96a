// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/day.h"
#include "app/demo/lay_out.h"
#include "app/demo/noise.h"
#include "app/demo/text.h"

namespace app::demo {

namespace {

/// A village of the mountains has no bicycles to rent.
bool isTown(const city::Area& village)
{
    return city::distanceMetres({village.bounds.west, village.bounds.south},
                                {village.bounds.east, village.bounds.north}) < 3'500;
}

Bike stationOf(const city::Area& village, quint32 key, quint32 seed)
{
    Bike bike;
    bike.key = key;
    bike.at = village.geometry.anchor();
    bike.suburb = suburb(bike.at);
    const double size = chance(seed, key, 1);
    bike.docks = 10 + static_cast<int>(22 * size + 34 * size * size * size);
    if (chance(seed, key, 2) < 0.13) bike.broken = 1 + static_cast<int>(chance(seed, key, 3) * 3);
    bike.closed = chance(seed, key, 4) < 0.005;
    bike.silent = chance(seed, key, 5) < 0.003;
    return bike;
}

void writeTaipei(Bike& bike, const city::Area& village, const city::Area& district)
{
    const QString districtEn = englishName(district) + QStringLiteral(" Dist.");
    const QString name = QStringLiteral("YouBike2.0_") + ownName(village);
    const QString nameEn = QStringLiteral("YouBike2.0_") + englishName(village) + QStringLiteral(" Vil.");
    bike.head = "{\"sno\":\"" + bike.id.toLatin1() + "\",\"sna\":" + quoted(name) +
                ",\"sarea\":" + quoted(ownName(district)) + ",\"mday\":\"";
    bike.tail = ",\"ar\":" + quoted(ownName(district) + ownName(village)) +
                ",\"sareaen\":" + quoted(districtEn) + ",\"snaen\":" + quoted(nameEn) +
                ",\"aren\":" + quoted(nameEn.mid(11) + QStringLiteral("， ") + districtEn) + ",\"act\":\"" +
                (bike.closed ? "0" : "1") + "\",\"latitude\":" + number(bike.at.lat, 5) +
                ",\"longitude\":" + number(bike.at.lon, 5) + ",\"total\":" + QByteArray::number(bike.docks);
}

void writeNewTaipei(Bike& bike, const city::Area& village, const city::Area& district)
{
    const QString districtEn = englishName(district) + QStringLiteral(" Dist.");
    const QString name = QStringLiteral("YouBike2.0_") + ownName(village);
    const QString nameEn = QStringLiteral("YouBike2.0_") + englishName(village) + QStringLiteral(" Vil.");
    bike.head = "{\"sno\":\"" + bike.id.toLatin1() + "\",\"sna\":" + quoted(name) + ",\"tot_quantity\":\"" +
                QByteArray::number(bike.docks) + "\",\"sarea\":" + quoted(ownName(district)) + ",\"lat\":\"" +
                number(bike.at.lat, 5) + "\",\"lng\":\"" + number(bike.at.lon, 5) +
                "\",\"ar\":" + quoted(ownName(district) + ownName(village)) +
                ",\"sareaen\":" + quoted(districtEn) + ",\"snaen\":" + quoted(nameEn) +
                ",\"aren\":" + quoted(nameEn.mid(11)) + ",\"act\":\"" + (bike.closed ? "0" : "1") +
                "\",\"mday\":\"";
}

} // namespace

void layOutBikes(World& world, const city::AreaTree& areas)
{
    QHash<QString, int> serials;
    for (const city::Area& village : areas.areas()) {
        if (village.level != u"village" || village.parent < 0 || village.geometry.isEmpty() ||
            !isTown(village))
            continue;
        const city::Area& district = areas.at(village.parent);
        const bool taipei = district.code.startsWith(u"63");
        const int serial = ++serials[district.code];
        Bike bike = stationOf(village, keyOf(village.code), world.seed);
        // "5001" Taipei, "5002" New Taipei, two figures of the district, three of the station.
        bike.id = (taipei ? QStringLiteral("5001") : QStringLiteral("5002")) + district.code.mid(5, 2) +
                  QStringLiteral("%1").arg(serial, 3, 10, QLatin1Char('0'));
        if (taipei)
            writeTaipei(bike, village, district);
        else
            writeNewTaipei(bike, village, district);
        (taipei ? world.bikesTaipei : world.bikesNewTaipei).push_back(std::move(bike));
    }
}

} // namespace app::demo
