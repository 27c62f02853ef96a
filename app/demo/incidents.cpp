// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/noise.h"
#include "app/demo/text.h"
#include "app/demo/topic.h"

#include <cmath>

/// What happens on the roads: accidents, breakdowns, things that fell off, more of them while it pours.
namespace app::demo {

namespace {

struct Sort {
    const char* name;
    const char* nameEn;
};
constexpr Sort sorts[] = {
    {"交通事故", "Accident"}, {"車輛拋錨", "Breakdown"}, {"散落物", "Obstacle on the road"}};
constexpr int perHour = 3; ///< On a dry day.

/// The middle of the section it happens on, when the hour's `serial`th one happens at all.
QByteArray record(const World& world, const Section& section, quint32 serial, double hour, city::Instant at)
{
    const Sort& sort = sorts[hash(world.seed, serial, 0x1c1) % std::size(sorts)];
    const double ends = hour + 0.4 + 0.9 * chance(world.seed, serial, 0x1c2);
    if (hoursOf(at) < hour || hoursOf(at) >= ends) return {};
    const city::LonLat where{(section.from.lon + section.to.lon) / 2,
                             (section.from.lat + section.to.lat) / 2};
    const bool wet = rainRate(where, atHours(hour)) > 5;
    if (!wet && serial % 2 == 1) return {}; // Half of them happen in the rain alone.
    return "{\"EventID\":\"DEMO" + QByteArray::number(serial) + "\",\"Type\":\"" + sort.name +
           "\",\"TypeEn\":\"" + sort.nameEn +
           "\",\"RoadName\":" + quoted(section.name.section(QLatin1Char(' '), 0, 0)) +
           ",\"Description\":\"示範資料\",\"PositionLon\":" + number(where.lon, 6) +
           ",\"PositionLat\":" + number(where.lat, 6) + ",\"StartTime\":\"" + isoLocal(atHours(hour)) + "\"}";
}

} // namespace

QByteArray roadIncidents(const World& world, city::Instant at)
{
    QByteArray out = "{\"demo\":true,\"UpdateTime\":\"" + isoLocal(at) + "\",\"LiveEvents\":[";
    bool first = true;
    const auto now = static_cast<int>(std::floor(hoursOf(at)));
    for (int hour = now - 2; hour <= now && !world.sections.empty(); ++hour)
        for (quint32 i = 0; i < 2 * perHour; ++i) {
            const quint32 serial = static_cast<quint32>(hour + 100'000) * 2 * perHour + i;
            const Section& section = world.sections[hash(world.seed, serial, 0x1c0) % world.sections.size()];
            const QByteArray one =
                record(world, section, serial, hour + chance(world.seed, serial, 0x1c3), at);
            if (one.isEmpty()) continue;
            if (!first) out += ',';
            first = false;
            out += one;
        }
    return out + "]}";
}

} // namespace app::demo
