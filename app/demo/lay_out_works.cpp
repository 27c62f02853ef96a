// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/lay_out.h"
#include "app/demo/noise.h"
#include "layers/geo/projection.h"

namespace app::demo {

void layOutWorks(World& world, const Pack& pack)
{
    const auto metric = geo::Projection::fromCrs(QStringLiteral("EPSG:3826"));
    if (!metric) return;
    for (const Section& section : world.sections) {
        if (chance(world.seed, section.key, 70) > 0.045) continue;
        const city::LonLat middle{(section.from.lon + section.to.lon) / 2,
                                  (section.from.lat + section.to.lat) / 2};
        const auto metres = metric->fromLonLat(middle);
        if (!metres) continue;
        Works works;
        works.key = section.key;
        works.id = QStringLiteral("%1").arg(115'000'001 + static_cast<int>(world.works.size()) * 37);
        works.road = section.name.section(u' ', 0, 0);
        works.from = section.from;
        works.to = section.to;
        works.easting = metres->x();
        works.northing = metres->y();
        if (pack.areas) {
            const int district = pack.areas->ancestor(pack.areas->locate(middle), QStringLiteral("district"));
            if (district >= 0) works.district = ownName(pack.areas->at(district));
        }
        works.firstDay = -static_cast<int>(chance(world.seed, section.key, 71) * 6);
        works.lastDay = static_cast<int>(chance(world.seed, section.key, 72) * 9);
        const bool atNight = chance(world.seed, section.key, 73) < 0.3;
        works.fromHour = atNight ? 21 : 9;
        works.toHour = atNight ? 23 : 17;
        works.blocks = chance(world.seed, section.key, 74) < 0.25;
        world.works.push_back(std::move(works));
    }
}

} // namespace app::demo
