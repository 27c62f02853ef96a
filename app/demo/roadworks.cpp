// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/noise.h"
#include "app/demo/text.h"
#include "app/demo/topic.h"

namespace app::demo {

namespace {

using namespace std::chrono_literals;

constexpr const char* reasons[] = {"自來水管線汰換", "瓦斯管線修漏",   "電力管路埋設",
                                   "路面更新",       "污水下水道施工", "電信人手孔提升"};
constexpr const char* owners[] = {
    "臺北自來水事業處",           "大台北區瓦斯股份有限公司",         "台灣電力股份有限公司",
    "臺北市政府工務局新建工程處", "臺北市政府工務局衛生下水道工程處", "中華電信股份有限公司"};

QByteArray twoFigures(int hour)
{
    return QByteArray::number(hour).rightJustified(2, '0');
}

QByteArray record(const Works& works, city::Instant at)
{
    const auto why = hash(works.key, 75) % std::size(reasons);
    const auto day = [at](int days) { return rocDate(onThe(24h, at) + days * 24h); };
    const QByteArray line = "{\\\"type\\\":\\\"LineString\\\",\\\"coordinates\\\":[[" +
                            number(works.from.lon, 6) + ',' + number(works.from.lat, 6) + "],[" +
                            number(works.to.lon, 6) + ',' + number(works.to.lat, 6) + "]]}";
    return "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[" +
           number(works.easting, 2) + ',' + number(works.northing, 2) +
           "]},\"properties\":{\"ac_no\":" + quoted(works.id) +
           ",\"sno\":\"001\",\"appmode\":\"0\",\"x\":\"" + number(works.easting, 2) + "\",\"y\":\"" +
           number(works.northing, 2) + "\",\"apptime\":\"" + day(works.firstDay - 3) + "\",\"app_name\":\"" +
           owners[why] + "\",\"c_name\":" + quoted(works.district) +
           ",\"addr\":" + quoted(works.district + works.road) + ",\"cb_da\":\"" + day(works.firstDay) +
           "\",\"ce_da\":\"" + day(works.lastDay) + "\",\"co_ti\":\"" + twoFigures(works.fromHour) + ":00~" +
           twoFigures(works.toHour) +
           ":00\",\"tc_na\":\"示範營造\",\"tc_ma\":\"示範資料\",\"tc_tl\":\"\",\"npurp\":\"" + reasons[why] +
           "\",\"dtype\":\"施工\",\"dlen\":\"" + QByteArray::number(20 + works.key % 180) +
           "\",\"positions\":\"" + line + "\",\"isstay\":\"否\",\"isblock\":\"" +
           (works.blocks ? "是" : "否") + "\",\"planb\":\"\"}}";
}

} // namespace

QByteArray roadworks(const World& world, city::Instant at)
{
    // The publisher's file begins with a byte order mark.
    QByteArray out = "\xEF\xBB\xBF{\"type\":\"FeatureCollection\",\"demo\":true,\"crs\":{\"type\":\"name\","
                     "\"properties\":{\"name\":"
                     "\"EPSG:3826\"}},\"features\":[";
    bool first = true;
    for (const Works& works : world.works) {
        if (!first) out += ',';
        first = false;
        out += record(works, at);
    }
    return out + "]}";
}

} // namespace app::demo
