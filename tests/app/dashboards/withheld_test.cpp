// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/withheld.h"
#include "app/dashboards/why.h"
#include "tests/app/dashboards/small_city.h"
#include "tests/support/test_main.h"

using namespace small;

/// Small counts of people in every view: what must not be told stands nowhere, and nothing that is told depends on it.
class WithheldTest : public QObject {
    Q_OBJECT

    /// Eight clinics: three in D1, two in D2 and D3, one in D4, side by side.
    static Feed clinics(const std::vector<double>& counts)
    {
        const std::vector<int> districts{1, 1, 1, 2, 2, 3, 3, 4};
        Feed feed(u"clinics"_s);
        for (std::size_t i = 0; i < counts.size(); ++i) {
            const QString id = QString::number(i + 1);
            feed.place(u"clinic"_s, id, districts[i]).value(u"clinic"_s, id, u"patients"_s, counts[i]);
            feed.picture().places.back().at->lon += 0.0005 * static_cast<double>(i % 3);
        }
        return feed;
    }
    static inline const std::vector<double> few{4, 9, 3, 5, 40, 45, 50, 7};    ///< D1: 16, told; D2 and D4 each one small
    static inline const std::vector<double> others{5, 5, 6, 8, 40, 45, 50, 2}; ///< the same where anything may be told
    static inline const std::vector<double> many{40, 90, 30, 50, 40, 45, 50, 70};

    static app::Pack packOfAll()
    {
        app::Pack made = pack();
        made.exposure = QStringList{u"clinic"_s};
        app::DashboardSpec& spec = made.dashboards.front();
        const auto of = [&](const QString& how) { spec.tiles.push_back({both(how, how), aggregate(how, u"patients"_s), {}, {}}); };
        for (const QString& how : {u"sum"_s, u"mean"_s, u"median"_s, u"max"_s, u"min"_s, u"count"_s}) of(how);
        spec.tiles.push_back({both(u"many"_s, u"many"_s), where(count(u"clinic"_s), u"patients"_s, u">="_s, 5), {}, {}});
        for (const QString& kind : {u"bars"_s, u"histogram"_s, u"series"_s})
            for (const QString& by : {u"places"_s, u"next level down"_s}) {
                app::ChartSpec chart;
                chart.kind = kind;
                chart.value = u"patients"_s;
                chart.of = u"clinic"_s;
                chart.by = by;
                spec.charts.push_back(chart);
            }
        for (const QString& kind : {u"points"_s, u"choropleth"_s, u"heat"_s, u"hexagons"_s}) {
            app::MapLayerSpec layer;
            layer.layer = kind;
            layer.kind = kind;
            layer.of = u"clinic"_s;
            layer.value = layer.size = u"patients"_s;
            layer.label = u"value"_s;
            spec.map.push_back(layer);
        }
        spec.table = {u"areas"_s, u"clinic"_s, {u"name"_s, u"patients"_s}, u"-patients"_s};
        return made;
    }

    /// All that a person can read, see by size, colour or place in an order, or hover over.
    static QStringList all(const app::DashboardInput& in)
    {
        const app::DashboardPicture picture = app::compute(in);
        QStringList told;
        for (const widgets::TileData& tile : picture.tiles) {
            told << tile.title << tile.value << tile.note << tile.word << tile.change << tile.source.lines << QString::number(tile.spark.size());
            const widgets::WhyAnswer why = app::why(in, {widgets::WhyAsk::Of::Tile, tile.id, 0, {}, {}});
            told << why.number << why.lines;
            for (const widgets::WhyInput& one : why.inputs) told << one.place << one.value;
        }
        for (const widgets::ChartData& chart : picture.charts) {
            told << chart.title << chart.note << chart.source.lines;
            for (const widgets::ChartBar& bar : chart.bars) told << bar.label << bar.valueText << bar.tip << QString::number(bar.value.value_or(-1));
            for (const widgets::ChartSeries& line : chart.series)
                for (const city::Sample& one : line.samples) told << QString::number(one.value);
        }
        for (const widgets::TableRow& row : picture.table.rows) {
            told << row.key;
            for (const widgets::TableCell& cell : row.cells) told << cell.text << QString::number(cell.number.value_or(-1));
        }
        if (picture.place)
            for (const widgets::PlaceValue& one : picture.place->values) told << one.value << one.word << one.source;
        if (picture.impact) {
            told << picture.impact->facts;
            for (const widgets::ImpactGroup& group : picture.impact->groups)
                for (const QStringList& row : group.rows) told << row;
        }
        for (const auto& layer : picture.scene->layers) {
            for (const map::Ref& ref : layer->refs) told << ref.title << ref.lines;
            for (const map::Label& label : layer->labels) told << label.text;
            for (const map::Mark& mark : layer->marks) told << QString::number(mark.fill) << QString::number(mark.radius) << QString::number(int(mark.state));
            for (const map::Area& area : layer->areas) told << QString::number(area.fill) << QString::number(int(area.state));
            for (const map::LegendEntry& entry : layer->legend) told << entry.text << QString::number(entry.count);
        }
        return told;
    }

    static std::vector<city::Focus> everyFocus()
    {
        std::vector<city::Focus> found{{}};
        for (const QString& code : {u"C1"_s, u"C2"_s, u"D1"_s, u"D2"_s, u"D3"_s, u"D4"_s, u"V1"_s, u"V4"_s}) found.push_back(onArea(code));
        for (int id = 1; id <= 8; ++id) {
            city::Focus focus;
            focus.place = city::PlaceId{u"clinic"_s, QString::number(id)};
            found.push_back(focus);
        }
        // Lassos and radiuses that differ by one clinic.
        for (double east = 121.0; east < 121.04; east += 0.0005) {
            city::Focus focus;
            focus.outline = {{120.9, 24.9}, {east, 24.9}, {east, 25.1}, {120.9, 25.1}, {120.9, 24.9}};
            found.push_back(focus);
        }
        for (std::size_t left = 0; left <= 8; ++left) { // picked by hand: all, and all but one
            std::vector<city::PlaceId> things;
            for (std::size_t id = 1; id <= 8; ++id)
                if (id != left) things.push_back({u"clinic"_s, QString::number(id)});
            city::Focus focus;
            focus.picks = city::Picks({{u"points"_s, {}, things}});
            found.push_back(focus);
        }
        return found;
    }

private Q_SLOTS:
    /// Two cities that differ only in what is withheld: no view, level, lasso or selection may tell which is which.
    void nothingThatIsToldDependsOnWhatIsWithheld()
    {
        app::DashboardInput one = input(packOfAll(), {clinics(few)}), other = input(packOfAll(), {clinics(others)}), plain = input(packOfAll(), {clinics(many)});
        bool differs = false;
        for (const city::Focus& focus : everyFocus()) {
            one.focus = other.focus = plain.focus = focus;
            const QStringList told = all(one);
            QCOMPARE(told, all(other));
            differs = differs || told != all(plain);
        }
        QVERIFY(differs); // or nothing was looked at
    }

    void aSumIsToldWhereItGivesNobodyAway()
    {
        const auto sum = [](const city::Focus& focus) { return tile(aggregate(u"sum"_s, u"patients"_s), {clinics(few)}, focus); };
        QCOMPARE(sum(onArea(u"D1"_s)).value, u"16"_s);
        QCOMPARE(sum(onArea(u"D3"_s)).value, u"95"_s);
        for (const QString& code : {u"D2"_s, u"D4"_s, u"C1"_s, u"C2"_s, QString()}) {
            QCOMPARE(sum(onArea(code)).value, u"withheld"_s);
            QVERIFY(!sum(onArea(code)).number);
            QVERIFY(sum(onArea(code)).note.contains(u"11"_s));
        }
    }

    void countsOfADayAreNotAddedToThoseOfAnother()
    {
        Feed feed = clinics({4, 9, 3, 15, 40, 45, 50, 70});
        feed.picture().observations[3].observedAt -= 5 * Minute;
        const widgets::TileData all = tile(aggregate(u"sum"_s, u"patients"_s), {feed});
        QCOMPARE(all.value, u"221"_s);
        QVERIFY(all.note.contains(u"1 of 8"_s));
    }

    void withheldIsNeitherZeroNorMissing()
    {
        Feed feed = clinics({0, 3, 20});
        app::DashboardInput in = input(packOfAll(), {feed});
        const app::Scope scope(in);
        const auto of = [&](const QString& id) { return scope.index.reading(scope.index.row({u"clinic"_s, id}), u"patients"_s); };
        QVERIFY(of(u"1"_s).isCurrent() && of(u"1"_s).value() == 0);
        QVERIFY(of(u"2"_s).isWithheld() && !of(u"2"_s) && !of(u"2"_s).isCurrent());
        QCOMPARE(app::withheldText(scope, u"patients"_s), u"withheld (fewer than 11)"_s);
        QCOMPARE(app::aggregate(scope, {0, 1, 2}, u"patients"_s, u"max"_s).value, std::optional(20.0));
        QCOMPARE(app::aggregate(scope, {0, 1, 2}, u"patients"_s, u"count"_s).value, std::optional(3.0));
        for (const QString& how : {u"sum"_s, u"mean"_s, u"min"_s, u"median"_s})
            QVERIFY(app::aggregate(scope, {0, 1, 2}, u"patients"_s, how).isWithheld);
    }

    void theMapHatchesItCrosswise()
    {
        const app::DashboardPicture picture = app::compute(input(packOfAll(), {clinics(few)}));
        int marks = 0, areas = 0, entries = 0;
        for (const auto& layer : picture.scene->layers) {
            for (const map::Mark& mark : layer->marks) marks += mark.state == map::DataState::Withheld;
            for (const map::Area& area : layer->areas) areas += area.state == map::DataState::Withheld;
            for (const map::LegendEntry& entry : layer->legend) entries += entry.symbol == map::LegendEntry::Symbol::CrossHatch;
        }
        QCOMPARE(marks, 5);
        QCOMPARE(areas, 2); // D2 and D4
        QCOMPARE(entries, 2);
    }
};

CITYOPS_TEST(QCoreApplication, WithheldTest)
#include "withheld_test.moc"
