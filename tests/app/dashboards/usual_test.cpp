// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/usual.h"
#include "tests/app/dashboards/small_city.h"
#include "tests/support/test_main.h"

using namespace small;
using namespace std::chrono_literals;
using app::DashboardInput;

/// "Normal or not": what is usual beside tiles, cells and curves.
class UsualTest : public QObject {
    Q_OBJECT

    static app::Pack tiled(const app::Expression& expression)
    {
        app::Pack made = pack();
        made.calendar.zone = made.zone;
        made.dashboards.front().tiles.push_back({both(u"Tile"_s, u"圖磚"_s), expression, {}, {}});
        made.dashboards.front().table = {u"areas"_s, u"air-station"_s, {u"name"_s, u"aqi"_s}, u"-aqi"_s};
        return made;
    }

    static DashboardInput now(const app::Expression& expression, double aqi)
    {
        Feed feed(u"air"_s);
        feed.station(u"a"_s, 1, aqi);
        return input(tiled(expression), {feed});
    }

    /// As many Wednesdays before, each with its value at the station.
    static void giveUsual(DashboardInput& in, const std::vector<double>& values)
    {
        std::vector<city::Instant> moments = indicators::likeMoments(in.now, in.pack->calendar);
        std::vector<std::vector<city::Observation>> observed;
        for (std::size_t i = 0; i < moments.size(); ++i) {
            observed.emplace_back();
            if (i < values.size())
                observed.back().push_back({{u"air-station"_s, u"a"_s},
                                           u"aqi"_s,
                                           values[i],
                                           u"1"_s,
                                           moments[i] - Minute,
                                           moments[i]});
        }
        const auto past = app::pastInputs(in, moments, std::move(observed));
        auto usual = std::make_shared<app::Usual>();
        usual->numbers = app::usualNumbers(past);
        usual->focus = in.focus;
        usual->focus.dashboard = u"air"_s;
        usual->moments = moments;
        in.usual = std::move(usual);
        in.focus.dashboard = u"air"_s;
    }

    /// The last of its two lines.
    static QString whole(const QString& usual) { return usual.section(u'\n', -1); }

    static QString told(double value, const std::vector<double>& before)
    {
        DashboardInput in = now(worst(u"aqi"_s), value);
        giveUsual(in, before);
        return whole(app::compute(in).tiles.front().usual);
    }

private Q_SLOTS:
    void aNumberIsComparedWithDaysLikeThisOne()
    {
        // Noon of 2026-07-15 is a Wednesday.
        QCOMPARE(told(69, {50, 50, 50, 50, 50, 50, 50, 50}), u"38 % above usual for Wed 12:00"_s);
        QCOMPARE(told(25, {50, 48, 52, 50}), u"50 % below usual for Wed 12:00"_s);
        QCOMPARE(told(50, {40, 50, 60, 55}), u"as usual for Wed 12:00"_s);
    }

    void whereThereIsLittleRoomTheDayIsLeftOut()
    {
        DashboardInput in = now(worst(u"aqi"_s), 69);
        giveUsual(in, {50, 50, 50, 50});
        QCOMPARE(app::compute(in).tiles.front().usual, u"38 % above usual\n38 % above usual for Wed 12:00"_s);
    }

    void percentAreForAmountsOnly()
    {
        city::Quantity level;
        level.least = -5;
        QVERIFY(!app::hasRatios(&level)); // The zero of a gauge is only a mark on it.
        level.least = 0;
        QVERIFY(app::hasRatios(&level));
        level.unit = u"deg"_s;
        QVERIFY(app::isDirection(&level));
    }

    void whereNothingIsUsualTheBandIsTold()
    {
        QCOMPARE(told(80, {0, 0, 0, 0}), u"usually 0 for Wed 12:00"_s);
        QCOMPARE(told(300, {1, 2, 3, 4}), u"usually 1 to 4 for Wed 12:00"_s);
    }

    void tooShortAHistorySaysNothing()
    {
        QCOMPARE(told(69, {50, 50, 50}), QString());
        QCOMPARE(told(69, {}), QString());
    }

    void whatWasNotMeasuredThenIsNoDay()
    {
        const double none = std::numeric_limits<double>::quiet_NaN();
        QCOMPARE(told(69, {50, 50, none, none, 50}), QString());
    }

    void aShareIsComparedWithShares()
    {
        app::Expression share = where(count(u"air-station"_s), u"aqi"_s, u">"_s, 100);
        share.aggregate = u"share"_s;
        DashboardInput in = now(share, 120);
        giveUsual(in, {50, 50, 120, 50, 50, 50, 50, 50});
        QCOMPARE(whole(app::compute(in).tiles.front().usual), u"usually 0 to 30 % for Wed 12:00"_s);
    }

    void howManyPlacesThereAreHasNoUsual()
    {
        DashboardInput in = now(count(u"air-station"_s), 120);
        giveUsual(in, {50, 50, 50, 50});
        QCOMPARE(app::compute(in).tiles.front().usual, QString());
    }

    void cellsOfTheTableAreComparedToo()
    {
        DashboardInput in = now(worst(u"aqi"_s), 100);
        giveUsual(in, {50, 50, 50, 50});
        const widgets::TableData table = app::compute(in).table;
        QCOMPARE(table.rows.front().cells[1].text, u"100"_s);
        QCOMPARE(whole(table.rows.front().cells[1].usual), u"100 % above usual for Wed 12:00"_s);
        QCOMPARE(table.rows.back().cells[1].usual, QString());
    }

    void numbersOfAnotherFocusAreNotThese()
    {
        DashboardInput in = now(worst(u"aqi"_s), 69);
        giveUsual(in, {50, 50, 50, 50});
        in.focus.area = u"D1"_s;
        QCOMPARE(app::compute(in).tiles.front().usual, QString());
    }

    void numbersOfAnotherTimeAreNotThese()
    {
        DashboardInput in = now(worst(u"aqi"_s), 69);
        giveUsual(in, {50, 50, 50, 50});
        in.now += 5 * Minute; // The same half hour.
        QVERIFY(!app::compute(in).tiles.front().usual.isEmpty());
        in.now += 60 * Minute;
        QCOMPARE(app::compute(in).tiles.front().usual, QString());
    }

    void aBrushedTimeDoesNotChangeWhatIsUsualNow()
    {
        city::Focus a, b;
        b.span = city::TimeSpan{Noon - 60 * Minute, Noon};
        QVERIFY(app::sameNumbers(a, b));
        b.area = u"D1"_s;
        QVERIFY(!app::sameNumbers(a, b));
    }

    void theBandStandsBehindTheCurve()
    {
        app::Pack made = pack();
        made.calendar.zone = made.zone;
        app::ChartSpec chart;
        chart.kind = u"series"_s;
        chart.value = u"aqi"_s;
        chart.of = u"air-station"_s;
        made.dashboards.front().charts.push_back(chart);
        Feed feed(u"air"_s);
        feed.station(u"a"_s, 1, 70);
        DashboardInput in = input(std::move(made), {feed});
        city::Series hours{{u"air-station"_s, u"a"_s}, u"aqi"_s, u"1"_s, {}};
        for (int back = 24 * 56; back > 0; --back)
            hours.samples.push_back({Noon - std::chrono::hours(back), 50.0 + back % 3});
        auto usual = std::make_shared<app::Usual>();
        usual->series = app::typicalWeeks({hours}, in.now, in.pack->calendar);
        in.usual = usual;
        const widgets::ChartData shown = app::compute(in).charts.front();
        QVERIFY(shown.series.front().usual.size() >= 24);
        for (const widgets::UsualPoint& point : shown.series.front().usual) {
            QVERIFY(point.low <= point.median && point.median <= point.high);
            QVERIFY(point.low >= 50 && point.high <= 52);
        }
        // Three weeks are too few days of any class.
        hours.samples.erase(hours.samples.begin(), hours.samples.end() - 24 * 21);
        usual = std::make_shared<app::Usual>();
        usual->series = app::typicalWeeks({hours}, in.now, in.pack->calendar);
        in.usual = usual;
        QVERIFY(app::compute(in).charts.front().series.front().usual.empty());
    }
};

CITYOPS_TEST(QCoreApplication, UsualTest)
#include "usual_test.moc"
