// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/noise.h"
#include "app/demo/places.h"
#include "app/demo/text.h"
#include "app/demo/topic.h"

#include <algorithm>
#include <cmath>

namespace app::demo {

namespace {

constexpr double startsAt = 18; // Millimetres in the hour at which the pumps are switched on.
constexpr double highest = 3.2; // Metres: what the basin may hold.

struct Pump {
    double inner = 0, outer = 0;
    bool runs = false;
};

Pump pump(const World& world, const PumpSite& site, city::Instant at)
{
    const quint32 key = keyOf(QString::fromUtf8(site.name));
    const double hour = rainOver(site.at, at, 1);
    const double ripple = 0.06 * wander(world.seed, key, hoursOf(at) * 2);
    Pump now;
    now.runs = hour >= startsAt;
    now.inner = 0.7 + 0.5 * chance(world.seed, key) + hour / 38 + ripple;
    now.outer = 0.9 + 0.4 * chance(world.seed, key, 1) + rainOver(site.at, at, 3) / 60 +
                0.35 * std::sin(hoursOf(at) * 2 * 3.14159 / 12.4); // The tide reaches the city.
    return now;
}

double level(const World& world, const Sewer& sewer, city::Instant at)
{
    const double floor = sewer.ground - sewer.depth;
    const double filled =
        0.25 + 0.1 * wander(world.seed, sewer.key, hoursOf(at)) + rainOver(sewer.at, at, 0.75) / 13;
    return floor + std::clamp(filled, 0.05, sewer.depth + 0.15);
}

bool silent(const World& world, const Sewer& sewer, city::Instant at)
{
    return chance(world.seed, sewer.key, static_cast<quint32>(static_cast<int>(std::floor(hoursOf(at))))) <
           0.04;
}

} // namespace

QByteArray pumpStations(const World& world, city::Instant at)
{
    QByteArray out("[");
    for (const PumpSite& site : pumpSites()) {
        const Pump now = pump(world, site, at);
        if (out.size() > 1) out += ',';
        out += "{\"stn_id\":\"" + QByteArray(site.id) + "\",\"stn_name\":\"" + site.name +
               "抽水站\",\"demo\":true,\"lon\":" + number(site.at.lon, 6) +
               ",\"lat\":" + number(site.at.lat, 6) + ",\"obs_time\":\"" + local(at, "yyyy-MM-dd HH:mm:ss") +
               "\",\"inner_value\":" + number(now.inner, 2) + ",\"outer_value\":" + number(now.outer, 2) +
               ",\"pumb_num\":" + QByteArray::number(site.pumps) +
               ",\"door_num\":" + QByteArray::number(site.pumps / 2 + 1) + ",\"pumb_status\":\"" +
               (now.runs ? "抽水中" : "停止") + "\",\"door_status\":\"" +
               (now.runs ? "閘門關閉" : "閘門開啟") +
               "\",\"max_allowable_water_level\":" + number(highest, 2) + '}';
    }
    return out + ']';
}

void observePumpStations(const World& world, city::Instant at, Observations& out)
{
    static const QString metre = QStringLiteral("m"), one = QStringLiteral("1");
    for (const PumpSite& site : pumpSites()) {
        if (!out.at(QString::fromLatin1(site.id), at)) continue;
        const Pump now = pump(world, site, at);
        out.add(QStringLiteral("pump.inner"), rounded(now.inner, 2), metre);
        out.add(QStringLiteral("pump.outer"), rounded(now.outer, 2), metre);
        out.add(QStringLiteral("pump.limit"), highest, metre);
        out.add(QStringLiteral("pump.count"), site.pumps, one);
        out.add(QStringLiteral("pump.running"), now.runs ? 1 : 0, one);
    }
}

QByteArray sewers(const World& world, city::Instant at)
{
    QByteArray list;
    for (const Sewer& sewer : world.sewers) {
        const double out = level(world, sewer, at);
        const bool gap = silent(world, sewer, at);
        if (!list.isEmpty()) list += ',';
        list += "{\"stationNo\":\"" + sewer.id.toLatin1() + "\",\"stationName\":" + quoted(sewer.name) +
                ",\"recTime\":\"" + local(at, "yyyyMMddHHmm") +
                "\",\"levelOut\":" + (gap ? QByteArray("\"-\"") : number(out, 2)) +
                ",\"groundFar\":" + (gap ? QByteArray("-99") : number(sewer.ground - out, 2)) +
                ",\"voltage\":12.6,\"lon\":" + number(sewer.at.lon, 6) +
                ",\"lat\":" + number(sewer.at.lat, 6) + '}';
    }
    return "{\"count\":" + QByteArray::number(static_cast<int>(world.sewers.size())) +
           ",\"demo\":true,\"data\":[" + list + "]}";
}

void observeSewers(const World& world, city::Instant at, Observations& out)
{
    for (const Sewer& sewer : world.sewers) {
        if (silent(world, sewer, at)) continue;
        if (!out.at(sewer.id, at)) continue;
        const double now = level(world, sewer, at);
        out.add(QStringLiteral("sewer.level"), rounded(now, 2), QStringLiteral("m"));
        out.add(QStringLiteral("sewer.to-ground"), rounded(sewer.ground - now, 2), QStringLiteral("m"));
    }
}

} // namespace app::demo
