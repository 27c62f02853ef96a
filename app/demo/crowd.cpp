// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/noise.h"
#include "app/demo/text.h"
#include "app/demo/topic.h"

#include <algorithm>
#include <cmath>

namespace app::demo {

namespace {

enum class Opens { Morning, Evening, AllDay };

struct Venue {
    const char* id;
    const char* name;
    const char* nameEn;
    city::LonLat at;
    int capacity;
    Opens opens;
    double draw; ///< Share of its capacity that comes on a usual day.
};

constexpr double ordinaryDay = 0.7; ///< What comes to the first venue on days without its feast: the scripted day has one.

// Real places, invented crowds; positions are rough.
constexpr Venue venues[] = {
    {"M01", "士林夜市", "Shilin Night Market", {121.5245, 25.0880}, 6000, Opens::Evening, 1.22},
    {"M02", "南門市場", "Nanmen Market", {121.5188, 25.0318}, 1800, Opens::Morning, 0.62},
    {"M03", "饒河街觀光夜市", "Raohe Street Night Market", {121.5770, 25.0509}, 3200, Opens::Evening, 0.72},
    {"M04", "寧夏夜市", "Ningxia Night Market", {121.5155, 25.0560}, 2000, Opens::Evening, 0.78},
    {"M05",
     "臨江街觀光夜市",
     "Linjiang Street Night Market",
     {121.5545, 25.0303},
     2200,
     Opens::Evening,
     0.45},
    {"M06", "士東市場", "Shidong Market", {121.5283, 25.1118}, 900, Opens::Morning, 0.55},
    {"M07", "濱江市場", "Binjiang Market", {121.5405, 25.0662}, 2600, Opens::Morning, 0.70},
    {"M08", "東三水街市場", "East Sanshui Street Market", {121.5015, 25.0366}, 700, Opens::Morning, 0.58},
    {"M09", "永春市場", "Yongchun Market", {121.5760, 25.0408}, 800, Opens::Morning, 0.50},
    {"M10", "環南市場", "Huannan Market", {121.4865, 25.0290}, 2400, Opens::Morning, 0.66},
    {"M11", "華西街觀光夜市", "Huaxi Street Night Market", {121.4985, 25.0385}, 1500, Opens::Evening, 0.52},
    {"M12", "公館商圈", "Gongguan", {121.5345, 25.0148}, 4000, Opens::AllDay, 0.48},
    {"M13", "西門町徒步區", "Ximending", {121.5075, 25.0437}, 9000, Opens::AllDay, 0.60},
    {"M14", "成德市場", "Chengde Market", {121.5892, 25.0437}, 500, Opens::Morning, 0.42},
    {"M15", "臺北小巨蛋", "Taipei Arena", {121.5498, 25.0513}, 15000, Opens::Evening, 0.30},
};

int people(const World& world, const Venue& venue, city::Instant at)
{
    const double h = clockHour(at);
    double open = 0;
    switch (venue.opens) {
    case Opens::Morning:
        open = plateau(h, 6, 14, 2.5) + 0.25 * plateau(h, 15.5, 19, 1.5);
        break;
    case Opens::Evening:
        open = plateau(h, 15.25, 24.5, 2);
        break;
    case Opens::AllDay:
        open = 0.3 * plateau(h, 9, 23, 3) + 0.7 * plateau(h, 15, 23, 4);
        break;
    }
    const quint32 key = keyOf(QString::fromLatin1(venue.id));
    // Shoppers stay away where it pours.
    const double dry = 1 - 0.4 * std::min(1.0, rainRate(venue.at, at) / 40);
    const bool feast = hoursOf(at) >= 0 && hoursOf(at) < 24;
    const double draw = venue.draw * (&venue == &venues[0] && !feast ? ordinaryDay : 1);
    const double share = draw * open * dry * (1 + 0.06 * wander(world.seed, key, hoursOf(at) * 4));
    return std::max(0, static_cast<int>(std::lround(venue.capacity * share)));
}

struct Flow {
    int in = 0, out = 0;
};

/// People in and out of a metro station in the half hour before `at`.
Flow flow(const World& world, const MetroStation& station, city::Instant at)
{
    const double h = clockHour(at);
    if (h > 0.5 && h < 6) return {};
    const double morning = plateau(h, 6.5, 9.75, 1.25);
    const double evening = plateau(h, 16.5, 20.25, 1.25);
    const double base = 180 * station.busy * awake(at);
    const double noise = 1 + 0.12 * wander(world.seed, station.key, hoursOf(at) * 2);
    const double home = 0.3 + 0.9 * station.suburb, office = 1.4 - 0.9 * station.suburb;
    return {static_cast<int>(std::lround(base * noise * (1 + 4.5 * (morning * home + evening * office)))),
            static_cast<int>(std::lround(base * noise * (1 + 4.5 * (morning * office + evening * home))))};
}

} // namespace

QByteArray markets(const World& world, city::Instant at)
{
    QByteArray out = "{\"demo\":true,\"updateTime\":\"" + local(at, "yyyy-MM-dd HH:mm:ss") + "\",\"data\":[";
    bool first = true;
    for (const Venue& venue : venues) {
        if (!first) out += ',';
        first = false;
        const int inside = people(world, venue, at);
        out += "{\"id\":\"" + QByteArray(venue.id) + "\",\"name\":\"" + venue.name + "\",\"nameEn\":\"" +
               venue.nameEn + "\",\"lon\":" + number(venue.at.lon, 5) +
               ",\"lat\":" + number(venue.at.lat, 5) + ",\"people\":" + QByteArray::number(inside) +
               ",\"capacity\":" + QByteArray::number(venue.capacity) +
               ",\"occupancy\":" + number(100.0 * inside / venue.capacity, 1) + ",\"time\":\"" +
               local(at, "yyyy-MM-dd HH:mm:ss") + "\"}";
    }
    return out + "]}";
}

void observeMarkets(const World& world, city::Instant at, Observations& out)
{
    static const QString person = QStringLiteral("{person}");
    for (const Venue& venue : venues) {
        if (!out.at(QString::fromLatin1(venue.id), at)) continue;
        const int inside = people(world, venue, at);
        out.add(QStringLiteral("venue.people"), inside, person);
        out.add(QStringLiteral("venue.capacity"), venue.capacity, person);
        out.add(QStringLiteral("venue.occupancy"), rounded(100.0 * inside / venue.capacity, 1),
                QStringLiteral("%"));
    }
}

namespace {

/// How full the cars of the trains of one direction are, 1 to 4.
int carLoad(const World& world, const MetroStation& station, quint32 direction, quint32 car, city::Instant at)
{
    const Flow now = flow(world, station, onThe(std::chrono::minutes(30), at));
    const double people = (now.in + now.out) / 1200.0 + 0.9 * rush(at);
    const double own = 0.35 * wander(world.seed, station.key + direction * 8 + car, hoursOf(at) * 2);
    return std::clamp(static_cast<int>(std::lround(1 + people + own)), 1, 4);
}

constexpr quint32 cars = 6;

} // namespace

QByteArray metroCrowding(const World& world, city::Instant at)
{
    QByteArray out("[");
    for (const MetroStation& station : world.metro) {
        for (quint32 direction = 1; direction <= 2; ++direction) {
            if (out.size() > 1) out += ',';
            out += "{\"TrainNumber\":\"demo\",\"CID\":\"" + QByteArray::number(direction) + "\",\"StationID\":" +
                   quoted(station.id);
            for (quint32 car = 1; car <= cars; ++car)
                out += ",\"Cart" + QByteArray::number(car) + "L\":\"" +
                       QByteArray::number(carLoad(world, station, direction, car, at)) + '"';
            out += ",\"utime\":\"" + local(at, "yyyy-MM-dd HH:mm:ss") + "\"}";
        }
    }
    return out + ']';
}

void observeMetroCrowding(const World& world, city::Instant at, Observations& out)
{
    for (const MetroStation& station : world.metro) {
        if (!out.at(station.id, at)) continue;
        double sum = 0;
        for (quint32 direction = 1; direction <= 2; ++direction)
            for (quint32 car = 1; car <= cars; ++car)
                sum += carLoad(world, station, direction, car, at);
        out.add(QStringLiteral("metro.crowding"), sum / (2 * cars), QStringLiteral("1"));
    }
}

QByteArray metroFlow(const World& world, city::Instant at)
{
    QByteArray out("[");
    for (const MetroStation& station : world.metro) {
        const Flow now = flow(world, station, at);
        if (out.size() > 1) out += ',';
        out += "{\"STATIONID\":" + quoted(station.id) + ",\"PARM_LINENAME\":" + quoted(station.lines) +
               ",\"PARM_ALIASNAME\":" + quoted(station.name) + ",\"INCOUNT\":" + QByteArray::number(now.in) +
               ",\"OUTCOUNT\":" + QByteArray::number(now.out) + ",\"sDateTime\":\"" +
               local(at, "yyyy-MM-dd HH:mm:ss") + "\",\"lon\":" + number(station.at.lon, 5) +
               ",\"lat\":" + number(station.at.lat, 5) + '}';
    }
    return out + ']';
}

void observeMetroFlow(const World& world, city::Instant at, Observations& out)
{
    static const QString in = QStringLiteral("metro.in"), exits = QStringLiteral("metro.out"),
                         person = QStringLiteral("{person}");
    for (const MetroStation& station : world.metro) {
        if (!out.at(station.id, at)) continue;
        const Flow now = flow(world, station, at);
        out.add(in, now.in, person);
        out.add(exits, now.out, person);
    }
}

} // namespace app::demo
