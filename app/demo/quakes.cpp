// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/text.h"
#include "app/demo/topic.h"

namespace app::demo {

namespace {

struct Quake {
    double hour; // Of the scripted day; negative before it.
    int number;
    double magnitude, depth;
    city::LonLat at;
    const char* where;
    const char* taipei;
    const char* newTaipei;
    const char* colour;
};

constexpr Quake quakes[] = {
    {quakeAt,
     115063,
     5.1,
     21.4,
     {121.91, 24.72},
     "宜蘭縣政府東方  15.6  公里 (位於臺灣東部海域)",
     "3級",
     "3級",
     "綠色"},
    {-31.4,
     115062,
     4.4,
     9.8,
     {121.62, 24.11},
     "花蓮縣政府北方  13.1  公里 (位於花蓮縣秀林鄉)",
     "1級",
     "1級",
     "綠色"},
    {-102.7,
     115061,
     4.8,
     66.2,
     {121.78, 24.93},
     "新北市政府東方  33.2  公里 (位於新北市雙溪區)",
     "2級",
     "2級",
     "綠色"},
};
constexpr double reportAfter = 5 / 60.0; // Hours.

QByteArray area(const char* county, const char* intensity)
{
    return QByteArray("{\"AreaDesc\":\"") + county + "地區\",\"CountyName\":\"" + county +
           "\",\"InfoStatus\":\"observe\",\"AreaIntensity\":\"" + intensity + "\",\"EqStation\":[]}";
}

QByteArray report(const Quake& quake)
{
    const city::Instant at = atHours(quake.hour);
    const QByteArray magnitude = number(quake.magnitude, 1);
    return "{\"EarthquakeNo\":" + QByteArray::number(quake.number) +
           ",\"ReportType\":\"地震報告\",\"ReportColor\":\"" + quake.colour + "\",\"ReportContent\":\"" +
           local(at, "MM/dd-HH:mm") + "發生規模" + magnitude + "有感地震，最大震度新北市" + quake.newTaipei +
           "。\",\"ReportImageURI\":\"\",\"ReportRemark\":\"示範資料\",\"Web\":"
           "\"https://scweb.cwa.gov.tw/zh-tw/earthquake/"
           "\",\"ShakemapImageURI\":\"\",\"EarthquakeInfo\":{\"OriginTime\":\"" +
           local(at, "yyyy-MM-dd HH:mm:ss") +
           "\",\"Source\":\"中央氣象署\",\"FocalDepth\":" + number(quake.depth, 1) +
           ",\"Epicenter\":{\"Location\":\"" + quake.where +
           "\",\"EpicenterLatitude\":" + number(quake.at.lat, 2) +
           ",\"EpicenterLongitude\":" + number(quake.at.lon, 2) +
           "},\"EarthquakeMagnitude\":{\"MagnitudeType\":\"芮氏規模\",\"MagnitudeValue\":" + magnitude +
           "}},\"Intensity\":{\"ShakingArea\":[" + area("臺北市", quake.taipei) + ',' +
           area("新北市", quake.newTaipei) + ",{\"AreaDesc\":\"最大震度" + quake.newTaipei +
           "地區\",\"CountyName\":\"新北市\",\"AreaIntensity\":\"" + quake.newTaipei +
           "\",\"EqStation\":[]}]}}";
}

} // namespace

QByteArray earthquakes(const World&, city::Instant at)
{
    QByteArray list;
    for (const Quake& quake : quakes) {
        if (hoursOf(at) < quake.hour + reportAfter) continue;
        if (!list.isEmpty()) list += ',';
        list += report(quake);
    }
    return "{\"success\":\"true\",\"demo\":true,\"result\":{\"resource_id\":\"E-A0015-001\",\"fields\":[]},"
           "\"records\":"
           "{\"datasetDescription\":\"地震報告\",\"Earthquake\":[" +
           list + "]}}";
}

} // namespace app::demo
