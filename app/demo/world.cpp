// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/world.h"

#include "app/demo/lay_out.h"

#include <algorithm>

namespace app::demo {

namespace {

void layOutDistricts(World& world, const city::AreaTree& areas)
{
    for (const city::Area& area : areas.areas()) {
        if (area.level != u"district" || area.geometry.isEmpty()) continue;
        District district;
        district.code = area.code;
        // The rule of data/PROVENANCE.md, where the pack does not carry the code itself.
        district.cap103 =
            area.otherCodes.value(QStringLiteral("Taiwan_Geocode_103"),
                                  area.code.left(2) + area.code.mid(4, 3) + QStringLiteral("00"));
        district.name = ownName(area);
        district.city = area.parent < 0 ? QString() : ownName(areas.at(area.parent));
        district.at = area.geometry.anchor();
        district.people = area.people.value_or(50'000);
        world.districts.push_back(std::move(district));
    }
}

/// The kinds of the feeds' places, and what their joined documents are.
void nameFeeds(World& world, const Pack& pack)
{
    QHash<QString, QString> owners;
    for (const feeds::FeedSpec& feed : pack.feeds) {
        if (feed.mapping.place) world.kinds.insert(feed.id, feed.mapping.place->kind);
        owners.insert(feed.request.url.toString(), feed.id);
    }
    for (const feeds::FeedSpec& feed : pack.feeds) {
        for (const feeds::Join& join : feed.joins) {
            const QString name = feed.id + u'@' + join.name;
            world.joined.insert(name, owners.value(join.request.url.toString(), name));
        }
    }
}

} // namespace

QString ownName(const city::Area& area)
{
    return area.name.in(QStringLiteral("zh_TW"));
}

QString englishName(const city::Area& area)
{
    return area.name.in(QStringLiteral("en"));
}

const District* World::district(const QString& name) const
{
    const auto found =
        std::find_if(districts.begin(), districts.end(), [&](const District& d) { return d.name == name; });
    return found == districts.end() ? nullptr : &*found;
}

World makeWorld(const Pack& pack, quint32 seed)
{
    World world;
    world.seed = seed;
    nameFeeds(world, pack);
    if (pack.scales) world.airIndex = pack.scales->value(QStringLiteral("tw-aqi-2025"));
    if (pack.areas) {
        layOutDistricts(world, *pack.areas);
        layOutBikes(world, *pack.areas);
        layOutCarParks(world, *pack.areas);
        layOutSites(world, *pack.areas);
        layOutNewTaipeiRoads(world, *pack.areas);
    }
    layOutRoads(world, pack);
    layOutWorks(world, pack);
    layOutMetro(world, pack);
    layOutFreeway(world, pack);
    layOutBuses(world);
    return world;
}

} // namespace app::demo
