// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/noise.h"
#include "app/demo/text.h"
#include "app/demo/topic.h"
#include "app/demo/traffic.h"

#include <algorithm>
#include <cmath>

namespace app::demo {

Traffic traffic(const World& world, const Section& section, city::Instant at)
{
    if (section.dead) return {};
    const double inward = suburb(section.from) - suburb(section.to); // above 0: towards the offices
    const double morning = clockHour(at) < 13 ? 1 : -1;
    const double tide = 1 + std::clamp(8 * inward * morning, -0.35, 0.35);
    const double noise = wander(world.seed, section.key, hoursOf(at) * 3);
    const double busy = std::clamp(
        awake(at) * section.everyday + rush(at) * section.burden * tide * 0.55 + 0.08 * noise, 0.02, 1.0);
    const double wet = std::min(0.22, rainRate(section.from, at) / 300);
    const double slowed = std::clamp(1.06 - 0.64 * std::pow(busy, 1.5) - wet, 0.08, 1.1);
    Traffic now;
    now.speed = section.freeSpeed * slowed;
    now.occupancy = std::clamp(3 + 38 * busy * busy + 14 * wet + 2 * noise, 0.3, 85.0);
    now.volume = static_cast<int>(
        std::lround(20 + 220 * busy * (section.freeSpeed > 60 ? 1.6 : 1) * std::min(1.0, slowed + 0.35)));
    const double share = now.speed / section.freeSpeed;
    now.level = share < 0.45 ? 2 : share < 0.72 ? 1 : 0;
    return now;
}

namespace {

QByteArray position(const char* name, double value)
{
    return QByteArray("<vd:") + name + '>' + number(value, 6) + "</vd:" + name + '>';
}

} // namespace

QByteArray roadSections(const World& world, city::Instant at)
{
    QByteArray out =
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?><vd:ExchangeData "
        "xmlns:vd=\"http://www.iii.org.tw/dax/vd\"><!-- demo --><vd:CenterName>台北交控中心</vd:CenterName>"
        "<vd:ExchangeTime>" +
        local(at, "yyyy/MM/ddTHH:mm:ss") + "</vd:ExchangeTime><vd:SectionDataSet>";
    out.reserve(static_cast<qsizetype>(world.sections.size()) * 520);
    for (const Section& section : world.sections) {
        const Traffic now = traffic(world, section, at);
        out += "<vd:SectionData><vd:SectionId>" + section.id.toLatin1() + "</vd:SectionId><vd:SectionName>" +
               section.name.toUtf8() + "</vd:SectionName><vd:AvgSpd>" + number(now.speed, 6) +
               "</vd:AvgSpd><vd:AvgOcc>" + number(now.occupancy, 1) + "</vd:AvgOcc><vd:TotalVol>" +
               number(now.volume, 1) + "</vd:TotalVol><vd:MOELevel>" + QByteArray::number(now.level) +
               "</vd:MOELevel>" + position("StartWgsX", section.from.lon) +
               position("StartWgsY", section.from.lat) + position("EndWgsX", section.to.lon) +
               position("EndWgsY", section.to.lat) + "</vd:SectionData>";
    }
    return out + "</vd:SectionDataSet></vd:ExchangeData>";
}

void observeRoadSections(const World& world, city::Instant at, Observations& out)
{
    static const QString level = QStringLiteral("road.level"), speed = QStringLiteral("road.speed"),
                         occupancy = QStringLiteral("road.occupancy"), volume = QStringLiteral("road.volume");
    static const QString one = QStringLiteral("1"), kmh = QStringLiteral("km/h"),
                         percent = QStringLiteral("%"), anHour = QStringLiteral("/h");
    for (const Section& section : world.sections) {
        if (!out.at(section.id, at)) continue;
        const Traffic now = traffic(world, section, at);
        out.add(volume, now.volume * 12, anHour);
        if (now.volume == 0) continue; // Nobody to measure.
        out.add(level, now.level, one);
        out.add(speed, rounded(now.speed, 6), kmh);
        out.add(occupancy, rounded(now.occupancy, 1), percent);
    }
}

} // namespace app::demo
