// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/noise.h"
#include "app/demo/text.h"
#include "app/demo/topic.h"

#include <cmath>

namespace app::demo {

namespace {

using namespace std::chrono_literals;

constexpr int daysBack = 28;

/// Confirmed cases of one district and day: a wave that has just passed its top.
int cases(const World& world, const District& district, city::Instant day)
{
    const double days = hoursOf(day) / 24;
    const double wave = 0.25 + 0.75 * std::exp(-std::pow((days + 9) / 9, 2));
    const quint32 key = keyOf(district.code);
    const double noise = 1 + 0.5 * wander(world.seed, key, days);
    return static_cast<int>(district.people / 100'000 * 6 * wave * noise);
}

QByteArray record(const QString& city, const QString& district, city::Instant day, const char* imported,
                  int count)
{
    return "{\"確定病名\":\"嚴重特殊傳染性肺炎\",\"個案研判日\":\"" + local(day, "yyyy/MM/dd") +
           "\",\"縣市\":" + quoted(city) + ",\"鄉鎮\":" + quoted(district) +
           ",\"性別\":\"女\",\"是否為境外移入\":\"" + imported + "\",\"年齡層\":\"30-34\",\"確定病例數\":\"" +
           QByteArray::number(count) + "\"}";
}

/// The publisher writes 台北市.
QString theirSpelling(QString city)
{
    return city.replace(u'臺', u'台');
}

} // namespace

QByteArray covidCases(const World& world, city::Instant at)
{
    QByteArray out("[");
    const city::Instant today = onThe(24h, at);
    for (int back = daysBack; back >= 1; --back) {
        const city::Instant day = today - back * 24h;
        if (back == daysBack) out += record(QStringLiteral("空值"), QStringLiteral("空值"), day, "是", 2);
        for (const District& district : world.districts) {
            const int count = cases(world, district, day);
            if (count > 0) out += ',' + record(theirSpelling(district.city), district.name, day, "否", count);
        }
    }
    return out + ']';
}

void observeCovidCases(const World& world, city::Instant at, Observations& out)
{
    const city::Instant yesterday = onThe(24h, at) - 24h;
    for (const District& district : world.districts) {
        if (!out.at(theirSpelling(district.city) + district.name, yesterday)) continue;
        const int count = cases(world, district, yesterday);
        if (count > 0) out.add(QStringLiteral("cases.confirmed"), count, QStringLiteral("{case}"));
    }
}

} // namespace app::demo
