// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/lay_out.h"
#include "app/demo/noise.h"
#include "app/demo/text.h"
#include "app/demo/topic.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace app::demo {

namespace {

constexpr int routes = 28, busesARoute = 10, stops = 12;

/// From a station to the nearest one not yet passed, and so on.
std::vector<city::LonLat> wayFrom(const std::vector<MetroStation>& metro, std::size_t first)
{
    std::vector<city::LonLat> way{metro[first].at};
    std::vector<bool> passed(metro.size());
    passed[first] = true;
    while (way.size() < stops) {
        std::size_t next = metro.size();
        for (std::size_t i = 0; i < metro.size(); ++i) {
            const bool nearer = next == metro.size() || city::distanceMetres(way.back(), metro[i].at) <
                                                            city::distanceMetres(way.back(), metro[next].at);
            if (!passed[i] && nearer) next = i;
        }
        if (next == metro.size()) break;
        passed[next] = true;
        way.push_back(metro[next].at);
    }
    return way;
}

struct Fix {
    city::LonLat at;
    double heading = 0, speed = 0; ///< Degrees, km/h
    int direction = 0;
};

Fix fixOf(const World& world, const Bus& bus, city::Instant at)
{
    const double length = bus.metres.back();
    const double mean = 20 - 7 * rush(at) - 3 * std::min(1.0, rainRate(bus.way.front(), at) / 40); // km/h
    const double gone = std::fmod(
        chance(world.seed, bus.key, 3) * 2 * length + (hoursOf(at) + 200 * 24) * 15'000, 2 * length);
    Fix fix;
    fix.direction = gone > length ? 1 : 0;
    const double along = fix.direction == 0 ? gone : 2 * length - gone;
    const auto behind = std::upper_bound(bus.metres.begin() + 1, bus.metres.end() - 1, along);
    const auto i = static_cast<std::size_t>(behind - bus.metres.begin());
    const city::LonLat a = bus.way[i - 1], b = bus.way[i];
    const double share = (along - bus.metres[i - 1]) / std::max(1.0, bus.metres[i] - bus.metres[i - 1]);
    fix.at = {a.lon + share * (b.lon - a.lon), a.lat + share * (b.lat - a.lat)};
    const double east = (b.lon - a.lon) * 0.906, north = b.lat - a.lat;
    const double turned = fix.direction == 0 ? 0 : 180;
    fix.heading = std::fmod(std::atan2(east, north) * 180 / std::numbers::pi + turned + 360, 360);
    fix.speed = std::max(0.0, mean * (1 + 0.8 * wander(world.seed, bus.key, hoursOf(at) * 30)));
    return fix;
}

} // namespace

void layOutBuses(World& world)
{
    if (world.metro.size() < 2) return;
    for (int route = 0; route < routes; ++route) {
        const auto first = hash(world.seed, static_cast<quint32>(route), 0xb5) % world.metro.size();
        const std::vector<city::LonLat> way = wayFrom(world.metro, first);
        std::vector<double> metres{0};
        for (std::size_t i = 1; i < way.size(); ++i)
            metres.push_back(metres.back() + city::distanceMetres(way[i - 1], way[i]));
        for (int number = 0; number < busesARoute; ++number) {
            Bus bus;
            bus.key = hash(static_cast<quint32>(route), static_cast<quint32>(number), 0xb05);
            bus.route = QString::number(201 + route * 7);
            bus.routeEn = bus.route;
            bus.plate = QStringLiteral("DEM-%1").arg(route * busesARoute + number, 4, 10, QLatin1Char('0'));
            bus.way = way;
            bus.metres = metres;
            world.buses.push_back(std::move(bus));
        }
    }
}

QByteArray buses(const World& world, city::Instant at)
{
    QByteArray out("[");
    for (const Bus& bus : world.buses) {
        const city::Instant fixed = at - city::Duration(1'000 * (bus.key % 25));
        const Fix fix = fixOf(world, bus, fixed);
        if (out.size() > 1) out += ',';
        out += "{\"PlateNumb\":\"" + bus.plate.toLatin1() + "\",\"OperatorID\":\"demo\",\"RouteUID\":\"TPE" +
               bus.route.toLatin1() + "\",\"RouteName\":{\"Zh_tw\":" + quoted(bus.route) +
               ",\"En\":" + quoted(bus.routeEn) + "},\"Direction\":" + QByteArray::number(fix.direction) +
               ",\"BusPosition\":{\"PositionLon\":" + number(fix.at.lon, 6) +
               ",\"PositionLat\":" + number(fix.at.lat, 6) + "},\"Speed\":" + number(fix.speed, 1) +
               ",\"Azimuth\":" + number(fix.heading, 0) +
               ",\"DutyStatus\":0,\"BusStatus\":0,\"MessageType\":1,\"GPSTime\":\"" + isoLocal(fixed) +
               "\",\"UpdateTime\":\"" + isoLocal(at) + "\"}";
    }
    return out + ']';
}

} // namespace app::demo
