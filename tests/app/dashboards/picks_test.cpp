// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/dashboards/small_city.h"
#include "tests/support/test_main.h"

using namespace small;

/// What was picked on the map is part of the focus: tiles, charts, tables and alerts speak of it alone.
class PicksTest : public QObject {
    Q_OBJECT

    static std::vector<Feed> feeds()
    {
        Feed air(u"air"_s), bikes(u"bikes"_s);
        air.station(u"a"_s, 1, 40).station(u"b"_s, 2, 120).station(u"c"_s, 3, 80).station(u"d"_s, 4, 60);
        for (int district = 1; district <= 4; ++district)
            bikes.place(u"bike"_s, QString::number(district), district)
                .value(u"bike"_s, QString::number(district), u"bikes"_s, district);
        return {air, bikes};
    }

    static city::Focus picking(std::vector<city::PlaceId> things)
    {
        city::Focus focus;
        focus.picks = city::Picks({{u"some layer"_s, {}, std::move(things)}});
        return focus;
    }

private Q_SLOTS:
    void placesOfAPickedKindCountAlone()
    {
        const city::Focus two = picking({{u"air-station"_s, u"a"_s}, {u"air-station"_s, u"c"_s}});
        QCOMPARE(tile(worst(u"aqi"_s), feeds(), two).value, u"80"_s);
        QCOMPARE(tile(aggregate(u"sum"_s, u"bikes"_s), feeds(), two).value, u"10"_s); // no bicycle was picked
    }

    void theInnermostPickedAreasCount()
    {
        const city::Focus focus = picking({{u"area"_s, u"C1"_s}, {u"area"_s, u"D2"_s}, {u"area"_s, u"C2"_s}});
        QCOMPARE(tile(aggregate(u"sum"_s, u"bikes"_s), feeds(), focus).value, u"9"_s); // D2, D3 and D4
    }

    void placesAndAreasGoTogether()
    {
        city::Focus focus =
            picking({{u"area"_s, u"D2"_s}, {u"area"_s, u"D3"_s}, {u"bike"_s, u"3"_s}, {u"bike"_s, u"4"_s}});
        QCOMPARE(tile(aggregate(u"sum"_s, u"bikes"_s), feeds(), focus).value, u"3"_s);
        focus.area = u"C1"_s; // Nothing picked lies there.
        QVERIFY(tile(aggregate(u"sum"_s, u"bikes"_s), feeds(), focus).value != u"3"_s);
    }

    void tableAndLineOverTheMapObey()
    {
        app::Pack made = pack();
        made.dashboards.front().table.of = u"air-station"_s;
        made.dashboards.front().table.columns = QStringList{u"name"_s, u"aqi"_s};
        app::DashboardInput in = input(std::move(made), feeds());
        QCOMPARE(app::compute(in).table.rows.size(), std::size_t(4));
        in.focus = picking({{u"air-station"_s, u"b"_s}, {u"air-station"_s, u"d"_s}});
        const app::DashboardPicture picture = app::compute(in);
        QCOMPARE(picture.table.rows.size(), std::size_t(2));
        QVERIFY(picture.crumbs.back().text.contains(u'2'));
        QVERIFY(picture.crumbs.back().target.picks.isEmpty()); // A click takes it off.
    }

    void picksCompareByWhatTheyHold()
    {
        QCOMPARE(picking({{u"k"_s, u"1"_s}}), picking({{u"k"_s, u"1"_s}}));
        QVERIFY(!(picking({{u"k"_s, u"1"_s}}) == picking({{u"k"_s, u"2"_s}})));
        QVERIFY(picking({}).picks.isEmpty());
        QCOMPARE(picking({}), city::Focus{});
        QCOMPARE(picking({{u"k"_s, u"1"_s}, {u"k"_s, u"2"_s}}).picks.count(), std::size_t(2));
    }
};

CITYOPS_TEST(QCoreApplication, PicksTest)
#include "picks_test.moc"
