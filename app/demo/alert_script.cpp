// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/alert_script.h"

#include "app/demo/day.h"

namespace app::demo {

namespace {

// Sentences as the publishers write them, about a day that never was.
// clang-format off
constexpr AlertMessage script[] = {
    {"TPE_road_20260518080000_0001", "https://www.gov.taipei", "TPE", "RoadClose", "臺北市政府工務局", "道路封閉",
     "roadClose", "Actual",
     "Alert", -1, -40, 96, "Transport", "Expected", "Minor", "Observed", "仰德大道部分路段封閉",
     "【示範資料】仰德大道三段邊坡修復，封閉外側車道至5月24日。", "請改道行駛。", "士林區", 0},
    {"MOENV_air_202605200920001", "https://www.moenv.gov.tw", "MOENV", "airquality", "環境部", "空氣品質",
     "airQuality", "Actual",
     "Alert", -1, 9 + 20 / 60.0, 13.5, "Env", "Expected", "Moderate", "Observed", "空氣品質惡化警告",
     "【示範資料】新北市西側受擴散不良影響，細懸浮微粒濃度偏高，空氣品質達對所有族群不健康等級。",
     "敏感族群請減少戶外活動，學校調整戶外課程。", "板橋區 新莊區 三重區 蘆洲區 泰山區 五股區", 0},
    {"CWA-EQ115063-2026-0520-101200", "https://www.cwa.gov.tw", "CWA", "Earthquake", "中央氣象署", "地震",
     "earthquake", "Actual",
     "Alert", -1, quakeAt + 5 / 60.0, quakeAt + 65 / 60.0, "Geo", "Past", "Moderate", "Observed", "地震報告",
     "【示範資料】05/20-10:12宜蘭縣政府東方15.6公里發生規模5.1有感地震，最大震度新北市3級。",
     "請注意餘震，檢查瓦斯與電源。", "臺北市 新北市", 0},
    {"NCDR_drill_202605201645001", "https://www.ncdr.nat.gov.tw", "NCDR", "Evacuation", "國家災害防救科技中心",
     "疏散避難", "evacuation",
     "Exercise", "Alert", -1, 16.75, 18.5, "Safety", "Immediate", "Extreme", "Likely", "疏散避難演習",
     "【演習】【示範資料】本訊息為演習，請勿驚慌。模擬南港區低窪地區民眾疏散撤離。", "本訊息為演習，無須採取行動。", "南港區", 0},
    {"CWA-Weather_thunderstorm_202605201525001", "weather@cwa.gov.tw", "CWA", "thunderstorm", "中央氣象署",
     "雷雨", "thunderstorm",
     "Actual", "Alert", -1, 15 + 25 / 60.0, 17, "Met", "Immediate", "Severe", "Observed", "大雷雨即時訊息",
     "【示範資料】大雷雨發生於文山區及新店區，慎防短時強降雨、雷擊及強陣風，持續時間至17時00分。",
     "請遠離溪流與低窪地區，留意瞬間強風與雷擊。", "文山區 新店區 深坑區", 15.9},
    {"CWA-Weather_thunderstorm_202605201640001", "weather@cwa.gov.tw", "CWA", "thunderstorm", "中央氣象署",
     "雷雨", "thunderstorm",
     "Actual", "Update", 4, 16 + 40 / 60.0, 19, "Met", "Immediate", "Extreme", "Observed", "大雷雨即時訊息（更新）",
     "【示範資料】大雷雨往東北移動，信義區、大安區、南港區及內湖區時雨量已達60毫米，持續時間至19時00分。",
     "請避免進入地下室與地下道，低窪地區請移置車輛。", "文山區 大安區 信義區 南港區 內湖區 松山區", 17.2},
    {"CWA-Weather_thunderstorm_202605201850001", "weather@cwa.gov.tw", "CWA", "thunderstorm", "中央氣象署",
     "雷雨", "thunderstorm",
     "Actual", "Cancel", 5, 18 + 50 / 60.0, 19, "Met", "Past", "Minor", "Observed", "解除大雷雨即時訊息",
     "【示範資料】降雨已趨緩和，解除大雷雨即時訊息。", "", "文山區 大安區 信義區 南港區 內湖區 松山區", 0},
    {"WRA_FloodWarn_20260520161000_0001", "https://www.wra.gov.tw", "WRA", "FloodWarn", "水利署", "淹水",
     "flood", "Actual", "Alert",
     -1, 16 + 10 / 60.0, 20 + 10 / 60.0, "Met", "Immediate", "Severe", "Likely", "淹水警戒（一級）",
     "【示範資料】水利署淹水警戒：信義區、文山區如持續降雨，低窪地區可能於三小時內淹水，道路請減速慢行。",
     "低窪地區民眾請移置車輛與財物至高處。", "信義區 文山區", 0},
    {"TPE_gate_20260520171500_0001", "https://www.gov.taipei", "TPE", "FloodGate", "臺北市政府工務局", "疏散門",
     "floodgate", "Actual",
     "Alert", -1, 17.25, 23, "Infra", "Expected", "Moderate", "Likely", "疏散門關閉預告",
     "【示範資料】景美溪沿岸疏散門將於18時起只出不進，河濱停車場車輛請儘速駛離。", "請勿進入河濱公園。", "文山區", 0},
};
// clang-format on

} // namespace

std::span<const AlertMessage> alertScript()
{
    return script;
}

} // namespace app::demo
