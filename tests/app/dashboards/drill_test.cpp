// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/dashboards/small_city.h"
#include "tests/support/test_main.h"

using namespace small;
using city::Freshness;

class DrillTest : public QObject {
    Q_OBJECT

    static app::Pack airPack()
    {
        app::Pack made = pack();
        app::DashboardSpec& air = made.dashboards.front();
        air.map.push_back({u"stations"_s,
                           both(u"Stations"_s, u"測站"_s),
                           u"points"_s,
                           u"air-station"_s,
                           u"aqi"_s,
                           {},
                           {},
                           u"value"_s,
                           {},
                           {},
                           true});
        air.map.push_back({u"areas"_s,
                           both(u"By area"_s, u"各區"_s),
                           u"choropleth"_s,
                           u"air-station"_s,
                           u"aqi"_s,
                           {},
                           {},
                           {},
                           {},
                           {},
                           true});
        air.charts.push_back(
            {u"series"_s, both(u"AQI"_s, u"指標"_s), u"aqi"_s, {}, u"air-station"_s, {}, std::nullopt, 12});
        air.charts.push_back({u"bars"_s,
                              both(u"By area"_s, u"各區"_s),
                              u"aqi"_s,
                              {},
                              u"air-station"_s,
                              u"next level down"_s,
                              std::nullopt,
                              12});
        air.charts.push_back({u"levels"_s,
                              both(u"Levels"_s, u"等級"_s),
                              u"aqi"_s,
                              {},
                              u"air-station"_s,
                              {},
                              std::nullopt,
                              12});
        air.table = {
            u"places"_s, u"air-station"_s, {u"name"_s, u"area"_s, u"aqi"_s, u"level"_s, u"age"_s}, u"-aqi"_s};
        return made;
    }
    static Feed air()
    {
        Feed feed(u"air"_s);
        feed.station(u"a"_s, 1, 40)
            .station(u"b"_s, 2, 120)
            .station(u"c"_s, 3, 80)
            .place(u"air-station"_s, u"silent"_s, 3);
        feed.station(u"old"_s, 1, 300, 60 * Minute);
        feed.value(u"air-station"_s, u"b"_s, u"speed"_s, 3);
        return feed;
    }
    static app::DashboardInput airInput(const city::Focus& focus = {})
    {
        app::DashboardInput in = input(airPack(), {air()});
        in.focus = focus;
        return in;
    }
    static city::Focus onPlace(const QString& id, const QString& area)
    {
        city::Focus focus = onArea(area);
        focus.place = city::PlaceId{u"air-station"_s, id};
        return focus;
    }
    static QStringList column(const widgets::TableData& table, std::size_t index)
    {
        QStringList texts;
        for (const widgets::TableRow& row : table.rows)
            texts << row.cells[index].text;
        return texts;
    }

private Q_SLOTS:
    void crumbsLeadFromThePackToThePlace()
    {
        const auto crumbs = app::compute(airInput(onPlace(u"b"_s, u"V2"_s))).crumbs;
        QStringList texts;
        for (const widgets::Crumb& crumb : crumbs)
            texts << crumb.text;
        QCOMPARE(texts, (QStringList{u"Small land"_s, u"City 1"_s, u"District 2"_s, u"Village 2"_s,
                                     u"Station b"_s}));
        QVERIFY(crumbs[0].target.area.isEmpty() && !crumbs[0].target.place);
        QCOMPARE(crumbs[2].target.area, u"D2"_s);
        QVERIFY(!crumbs[2].target.place);
        QCOMPARE(crumbs[4].target.place.value().id, u"b"_s);
    }

    void tableWorstFirstWithWhatIsNotCurrentLast()
    {
        const widgets::TableData table = app::compute(airInput()).table;
        QCOMPARE(column(table, 0), (QStringList{u"Station b"_s, u"Station c"_s, u"Station a"_s,
                                                u"Station silent"_s, u"Station old"_s}));
        QCOMPARE(column(table, 2), (QStringList{u"120"_s, u"80"_s, u"40"_s, u"–"_s, u"300"_s}));
        QCOMPARE(column(table, 3), (QStringList{u"Bad"_s, u"Fair"_s, u"Good"_s, u"–"_s, u"–"_s}));
        QVERIFY(table.rows[3].cells[2].muted && !table.rows[3].cells[2].number);
        QVERIFY(table.rows[4].cells[2].muted &&
                !table.rows[4].cells[2].number); // 300 of an hour ago is not the worst now
        QCOMPARE(table.rows[0].target.value().place.value().id, u"b"_s);
        QCOMPARE(table.rows[0].target.value().area, u"V2"_s);
        QVERIFY(table.descending);
        QCOMPARE(table.sortColumn, 2);
    }

    void anAreaLeavesOutWhatLiesElsewhere()
    {
        const app::DashboardPicture shown = app::compute(airInput(onArea(u"C2"_s)));
        QCOMPARE(column(shown.table, 0), (QStringList{u"Station c"_s, u"Station silent"_s}));
        QCOMPARE(shown.charts.front().series.size(), 1u);
        QCOMPARE(shown.fit.value().west, 121.02);
        QCOMPARE(shown.selectedId, u"C2"_s);
        const map::LayerScene& stations = *shown.scene->layers[1];
        const auto dim = std::count_if(stations.marks.begin(), stations.marks.end(),
                                       [](const map::Mark& mark) { return qAlpha(mark.fill) < 255; });
        QCOMPARE(dim, 3); // those of the other city recede
    }

    void barsOfTheNextLevelDown()
    {
        const widgets::ChartData bars = app::compute(airInput()).charts[1];
        QCOMPARE(bars.bars.size(), 4u); // few cities: their districts
        QCOMPARE(bars.bars[0].label, u"District 2"_s);
        QCOMPARE(bars.bars[0].value.value(), 120.0);
        QCOMPARE(bars.bars[0].colour, QColor(255, 0, 0));
        QCOMPARE(bars.bars[0].target.value().area, u"D2"_s);
        QCOMPARE(bars.bars[2].value.value(), 40.0); // district 1: the stale 300 does not count
        QVERIFY(!bars.bars[3].value);               // district 4 has no station
        QCOMPARE(bars.bars[3].valueText, u"no data"_s);
        const widgets::ChartData inside = app::compute(airInput(onArea(u"D2"_s))).charts[1];
        QCOMPARE(inside.bars.size(), 1u);
        QCOMPARE(inside.bars[0].label, u"Station b"_s); // few places left: they themselves
    }

    void levelsAreCountedAndFilter()
    {
        const app::DashboardPicture all = app::compute(airInput());
        QCOMPARE(all.charts[2].bars.size(), 3u);
        QCOMPARE(all.charts[2].bars[2].value.value(), 1.0);
        const city::Focus filtered = all.charts[2].bars[2].target.value();
        QCOMPARE(filtered.level, u"air:3"_s);
        const app::DashboardPicture bad = app::compute(airInput(filtered));
        QCOMPARE(column(bad.table, 0), QStringList{u"Station b"_s});
        QCOMPARE(bad.scene->layers[1]->marks.size(), 1u);
        QVERIFY(bad.charts[2].bars[2].selected);
        QVERIFY(bad.charts[2].bars[2].target.value().level.isEmpty()); // again: off
    }

    void atAPlaceItsOwnQuantitiesAreDrawn()
    {
        app::DashboardInput in = airInput(onPlace(u"b"_s, u"D2"_s));
        in.history.push_back({{u"air-station"_s, u"b"_s},
                              u"aqi"_s,
                              u"1"_s,
                              {{Noon - 120 * Minute, 90}, {Noon - 60 * Minute, 100}}});
        const app::DashboardPicture shown = app::compute(in);
        QVERIFY(shown.place);
        QCOMPARE(shown.place->name, u"Station b"_s);
        QCOMPARE(shown.place->where, u"Village 2, District 2, City 1"_s);
        QCOMPARE(shown.place->values.size(), 2u);
        QCOMPARE(shown.place->values[0].word, u"Bad"_s);
        QCOMPARE(shown.charts[0].title, u"AQI"_s);
        QCOMPARE(shown.charts[0].series[0].samples.size(), 3u); // the newest joins what the store had
        QCOMPARE(shown.charts[0].bands.size(), 3u);
        QCOMPARE(shown.charts[1].title, u"Speed"_s);
        QVERIFY(!shown.charts[1].note.isEmpty());
        QVERIFY(std::any_of(shown.table.rows.begin(), shown.table.rows.end(),
                            [](const auto& row) { return row.selected && row.key == u"b"_s; }));
        QCOMPARE(shown.selectedKind, u"air-station"_s);
        QCOMPARE(shown.scene->layers.back()->marks.size(), 1u); // ringed
    }

    void anUnknownPlaceAreaAndDashboard()
    {
        city::Focus focus = onPlace(u"nowhere"_s, u"X9"_s);
        focus.dashboard = u"none"_s;
        const app::DashboardPicture shown = app::compute(airInput(focus));
        QCOMPARE(shown.dashboard, u"air"_s);
        QVERIFY(!shown.place->note.isEmpty());
        QCOMPARE(shown.table.rows.size(), 5u);
        QCOMPARE(shown.fit.value().east, 121.04);
    }

    void theChosenQuantityIsWhatChartsSpeakOf()
    {
        city::Focus focus;
        focus.quantity = u"speed"_s;
        const app::DashboardPicture shown = app::compute(airInput(focus));
        QCOMPARE(shown.charts[0].title, u"Speed"_s);
        QCOMPARE(shown.charts[0].series.size(), 1u);
    }

    void areasAsRows()
    {
        app::Pack made = airPack();
        made.dashboards.front().table = {u"areas"_s, {}, {u"name"_s, u"aqi"_s, u"people"_s}, u"-aqi"_s};
        const widgets::TableData table = app::compute(input(made, {air()})).table;
        QCOMPARE(column(table, 0),
                 (QStringList{u"District 2"_s, u"District 3"_s, u"District 1"_s, u"District 4"_s}));
        QCOMPARE(column(table, 1), (QStringList{u"120"_s, u"80"_s, u"40"_s, u"–"_s}));
        QCOMPARE(column(table, 2), (QStringList{u"2,000"_s, u"4,000"_s, u"1,000"_s, u"8,000"_s}));
        QCOMPARE(table.rows[0].target.value().area, u"D2"_s);
    }

    void areasMeasuredAsPlaces()
    {
        Feed cases(u"cdc"_s);
        cases.value(u"district"_s, u"D1"_s, u"cases"_s, 5)
            .value(u"district"_s, u"甲市第2區"_s, u"cases"_s, 7);
        app::Pack made = pack();
        app::DashboardSpec& spec = made.dashboards.front();
        spec.tiles.push_back({both(u"T"_s, u"圖"_s), aggregate(u"sum"_s, u"cases"_s), {}, {}});
        spec.charts.push_back({u"bars"_s,
                               both(u"C"_s, u"圖"_s),
                               u"cases"_s,
                               {},
                               u"district"_s,
                               u"next level down"_s,
                               std::nullopt,
                               12});
        app::DashboardInput in = input(made, {cases});
        QCOMPARE(app::compute(in).tiles.front().value, u"12"_s);
        QCOMPARE(app::compute(in).charts.front().bars.front().label, u"District 2"_s);
        in.focus = onArea(u"D1"_s);
        const app::DashboardPicture inside = app::compute(in);
        QCOMPARE(inside.tiles.front().value, u"5"_s);
        QCOMPARE(inside.charts.front().bars.size(), 2u); // with its neighbour to compare
        QVERIFY(inside.charts.front().bars[1].selected);
    }
};

CITYOPS_TEST(QCoreApplication, DrillTest)
#include "drill_test.moc"
