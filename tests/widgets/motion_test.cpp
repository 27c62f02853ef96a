// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"
#include "widgets/map/motion.h"

namespace {

const QString layerId = QStringLiteral("buses"), busId = QStringLiteral("bus/1");

map::Scene sceneOf(QPointF at, qint64 seenAt, float heading = -1,
                   map::DataState state = map::DataState::Current)
{
    map::LayerScene layer;
    layer.id = layerId;
    layer.refs.push_back({QStringLiteral("vehicle"), busId, {}, {}});
    map::Mover mover;
    mover.at = at;
    mover.seenAt = seenAt;
    mover.heading = heading;
    mover.state = state;
    mover.ref = 0;
    layer.movers.push_back(mover);
    map::Scene scene;
    scene.layers.push_back(std::make_shared<const map::LayerScene>(std::move(layer)));
    return scene;
}

} // namespace

class MotionTest : public QObject {
    Q_OBJECT

    static QPointF at(const widgets::Motion& motion, qint64 now)
    {
        return motion.spotOf(layerId, busId, now)->at;
    }

private Q_SLOTS:
    void goesFromFixToFixAndNotBeyond()
    {
        widgets::Motion motion;
        const map::Scene first = sceneOf({0, 0}, 1000), second = sceneOf({100, 0}, 11'000);
        motion.setScene(&first, 0);
        QVERIFY(!motion.isMoving(0));
        QCOMPARE(at(motion, 5000), QPointF(0, 0)); // one fix is no direction
        motion.setScene(&second, 20'000);
        QCOMPARE(at(motion, 20'000), QPointF(0, 0));
        QCOMPARE(at(motion, 25'000), QPointF(50, 0));
        QVERIFY(motion.isMoving(29'999));
        for (const qint64 late : {30'000LL, 30'001LL, 10'000'000LL})
            QCOMPARE(at(motion, late), QPointF(100, 0));
        QVERIFY(!motion.isMoving(30'000));
    }

    void aSceneWithoutNewsDoesNotStopIt()
    {
        widgets::Motion motion;
        const map::Scene first = sceneOf({0, 0}, 0), second = sceneOf({100, 0}, 10'000);
        motion.setScene(&first, 0);
        motion.setScene(&second, 0);
        motion.setScene(&second, 5000);
        QCOMPARE(at(motion, 5000), QPointF(50, 0));
        QCOMPARE(at(motion, 10'000), QPointF(100, 0));
    }

    void setsOutFromWhereItIsShown()
    {
        widgets::Motion motion;
        const map::Scene first = sceneOf({0, 0}, 0), second = sceneOf({100, 0}, 10'000),
                         third = sceneOf({100, 100}, 14'000);
        motion.setScene(&first, 0);
        motion.setScene(&second, 0);
        motion.setScene(&third, 5000);
        QCOMPARE(at(motion, 5000), QPointF(50, 0));
        QCOMPARE(at(motion, 9000), QPointF(100, 100));
    }

    void staleOnesAndLongSilencesJump()
    {
        widgets::Motion motion;
        const map::Scene first = sceneOf({0, 0}, 0),
                         stale = sceneOf({100, 0}, 10'000, -1, map::DataState::Stale),
                         late = sceneOf({200, 0}, 900'000), back = sceneOf({300, 0}, 100);
        motion.setScene(&first, 0);
        for (const map::Scene* scene : {&stale, &late, &back}) {
            motion.setScene(scene, 0);
            QVERIFY(!motion.isMoving(0));
        }
        QCOMPARE(at(motion, 0), QPointF(300, 0)); // corrected backwards in time
    }

    void noMotionWhereNoneIsWanted()
    {
        widgets::Motion motion;
        motion.setAllowed(false);
        const map::Scene first = sceneOf({0, 0}, 0), second = sceneOf({100, 0}, 10'000);
        motion.setScene(&first, 0);
        motion.setScene(&second, 0);
        QVERIFY(!motion.isMoving(0));
        QCOMPARE(at(motion, 0), QPointF(100, 0));
    }

    void turnsTheShorterWay()
    {
        widgets::Motion motion;
        const map::Scene first = sceneOf({0, 0}, 0, 350), second = sceneOf({100, 0}, 10'000, 20);
        motion.setScene(&first, 0);
        motion.setScene(&second, 0);
        QCOMPARE(motion.spotOf(layerId, busId, 5000)->heading, 5.0F);
    }

    void whatIsGoneIsForgotten()
    {
        widgets::Motion motion;
        const map::Scene first = sceneOf({0, 0}, 0);
        motion.setScene(&first, 0);
        motion.setScene(nullptr, 0);
        QVERIFY(motion.isEmpty() && !motion.spotOf(layerId, busId, 0));
    }
};

CITYOPS_TEST(QCoreApplication, MotionTest)
#include "motion_test.moc"
