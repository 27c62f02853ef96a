// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/focus_history.h"
#include "tests/support/test_main.h"

#include <QCoreApplication>

using namespace app;

namespace {

city::Focus focusOn(const QString& area)
{
    city::Focus focus;
    focus.dashboard = QStringLiteral("traffic");
    focus.area = area;
    return focus;
}

city::AreaTree tree()
{
    city::Area outer, inner;
    outer.level = QStringLiteral("city");
    outer.code = QStringLiteral("63000");
    inner.level = QStringLiteral("district");
    inner.code = QStringLiteral("63000030");
    inner.parent = 0;
    return {{QStringLiteral("city"), QStringLiteral("district")}, {outer, inner}};
}

} // namespace

class FocusHistoryTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void walksBackAndForward()
    {
        FocusHistory history(focusOn({}));
        QVERIFY(!history.canGoBack() && !history.canGoForward());
        QVERIFY(history.go(focusOn(QStringLiteral("63000"))));
        QVERIFY(history.go(focusOn(QStringLiteral("63000030"))));
        QVERIFY(history.back());
        QCOMPARE(history.current().area, QStringLiteral("63000"));
        QVERIFY(history.canGoForward());
        QVERIFY(history.forward());
        QCOMPARE(history.current().area, QStringLiteral("63000030"));
        QVERIFY(!history.forward());
    }

    void aNewStepForgetsWhatLayAhead()
    {
        FocusHistory history(focusOn({}));
        history.go(focusOn(QStringLiteral("a")));
        history.back();
        history.go(focusOn(QStringLiteral("b")));
        QVERIFY(!history.canGoForward());
        history.back();
        QCOMPARE(history.current().area, QString());
    }

    void goingNowhereIsNoStep()
    {
        FocusHistory history(focusOn(QStringLiteral("a")));
        QVERIFY(!history.go(focusOn(QStringLiteral("a"))));
        QVERIFY(!history.canGoBack());
    }

    void forgetsTheOldestFirst()
    {
        FocusHistory history;
        for (int i = 0; i < 500; ++i)
            history.go(focusOn(QString::number(i)));
        int steps = 0;
        while (history.back())
            ++steps;
        QCOMPARE(steps, 199);
        QCOMPARE(history.current().area, QStringLiteral("300"));
    }

    void stepsOutFromPlaceToFilterToAreas()
    {
        const city::AreaTree areas = tree();
        city::Focus focus = focusOn(QStringLiteral("63000030"));
        focus.level = QStringLiteral("3");
        focus.place = city::PlaceId{QStringLiteral("bike-station"), QStringLiteral("1")};
        focus.picks = city::Picks({{QStringLiteral("layer"), {1}, {}}});
        focus = oneStepOut(focus, areas);
        QVERIFY(focus.place && focus.picks.isEmpty());
        focus = oneStepOut(focus, areas);
        QVERIFY(!focus.place && focus.level == QLatin1String("3"));
        focus = oneStepOut(focus, areas);
        QVERIFY(focus.level.isEmpty() && focus.area == QLatin1String("63000030"));
        focus = oneStepOut(focus, areas);
        QCOMPARE(focus.area, QStringLiteral("63000"));
        focus = oneStepOut(focus, areas);
        QCOMPARE(focus.area, QString());
        QCOMPARE(oneStepOut(focus, areas), focus);
    }

    void anUnknownAreaLeadsToTheWholePack()
    {
        QCOMPARE(oneStepOut(focusOn(QStringLiteral("?")), tree()).area, QString());
    }

    void homeKeepsTheDashboard()
    {
        city::Focus focus = focusOn(QStringLiteral("63000030"));
        focus.place = city::PlaceId{QStringLiteral("k"), QStringLiteral("1")};
        QCOMPARE(home(focus), focusOn({}));
    }
};

CITYOPS_TEST(QCoreApplication, FocusHistoryTest)
#include "focus_history_test.moc"
