// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/noise.h"
#include "app/demo/places.h"
#include "app/demo/text.h"
#include "app/demo/topic.h"

#include <cmath>

namespace app::demo {

namespace {

constexpr double halfMillimetre = 0.5; // A tipping bucket counts in these.

double tipped(double millimetres)
{
    return std::floor(millimetres / halfMillimetre) * halfMillimetre;
}

enum class State { Works, Gap, Fault }; // The publisher writes -99 and -997.

State stateOf(const World& world, const Gauge& gauge, city::Instant at)
{
    const quint32 key = keyOf(QString::fromLatin1(gauge.id));
    const auto block = static_cast<quint32>(static_cast<int>(std::floor(hoursOf(at) / 3)));
    const double luck = chance(world.seed, key, block);
    if (luck < 0.015) return State::Fault;
    return luck < 0.04 ? State::Gap : State::Works;
}

QByteArray amount(const char* name, double millimetres, State state)
{
    const QByteArray value = state == State::Gap     ? "-99"
                             : state == State::Fault ? "-997"
                                                     : number(millimetres, 1);
    return QByteArray("\"") + name + "\":{\"Precipitation\":\"" + value + "\"}";
}

/// The office's service stands still for a while: it repeats the same minute as if it were now.
city::Instant frozen(city::Instant at)
{
    const double h = hoursOf(at);
    return h >= feedFreezes && h < feedThaws ? atHours(feedFreezes) : at;
}

bool isTaipeiCity(const Gauge& gauge)
{
    return QByteArray(gauge.county) == "臺北市";
}

} // namespace

QByteArray rainCwa(const World& world, city::Instant at)
{
    QByteArray out = "{\"demo\":true,\"cwaopendata\":{\"@xmlns\":\"urn:cwa:gov:tw:cwacommon:0.1\",\"dataid\":"
                     "\"CWA_A0002\","
                     "\"sent\":\"" +
                     isoLocal(at) + "\",\"dataset\":{\"Station\":[";
    bool first = true;
    for (const Gauge& gauge : rainGauges()) {
        if (!first) out += ',';
        first = false;
        const State state = stateOf(world, gauge, at);
        const auto past = [&](double hours) { return tipped(rainOver(gauge.at, at, hours)); };
        out += "{\"StationName\":\"" + QByteArray(gauge.name) + "\",\"StationId\":\"" + gauge.id +
               "\",\"Maintainer\":\"中央氣象署\",\"ObsTime\":{\"DateTime\":\"" + isoLocal(at) +
               "\"},\"GeoInfo\":{\"Coordinates\":[{\"CoordinateName\":\"TWD67\",\"CoordinateFormat\":"
               "\"decimal degrees\","
               "\"StationLatitude\":\"" +
               number(gauge.at.lat + 0.0018, 6) + "\",\"StationLongitude\":\"" +
               number(gauge.at.lon - 0.0082, 6) +
               "\"},{\"CoordinateName\":\"WGS84\",\"CoordinateFormat\":\"decimal "
               "degrees\",\"StationLatitude\":\"" +
               number(gauge.at.lat, 6) + "\",\"StationLongitude\":\"" + number(gauge.at.lon, 6) +
               "\"}],\"StationAltitude\":\"" + QByteArray::number(gauge.altitude) + "\",\"CountyName\":\"" +
               gauge.county + "\",\"TownName\":\"" + gauge.town + "\"},\"RainfallElement\":{" +
               amount("Now", past(clockHour(at)), state) + ',' + amount("Past10Min", past(1 / 6.0), state) +
               ',' + amount("Past1hr", past(1), state) + ',' + amount("Past3hr", past(3), state) + ',' +
               amount("Past6hr", past(6), state) + ',' + amount("Past12hr", past(12), state) + ',' +
               amount("Past24hr", past(24), state) + ',' + amount("Past2days", past(48), state) + ',' +
               amount("Past3days", past(72), state) + "}}";
    }
    return out + "]}}}";
}

void observeRainCwa(const World& world, city::Instant at, Observations& out)
{
    static const QString mm = QStringLiteral("mm");
    for (const Gauge& gauge : rainGauges()) {
        if (stateOf(world, gauge, at) != State::Works) continue;
        if (!out.at(QString::fromLatin1(gauge.id), at)) continue;
        out.add(QStringLiteral("rain.10min"), tipped(rainOver(gauge.at, at, 1 / 6.0)), mm);
        out.add(QStringLiteral("rain.1h"), tipped(rainOver(gauge.at, at, 1)), mm);
        out.add(QStringLiteral("rain.3h"), tipped(rainOver(gauge.at, at, 3)), mm);
        out.add(QStringLiteral("rain.24h"), tipped(rainOver(gauge.at, at, 24)), mm);
    }
}

QByteArray rainTaipei(const World&, city::Instant asked)
{
    const city::Instant at = frozen(asked);
    QByteArray list;
    int count = 0;
    for (const Gauge& gauge : rainGauges()) {
        if (!isTaipeiCity(gauge)) continue;
        if (count++ > 0) list += ',';
        list += "{\"stationNo\":\"" + QByteArray(gauge.id).left(5) + "\",\"stationName\":\"" + gauge.name +
                "\",\"recTime\":\"" + local(at, "yyyyMMddHHmm") +
                "\",\"rain\":" + number(tipped(rainOver(gauge.at, at, 1 / 6.0)), 1) + '}';
    }
    return "{\"count\":" + QByteArray::number(count) + ",\"demo\":true,\"data\":[" + list + "]}";
}

void observeRainTaipei(const World&, city::Instant asked, Observations& out)
{
    const city::Instant at = frozen(asked);
    for (const Gauge& gauge : rainGauges()) {
        if (!isTaipeiCity(gauge)) continue;
        if (!out.at(QString::fromLatin1(gauge.id).left(5), at)) continue;
        out.add(QStringLiteral("rain.reported"), tipped(rainOver(gauge.at, at, 1 / 6.0)),
                QStringLiteral("mm"));
    }
}

} // namespace app::demo
