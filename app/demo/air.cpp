// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/noise.h"
#include "app/demo/places.h"
#include "app/demo/text.h"
#include "app/demo/topic.h"
#include "layers/indicators/rating.h"

#include <algorithm>
#include <cmath>

namespace app::demo {

namespace {

struct Air {
    bool broken =
        false; // The station is being serviced: the publisher leaves its fields empty or writes "-".
    int aqi = 0, fine = 0, coarse = 0;
    double fineAverage = 0, ozone = 0, no2 = 0, so2 = 0, co = 0, wind = 0;
    int windFrom = 0;
    QByteArray status; ///< The word of the index.
};

/// By PM2.5 alone; ozone stays below it on this day.
std::optional<indicators::Rating> ratingOf(const World& world, double fine)
{
    const auto rating = indicators::rate(world.airIndex, {{QStringLiteral("pm2.5"), fine, {}, 1, {}, {}}});
    return rating ? std::optional(*rating) : std::nullopt;
}

Air air(const World& world, const AirSite& site, city::Instant at)
{
    const auto key =
        static_cast<quint32>(site.at.lon * 10'000) * 31 + static_cast<quint32>(site.at.lat * 10'000);
    const double h = hoursOf(at);
    Air now;
    now.broken = chance(world.seed, key, static_cast<quint32>(static_cast<int>(std::floor(h / 2)))) < 0.03;
    const double fine = fineParticles(site.at, at, world.seed);
    // Half of the average is the last four hours, half the last twelve: the ministry's moving average.
    double near = 0, far = 0;
    for (int i = 0; i < 12; ++i) {
        const double past = fineParticles(site.at, at - std::chrono::hours(i), world.seed);
        if (i < 4) near += past / 4;
        far += past / 12;
    }
    now.fine = static_cast<int>(std::lround(fine));
    now.fineAverage = std::round(0.5 * near + 0.5 * far);
    now.coarse = static_cast<int>(std::lround(fine * 1.6 + 8 + 4 * wander(world.seed, key + 1, h / 4)));
    if (const auto rating = ratingOf(world, std::max(now.fineAverage, 0.85 * near))) {
        now.aqi = rating->index.value_or(0);
        now.status = rating->level.word.in(QStringLiteral("zh_TW")).toUtf8();
    }
    const double sun = plateau(clockHour(at), 6, 19, 6);
    now.ozone = std::max(1.0, 18 + 38 * sun - 10 * rush(at) + 6 * wander(world.seed, key + 2, h / 3));
    now.no2 = std::max(1.0, 8 + 22 * rush(at) * (1 - 0.6 * suburb(site.at)) +
                                4 * wander(world.seed, key + 3, h / 2));
    now.so2 = std::max(0.2, 1.4 + 0.8 * wander(world.seed, key + 4, h / 5));
    now.co = 0.25 + 0.45 * rush(at) + 0.1 * chance(world.seed, key, 5);
    now.wind =
        std::max(0.2, 1.6 + 1.2 * wander(world.seed, key + 6, h / 2) + 2.5 * plateau(h, 15.5, 18.5, 1));
    now.windFrom =
        static_cast<int>(360 * chance(world.seed, key, 7) + 40 * wander(world.seed, key + 8, h) + 720) % 360;
    return now;
}

QByteArray field(const char* name, const QByteArray& value)
{
    return QByteArray(",\"") + name + "\":\"" + value + '"';
}

QByteArray record(const AirSite& site, const Air& now, city::Instant at)
{
    const auto text = [&now](double value, int decimals) {
        return now.broken ? QByteArray("-") : number(value, decimals);
    };
    return "{\"sitename\":\"" + QByteArray(site.name) + '"' + field("county", site.county) +
           field("aqi", now.broken ? "" : QByteArray::number(now.aqi)) +
           field("pollutant", !now.broken && now.aqi > 50 ? "細懸浮微粒" : "") +
           field("status", now.broken ? QByteArray("設備維護") : now.status) +
           field("so2", text(now.so2, 1)) + field("co", text(now.co, 2)) + field("o3", text(now.ozone, 1)) +
           field("o3_8hr", text(now.ozone * 0.8, 1)) + field("pm10", text(now.coarse, 0)) +
           field("pm2.5", text(now.fine, 0)) + field("no2", text(now.no2, 1)) +
           field("nox", text(now.no2 * 1.2, 1)) + field("no", text(now.no2 * 0.2, 1)) +
           field("wind_speed", text(now.wind, 1)) + field("wind_direc", text(now.windFrom, 0)) +
           field("publishtime", local(at, "yyyy/MM/dd HH:mm:ss")) + field("co_8hr", text(now.co * 0.8, 1)) +
           field("pm2.5_avg", text(now.fineAverage, 0)) + field("pm10_avg", text(now.coarse * 0.9, 0)) +
           field("so2_avg", text(now.so2, 0)) + field("longitude", number(site.at.lon, 6)) +
           field("latitude", number(site.at.lat, 6)) + field("siteid", site.id) + '}';
}

} // namespace

QByteArray airQuality(const World& world, city::Instant at)
{
    QByteArray out = "{\"fields\":[{\"id\":\"sitename\",\"type\":\"text\",\"info\":{\"label\":\"測站名稱\"}}]"
                     ",\"demo\":true,"
                     "\"include_total\":true,\"total\":\"" +
                     QByteArray::number(airSites().size()) +
                     "\",\"resource_format\":\"object\",\"limit\":\"1000\",\"offset\":\"0\","
                     "\"records\":[";
    bool first = true;
    for (const AirSite& site : airSites()) {
        if (!first) out += ',';
        first = false;
        out += record(site, air(world, site, at), at);
    }
    return out + "]}";
}

void observeAirQuality(const World& world, city::Instant at, Observations& out)
{
    static const QString microgram = QStringLiteral("ug/m3"), ppb = QStringLiteral("[ppb]"),
                         one = QStringLiteral("1");
    for (const AirSite& site : airSites()) {
        const Air now = air(world, site, at);
        if (now.broken) continue;
        if (!out.at(QString::fromLatin1(site.id), at)) continue;
        out.add(QStringLiteral("aqi"), now.aqi, one);
        out.add(QStringLiteral("pm2.5"), now.fine, microgram);
        out.add(QStringLiteral("pm2.5.average"), now.fineAverage, microgram);
        out.add(QStringLiteral("pm10"), now.coarse, microgram);
        out.add(QStringLiteral("o3"), rounded(now.ozone, 1), ppb);
        out.add(QStringLiteral("no2"), rounded(now.no2, 1), ppb);
        out.add(QStringLiteral("so2"), rounded(now.so2, 1), ppb);
        out.add(QStringLiteral("co"), rounded(now.co, 2), QStringLiteral("[ppm]"));
        out.add(QStringLiteral("wind.speed"), rounded(now.wind, 1), QStringLiteral("m/s"));
        out.add(QStringLiteral("wind.direction"), now.windFrom, QStringLiteral("deg"));
    }
}

} // namespace app::demo
