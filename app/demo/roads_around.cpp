// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/noise.h"
#include "app/demo/text.h"
#include "app/demo/topic.h"
#include "app/demo/traffic.h"

#include <cmath>

/// Roads as the ministry's platform tells of them.
namespace app::demo {

namespace {

QByteArray envelope(const char* list, city::Instant at)
{
    const QByteArray now = isoLocal(at);
    return "{\"demo\":true,\"UpdateTime\":\"" + now + "\",\"UpdateInterval\":300,\"SrcUpdateTime\":\"" + now +
           "\",\"SrcUpdateInterval\":300,\"AuthorityCode\":\"NWT\",\"" + list + "\":[";
}

struct Travel {
    int speed = 0, seconds = 0; ///< km/h and s
};

Travel travel(const World& world, const Section& section, city::Instant at)
{
    const double speed = std::max(4.0, std::round(traffic(world, section, at).speed));
    const double metres = city::distanceMetres(section.from, section.to);
    return {static_cast<int>(speed), static_cast<int>(std::lround(metres / (speed / 3.6)))};
}

/// One lane's share of what passes in a minute.
struct Lane {
    int speed = 0, occupancy = 0, cars = 0, lorries = 0;
};

Lane lane(const World& world, const FreewayDetector& detector, int number, city::Instant at)
{
    const Traffic now = traffic(world, detector.section, at);
    const double share =
        (0.8 + 0.4 * chance(world.seed, detector.section.key, 60 + static_cast<quint32>(number))) / 3;
    Lane lane;
    lane.cars = static_cast<int>(std::lround(now.volume * share / 5));
    lane.lorries = static_cast<int>(std::lround(now.volume * share * 0.06 / 5));
    lane.occupancy = std::max(1, static_cast<int>(std::lround(now.occupancy)));
    lane.speed = static_cast<int>(std::lround(now.speed * (1.06 - 0.05 * number)));
    return lane;
}

constexpr int lanes = 3;

} // namespace

QByteArray liveSections(const World& world, city::Instant at)
{
    QByteArray out = envelope("LiveTraffics", at);
    bool first = true;
    for (const Section& section : world.sectionsNewTaipei) {
        const Travel now = travel(world, section, at);
        out += QByteArray(first ? "" : ",") + "{\"SectionID\":\"" + section.id.toLatin1() +
               "\",\"TravelTime\":" + QByteArray::number(now.seconds) +
               ",\"TravelSpeed\":" + QByteArray::number(now.speed) +
               ",\"CongestionLevelID\":\"1\",\"CongestionLevel\":1,\"DataCollectTime\":\"" + isoLocal(at) +
               "\"}";
        first = false;
    }
    return out + "]}";
}

void observeLiveSections(const World& world, city::Instant at, Observations& out)
{
    static const QString speed = QStringLiteral("road.speed"), time = QStringLiteral("road.travel-time"),
                         kmh = QStringLiteral("km/h"), seconds = QStringLiteral("s");
    for (const Section& section : world.sectionsNewTaipei) {
        if (!out.at(section.id, at)) continue;
        const Travel now = travel(world, section, at);
        out.add(speed, now.speed, kmh);
        out.add(time, now.seconds, seconds);
    }
}

QByteArray sectionList(const World& world, city::Instant at)
{
    QByteArray out = envelope("Sections", at);
    bool first = true;
    for (const Section& section : world.sectionsNewTaipei) {
        out += QByteArray(first ? "" : ",") + "{\"SectionID\":\"" + section.id.toLatin1() +
               "\",\"SectionName\":" + quoted(section.name) + "}";
        first = false;
    }
    return out + "]}";
}

QByteArray sectionShapes(const World& world, city::Instant at)
{
    QByteArray out = envelope("SectionShapes", at);
    bool first = true;
    for (const Section& section : world.sectionsNewTaipei) {
        out += QByteArray(first ? "" : ",") + "{\"SectionID\":\"" + section.id.toLatin1() +
               "\",\"Geometry\":\"LINESTRING(" + number(section.from.lon, 5) + ' ' +
               number(section.from.lat, 5) + ',' + number(section.to.lon, 5) + ' ' +
               number(section.to.lat, 5) + ")\"}";
        first = false;
    }
    return out + "]}";
}

QByteArray freewayDetectors(const World& world, city::Instant at)
{
    QByteArray out = envelope("VDLives", at);
    bool first = true;
    for (const FreewayDetector& detector : world.freeway) {
        out += QByteArray(first ? "" : ",") + "{\"VDID\":" + quoted(detector.id) +
               ",\"SubAuthorityCode\":\"NFB-NR\",\"LinkFlows\":[{\"LinkID\":\"demo\",\"Lanes\":[";
        first = false;
        for (int number = 0; number < lanes; ++number) {
            const Lane now = lane(world, detector, number, at);
            out += QByteArray(number == 0 ? "" : ",") + "{\"LaneID\":" + QByteArray::number(number) +
                   ",\"LaneType\":1,\"Speed\":" + QByteArray::number(now.speed) +
                   ",\"Occupancy\":" + QByteArray::number(now.occupancy) +
                   ",\"Vehicles\":[{\"VehicleType\":\"S\",\"Volume\":" + QByteArray::number(now.cars) +
                   ",\"Speed\":" + QByteArray::number(now.speed) +
                   "},{\"VehicleType\":\"L\",\"Volume\":" + QByteArray::number(now.lorries) +
                   ",\"Speed\":80},{\"VehicleType\":\"T\",\"Volume\":0,\"Speed\":0}]}";
        }
        out += "]}],\"Status\":0,\"DataCollectTime\":\"" + isoLocal(at) + "\"}";
    }
    return out + "]}";
}

void observeFreewayDetectors(const World& world, city::Instant at, Observations& out)
{
    static const QString speed = QStringLiteral("freeway.speed"),
                         occupancy = QStringLiteral("freeway.occupancy"),
                         volume = QStringLiteral("freeway.volume");
    static const QString kmh = QStringLiteral("km/h"), percent = QStringLiteral("%"),
                         anHour = QStringLiteral("/h");
    for (const FreewayDetector& detector : world.freeway) {
        if (!out.at(detector.id, at)) continue;
        double weighted = 0, cars = 0, plain = 0, full = 0, vehicles = 0;
        for (int number = 0; number < lanes; ++number) {
            const Lane now = lane(world, detector, number, at);
            weighted += now.speed * now.cars;
            plain += now.speed;
            cars += now.cars;
            full += now.occupancy;
            vehicles += now.cars + now.lorries;
        }
        out.add(speed, cars > 0 ? weighted / cars : plain / lanes, kmh);
        out.add(occupancy, full / lanes, percent);
        out.add(volume, vehicles * 60, anHour);
    }
}

} // namespace app::demo
