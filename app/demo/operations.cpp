// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/noise.h"
#include "app/demo/text.h"
#include "app/demo/topic.h"

#include <algorithm>
#include <cmath>

/// What the emergency operations centre tells while it is open: from the cloudburst's first hour to the
/// night.
namespace app::demo {

namespace {

constexpr double opens = 15.75, closes = 23;
constexpr int cases = 64;
constexpr const char* nothing = "{\"open\":\"現在無資料\"}";

struct Sort {
    const char* name;
    const char* text;
};
constexpr Sort sorts[] = {{"積淹水災情", "道路積水約 20 公分，車輛通行困難"},
                          {"路樹災情", "路樹傾倒，阻礙一車道"},
                          {"招牌災情", "招牌鬆動，有掉落之虞"},
                          {"道路災情", "路面坑洞"},
                          {"電力停電災情", "住戶反映停電"}};

bool isOpen(city::Instant at)
{
    return hoursOf(at) >= opens && hoursOf(at) < closes;
}

QByteArray caseRecord(const World& world, const Site& site, quint32 serial, double hour, city::Instant at)
{
    const Sort& sort = sorts[hash(world.seed, serial, 0xe0c) % std::size(sorts)];
    const bool handled = hoursOf(at) > hour + 0.7 + 2.5 * chance(world.seed, serial, 0xe1);
    return "{\"DPID\":\"DEMO115001\",\"DPName\":\"示範豪雨\",\"CaseID\":\"DEMO" +
           QByteArray::number(1000 + serial) + "\",\"CaseTime\":\"" +
           local(atHours(hour), "yyyy-MM-ddTHH:mm:ss") + "\",\"DisasterName\":\"" + sort.name +
           "\",\"District\":" + quoted(site.district.mid(3)) +
           ",\"Address\":" + quoted(site.district + site.village) + ",\"CaseDesc\":\"示範資料：" + sort.text +
           "\",\"ProcStatus\":" + (handled ? "true" : "false") + ",\"WGS84X\":" + number(site.at.lon, 6) +
           ",\"WGS84Y\":" + number(site.at.lat, 6) +
           ",\"IsSerious\":" + (chance(world.seed, serial, 0xe2) < 0.12 ? "true" : "false") + '}';
}

/// Where it pours: the shelter sites of Taipei that are wettest then stand for addresses.
std::vector<const Site*> wettest(const World& world, double hour)
{
    std::vector<const Site*> sites;
    for (const Site& site : world.shelters)
        if (site.district.startsWith(u"臺北市") && rainOver(site.at, atHours(hour), 1) > 18)
            sites.push_back(&site);
    return sites;
}

struct Outage {
    int water = 0, power = 0, phone = 0;
};

Outage outage(const World& world, const District& district, city::Instant at)
{
    const double wet = std::min(1.0, rainOver(district.at, at, 3) / 90);
    const quint32 key = keyOf(district.code);
    const auto share = [&](quint32 what, double most) {
        return chance(world.seed, key, what) < 0.5
                   ? 0
                   : static_cast<int>(
                         std::lround(district.people * most * wet * chance(world.seed, key, what + 1)));
    };
    return {share(0xa1, 0.004), share(0xa3, 0.02), share(0xa5, 0.003)};
}

} // namespace

QByteArray operationCases(const World& world, city::Instant at)
{
    if (!isOpen(at)) return nothing;
    QByteArray out("[");
    for (quint32 number = 0; number < cases; ++number) {
        const double hour = opens + 0.2 + 3.6 * number / cases;
        if (hour > hoursOf(at)) break;
        const std::vector<const Site*> sites = wettest(world, hour);
        if (sites.empty()) continue;
        if (out.size() > 1) out += ',';
        out += caseRecord(world, *sites[hash(world.seed, number, 0xe3) % sites.size()], number, hour, at);
    }
    return out.size() > 1 ? out + ']' : QByteArray(nothing);
}

QByteArray outages(const World& world, city::Instant at)
{
    if (!isOpen(at)) return nothing;
    QByteArray out("[");
    for (const District& district : world.districts) {
        if (district.city != u"臺北市") continue;
        const Outage now = outage(world, district, at);
        if (out.size() > 1) out += ',';
        out += "{\"DPID\":\"DEMO115001\",\"DPName\":\"示範豪雨\",\"IssueTime\":\"" +
               local(at, "yyyy-MM-ddTHH:mm:ss") + "\",\"ReportSeq\":1,\"District\":" + quoted(district.name) +
               ",\"WaterOutage\":" + QByteArray::number(now.water) +
               ",\"PowerOutage\":" + QByteArray::number(now.power) +
               ",\"TelSuspended\":" + QByteArray::number(now.phone) +
               ",\"Gas\":0,\"UnWaterOutage\":" + QByteArray::number(now.water) +
               ",\"UnPowerOutage\":" + QByteArray::number(now.power) +
               ",\"UnTelSuspended\":" + QByteArray::number(now.phone) + ",\"UnGas\":0}";
    }
    return out + ']';
}

void observeOutages(const World& world, city::Instant at, Observations& out)
{
    if (!isOpen(at)) return;
    static const QString unit = QStringLiteral("1");
    for (const District& district : world.districts) {
        if (district.city != u"臺北市" || !out.at(district.city + district.name, at)) continue;
        const Outage now = outage(world, district, at);
        out.add(QStringLiteral("outage.water"), now.water, unit);
        out.add(QStringLiteral("outage.power"), now.power, unit);
        out.add(QStringLiteral("outage.phone"), now.phone, unit);
        out.add(QStringLiteral("outage.gas"), 0, unit);
    }
}

} // namespace app::demo
