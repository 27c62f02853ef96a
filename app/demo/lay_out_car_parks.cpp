// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/day.h"
#include "app/demo/lay_out.h"
#include "app/demo/noise.h"
#include "layers/geo/projection.h"

namespace app::demo {

void layOutCarParks(World& world, const city::AreaTree& areas)
{
    const auto metric = geo::Projection::fromCrs(QStringLiteral("EPSG:3826"));
    if (!metric) return;
    static const QString kinds[] = {QStringLiteral("地下停車場"), QStringLiteral("立體停車場"),
                                    QStringLiteral("平面停車場"), QStringLiteral("公園地下停車場")};
    int serial = 0;
    for (const city::Area& village : areas.areas()) {
        if (village.level != u"village" || village.parent < 0 || village.geometry.isEmpty()) continue;
        const city::Area& district = areas.at(village.parent);
        const quint32 key = hash(0xca4, keyOf(village.code));
        if (!district.code.startsWith(u"63") || chance(world.seed, key) > 0.27) continue;
        const city::LonLat middle = village.geometry.anchor();
        const city::LonLat at{middle.lon + 0.0012, middle.lat - 0.0008};
        const auto metres = metric->fromLonLat(at);
        if (!metres) continue;
        const double size = chance(world.seed, key, 1);
        CarPark park;
        park.id = QStringLiteral("%1").arg(++serial, 3, 10, QLatin1Char('0'));
        park.name = ownName(village).chopped(1) + kinds[hash(world.seed, key, 2) % 4];
        park.district = ownName(district);
        park.at = at;
        park.easting = metres->x();
        park.northing = metres->y();
        park.cars = 40 + static_cast<int>(140 * size + 700 * size * size * size);
        park.motorcycles =
            chance(world.seed, key, 3) < 0.6 ? 20 + static_cast<int>(200 * chance(world.seed, key, 4)) : 0;
        park.sockets = chance(world.seed, key, 5) < 0.3 ? 2 + static_cast<int>(10 * chance(world.seed, key, 6)) : 0;
        park.suburb = suburb(at);
        park.key = key;
        world.carParks.push_back(std::move(park));
    }
}

} // namespace app::demo
