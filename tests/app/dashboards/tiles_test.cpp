// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/dashboards/small_city.h"
#include "tests/support/test_main.h"

using namespace small;
using app::Expression;
using city::Freshness;

class TilesTest : public QObject {
    Q_OBJECT

    static std::vector<Feed> air()
    {
        Feed feed(u"air"_s);
        feed.station(u"a"_s, 1, 40)
            .station(u"b"_s, 2, 120, 5 * Minute)
            .station(u"c"_s, 3, 80)
            .station(u"d"_s, 4, 60);
        return {feed};
    }

private Q_SLOTS:
    void aggregates_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<QString>("area");
        QTest::addColumn<QString>("shown");
        QTest::newRow("worst") << u"worst"_s << u""_s << u"120"_s;
        QTest::newRow("min") << u"min"_s << u""_s << u"40"_s;
        QTest::newRow("sum") << u"sum"_s << u""_s << u"300"_s;
        QTest::newRow("mean") << u"mean"_s << u""_s << u"75"_s;
        QTest::newRow("median") << u"median"_s << u""_s << u"70"_s;
        QTest::newRow("count") << u"count"_s << u""_s << u"4"_s;
        QTest::newRow("worst of a city") << u"worst"_s << u"C2"_s << u"80"_s;
        QTest::newRow("sum of a district") << u"sum"_s << u"D1"_s << u"40"_s;
    }
    void aggregates()
    {
        QFETCH(QString, how);
        QFETCH(QString, area);
        QFETCH(QString, shown);
        QCOMPARE(tile(aggregate(how, u"aqi"_s), air(), onArea(area)).value, shown);
    }

    void worstIsLowWhereTheQuantitySaysSo()
    {
        Feed feed(u"roads"_s);
        feed.place(u"road"_s, u"1"_s, 1).value(u"road"_s, u"1"_s, u"speed"_s, 12.34);
        feed.place(u"road"_s, u"2"_s, 2).value(u"road"_s, u"2"_s, u"speed"_s, 50);
        const widgets::TileData shown = tile(worst(u"speed"_s), {feed});
        QCOMPARE(shown.value, u"12.3"_s);
        QCOMPARE(shown.unit, u"km/h"_s);
    }

    void worstNamesItsAreaAndLevelAndLeadsThere()
    {
        const widgets::TileData shown = tile(worst(u"aqi"_s), air(), {}, u"district"_s);
        QCOMPARE(shown.word, u"District 2 · Bad"_s);
        QCOMPARE(shown.colour, QColor(255, 0, 0));
        QCOMPARE(shown.shape, map::Shape::Triangle);
        QCOMPARE(shown.target.value().area, u"D2"_s);
    }

    void sumHasNoLevel() { QVERIFY(!tile(aggregate(u"sum"_s, u"aqi"_s), air()).colour.isValid()); }

    void thousandsAreSeparated()
    {
        Feed feed(u"bikes"_s);
        feed.place(u"bike"_s, u"1"_s, 1).value(u"bike"_s, u"1"_s, u"bikes"_s, 1234567);
        QCOMPARE(tile(aggregate(u"sum"_s, u"bikes"_s), {feed}).value, u"1,234,567"_s);
    }

    void worstFreshnessOfThoseUsed()
    {
        std::vector<Feed> feeds = air();
        QCOMPARE(tile(worst(u"aqi"_s), feeds).freshness, Freshness::Fresh);
        feeds.front().station(u"late"_s, 1, 10, 20 * Minute);
        const widgets::TileData shown = tile(worst(u"aqi"_s), feeds);
        QCOMPARE(shown.freshness, Freshness::Late);
        QCOMPARE(shown.age, u"20 min"_s);
    }

    void staleDeadAndFutureDoNotSpeakOfNow()
    {
        std::vector<Feed> feeds = air();
        feeds.front().station(u"stale"_s, 1, 400, 60 * Minute);
        feeds.front().station(u"dead"_s, 1, 450, 1000 * Minute);
        feeds.front().station(u"future"_s, 1, 500, -30 * Minute);
        const widgets::TileData shown = tile(worst(u"aqi"_s), feeds);
        QCOMPARE(shown.value, u"120"_s);
        QCOMPARE(shown.freshness, Freshness::Fresh);
        QVERIFY2(shown.note.contains(u"1 of 7 stale"_s), qPrintable(shown.note));
        QVERIFY2(shown.note.contains(u"1 of 7 dead"_s), qPrintable(shown.note));
        QVERIFY2(shown.note.contains(u"1 of 7 dated in the future"_s), qPrintable(shown.note));
        QVERIFY(shown.source.lines.contains(u"Inputs: 4 of 7 places"_s));
    }

    void allStaleIsTheLastKnownAndSaysSo()
    {
        Feed feed(u"air"_s);
        feed.station(u"a"_s, 1, 90, 120 * Minute).failure("HTTP 503");
        const widgets::TileData shown = tile(worst(u"aqi"_s), {feed});
        QCOMPARE(shown.value, u"90"_s);
        QCOMPARE(shown.freshness, Freshness::Stale);
        QCOMPARE(shown.age, u"2 h"_s);
        QVERIFY2(shown.note.contains(u"HTTP 503"_s) && shown.note.contains(u"not current"_s),
                 qPrintable(shown.note));
    }

    void noDataIsNeverZero_data()
    {
        QTest::addColumn<Expression>("expression");
        QTest::newRow("sum") << aggregate(u"sum"_s, u"aqi"_s);
        QTest::newRow("worst") << worst(u"aqi"_s);
        QTest::newRow("count of values") << aggregate(u"count"_s, u"aqi"_s);
        QTest::newRow("count where") << where(count(u"air-station"_s), u"aqi"_s, u">"_s, 100);
        QTest::newRow("people") << where(of(Expression::What::People), u"aqi"_s, u">"_s, 100);
        QTest::newRow("alerts") << of(Expression::What::Alerts);
        QTest::newRow("events") << of(Expression::What::Events);
        QTest::newRow("places") << count(u"air-station"_s);
    }
    void noDataIsNeverZero()
    {
        QFETCH(Expression, expression);
        const widgets::TileData nothing = tile(expression, {});
        QVERIFY2(nothing.value.isEmpty(), qPrintable(nothing.value));
        QVERIFY(!nothing.note.isEmpty());
        QCOMPARE(nothing.freshness, Freshness::Missing);
        Feed dead(u"air"_s);
        dead.station(u"a"_s, 1, 300, 1000 * Minute);
        if (expression.what == Expression::What::Quantity) QVERIFY(tile(expression, {dead}).value.isEmpty());
    }

    void countsAndShares()
    {
        QCOMPARE(tile(count(u"air-station"_s), air()).value, u"4"_s);
        Expression above = where(count(u"air-station"_s), u"aqi"_s, u">="_s, 80);
        QCOMPARE(tile(above, air()).value, u"2"_s);
        QCOMPARE(tile(above, air(), onArea(u"D1"_s)).value, u"0"_s); // a station that is well is a fact
        above.aggregate = u"share"_s;
        QCOMPARE(tile(above, air()).value, u"50"_s);
        QCOMPARE(tile(above, air()).unit, u"%"_s);
    }

    void peopleOfTheAreasWhoseWorstPlaceMeetsIt()
    {
        const Expression people = where(of(Expression::What::People), u"aqi"_s, u">"_s, 70);
        std::vector<Feed> feeds = air();
        feeds.front().station(u"good in 2"_s, 2, 10);
        const widgets::TileData shown = tile(people, feeds);
        QCOMPARE(shown.value, u"6,000"_s); // districts 2 and 3
        QVERIFY2(shown.source.lines.first().contains(u"worst"_s), qPrintable(shown.source.lines.first()));
        QCOMPARE(tile(people, feeds, onArea(u"C1"_s)).value, u"2,000"_s);
        QCOMPARE(tile(where(people, u"aqi"_s, u">"_s, 200), feeds).value, u"0"_s);
    }

    void whyThereIsNothing()
    {
        Feed failing(u"air"_s);
        failing.never().failure("HTTP 503");
        app::Pack made = pack();
        feeds::FeedSpec spec;
        spec.id = u"air"_s;
        spec.title = both(u"Ministry air"_s, u"部空品"_s);
        feeds::ObservationMapping tells;
        tells.quantity = u"aqi"_s;
        spec.mapping.observe.push_back(tells);
        made.feeds.push_back(spec);
        made.dashboards.front().tiles.push_back({both(u"T"_s, u"圖"_s), worst(u"aqi"_s), {}, {}});
        const widgets::TileData shown = app::compute(input(std::move(made), {failing})).tiles.front();
        QVERIFY(shown.value.isEmpty());
        QVERIFY2(shown.note.contains(u"Ministry air: HTTP 503"_s), qPrintable(shown.note));
    }

    void provenance()
    {
        const QStringList lines = tile(worst(u"aqi"_s), air()).source.lines;
        QVERIFY(lines.contains(u"Feed: Feed air"_s));
        QVERIFY(lines.contains(u"Publisher: Bureau"_s));
        QVERIFY(lines.contains(u"Licence: OGDL-Taiwan-1.0"_s));
        QVERIFY(lines.contains(u"Observed: 11:55 to 11:59"_s));
        QVERIFY(lines.contains(u"Received: 12:00"_s));
        QVERIFY(lines.contains(u"Scale: Air scale (air, version 7; The ministry)"_s));
    }

    void changeAndSparkComeFromHistory()
    {
        app::Pack made = pack();
        made.dashboards.front().tiles.push_back({both(u"T"_s, u"圖"_s), worst(u"aqi"_s), {}, u"aqi"_s});
        app::DashboardInput in = input(std::move(made), air());
        QVERIFY(app::compute(in).tiles.front().change.isEmpty()); // unknown past: no change is claimed
        in.history.push_back(
            {{u"air-station"_s, u"b"_s},
             u"aqi"_s,
             u"1"_s,
             {{Noon - 60 * Minute, 100}, {Noon - 30 * Minute, 110}, {Noon - 5 * Minute, 120}}});
        const widgets::TileData shown = app::compute(in).tiles.front();
        QCOMPARE(shown.change, u"▲ 20 in 1 h"_s);
        QCOMPARE(shown.spark.size(), 3u);
    }

    void anHourlyValueIsNotComparedWithItself()
    {
        app::Pack made = pack();
        made.dashboards.front().tiles.push_back({both(u"T"_s, u"圖"_s), worst(u"aqi"_s), {}, u"aqi"_s});
        Feed hourly(u"air"_s);
        hourly.station(u"a"_s, 1, 90, 30 * Minute).picture().state.promise.cadence = 60 * Minute;
        app::DashboardInput in = input(std::move(made), {hourly});
        in.history.push_back({{u"air-station"_s, u"a"_s}, u"aqi"_s, u"1"_s, {{Noon - 30 * Minute, 90}}});
        QVERIFY(app::compute(in).tiles.front().change.isEmpty());
        in.history.front().samples.insert(in.history.front().samples.begin(), {Noon - 90 * Minute, 100});
        QCOMPARE(app::compute(in).tiles.front().change, u"▼ 10 in 1 h"_s);
    }

    void sumOfAFewPlacesHasAPastOnlyWhenAllHaveOne()
    {
        app::Pack made = pack();
        made.dashboards.front().tiles.push_back(
            {both(u"T"_s, u"圖"_s), aggregate(u"sum"_s, u"aqi"_s), {}, u"aqi"_s});
        app::DashboardInput in = input(std::move(made), air());
        for (const QString& id : {u"a"_s, u"b"_s, u"c"_s})
            in.history.push_back({{u"air-station"_s, id}, u"aqi"_s, u"1"_s, {{Noon - 60 * Minute, 50}}});
        QVERIFY(app::compute(in).tiles.front().spark.empty());
        in.history.push_back({{u"air-station"_s, u"d"_s}, u"aqi"_s, u"1"_s, {{Noon - 60 * Minute, 50}}});
        QCOMPARE(app::compute(in).tiles.front().spark.size(), 1u);
        QCOMPARE(app::compute(in).tiles.front().change, u"▲ 100 in 1 h"_s);
    }

    void newestOfTwoFeedsButNeverOneFromTheFuture()
    {
        Feed first(u"a"_s), second(u"b"_s);
        first.station(u"x"_s, 1, 30, 9 * Minute);
        second.value(u"air-station"_s, u"x"_s, u"aqi"_s, 44, 2 * Minute);
        QCOMPARE(tile(worst(u"aqi"_s), {first, second}).value, u"44"_s);
        Feed wrong(u"c"_s);
        wrong.value(u"air-station"_s, u"x"_s, u"aqi"_s, 500, -60 * Minute);
        QCOMPARE(tile(worst(u"aqi"_s), {first, second, wrong}).value, u"44"_s);
    }

    void theOverviewLeadsToTheDashboardThatTellsMore()
    {
        app::Pack made = pack();
        made.dashboards.front().map.push_back({u"s"_s,
                                               both(u"S"_s, u"站"_s),
                                               u"points"_s,
                                               u"air-station"_s,
                                               u"aqi"_s,
                                               {},
                                               {},
                                               {},
                                               {},
                                               {},
                                               true});
        app::DashboardSpec overview;
        overview.id = u"overview"_s;
        overview.tiles.push_back({both(u"T"_s, u"圖"_s), worst(u"aqi"_s), u"district"_s, {}});
        made.dashboards.insert(made.dashboards.begin(), overview);
        app::DashboardInput in = input(std::move(made), air());
        in.focus.dashboard = u"overview"_s;
        const city::Focus target = app::compute(in).tiles.front().target.value();
        QCOMPARE(target.dashboard, u"air"_s);
        QCOMPARE(target.area, u"D2"_s);
    }
};

CITYOPS_TEST(QCoreApplication, TilesTest)
#include "tiles_test.moc"
