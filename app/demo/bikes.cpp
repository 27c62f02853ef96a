// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/noise.h"
#include "app/demo/text.h"
#include "app/demo/topic.h"

#include <algorithm>
#include <cmath>

namespace app::demo {

namespace {

struct Count {
    int bikes, docks;
};

/// Bicycles follow the people: out of the suburbs in the morning, back in the evening. Heavy rain keeps them
/// in.
Count count(const World& world, const Bike& bike, city::Instant at)
{
    const double leaning = 2 * bike.suburb - 1; // 1 in the suburbs, -1 among the offices
    const double usual = 0.52 + 0.24 * wander(world.seed, bike.key, 7);
    const double commuters = (0.3 + 0.7 * chance(world.seed, bike.key, 8)) * leaning * (0.5 - atWork(at));
    const double restless = (0.14 + 0.16 * rush(at)) * wander(world.seed, bike.key, hoursOf(at) * 1.5);
    const double sheltered = 0.15 * std::min(1.0, rainRate(bike.at, at) / 30);
    const double full = std::clamp(usual + commuters + restless + sheltered, 0.0, 1.0);
    const int working = bike.docks - bike.broken;
    const int bikes = static_cast<int>(std::lround(full * working));
    return {bikes, working - bikes};
}

city::Instant reportedAt(const Bike& bike, city::Instant at)
{
    using namespace std::chrono_literals;
    if (bike.silent) return onThe(24h, at) + 3h + 17min; // Its modem failed at night and nobody has come.
    return at - city::Duration(1'000 * (bike.key % 47));
}

const Count gone{0, 0};

} // namespace

QByteArray youBikeTaipei(const World& world, city::Instant at)
{
    QByteArray out("[");
    out.reserve(static_cast<qsizetype>(world.bikesTaipei.size()) * 560);
    const QByteArray now = local(at, "yyyy-MM-dd HH:mm:ss");
    const QByteArray fixed = "\",\"srcUpdateTime\":\"" + now + "\",\"updateTime\":\"" + now + "\"";
    for (const Bike& bike : world.bikesTaipei) {
        const city::Instant reported = reportedAt(bike, at);
        const Count n = bike.closed ? gone : count(world, bike, reported);
        const QByteArray time = local(reported, "yyyy-MM-dd HH:mm:ss");
        if (out.size() > 1) out += ',';
        out += bike.head + time + fixed + ",\"infoTime\":\"" + time + "\",\"infoDate\":\"" + time.left(10) +
               '"' + bike.tail + ",\"available_rent_bikes\":" + QByteArray::number(n.bikes) +
               ",\"available_return_bikes\":" + QByteArray::number(n.docks) + '}';
    }
    return out + ']';
}

QByteArray youBikeNewTaipei(const World& world, city::Instant at)
{
    QByteArray out("[");
    out.reserve(static_cast<qsizetype>(world.bikesNewTaipei.size()) * 360);
    for (const Bike& bike : world.bikesNewTaipei) {
        const city::Instant reported = reportedAt(bike, at);
        const Count n = bike.closed ? gone : count(world, bike, reported);
        if (out.size() > 1) out += ',';
        out += bike.head + local(reported, "yyyyMMddTHHmmss") + "\",\"sbi_quantity\":\"" +
               QByteArray::number(n.bikes) + "\",\"bemp\":\"" + QByteArray::number(n.docks) + "\"}";
    }
    return out + ']';
}

namespace {

void observe(const World& world, const std::vector<Bike>& bikes, city::Instant at, Observations& out)
{
    static const QString available = QStringLiteral("bikes.available");
    static const QString docks = QStringLiteral("docks.available");
    static const QString total = QStringLiteral("docks.total");
    static const QString unit = QStringLiteral("1");
    for (const Bike& bike : bikes) {
        const city::Instant reported = reportedAt(bike, at);
        if (!out.at(bike.id, reported)) continue;
        const Count n = count(world, bike, reported);
        out.add(total, bike.docks, unit);
        if (bike.closed) continue;
        out.add(available, n.bikes, unit);
        out.add(docks, n.docks, unit);
    }
}

} // namespace

void observeBikesTaipei(const World& world, city::Instant at, Observations& out)
{
    observe(world, world.bikesTaipei, at, out);
}

void observeBikesNewTaipei(const World& world, city::Instant at, Observations& out)
{
    observe(world, world.bikesNewTaipei, at, out);
}

} // namespace app::demo
