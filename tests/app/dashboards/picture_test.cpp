// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/dashboards/small_city.h"
#include "tests/support/test_main.h"

using namespace small;
using city::Freshness;

class PictureTest : public QObject {
    Q_OBJECT

    static app::MapLayerSpec layer(const QString& id, const QString& kind, const QString& of,
                                   const QString& value)
    {
        return {id, both(id, id), kind, of, value, {}, {}, {}, {}, {}, true};
    }
    static app::Pack everything()
    {
        app::Pack made = pack();
        app::DashboardSpec& spec = made.dashboards.front();
        spec.map = {layer(u"works"_s, u"events"_s, u"roadworks"_s, {}),
                    layer(u"stations"_s, u"points"_s, u"air-station"_s, u"aqi"_s),
                    layer(u"roads"_s, u"lines"_s, u"road"_s, u"speed"_s),
                    layer(u"areas"_s, u"choropleth"_s, u"bike"_s, u"bikes"_s)};
        spec.layers = QStringList{u"districts"_s};
        for (const QString& kind : {u"series"_s, u"bars"_s, u"levels"_s, u"histogram"_s, u"events"_s})
            spec.charts.push_back({kind,
                                   both(kind, kind),
                                   u"aqi"_s,
                                   {},
                                   kind == u"events"_s ? QString() : u"air-station"_s,
                                   u"next level down"_s,
                                   std::nullopt,
                                   12});
        spec.tiles.push_back({both(u"Works"_s, u"施工"_s), of(app::Expression::What::Events), {}, {}});
        spec.table = {u"places"_s, u"air-station"_s, {u"name"_s, u"aqi"_s}, u"-aqi"_s};
        return made;
    }
    static std::vector<Feed> facts()
    {
        Feed air(u"air"_s), bikes(u"bikes"_s), roads(u"roads"_s);
        air.station(u"a"_s, 1, 40).station(u"b"_s, 2, 120).station(u"old"_s, 3, 90, 60 * Minute);
        air.place(u"air-station"_s, u"silent"_s, 4);
        bikes.place(u"bike"_s, u"1"_s, 1).value(u"bike"_s, u"1"_s, u"bikes"_s, 0);
        bikes.place(u"bike"_s, u"2"_s, 2).value(u"bike"_s, u"2"_s, u"bikes"_s, 9);
        city::Place road;
        road.id = {u"road"_s, u"r"_s};
        road.shape.lines.push_back({{121.001, 25.005}, {121.009, 25.005}});
        roads.picture().places.push_back(road);
        roads.value(u"road"_s, u"r"_s, u"speed"_s, 33);
        roads.picture().events = {event(u"now"_s, -60, 60), event(u"over"_s, -60, -1),
                                  event(u"planned"_s, 60, 120)};
        return {air, bikes, roads};
    }
    static city::Event event(const QString& id, int beginsInMinutes, int endsInMinutes)
    {
        city::Event made;
        made.id = id;
        made.kind = u"roadworks"_s;
        made.geometry.points.push_back({121.005, 25.005});
        made.begins = Noon + beginsInMinutes * Minute;
        made.ends = Noon + endsInMinutes * Minute;
        made.reportedAt = Noon;
        return made;
    }
    static const map::LayerScene* sceneOf(const app::DashboardPicture& picture, const QString& id)
    {
        for (const auto& one : picture.scene->layers)
            if (one->id == id) return one.get();
        return nullptr;
    }

private Q_SLOTS:
    void anEmptySnapshotIsADashboardThatSaysWhy()
    {
        app::DashboardInput in = input(everything(), {});
        const app::DashboardPicture shown = app::compute(in);
        QCOMPARE(shown.situation.text, u"Waiting for the first data"_s);
        QVERIFY(shown.tiles.front().value.isEmpty());
        for (const widgets::ChartData& chart : shown.charts)
            QVERIFY2(!chart.note.isEmpty(), qPrintable(chart.title));
        QVERIFY(!shown.table.note.isEmpty());
        const map::LayerScene* areas = sceneOf(shown, u"air/areas"_s);
        QCOMPARE(areas->areas.size(), 4u);
        for (const map::Area& area : areas->areas)
            QCOMPARE(area.state, map::DataState::None);
        QVERIFY(app::seriesNeeded(*in.pack, *in.snapshot, in.focus, in.now).empty());
    }

    void theMapFromTheGroundUp()
    {
        const app::DashboardPicture shown = app::compute(input(everything(), facts()));
        QStringList order;
        for (const auto& one : shown.scene->layers)
            order << one->id;
        QCOMPARE(order, (QStringList{u"air/areas"_s, u"air/roads"_s, u"air/stations"_s, u"air/works"_s}));
        const map::LayerScene* stations = sceneOf(shown, u"air/stations"_s);
        QHash<QString, map::Mark> byId;
        for (const map::Mark& mark : stations->marks)
            byId.insert(stations->refs[static_cast<std::size_t>(mark.ref)].id, mark);
        QCOMPARE(byId[u"b"_s].fill, QColor(255, 0, 0).rgba());
        QCOMPARE(byId[u"b"_s].shape, map::Shape::Triangle);
        QCOMPARE(byId[u"old"_s].state, map::DataState::Stale);
        QCOMPARE(byId[u"silent"_s].state, map::DataState::None);
        QCOMPARE(sceneOf(shown, u"air/roads"_s)->lines.size(), 1u);
        QCOMPARE(sceneOf(shown, u"air/works"_s)->marks.size(), 1u); // neither over nor planned
        QCOMPARE(shown.tiles.front().value, u"1"_s);
    }

    void zeroIsAValueAndNoDataIsHatched()
    {
        const app::DashboardPicture shown = app::compute(input(everything(), facts()));
        const map::LayerScene* areas = sceneOf(shown, u"air/areas"_s);
        QHash<QString, map::Area> byCode;
        for (const map::Area& area : areas->areas)
            byCode.insert(areas->refs[static_cast<std::size_t>(area.ref)].id, area);
        QCOMPARE(byCode[u"D1"_s].state, map::DataState::Current);
        QCOMPARE(qRed(byCode[u"D1"_s].fill), 68); // the palette's least
        QCOMPARE(byCode[u"D3"_s].state, map::DataState::None);
    }

    void legendCountsWhatIsInFocus()
    {
        app::DashboardInput in = input(everything(), facts());
        const auto legendOf = [](const app::DashboardInput& from) {
            return sceneOf(app::compute(from), u"air/stations"_s)->legend;
        };
        const std::vector<map::LegendEntry> all = app::compute(in).layers[1].legend;
        QCOMPARE(all.size(), 5u); // three levels, stale, no data
        QCOMPARE(all[0].count, 1);
        QCOMPARE(all[2].level, u"air:3"_s);
        QCOMPARE(all[3].count, 1);
        QCOMPARE(all[4].count, 1);
        in.focus = onArea(u"D1"_s);
        QCOMPARE(legendOf(in)[2].count, 0);
    }

    void layersAreSwitched()
    {
        app::DashboardInput in = input(everything(), facts());
        in.hiddenLayers.insert(u"air/roads"_s);
        auto gis = std::make_shared<app::GisLayers>();
        auto scene = std::make_shared<map::LayerScene>();
        scene->id = u"districts"_s;
        gis->layers = {{u"districts"_s, both(u"Districts"_s, u"行政區"_s), {scene}, true, false, false, {}, {}},
                       {u"other"_s, both(u"Other"_s, u"其他"_s), {scene}, true, false, false, {}, {}},
                       {u"file"_s, both(u"File"_s, u"檔案"_s), {scene}, true, true, false, {}, {}}};
        in.gis = gis;
        const app::DashboardPicture shown = app::compute(in);
        QVERIFY(!sceneOf(shown, u"air/roads"_s));
        QStringList entries;
        for (const widgets::LayerEntry& entry : shown.layers)
            entries << entry.id;
        QCOMPARE(entries, (QStringList{u"air/works"_s, u"air/stations"_s, u"air/roads"_s, u"air/areas"_s,
                                       u"file"_s, u"districts"_s}));
        QVERIFY(!shown.layers[2].shown);
        QVERIFY(shown.layers[4].removable);
    }

    void textsInBothLanguages()
    {
        app::DashboardInput in = input(everything(), facts());
        QCOMPARE(app::compute(in).title, u"Air"_s);
        in.language = u"zh_TW"_s;
        in.focus = onArea(u"D1"_s);
        const app::DashboardPicture shown = app::compute(in);
        QCOMPARE(shown.title, u"空氣"_s);
        QCOMPARE(shown.question, u"空氣好嗎？"_s);
        QCOMPARE(shown.crumbs.back().text, u"第1區"_s);
        QCOMPARE(shown.table.rows.front().cells[0].text, u"測站a"_s);
        QCOMPARE(shown.table.columns[1].title, u"空氣品質指標"_s);
        QCOMPARE(sceneOf(shown, u"air/stations"_s)->legend[0].text, u"良好"_s);
        in.focus.place = city::PlaceId{u"air-station"_s, u"a"_s};
        QCOMPARE(app::compute(in).place->where, u"甲市第1區第1里"_s);
    }

    void theSituationIsTheMostUrgentFirst()
    {
        QVERIFY(app::compute(input(everything(), facts()))
                    .situation.text.startsWith(u"Air in District 2: AQI 120, Bad"_s));
        Feed calm(u"air"_s);
        calm.station(u"a"_s, 1, 30);
        QCOMPARE(app::compute(input(pack(), {calm})).situation.text,
                 u"Nothing unusual in the feeds that answer; 1 of 1 feeds are current"_s);
        QCOMPARE(app::compute(input(pack(), {calm})).situation.alarm, 0);
        Feed stale(u"air"_s);
        stale.station(u"a"_s, 1, 300, 60 * Minute).failure("HTTP 503");
        const widgets::Situation broken = app::compute(input(pack(), {stale})).situation;
        QCOMPARE(broken.text, u"No answer from Feed air: HTTP 503; its last values are of 11:00"_s); // air of an hour ago is not the situation now
    }

    void manyFaultsAreCountedNotListed()
    {
        std::vector<Feed> silent;
        for (const QString& id : {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s}) {
            silent.emplace_back(id);
            silent.back().station(id, 1, 300, 60 * Minute).failure("HTTP 503");
        }
        QCOMPARE(app::compute(input(pack(), silent)).situation.text,
                 u"5 of 5 feeds tell nothing new: Feed a, Feed b, Feed c and 2 more"_s);
    }

    void feedsWorstFirst()
    {
        Feed good(u"a"_s), bad(u"b"_s);
        good.station(u"1"_s, 1, 30);
        bad.station(u"2"_s, 1, 30, 60 * Minute).failure("HTTP 503");
        const auto feeds = app::compute(input(pack(), {good, bad})).feeds;
        QCOMPARE(feeds[0].id, u"b"_s);
        QCOMPARE(feeds[0].freshness, Freshness::Stale);
        QCOMPARE(feeds[0].age, u"1 h"_s);
        QCOMPARE(feeds[0].detail, u"HTTP 503; last answer at 12:00"_s);
        QCOMPARE(feeds[1].freshness, Freshness::Fresh);
    }

    void seriesNeededAreThoseThatAreDrawn()
    {
        app::DashboardInput in = input(everything(), facts());
        auto needed = app::seriesNeeded(*in.pack, *in.snapshot, in.focus, in.now);
        QCOMPARE(needed.size(), 3u); // of the stations that have values
        QCOMPARE(needed.front().place.id, u"b"_s);
        QCOMPARE(needed.front().from, Noon - 24 * 60 * Minute);
        in.focus.range = city::Duration{7 * 24 * 3600'000};
        needed = app::seriesNeeded(*in.pack, *in.snapshot, in.focus, in.now);
        QCOMPARE(needed.front().from, Noon - 7 * 24 * 60 * Minute);
    }

    void searchFindsDashboardsAreasAndPlaces()
    {
        const app::DashboardInput in = input(everything(), facts());
        const auto entries = app::searchEntries(*in.pack, *in.snapshot, u"en"_s);
        QCOMPARE(entries.front().text, u"Air"_s);
        QCOMPARE(entries[1].text, u"City 1"_s);
        QVERIFY(entries[1].detail.contains(u"甲市"_s)); // found by its other name, too
        const auto station = std::find_if(entries.begin(), entries.end(),
                                          [](const auto& one) { return one.text == u"Station b"_s; });
        QVERIFY(station != entries.end());
        const city::Focus target = std::get<city::Focus>(station->target);
        QCOMPARE(target.place.value().id, u"b"_s);
        QVERIFY(target.dashboard.isEmpty());
    }

    // Not a timed test: that thousands of places and a year of samples are neither lost nor asked for without
    // bound.
    void thousandsOfPlaces()
    {
        Feed air(u"air"_s);
        for (int i = 0; i < 5000; ++i)
            air.station(u"s%1"_s.arg(i), 1 + i % 4, i % 200);
        app::Pack made = everything();
        for (const QString& how : {u"worst"_s, u"sum"_s, u"mean"_s, u"median"_s})
            made.dashboards.front().tiles.push_back(
                {both(how, how), aggregate(how, u"aqi"_s), u"district"_s, u"aqi"_s});
        app::DashboardInput in = input(made, {air});
        in.projectedAreas = map::projectAreas(*in.pack->areas);
        QElapsedTimer timer;
        timer.start();
        const app::DashboardPicture shown = app::compute(in);
        qInfo("5,000 places: %lld ms", static_cast<long long>(timer.elapsed()));
        QCOMPARE(sceneOf(shown, u"air/stations"_s)->marks.size(), 5000u);
        QCOMPARE(shown.table.rows.size(), 5000u);
        QCOMPARE(shown.tiles[2].value, u"497,500"_s);
        QVERIFY(app::seriesNeeded(*in.pack, *in.snapshot, in.focus, in.now).size() <= 60);
    }
};

CITYOPS_TEST(QCoreApplication, PictureTest)
#include "picture_test.moc"
