// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/dashboards/small_city.h"
#include "tests/support/test_main.h"

#include <cmath>

using namespace small;

class MapFieldsTest : public QObject {
    Q_OBJECT

    static app::MapLayerSpec layer(const QString& kind, const QString& of, const QString& value)
    {
        app::MapLayerSpec spec;
        spec.layer = u"one"_s;
        spec.title = both(u"One"_s, u"一"_s);
        spec.kind = kind;
        spec.of = of;
        spec.value = value;
        return spec;
    }
    static app::DashboardPicture shown(const app::MapLayerSpec& spec, std::vector<Feed> feeds)
    {
        app::Pack made = pack();
        made.dashboards[0].map.push_back(spec);
        return app::compute(input(std::move(made), std::move(feeds)));
    }
    static std::vector<std::shared_ptr<const map::LayerScene>> scenes(const app::DashboardPicture& picture)
    {
        std::vector<std::shared_ptr<const map::LayerScene>> found;
        for (const auto& scene : picture.scene->layers)
            if (scene->id == u"air/one"_s) found.push_back(scene);
        return found;
    }
    static Feed stations()
    {
        Feed feed(u"air"_s);
        for (int i = 1; i <= 4; ++i)
            feed.station(QString::number(i), i, 40.0 * i);
        return feed;
    }

private Q_SLOTS:
    void clustersOfEveryScale()
    {
        const auto found = scenes(shown(layer(u"clusters"_s, u"air-station"_s, u"aqi"_s), {stations()}));
        QVERIFY(found.size() > 2);
        QCOMPARE(found.front()->marks.size(), 4U);
        const map::Pie& all = found.back()->pies.at(0);
        QCOMPARE(all.text, u"4"_s);
        QCOMPARE(all.shares.size(), 3U); // one good, one fair, two bad
        QCOMPARE(found.back()->legend.size(), found.front()->legend.size());
    }

    void aSurfaceLiesBetweenThePickedStations()
    {
        const auto counted = [](const city::Focus& focus) {
            app::Pack made = pack();
            made.dashboards[0].map.push_back(layer(u"surface"_s, u"air-station"_s, u"aqi"_s));
            app::DashboardInput in = input(std::move(made), {stations()});
            in.focus = focus;
            int all = 0;
            for (const map::LegendEntry& entry : scenes(app::compute(in)).front()->legend)
                all += std::max(0, entry.count);
            return all;
        };
        city::Focus focus;
        QCOMPARE(counted(focus), 4);
        focus.picks = city::Picks({{u"some layer"_s, {}, {{u"air-station"_s, u"1"_s}, {u"air-station"_s, u"3"_s}}}});
        QCOMPARE(counted(focus), 2);
        focus.picks = city::Picks({{u"some layer"_s, {}, {{u"bike"_s, u"1"_s}}}}); // no station was picked
        QCOMPARE(counted(focus), 4);
    }

    void densities()
    {
        QVERIFY(
            !scenes(shown(layer(u"heat"_s, u"air-station"_s, {}), {stations()})).front()->pictures.empty());
        const auto hexagons = scenes(shown(layer(u"hexagons"_s, u"air-station"_s, {}), {stations()}));
        QCOMPARE(hexagons.front()->areas.size(), 4U);
    }

    void windInTheUnitOfItsFeed()
    {
        Feed feed = stations();
        for (const char* id : {"1", "2"}) {
            feed.value(u"air-station"_s, QLatin1String(id), u"speed"_s, 36)
                .picture()
                .observations.back()
                .unit = u"km/h"_s;
            if (*id == '1') feed.value(u"air-station"_s, u"1"_s, u"from"_s, 270);
        }
        app::MapLayerSpec spec = layer(u"wind"_s, u"air-station"_s, u"speed"_s);
        spec.direction = u"from"_s;
        const auto found = scenes(shown(spec, {feed}));
        QCOMPARE(found.front()->barbs.size(), 1U); // the other has no direction
        QVERIFY(std::abs(found.front()->barbs[0].knots - 19.438F) < 0.01F);
        QCOMPARE(found.front()->legend.at(0).count, 1);
    }

    void flowsFromEndToEnd()
    {
        Feed feed(u"trips"_s);
        feed.place(u"trip"_s, u"a"_s, 1).value(u"trip"_s, u"a"_s, u"cases"_s, 12);
        feed.picture().places.back().shape.lines = {{{121.0, 25.0}, {121.02, 25.0}, {121.03, 25.005}}};
        const auto found = scenes(shown(layer(u"flows"_s, u"trip"_s, u"cases"_s), {feed}));
        QCOMPARE(found.front()->lines.size(), 1U);
        QVERIFY(found.front()->lines[0].arrows == map::Arrows::AtEnd);
    }

    void isolinesBetweenStations()
    {
        const auto found = scenes(shown(layer(u"isolines"_s, u"air-station"_s, u"aqi"_s), {stations()}));
        QVERIFY(!found.front()->lines.empty());
    }

    void vehiclesFadeWithTheirAge()
    {
        Feed feed(u"buses"_s);
        for (const int minutes : {1, 60}) {
            city::Vehicle bus;
            bus.id = QString::number(minutes);
            bus.kind = u"bus"_s;
            bus.at = {121.005, 25.005};
            bus.headingDegrees = 90;
            bus.observedAt = Noon - minutes * Minute;
            feed.picture().vehicles.push_back(bus);
        }
        const auto found = scenes(shown(layer(u"vehicles"_s, u"bus"_s, {}), {feed}));
        QCOMPARE(found.front()->movers.size(), 2U);
        QVERIFY(found.front()->movers[0].state == map::DataState::Current);
        QVERIFY(found.front()->movers[1].state == map::DataState::Stale);
        QCOMPARE(found.front()->movers[0].heading, 90.0F);
        QCOMPARE(found.front()->legend.at(0).count, 1);
    }

    void classesOfAStyle()
    {
        Feed feed = stations();
        for (int i = 1; i <= 4; ++i)
            feed.value(u"air-station"_s, QString::number(i), u"bikes"_s, 10.0 * i);
        app::MapLayerSpec spec = layer(u"points"_s, u"air-station"_s, u"bikes"_s);
        spec.style.emplace();
        spec.style->classed = true;
        spec.style->style.by.method = map::ClassMethod::Given;
        spec.style->style.by.breaks = {15, 35};
        const auto found = scenes(shown(spec, {feed}));
        QCOMPARE(found.front()->legend.size(), 3U);
        QCOMPARE(found.front()->legend[1].count, 2);
        QVERIFY(found.front()->legend[1].text.startsWith(u"15 – 35"_s));
    }

    void shownOnlyBetweenItsScales()
    {
        app::MapLayerSpec spec = layer(u"points"_s, u"air-station"_s, u"aqi"_s);
        spec.maxMetresPerPixel = 20;
        QCOMPARE(scenes(shown(spec, {stations()})).front()->maxMetresPerPixel, 20.0);
    }
};

CITYOPS_TEST(QCoreApplication, MapFieldsTest)
#include "map_fields_test.moc"
