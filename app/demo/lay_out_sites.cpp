// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/day.h"
#include "app/demo/lay_out.h"
#include "app/demo/noise.h"

namespace app::demo {

namespace {

/// What there is one of in some villages.
struct Sort {
    quint32 seed;
    double share;        ///< Of the villages that have one.
    city::LonLat beside; ///< Its middle, so that no two things stand on one spot.
    int least, more;     ///< Size: from `least` to `least + more`, the large ones seldom.
};

constexpr Sort shelters{0x5e1, 0.42, {-0.0009, 0.0007}, 40, 900};
constexpr Sort housing{0x50c, 0.035, {0.0007, 0.0011}, 60, 420};
constexpr Sort homes{0xca2e, 0.075, {-0.0012, -0.0010}, 16, 150};
constexpr Sort sensors{0xa12, 0.36, {0.0004, -0.0013}, 0, 0};

std::optional<Site> siteOf(const Sort& sort, const city::Area& village, const city::AreaTree& areas,
                           quint32 seed)
{
    const quint32 key = hash(sort.seed, keyOf(village.code));
    if (chance(seed, key) > sort.share) return std::nullopt;
    const city::Area& district = areas.at(village.parent);
    const city::LonLat middle = village.geometry.anchor();
    Site site;
    site.key = key;
    site.village = ownName(village);
    site.district =
        (district.parent < 0 ? QString() : ownName(areas.at(district.parent))) + ownName(district);
    site.at = {middle.lon + sort.beside.lon, middle.lat + sort.beside.lat};
    const double size = chance(seed, key, 1);
    site.size = sort.least + static_cast<int>(sort.more * size * size * size);
    return site;
}

QString serial(const char* prefix, const std::vector<Site>& known)
{
    return QLatin1String(prefix) + QStringLiteral("%1").arg(known.size() + 1, 4, 10, QLatin1Char('0'));
}

} // namespace

void layOutSites(World& world, const city::AreaTree& areas)
{
    static const QString kinds[] = {QStringLiteral("國小"), QStringLiteral("國中"),
                                    QStringLiteral("里民活動中心"), QStringLiteral("公園")};
    for (const city::Area& village : areas.areas()) {
        if (village.level != u"village" || village.parent < 0 || village.geometry.isEmpty()) continue;
        const QString name = ownName(village).chopped(1);
        const bool taipei = areas.at(village.parent).code.startsWith(u"63");
        const auto add = [&](std::vector<Site>& list, const Sort& sort, const QString& ending,
                             const char* prefix) {
            auto site = siteOf(sort, village, areas, world.seed);
            if (!site) return;
            site->id = serial(prefix, list);
            site->name = name + ending;
            list.push_back(std::move(*site));
        };
        add(world.shelters, shelters, kinds[hash(world.seed, keyOf(village.code), 9) % 4], "");
        add(world.airBoxes, sensors, QStringLiteral("微型感測器"), "demo.box.");
        if (!taipei) continue; // The publishers of the others are Taipei's own.
        add(world.socialHousing, housing, QStringLiteral("社會住宅"), "H");
        add(world.careHomes, homes, QStringLiteral("老人長期照顧中心"), "C");
    }
}

} // namespace app::demo
