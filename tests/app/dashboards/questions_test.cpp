// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/chart_corridors.h"
#include "app/dashboards/charts.h"
#include "app/dashboards/comparison.h"
#include "app/dashboards/crossings.h"
#include "app/dashboards/evaluate.h"
#include "app/dashboards/forecasts.h"
#include "app/dashboards/select.h"
#include "app/dashboards/stand_ins.h"
#include "app/dashboards/usual.h"
#include "tests/app/dashboards/small_city.h"
#include "tests/support/test_main.h"

using namespace small;

/// What the dashboards answer besides single values: what is nearest where nothing is, room near what is
/// full, slow roads as a whole, days above a limit, two side by side, and what a forecast leads to.
class QuestionsTest : public QObject {
    Q_OBJECT

    static app::DashboardInput air(const QString& area)
    {
        Feed feed(u"air"_s);
        feed.station(u"a"_s, 1, 40).station(u"b"_s, 2, 120).station(u"c"_s, 3, 80, 300 * Minute);
        app::DashboardInput in = input(pack(), {feed});
        in.focus.area = area;
        return in;
    }

    static app::DashboardInput with(const app::ChartSpec& chart, const std::vector<Feed>& feeds)
    {
        app::Pack made = pack();
        made.dashboards.front().charts.push_back(chart);
        return input(std::move(made), feeds);
    }

    static std::shared_ptr<const indicators::Forecast> rising(double from, double step)
    {
        auto made = std::make_shared<indicators::Forecast>();
        made->model = u"holt-winters"_s;
        made->issue = Noon - Minute;
        indicators::Skill skill;
        skill.model = made->model;
        skill.mae = 1;
        skill.naiveMae = 2;
        skill.coverage = {0.5, 0.8, 0.95};
        made->backtest.skills = {skill};
        for (int h = 1; h <= 6; ++h) {
            const double value = from + step * h;
            made->fan.push_back(
                {Noon + h * 60 * Minute, value, {{0.5, value - 1, value + 1}, {0.8, value - 2, value + 2}}});
        }
        return made;
    }

private Q_SLOTS:
    void anAreaWithNoSensorIsToldOfByTheNearestAndSaysSo()
    {
        const app::DashboardInput in = air(u"D4"_s); // Its neighbour's value is stale: it does not speak.
        const app::Scope scope(in);
        const app::Speaking speaking = app::placesSpeaking(scope, u"air-station"_s, u"aqi"_s);
        QCOMPARE(speaking.rows.size(), 2u);
        QCOMPARE(scope.index.at(speaking.rows.front()).id->id, u"b"_s);
        QVERIFY2(speaking.instead.startsWith(u"2 nearest, to 3."_s), qPrintable(speaking.instead));
        QVERIFY(app::placesInFocus(scope, u"air-station"_s, u"aqi"_s).empty());
        // The situation and the rules speak of the focus alone.
        QVERIFY(!app::evaluate(scope, worst(u"aqi"_s)).result.value);
        QCOMPARE(app::evaluate(scope, worst(u"aqi"_s), app::Reach::Nearest).result.value,
                 std::optional(120.0));
    }

    void whereThereIsOneNothingStandsIn()
    {
        const app::DashboardInput in = air(u"D1"_s);
        const app::Scope scope(in);
        const app::Speaking speaking = app::placesSpeaking(scope, u"air-station"_s, u"aqi"_s);
        QCOMPARE(speaking.rows.size(), 1u);
        QVERIFY(speaking.instead.isEmpty());
        const app::DashboardInput all = air({});
        QVERIFY(app::placesSpeaking(app::Scope(all), u"air-station"_s, u"aqi"_s).instead.isEmpty());
    }

    void whatIsMeasuredByDistrictSpeaksForItsVillages()
    {
        Feed feed(u"cases"_s);
        feed.value(u"district"_s, u"D2"_s, u"cases"_s, 7);
        app::DashboardInput in = input(pack(), {feed});
        in.focus.area = u"V2"_s;
        const app::Scope scope(in);
        const app::Speaking speaking = app::placesSpeaking(scope, u"district"_s, u"cases"_s);
        QCOMPARE(speaking.rows.size(), 1u);
        QCOMPARE(speaking.instead, u"District 2"_s);
    }

    void thereIsRoomNearTheFullestTheNearestFirst()
    {
        Feed feed(u"bikes"_s);
        for (int i = 1; i <= 4; ++i)
            feed.place(u"bike-station"_s, QString::number(i), i)
                .value(u"bike-station"_s, QString::number(i), u"bikes"_s,
                       i == 1   ? 0
                       : i == 2 ? 3
                                : 20);
        app::ChartSpec chart;
        chart.kind = u"divert"_s;
        chart.title = both(u"Bikes nearby"_s, u"鄰近"_s);
        chart.value = u"bikes"_s;
        chart.of = u"bike-station"_s;
        chart.threshold = 2;
        const app::DashboardPicture picture = app::compute(with(chart, {feed}));
        const widgets::ChartData& made = picture.charts.front();
        QCOMPARE(made.title, u"Bikes nearby: Station 1 (0)"_s);
        QCOMPARE(made.bars.size(), 2u); // The one with 3 is almost as empty.
        QVERIFY(made.bars.front().label.startsWith(u"Station 3, 2.0"_s));
        QCOMPARE(made.bars.front().target->place->id, u"3"_s);
        Feed plenty(u"bikes"_s);
        plenty.place(u"bike-station"_s, u"1"_s, 1).value(u"bike-station"_s, u"1"_s, u"bikes"_s, 9);
        QCOMPARE(app::compute(with(chart, {plenty})).charts.front().note, u"Nothing is full here."_s);
    }

    void aRoadIsAsSlowAsItsSectionsTakeTogether()
    {
        Feed feed(u"roads"_s);
        const auto section = [&](const QString& id, const QString& name, double metres, double speed) {
            feed.place(u"road-section"_s, id, 1);
            city::Place& place = feed.picture().places.back();
            place.name = both(name, name);
            place.shape.lines.push_back({{121.0, 25.0}, {121.0, 25.0 + metres / 111'195}});
            feed.value(u"road-section"_s, id, u"speed"_s, speed);
        };
        section(u"1"_s, u"Main  east 1"_s, 1000, 10);
        section(u"2"_s, u"Main  east 2"_s, 1000, 40);
        section(u"3"_s, u"Lone  east"_s, 1000, 5);
        section(u"4"_s, u"Main  east 3"_s, 1000, 0); // Nobody passed: no speed.
        const app::DashboardInput in = input(pack(), {feed});
        const app::Scope scope(in);
        const auto found = app::corridors(scope, scope.index.ofKind(u"road-section"_s), u"speed"_s);
        QCOMPARE(found.size(), 1u); // One section is no road.
        QCOMPARE(found.front().name, u"Main"_s);
        QVERIFY(std::abs(found.front().speed - 16) <
                0.01); // Twice 1 km in 6 and 1.5 minutes: not 25, the mean of speeds.
        QCOMPARE(found.front().sections, 2);
    }

    void daysAboveALimitAreCountedWhereTheyAreKnown()
    {
        app::ChartSpec chart;
        chart.kind = u"exceedance"_s;
        chart.value = u"aqi"_s;
        chart.of = u"air-station"_s;
        chart.threshold = 100;
        Feed feed(u"air"_s);
        feed.station(u"a"_s, 1, 40).station(u"b"_s, 2, 120);
        app::DashboardInput in = with(chart, {feed});
        QCOMPARE(app::compute(in).charts.front().note, u"Days are being counted …"_s);
        auto usual = std::make_shared<app::Usual>();
        const QDate today(2026, 7, 15);
        usual->days.insert({{u"air-station"_s, u"a"_s}, u"aqi"_s}, {{today.addDays(-2), 90, 150, 24},
                                                                    {today.addDays(-1), 110, 120, 24},
                                                                    {today.addDays(-90), 110, 120, 24}});
        usual->days.insert({{u"air-station"_s, u"b"_s}, u"aqi"_s}, {{today.addDays(-1), 130, 140, 12}});
        in.usual = usual;
        const widgets::ChartData made = app::compute(in).charts.front();
        QCOMPARE(made.bars.size(), 1u); // Half a day is no day.
        QCOMPARE(made.bars.front().valueText, u"1 of 2 d"_s);
    }

    void twoPlacesStandSideBySide()
    {
        app::DashboardInput in = air({});
        in.focus.place = city::PlaceId{u"air-station"_s, u"a"_s};
        in.focus.against = city::PlaceId{u"air-station"_s, u"b"_s};
        const app::DashboardPicture picture = app::compute(in);
        QCOMPARE(picture.table.title, u"Station a beside Station b"_s);
        QCOMPARE(picture.table.rows.size(), 1u);
        QCOMPARE(picture.table.rows.front().cells[1].text, u"40"_s);
        QCOMPARE(picture.table.rows.front().cells[2].text, u"120"_s);
        QCOMPARE(picture.table.rows.front().cells[3].text, u"-80"_s);
        QCOMPARE(picture.charts.front().series.size(), 2u);
        QVERIFY(picture.crumbs.back().text.contains(u"Station b"_s));
        in.focus.against = in.focus.place; // With itself there is nothing to compare.
        QVERIFY(!app::comparisonTable(app::Scope(in)));
    }

    void twoAreasStandSideBySideByTheirTiles()
    {
        app::DashboardInput in = air(u"D1"_s);
        app::Pack made = pack();
        app::TileSpec tile;
        tile.title = both(u"Worst"_s, u"最差"_s);
        tile.value = worst(u"aqi"_s);
        made.dashboards.front().tiles.push_back(tile);
        in.pack = std::make_shared<const app::Pack>(std::move(made));
        in.focus.against = city::PlaceId{u"district"_s, u"D2"_s};
        const auto table = app::comparisonTable(app::Scope(in));
        QVERIFY(table);
        QCOMPARE(table->rows.front().cells[1].text, u"40"_s);
        QCOMPARE(table->rows.front().cells[2].text, u"120"_s);
        QCOMPARE(table->rows.front().cells[3].number, std::optional(-80.0));
    }

    void aForecastThatReachesALimitIsASentence()
    {
        Feed feed(u"air"_s);
        feed.station(u"a"_s, 1, 80);
        app::DashboardInput in = input(pack(), {feed});
        const auto sentences = [&] {
            QStringList said;
            for (const widgets::Sentence& one : app::compute(in).situation.sentences)
                said << one.text;
            return said.join(u'\n');
        };
        QVERIFY(!sentences().contains(u"Forecast"_s));
        auto forecasts = std::make_shared<app::Forecasts>();
        forecasts->made.insert({{u"air-station"_s, u"a"_s}, u"aqi"_s}, rising(80, 10));
        in.forecasts = forecasts;
        QVERIFY2(
            sentences().contains(
                u"Forecast: AQI reaches 100 about 15:00 (Station a, District 1); the 80 % band held 80 %"_s),
            qPrintable(sentences()));
        const auto wanted = app::compute(in).toForecast;
        QVERIFY(std::find(wanted.begin(), wanted.end(),
                          QPair(city::PlaceId{u"air-station"_s, u"a"_s}, u"aqi"_s)) != wanted.end());
    }

    void whatHoldsAlreadyIsNoWarning()
    {
        Feed feed(u"air"_s);
        feed.station(u"a"_s, 1, 120).station(u"b"_s, 2, 80);
        app::DashboardInput in = input(pack(), {feed});
        auto forecasts = std::make_shared<app::Forecasts>();
        forecasts->made.insert({{u"air-station"_s, u"b"_s}, u"aqi"_s}, rising(80, 10));
        in.forecasts = forecasts;
        for (const widgets::Sentence& one : app::compute(in).situation.sentences)
            QVERIFY2(!one.text.contains(u"Forecast"_s), qPrintable(one.text));
    }
};

CITYOPS_TEST(QCoreApplication, QuestionsTest)
#include "questions_test.moc"
