// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/reports/build_report.h"
#include "tests/app/dashboards/small_city.h"

/// A report on the small city that has one block of nearly every kind.
namespace small {

inline app::ReportBlockSpec block(app::ReportBlockSpec::Kind kind, const QString& title = {})
{
    app::ReportBlockSpec made;
    made.kind = kind;
    if (!title.isEmpty()) made.title = both(title, title + u"（中）"_s);
    return made;
}

inline app::ReportSpec reportSpec()
{
    using Kind = app::ReportBlockSpec::Kind;
    app::ReportSpec spec;
    spec.id = u"daily"_s;
    spec.title = both(u"Daily"_s, u"日報"_s);
    spec.purpose = both(u"What the air was like."_s, u"空氣如何。"_s);
    spec.blocks.push_back(block(Kind::Headlines));
    app::ReportBlockSpec tiles = block(Kind::Tiles, u"Now"_s);
    tiles.parts.tiles.push_back({both(u"Worst AQI"_s, u"最高 AQI"_s), worst(u"aqi"_s), u"district"_s, {}});
    tiles.parts.tiles.push_back({both(u"Stations"_s, u"測站"_s), count(u"air-station"_s), {}, {}});
    spec.blocks.push_back(tiles);
    app::ReportBlockSpec map = block(Kind::Map, u"Map"_s);
    app::MapLayerSpec layer;
    layer.layer = u"air"_s;
    layer.title = both(u"AQI"_s, u"AQI"_s);
    layer.kind = u"points"_s;
    layer.of = u"air-station"_s;
    layer.value = u"aqi"_s;
    map.parts.map.push_back(layer);
    spec.blocks.push_back(map);
    app::ReportBlockSpec table = block(Kind::Table, u"Stations"_s);
    table.parts.table = {u"places"_s, u"air-station"_s, {u"name"_s, u"area"_s, u"aqi"_s, u"level"_s, u"age"_s}, u"-aqi"_s};
    spec.blocks.push_back(table);
    app::ReportBlockSpec period = block(Kind::Period, u"By hour"_s);
    period.value = u"aqi"_s;
    period.of = u"air-station"_s;
    period.by = u"hour"_s;
    spec.blocks.push_back(period);
    spec.blocks.push_back(block(Kind::Feeds, u"Feeds"_s));
    spec.blocks.push_back(block(Kind::Note, u"Decisions"_s));
    return spec;
}

inline app::ReportInput reportInput(app::Pack made = pack(), std::vector<Feed> feeds = {})
{
    if (feeds.empty()) feeds = {Feed(u"air"_s).station(u"1"_s, 1, 40).station(u"2"_s, 2, 120).station(u"3"_s, 3, 80)};
    made.version = u"7"_s;
    const app::DashboardInput city = input(std::move(made), std::move(feeds));
    app::ReportInput report;
    report.pack = city.pack;
    report.snapshot = city.snapshot;
    report.theme = city.theme;
    report.theme.text = QColor(20, 20, 20);
    report.theme.surface = QColor(255, 255, 255);
    report.theme.families = QStringList{u"Noto Sans"_s, u"Noto Sans CJK TC"_s};
    report.spec = reportSpec();
    report.order.report = report.spec.id;
    report.order.from = Noon - std::chrono::hours(24);
    report.order.to = Noon;
    city::Series series{{u"air-station"_s, u"1"_s}, u"aqi"_s, u"1"_s, {}};
    for (int hour = 23; hour >= 0; --hour)
        series.samples.push_back({Noon - std::chrono::hours(hour), 40.0 + hour});
    report.history = {series};
    return report;
}

} // namespace small
