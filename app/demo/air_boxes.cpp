// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/noise.h"
#include "app/demo/text.h"
#include "app/demo/topic.h"

#include <algorithm>
#include <cmath>

namespace app::demo {

namespace {

using namespace std::chrono_literals;

/// Low-cost sensors read high in damp air, each with an error of its own.
double reading(const World& world, const Site& box, city::Instant at)
{
    const double own = 1.1 + 0.25 * (2 * chance(world.seed, box.key, 1) - 1);
    const double noise = 1.5 * wander(world.seed, box.key, hoursOf(at) * 4);
    return std::max(1.0, std::round(own * fineParticles(box.at, at, world.seed) + noise));
}

/// A few have lost their network in the night.
city::Instant reportedAt(const World& world, const Site& box, city::Instant at)
{
    if (chance(world.seed, box.key, 2) < 0.01) return onThe(24h, at) + 2h;
    return at - city::Duration(1'000 * (box.key % 280));
}

} // namespace

QByteArray airBoxes(const World& world, city::Instant at)
{
    QByteArray out = "{\"source\":\"demo\",\"num_of_records\":" + QByteArray::number(world.airBoxes.size()) +
                     ",\"version\":\"" + city::toIso(at).toLatin1() + "\",\"feeds\":[";
    bool first = true;
    for (const Site& box : world.airBoxes) {
        if (!first) out += ',';
        first = false;
        const city::Instant reported = reportedAt(world, box, at);
        const double fine = reading(world, box, reported);
        out += "{\"app\":\"AirBox\",\"device_id\":\"" + box.id.toLatin1() + "\",\"SiteName\":\"" +
               box.id.toLatin1() + "\",\"name\":" + quoted(box.name) +
               ",\"gps_lat\":" + number(box.at.lat, 5) + ",\"gps_lon\":" + number(box.at.lon, 5) +
               ",\"s_d0\":" + number(fine, 1) + ",\"s_d1\":" + number(fine * 1.3, 1) +
               ",\"c_d0\":\"N/A\",\"timestamp\":\"" + city::toIso(reported).toLatin1() + "\"}";
    }
    return out + "]}";
}

void observeAirBoxes(const World& world, city::Instant at, Observations& out)
{
    static const QString quantity = QStringLiteral("pm2.5.sensor"), unit = QStringLiteral("ug/m3");
    for (const Site& box : world.airBoxes) {
        const city::Instant reported = reportedAt(world, box, at);
        if (out.at(box.id, reported)) out.add(quantity, reading(world, box, reported), unit);
    }
}

} // namespace app::demo
