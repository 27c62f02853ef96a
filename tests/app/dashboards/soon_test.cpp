// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/soon.h"

#include "app/dashboards/usual.h"
#include "tests/app/dashboards/small_city.h"
#include "tests/support/test_main.h"

using namespace small;

/// What is about to run out, by where it is going; and what is not said where nobody knows.
class SoonTest : public QObject {
    Q_OBJECT

    static app::Expression runningOut()
    {
        app::Expression made = where(count(u"dock"_s), u"bikes"_s, u"<"_s, 1);
        made.aggregate = u"soon"_s;
        return made;
    }
    /// One station with `now` bikes, and `before` of them so long ago.
    static std::optional<bool> soon(double now, std::optional<double> before, city::Duration ago = 30 * Minute, city::Duration age = Minute)
    {
        app::DashboardInput in = input(pack(), {Feed(u"bikes"_s).place(u"dock"_s, u"1"_s, 1).value(u"dock"_s, u"1"_s, u"bikes"_s, now, age)});
        auto usual = std::make_shared<app::Usual>();
        if (before) usual->before.insert({{u"dock"_s, u"1"_s}, u"bikes"_s}, {Noon - age - ago, *before});
        in.usual = usual;
        const app::Scope scope(in);
        return app::soonMeets(scope, 0, runningOut());
    }

private Q_SLOTS:
    void whatGoesOnRunsOut()
    {
        QCOMPARE(soon(4, 12), std::optional(true));   // eight in half an hour: three are gone in eleven minutes
        QCOMPARE(soon(12, 20), std::optional(false)); // eleven take 41
        QCOMPARE(soon(9, 17), std::optional(true));   // eight take 30
    }
    void whatFillsUpOrStandsStillDoesNot()
    {
        QCOMPARE(soon(4, 1), std::optional(false));
        QCOMPARE(soon(2, 2), std::optional(false));
        QCOMPARE(soon(1, 2), std::optional(false)); // one bike is no trend
    }
    void whatIsEmptyIsNotAboutToBe() { QCOMPARE(soon(0, 12), std::optional(false)); }
    void nobodyKnowsWithoutAPast()
    {
        QVERIFY(!soon(4, std::nullopt));
        QVERIFY(!soon(4, 12, 5 * Minute));   // too short
        QVERIFY(!soon(4, 12, 120 * Minute)); // too long ago
        QVERIFY(!soon(4, 12, 30 * Minute, 60 * Minute)); // what it is now is not known either
    }
    void aTileCountsThemAndSaysOfHowMany()
    {
        Feed feed(u"bikes"_s);
        for (const QString& id : {u"1"_s, u"2"_s, u"3"_s}) feed.place(u"dock"_s, id, 1).value(u"dock"_s, id, u"bikes"_s, 4);
        app::Pack made = pack();
        made.dashboards.front().tiles.push_back({both(u"Tile"_s, u"圖磚"_s), runningOut(), {}, {}});
        app::DashboardInput in = input(std::move(made), {feed});
        feed.place(u"dock"_s, u"4"_s, 1).value(u"dock"_s, u"4"_s, u"bikes"_s, 0); // empty: says nothing of the others
        in.snapshot = input(pack(), {feed}).snapshot;
        const widgets::TileData unknown = app::compute(in).tiles.front();
        QVERIFY(unknown.value.isEmpty() && !unknown.number && !unknown.note.isEmpty());
        auto usual = std::make_shared<app::Usual>();
        usual->before.insert({{u"dock"_s, u"1"_s}, u"bikes"_s}, {Noon - 31 * Minute, 12});
        usual->before.insert({{u"dock"_s, u"2"_s}, u"bikes"_s}, {Noon - 31 * Minute, 4});
        in.usual = usual;
        const widgets::TileData known = app::compute(in).tiles.front();
        QCOMPARE(known.value, u"1"_s);
        QVERIFY(known.source.lines.front().contains(u"3 of 4"_s));
    }
};

CITYOPS_TEST(QCoreApplication, SoonTest)
#include "soon_test.moc"
