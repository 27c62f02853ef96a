// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/day.h"
#include "app/demo/lay_out.h"
#include "app/demo/noise.h"

#include <QFile>
#include <map>

/// Roads outside of the city's own detectors.
namespace app::demo {

namespace {

constexpr double longest = 2'500; ///< Metres of a section between two villages.

Section sectionFrom(const QString& id, const QString& name, city::LonLat from, city::LonLat to, double free,
                    quint32 seed)
{
    Section section;
    section.key = hash(seed, keyOf(id), 0x0a7);
    section.id = id;
    section.name = name;
    section.from = from;
    section.to = to;
    section.freeSpeed = free;
    section.everyday = 0.26 + 0.4 * chance(seed, section.key, 4);
    section.burden = 0.2 + 0.8 * chance(seed, section.key, 2);
    return section;
}

} // namespace

void layOutNewTaipeiRoads(World& world, const city::AreaTree& areas)
{
    static const QString roads[] = {QStringLiteral("中山路"), QStringLiteral("中正路"),
                                    QStringLiteral("文化路"), QStringLiteral("民生路"),
                                    QStringLiteral("重新路"), QStringLiteral("三民路")};
    std::map<int, const city::Area*> last; // The village before, of each district.
    for (const city::Area& village : areas.areas()) {
        if (village.level != u"village" || village.parent < 0 || village.geometry.isEmpty()) continue;
        const city::Area& district = areas.at(village.parent);
        if (!district.code.startsWith(u"65")) continue;
        const city::Area* before = std::exchange(last[village.parent], &village);
        if (before == nullptr) continue;
        const city::LonLat from = before->geometry.anchor(), to = village.geometry.anchor();
        const quint32 key = hash(0x7d1, keyOf(village.code));
        if (city::distanceMetres(from, to) > longest || chance(world.seed, key) > 0.55) continue;
        const QString id =
            QStringLiteral("NWT%1").arg(world.sectionsNewTaipei.size() + 1, 4, 10, QLatin1Char('0'));
        const QString name = ownName(district) + roads[hash(world.seed, key, 1) % 6] + QStringLiteral("（") +
                             ownName(*before) + QStringLiteral("到") + ownName(village) +
                             QStringLiteral("）");
        world.sectionsNewTaipei.push_back(
            sectionFrom(id, name, from, to, 40 + 12 * chance(world.seed, key, 2), world.seed));
    }
}

void layOutFreeway(World& world, const Pack& pack)
{
    QFile file(pack.folder + QStringLiteral("/data/freeway-detectors.csv"));
    if (!file.open(QIODevice::ReadOnly)) return;
    file.readLine(); // id,road,direction,km,lon,lat
    while (!file.atEnd()) {
        const QList<QByteArray> row = file.readLine().trimmed().split(',');
        if (row.size() != 6) continue;
        const city::LonLat at{row[4].toDouble(), row[5].toDouble()};
        const bool north = row[2] == "N", south = row[2] == "S";
        const double ahead = north || row[2] == "E" ? 0.004 : -0.004;
        const city::LonLat to =
            north || south ? city::LonLat{at.lon, at.lat + ahead} : city::LonLat{at.lon + ahead, at.lat};
        const QString id = QString::fromUtf8(row[0]);
        const bool ramp = !id.contains(u"-M-") && !id.contains(u"-N-");
        world.freeway.push_back(
            {id, sectionFrom(id, QString::fromUtf8(row[1]), at, to, ramp ? 52 : 92, world.seed)});
    }
}

} // namespace app::demo
