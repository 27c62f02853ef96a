// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/sample_city.h"

#include "layers/geo/projection.h"

#include <cmath>

namespace sample {

using namespace widgets;
using city::Freshness;

namespace {

const city::Instant kNoon = *city::fromIso(u"2026-07-15T04:00:00Z");

std::vector<city::Sample> course(double base, double swing, double phase)
{
    std::vector<city::Sample> samples;
    for (int i = 0; i < 288; ++i) {
        if (i > 150 && i < 180) continue;
        const double day = i / 288.0 * 6.28318;
        samples.push_back({kNoon - std::chrono::minutes(5 * (288 - i)),
                           base + swing * std::sin(day + phase) + swing * 0.15 * std::sin(day * 17 + phase)});
    }
    return samples;
}

} // namespace

city::Focus focusOn(const QString& area)
{
    city::Focus focus;
    focus.dashboard = QStringLiteral("overview");
    focus.area = area;
    return focus;
}

TileData tile()
{
    TileData t;
    t.id = QStringLiteral("aqi");
    t.title = QStringLiteral("Worst air quality");
    t.value = QStringLiteral("112");
    t.unit = QStringLiteral("AQI");
    t.word = QStringLiteral("Unhealthy for sensitive groups");
    t.colour = QColor(0xff, 0x7e, 0x00);
    t.shape = map::Shape::Triangle;
    t.change = QStringLiteral("▲ 12 in 1 h");
    t.spark = course(80, 30, 1);
    t.freshness = Freshness::Fresh;
    t.age = QStringLiteral("24 min");
    t.source.lines = {QStringLiteral("Feed: hourly air quality"), QStringLiteral("Observed: 13:00")};
    t.target = focusOn(QStringLiteral("63000"));
    return t;
}

std::vector<TileData> tiles()
{
    std::vector<TileData> all{tile()};
    TileData bikes = tile();
    bikes.id = QStringLiteral("bikes");
    bikes.title = QStringLiteral("可借 YouBike");
    bikes.value = QStringLiteral("18,432");
    bikes.unit = QStringLiteral("輛");
    bikes.word = QString();
    bikes.colour = QColor();
    bikes.change = QStringLiteral("▼ 1,204 / 1 小時");
    bikes.spark = course(18000, 3000, 2);
    bikes.freshness = Freshness::Late;
    bikes.age = QStringLiteral("7 min");
    all.push_back(bikes);
    TileData rain = tile();
    rain.id = QStringLiteral("rain");
    rain.title = QStringLiteral("Heaviest rain, 1 h");
    rain.value = QStringLiteral("42.5");
    rain.unit = QStringLiteral("mm");
    rain.word = QStringLiteral("大安區");
    rain.colour = QColor(0x3a, 0x8f, 0xd9);
    rain.shape = map::Shape::Square;
    rain.freshness = Freshness::Stale;
    rain.age = QStringLiteral("2 h 10 min");
    rain.spark.clear();
    rain.change.clear();
    all.push_back(rain);
    TileData none = tile();
    none.id = QStringLiteral("crowd");
    none.title = QStringLiteral("People at <b>markets</b>");
    none.value.clear();
    none.note = QStringLiteral("The counters have said nothing since 09:00. See data ages.");
    none.freshness = Freshness::Missing;
    none.age.clear();
    all.push_back(none);
    return all;
}

ChartData bars()
{
    ChartData c;
    c.kind = ChartData::Kind::Bars;
    c.id = QStringLiteral("aqi-by-district");
    c.title = QStringLiteral("Air quality by district");
    c.unit = QStringLiteral("AQI");
    c.freshness = Freshness::Fresh;
    c.age = QStringLiteral("24 min");
    const std::pair<const char*, double> rows[] = {{"萬華區 Wanhua", 112}, {"大同區 Datong", 96},
                                                   {"Zhongzheng", 88},     {"<b>x</b>", 61},
                                                   {"Beitou", 0},          {"士林區", 47}};
    for (const auto& [label, value] : rows) {
        ChartBar bar;
        bar.label = QString::fromUtf8(label);
        bar.value = value;
        bar.valueText = QString::number(value) + QStringLiteral(" AQI");
        bar.colour = value > 100  ? QColor(0xff, 0x7e, 0x00)
                     : value > 50 ? QColor(0xff, 0xff, 0x00)
                                  : QColor(0x00, 0xe4, 0x00);
        bar.target = focusOn(bar.label);
        c.bars.push_back(bar);
    }
    c.bars[1].selected = true;
    c.bars[2].value.reset();
    return c;
}

ChartData series()
{
    ChartData c;
    c.id = QStringLiteral("pm25-day");
    c.title = QStringLiteral("PM2.5, last day");
    c.unit = QStringLiteral("µg/m³");
    c.from = kNoon - std::chrono::hours(24);
    c.to = kNoon;
    c.gap = std::chrono::minutes(20);
    c.decimals = 1;
    c.freshness = Freshness::Late;
    c.age = QStringLiteral("1 h 5 min");
    c.series.push_back({QStringLiteral("古亭"), {}, course(28, 14, 0)});
    c.series.push_back({QStringLiteral("Wanhua"), {}, course(34, 10, 1)});
    c.bands = {{0, 15.5, QColor(0x00, 0xe4, 0x00), QStringLiteral("Good")},
               {15.5, 35.5, QColor(0xff, 0xff, 0x00), QStringLiteral("Moderate")},
               {35.5, 54.5, QColor(0xff, 0x7e, 0x00), QStringLiteral("Unhealthy for sensitive groups")}};
    return c;
}

TableData table()
{
    TableData t;
    t.title = QStringLiteral("Stations");
    t.columns = {{QStringLiteral("Place"), {}, false},
                 {QStringLiteral("District"), {}, false},
                 {QStringLiteral("PM2.5"), QStringLiteral("µg/m³"), true},
                 {QStringLiteral("Age"), {}, true}};
    const std::tuple<const char*, const char*, double, int> rows[] = {{"萬華 Wanhua", "萬華區", 41.2, 24},
                                                                      {"古亭 Guting", "大安區", 9.5, 24},
                                                                      {"<b>x</b>", "信義區", 120, 84},
                                                                      {"Silent", "北投區", -1, 0},
                                                                      {"士林 Shilin", "士林區", 28, 24}};
    for (const auto& [name, district, value, age] : rows) {
        TableRow row;
        row.key = QString::fromUtf8(name);
        row.target = focusOn(row.key);
        row.cells.resize(4);
        row.cells[0].text = row.key;
        row.cells[1].text = QString::fromUtf8(district);
        row.cells[1].muted = true;
        if (value >= 0) {
            row.cells[2].text = QString::number(value, 'f', 1);
            row.cells[2].number = value;
            row.cells[2].colour = value > 54   ? QColor(0xff, 0, 0)
                                  : value > 35 ? QColor(0xff, 0x7e, 0)
                                               : QColor(0xff, 0xff, 0);
            row.cells[2].shape = value > 54   ? map::Shape::Diamond
                                 : value > 35 ? map::Shape::Triangle
                                              : map::Shape::Circle;
        } else {
            row.cells[2].text = QStringLiteral("no data");
            row.cells[2].muted = true;
        }
        row.cells[3].text = QString::number(age) + QStringLiteral(" min");
        row.cells[3].number = age;
        t.rows.push_back(row);
    }
    t.rows[1].selected = true;
    t.sortColumn = 2;
    t.descending = true;
    return t;
}

std::vector<LayerEntry> layers()
{
    LayerEntry air{QStringLiteral("air"),
                   QStringLiteral("Air quality stations"),
                   QStringLiteral("Live"),
                   true,
                   false,
                   {},
                   Freshness::Late,
                   QStringLiteral("1 h")};
    air.legend = {
        {QStringLiteral("Good"), qRgb(0, 228, 0), map::Shape::Circle, map::LegendEntry::Symbol::Mark,
         QStringLiteral("1"), 12},
        {QStringLiteral("Moderate"), qRgb(255, 255, 0), map::Shape::Square, map::LegendEntry::Symbol::Mark,
         QStringLiteral("2"), 1204},
        {QStringLiteral("Unhealthy for sensitive groups of people"), qRgb(255, 126, 0), map::Shape::Triangle,
         map::LegendEntry::Symbol::Mark, QStringLiteral("3"), 3},
        {QStringLiteral("No data"), 0, map::Shape::Circle, map::LegendEntry::Symbol::Hatch, QString(), 0}};
    LayerEntry roads{QStringLiteral("roads"),
                     QStringLiteral("主要道路"),
                     QStringLiteral("Map"),
                     true,
                     false,
                     {},
                     Freshness::Fresh,
                     {}};
    roads.legend = {{QStringLiteral("Expressway"),
                     qRgb(200, 120, 60),
                     map::Shape::Circle,
                     map::LegendEntry::Symbol::Line,
                     {},
                     -1}};
    LayerEntry villages{QStringLiteral("villages"),
                        QStringLiteral("Villages"),
                        QStringLiteral("Map"),
                        false,
                        false,
                        {},
                        Freshness::Fresh,
                        {}};
    LayerEntry dropped{QStringLiteral("drop"),
                       QStringLiteral("evacuation & shelters of the river side.gpkg"),
                       QStringLiteral("Dropped here"),
                       true,
                       true,
                       {},
                       Freshness::Fresh,
                       {}};
    return {air, roads, villages, dropped};
}

std::vector<FeedAge> feeds()
{
    return {{QStringLiteral("bikes"),
             QStringLiteral("YouBike 2.0 臺北市"),
             Freshness::Fresh,
             QStringLiteral("1 min"),
             {}},
            {QStringLiteral("air"),
             QStringLiteral("Hourly air quality"),
             Freshness::Late,
             QStringLiteral("1 h 5 min"),
             {}},
            {QStringLiteral("rain"), QStringLiteral("Rain gauges"), Freshness::Stale, QStringLiteral("2 h"),
             QStringLiteral("HTTP 503 since 14:05")},
            {QStringLiteral("cap"), QStringLiteral("Alerts of the disaster centre"), Freshness::Dead,
             QStringLiteral("3 d"), QStringLiteral("No answer: the name cannot be resolved")},
            {QStringLiteral("vd"), QStringLiteral("Vehicle detectors"), Freshness::Future,
             QStringLiteral("-20 min"), QStringLiteral("Dated ahead of the clock")},
            {QStringLiteral("crowd"),
             QStringLiteral("Market counters"),
             Freshness::Missing,
             {},
             QStringLiteral("Never answered")}};
}

PlaceCard place()
{
    PlaceCard card;
    card.id = {QStringLiteral("air-station"), QStringLiteral("12")};
    card.name = QStringLiteral("萬華 Wanhua");
    card.kind = QStringLiteral("Air quality station");
    card.where = QStringLiteral("萬華區, 臺北市");
    card.values = {{QStringLiteral("aqi"), QStringLiteral("Air quality index"), QStringLiteral("112"),
                    QStringLiteral("AQI"), QStringLiteral("Unhealthy for sensitive groups"),
                    QColor(0xff, 0x7e, 0), map::Shape::Triangle, Freshness::Fresh, QStringLiteral("24 min"),
                    QStringLiteral("Hourly air quality")},
                   {QStringLiteral("pm25"),
                    QStringLiteral("PM2.5"),
                    QStringLiteral("41.2"),
                    QStringLiteral("µg/m³"),
                    QStringLiteral("Moderate"),
                    QColor(0xff, 0xff, 0),
                    map::Shape::Square,
                    Freshness::Stale,
                    QStringLiteral("3 h"),
                    {}},
                   {QStringLiteral("o3"),
                    QStringLiteral("Ozone, eight hours"),
                    {},
                    QStringLiteral("ppb"),
                    {},
                    {},
                    map::Shape::Circle,
                    Freshness::Missing,
                    {},
                    {}}};
    card.details = {{QStringLiteral("Address"),
                     QStringLiteral("臺北市萬華區中華路二段 <b>x</b> 高架道路下方觀測站房 2 樓")},
                    {QStringLiteral("Operator"), QStringLiteral("環境部")}};
    return card;
}

AlertNotice alert()
{
    AlertNotice a;
    a.id = QStringLiteral("a1");
    a.event = QStringLiteral("Thunderstorm");
    a.headline = QStringLiteral("大雷雨即時訊息 <b>not bold</b>");
    a.severityWord = QStringLiteral("Severe");
    a.urgencyWord = QStringLiteral("Immediate");
    a.alarm = 1;
    a.area = QStringLiteral("大安區, 信義區, 文山區");
    a.effective = QStringLiteral("14:05");
    a.expires = QStringLiteral("15:20");
    a.description =
        QStringLiteral("Strong thunderstorm with 40 mm in an hour; flooding in low places is likely.");
    a.instruction = QStringLiteral("慎防劇烈降雨、雷擊及強陣風,避免涉水。");
    a.sender = QStringLiteral("中央氣象署");
    a.target = focusOn(QStringLiteral("63000030"));
    return a;
}

std::vector<RailEntry> rail()
{
    return {{QStringLiteral("overview"), QStringLiteral("Overview"), QStringLiteral("overview"),
             QStringLiteral("How is the city?")},
            {QStringLiteral("traffic"), QStringLiteral("Traffic"), QStringLiteral("traffic"),
             QStringLiteral("Does it flow?")},
            {QStringLiteral("air-quality"), QStringLiteral("Air quality"), QStringLiteral("air"),
             QStringLiteral("Can we breathe?")},
            {QStringLiteral("disaster-alerts"), QStringLiteral("Disaster alerts"), QStringLiteral("alert"),
             QStringLiteral("What threatens?")},
            {QStringLiteral("crowd-flow"), QStringLiteral("人流與疫情"), QStringLiteral("crowd"),
             QStringLiteral("Where is it full?")}};
}

std::vector<Crumb> crumbs()
{
    return {{QStringLiteral("臺北市"), focusOn(QStringLiteral("63000"))},
            {QStringLiteral("大安區"), focusOn(QStringLiteral("63000030"))},
            {QStringLiteral("龍門里"), focusOn(QStringLiteral("6300003005"))},
            {QStringLiteral("捷運大安森林公園站(2號出口) & a long name"), focusOn(QStringLiteral("s"))}};
}

std::shared_ptr<const map::Scene> scene(const Theme& theme)
{
    auto layer = std::make_shared<map::LayerScene>();
    layer->id = QStringLiteral("sample");
    layer->attribution = QStringLiteral("© Sample city");
    const auto at = [](double lon, double lat) { return geo::toMercator({lon, lat}); };
    for (int i = 0; i < 2; ++i) {
        const double west = 121.50 + 0.04 * i, east = west + 0.04;
        auto shape = std::make_shared<map::AreaShape>();
        shape->rings = {
            {at(west, 25.00), at(east, 25.00), at(east, 25.06), at(west, 25.06), at(west, 25.00)}};
        shape->bounds = QRectF(at(west, 25.00), at(east, 25.06)).normalized();
        map::Area area;
        area.shape = shape;
        area.fill = theme.ramp(QStringLiteral("viridis"), 0.3 + 0.4 * i).rgba();
        area.outline = theme.mapBoundary.rgba();
        area.ref = static_cast<map::RefIndex>(layer->refs.size());
        layer->refs.push_back({QStringLiteral("area"),
                               QStringLiteral("d%1").arg(i),
                               i ? QStringLiteral("大安區") : QStringLiteral("<b>x</b>"),
                               {QStringLiteral("PM2.5: 41 µg/m³")}});
        layer->areas.push_back(area);
    }
    for (int i = 0; i < 3; ++i) {
        map::Mark mark;
        mark.at = at(121.52 + 0.02 * i, 25.03);
        mark.radius = 7;
        mark.fill = qRgb(255, 126, 0);
        mark.shape = i == 0 ? map::Shape::Triangle : map::Shape::Circle;
        mark.ref = static_cast<map::RefIndex>(layer->refs.size());
        layer->refs.push_back({QStringLiteral("station"),
                               QStringLiteral("s%1").arg(i),
                               QStringLiteral("Station %1").arg(i),
                               {QStringLiteral("bikes: 12"), QStringLiteral("observed: 2 min ago")}});
        layer->marks.push_back(mark);
        map::Label label;
        label.at = mark.at;
        label.text = QStringLiteral("站 %1").arg(i);
        label.offsetY = 16;
        layer->labels.push_back(label);
    }
    auto scene = std::make_shared<map::Scene>();
    scene->ink = inkOf(theme);
    scene->layers.push_back(layer);
    scene->stamp = QStringLiteral("DEMO DATA");
    return scene;
}

} // namespace sample
