// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/noise.h"
#include "app/demo/text.h"
#include "app/demo/topic.h"

/// Lists that change seldom. Their publishers state no time.
namespace app::demo {

QByteArray shelterList(const World& world, city::Instant)
{
    static constexpr const char* dangers[] = {"水災,震災", "震災", "水災,震災,土石流", "水災"};
    QByteArray out(
        "\xEF\xBB\xBF序號,縣市及鄉鎮市區,村里,避難收容處所地址,經度,緯度,避難收容處所名稱,預計收容村里,"
        "預計收容人數,適用災害類別,管理人姓名,管理人電話,室內,室外,適合避難弱者安置\r\n");
    for (const Site& site : world.shelters) {
        const bool outside = site.name.endsWith(u"公園");
        out += site.id.toUtf8() + ',' + site.district.toUtf8() + ',' + site.village.toUtf8() + ',' +
               (site.district + site.village).toUtf8() + ',' + number(site.at.lon, 6) + ',' +
               number(site.at.lat, 6) + ',' + site.name.toUtf8() + ',' + site.village.toUtf8() + ',' +
               QByteArray::number(site.size) + ",\"" + dangers[hash(site.key, 1) % 4] + "\",示範資料,," +
               (outside ? "否,是" : "是,否") + ',' + (chance(site.key, 2) < 0.4 ? "是" : "否") + "\r\n";
    }
    return out;
}

QByteArray socialHousing(const World& world, city::Instant)
{
    QByteArray out("[");
    for (const Site& site : world.socialHousing) {
        if (out.size() > 1) out += ',';
        out +=
            "{\"demo\":true,\"name\":" + quoted(site.name) + ",\"distict\":" + quoted(site.district.mid(3)) +
            ",\"address\":" + quoted(site.district + site.village) +
            ",\"houseHolds\":" + QByteArray::number(site.size) +
            ",\"persons\":" + QByteArray::number(site.size * 2 + static_cast<int>(site.key % 40)) +
            ",\"floors\":" + QByteArray::number(8 + site.key % 16) + ",\"progress\":\"已完工\",\"lng\":\"" +
            number(site.at.lon, 6) + "\",\"lat\":\"" + number(site.at.lat, 6) + "\"}";
    }
    return out + ']';
}

QByteArray careHomes(const World& world, city::Instant)
{
    QByteArray out("{\"result\":{\"limit\":1000,\"offset\":0,\"demo\":true,\"count\":" +
                   QByteArray::number(world.careHomes.size()) + ",\"results\":[");
    bool first = true;
    for (const Site& site : world.careHomes) {
        if (!first) out += ',';
        first = false;
        const QByteArray beds = QByteArray::number(site.size);
        out += "{\"_id\":" + QByteArray::number(site.id.mid(1).toInt()) +
               ",\"屬性\":\"私立\",\"機構名稱\":" + quoted(site.name) +
               ",\"區域別\":" + quoted(site.district.mid(3)) +
               ",\"地址\":" + quoted(site.district + site.village) +
               ",\"電話\":\"\",\"收容對象\":\"長照、養護\"" + ",\"核定總床位數量\":\"" + beds +
               "\",\"長照床位數量\":\"0\",\"養護床位數量\":\"" + beds +
               "\",\"lon\":" + number(site.at.lon, 6) + ",\"lat\":" + number(site.at.lat, 6) + '}';
    }
    return out + "]}}";
}

} // namespace app::demo
