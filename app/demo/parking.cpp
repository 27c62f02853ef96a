// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/noise.h"
#include "app/demo/text.h"
#include "app/demo/topic.h"

#include <algorithm>
#include <cmath>

namespace app::demo {

namespace {

constexpr int noLiveData = -9; // The publisher's word for "we do not know".

/// Office car parks fill by day, those of the suburbs by night.
int freeOf(const World& world, const CarPark& park, int total, quint32 what, city::Instant at)
{
    if (chance(world.seed, park.key, 40 + what) < (what == 0 ? 0.04 : 0.2)) return noLiveData;
    const double office = 1 - park.suburb;
    const double taken = 0.30 + 0.55 * office * atWork(at) + 0.30 * park.suburb * (1 - atWork(at)) +
                         0.12 * wander(world.seed, park.key + what, hoursOf(at) / 2);
    return static_cast<int>(std::lround(total * (1 - std::clamp(taken, 0.05, 1.0))));
}

} // namespace

QByteArray carParks(const World& world, city::Instant at)
{
    QByteArray out = "{\"data\":{\"demo\":true,\"UPDATETIME\":\"" + javaDate(at) + "\",\"park\":[";
    bool first = true;
    for (const CarPark& park : world.carParks) {
        if (!first) out += ',';
        first = false;
        out +=
            "{\"id\":" + quoted(park.id) + ",\"area\":" + quoted(park.district) +
            ",\"name\":" + quoted(park.name) +
            ",\"type\":\"1\",\"type2\":\"1\",\"summary\":\"示範資料\",\"address\":" +
            quoted(park.district + park.name) +
            ",\"tel\":\"\",\"payex\":\"小型車計時30元\",\"serviceTime\":\"00:00:00~23:59:59\",\"tw97x\":\"" +
            number(park.easting, 3) + "\",\"tw97y\":\"" + number(park.northing, 3) +
            "\",\"totalcar\":" + QByteArray::number(park.cars) +
            ",\"totalmotor\":" + QByteArray::number(park.motorcycles) +
            ",\"totalbike\":0,\"totalbus\":0,\"FareInfo\":{},\"EntranceCoord\":{\"EntrancecoordInfo\":null}}";
    }
    return out + "]}}";
}

QByteArray carParksAvailable(const World& world, city::Instant at)
{
    if (parkingIsDown(at) && hoursOf(at) >= feedRefuses) return {};
    if (parkingIsDown(at))
        return "<html><head><title>Service Unavailable</title></head><body>系統維護中</body></html>";
    QByteArray out = "{\"data\":{\"demo\":true,\"UPDATETIME\":\"" + javaDate(at) + "\",\"park\":[";
    bool first = true;
    for (const CarPark& park : world.carParks) {
        if (!first) out += ',';
        first = false;
        const int motorcycles =
            park.motorcycles == 0 ? noLiveData : freeOf(world, park, park.motorcycles, 1, at);
        out += "{\"id\":" + quoted(park.id) +
               ",\"availablecar\":" + QByteArray::number(freeOf(world, park, park.cars, 0, at)) +
               ",\"availablemotor\":" + QByteArray::number(motorcycles) + ",\"availablebus\":-9}";
    }
    return out + "]}}";
}

void observeCarParks(const World& world, city::Instant at, Observations& out)
{
    for (const CarPark& park : world.carParks) {
        if (!out.at(park.id, at)) continue;
        out.add(QStringLiteral("parking.cars.total"), park.cars, QStringLiteral("1"));
        out.add(QStringLiteral("parking.motorcycles.total"), park.motorcycles, QStringLiteral("1"));
    }
}

void observeCarParksAvailable(const World& world, city::Instant at, Observations& out)
{
    if (parkingIsDown(at)) return;
    static const QString cars = QStringLiteral("parking.cars.available");
    static const QString motorcycles = QStringLiteral("parking.motorcycles.available");
    static const QString unit = QStringLiteral("1");
    for (const CarPark& park : world.carParks) {
        if (!out.at(park.id, at)) continue;
        const int free = freeOf(world, park, park.cars, 0, at);
        if (free >= 0) out.add(cars, free, unit);
        const int motor = park.motorcycles == 0 ? noLiveData : freeOf(world, park, park.motorcycles, 1, at);
        if (motor >= 0) out.add(motorcycles, motor, unit);
    }
}

} // namespace app::demo
