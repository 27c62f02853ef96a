// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/noise.h"
#include "app/demo/text.h"
#include "app/demo/topic.h"

#include <algorithm>
#include <cmath>

/// Where people are tested for the virus, and how many wait.
namespace app::demo {

namespace {

struct TestingSite {
    const char* id;
    const char* name;
    const char* nameEn;
    city::LonLat at;
    int perHour; ///< So many can be tested.
    double draw; ///< Share of them that comes at the busiest.
};

// Real places, invented queues; positions are rough.
constexpr TestingSite sites[] = {
    {"T01", "臺大醫院篩檢站", "NTU Hospital", {121.5190, 25.0410}, 120, 0.9},
    {"T02", "臺北榮總篩檢站", "Veterans General Hospital", {121.5200, 25.1200}, 140, 0.7},
    {"T03", "和平院區篩檢站", "Heping Hospital", {121.5065, 25.0360}, 90, 1.15},
    {"T04", "信義區篩檢站", "Xinyi testing site", {121.5665, 25.0330}, 100, 0.8},
    {"T05", "亞東醫院篩檢站", "Far Eastern Hospital", {121.4525, 24.9985}, 130, 0.75},
    {"T06", "新莊篩檢站", "Xinzhuang testing site", {121.4500, 25.0370}, 80, 0.6}};

int waiting(const World& world, const TestingSite& site, city::Instant at)
{
    const double h = clockHour(at);
    const double open = plateau(h, 8, 21, 2) * (0.75 + 0.25 * std::cos((h - 10) / 12 * 2 * 3.14159));
    const double noise = 1 + 0.08 * wander(world.seed, keyOf(QString::fromLatin1(site.id)), hoursOf(at) * 3);
    return std::max(0, static_cast<int>(std::lround(site.perHour * site.draw * open * noise)));
}

} // namespace

QByteArray testingSites(const World& world, city::Instant at)
{
    QByteArray out = "{\"demo\":true,\"data\":[";
    for (const TestingSite& site : sites) {
        if (&site != &sites[0]) out += ',';
        const int now = waiting(world, site, at);
        out += "{\"id\":\"" + QByteArray(site.id) + "\",\"name\":\"" + site.name + "\",\"nameEn\":\"" +
               site.nameEn + "\",\"lon\":" + number(site.at.lon, 5) + ",\"lat\":" + number(site.at.lat, 5) +
               ",\"waiting\":" + QByteArray::number(now) +
               ",\"perHour\":" + QByteArray::number(site.perHour) +
               ",\"load\":" + number(100.0 * now / site.perHour, 1) + ",\"time\":\"" +
               local(at, "yyyy-MM-dd HH:mm:ss") + "\"}";
    }
    return out + "]}";
}

void observeTestingSites(const World& world, city::Instant at, Observations& out)
{
    for (const TestingSite& site : sites) {
        if (!out.at(QString::fromLatin1(site.id), at)) continue;
        const int now = waiting(world, site, at);
        out.add(QStringLiteral("tests.waiting"), now, QStringLiteral("{person}"));
        out.add(QStringLiteral("tests.capacity"), site.perHour, QStringLiteral("{person}"));
        out.add(QStringLiteral("tests.load"), rounded(100.0 * now / site.perHour, 1), QStringLiteral("%"));
    }
}

} // namespace app::demo
