// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/noise.h"
#include "app/demo/text.h"
#include "app/demo/topic.h"

#include <algorithm>
#include <cmath>

namespace app::demo {

namespace {

bool isTaken(const World& world, const CarPark& park, int socket, city::Instant at)
{
    const double busy = 0.35 + 0.35 * (1 - park.suburb) * atWork(at) + 0.25 * park.suburb * (1 - atWork(at));
    const double noise = wander(world.seed, park.key + static_cast<quint32>(socket) * 7, hoursOf(at) / 1.5);
    return chance(world.seed, park.key, 90 + static_cast<quint32>(socket)) + 0.3 * noise < busy;
}

} // namespace

QByteArray chargingPoints(const World& world, city::Instant at)
{
    QByteArray out = "{\"data\":{\"demo\":true,\"UPDATETIME\":\"" + javaDate(at) + "\",\"park\":[";
    bool first = true;
    for (const CarPark& park : world.carParks) {
        if (park.sockets == 0) continue;
        if (!first) out += ',';
        first = false;
        out += "{\"id\":" + quoted(park.id) +
               ",\"availablecar\":-9,\"availablemotor\":-9,\"availablebus\":-9,\"ChargeStation\":{"
               "\"scoketStatusList\":[";
        for (int socket = 0; socket < park.sockets; ++socket)
            out += QByteArray(socket == 0 ? "" : ",") + "{\"spot_abrv\":\"" + QByteArray::number(socket + 1) +
                   "\",\"spot_status\":\"" + (isTaken(world, park, socket, at) ? "充電中" : "待機中") + "\"}";
        out += "]}}";
    }
    return out + "]}}";
}

void observeChargingPoints(const World& world, city::Instant at, Observations& out)
{
    static const QString total = QStringLiteral("ev.total"), available = QStringLiteral("ev.available"),
                         unit = QStringLiteral("1");
    for (const CarPark& park : world.carParks) {
        if (park.sockets == 0 || !out.at(park.id, at)) continue;
        int free = 0;
        for (int socket = 0; socket < park.sockets; ++socket)
            free += isTaken(world, park, socket, at) ? 0 : 1;
        out.add(total, park.sockets, unit);
        out.add(available, free, unit);
    }
}

} // namespace app::demo
