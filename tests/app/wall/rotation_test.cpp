// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wall/rotation.h"
#include "app/wall/type_scale.h"
#include "tests/support/test_main.h"

#include <QGuiApplication>
#include <cmath>

using namespace std::chrono_literals;

namespace {

const city::Instant start = city::fromIso(u"2026-07-15T06:00:00Z").value();

app::WallSpec wall()
{
    app::WallSpec made;
    made.alarmHolds = 60s;
    for (const char* id : {"a", "b", "c"}) {
        app::WallScene scene;
        scene.id = QString::fromLatin1(id);
        scene.dwell = 10s;
        made.scenes.push_back(scene);
    }
    return made;
}

app::WallScreen screen()
{
    app::WallScreen made;
    made.scenes = {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")};
    made.alarms = true;
    return made;
}

const app::WaitingAlarm fire{QStringLiteral("fire"), start + 12s}, flood{QStringLiteral("flood"), start + 14s};

/// Plays a wall second by second and writes down what it shows: scenes by their letter, alarms by theirs in capitals.
QString played(int seconds, const std::function<std::vector<app::WaitingAlarm>(int)>& waiting)
{
    const app::WallSpec spec = wall();
    const app::WallScreen one = screen();
    app::ScreenShow show;
    show.since = start;
    QString seen;
    for (int i = 0; i < seconds; ++i) {
        show = app::advanced(spec, one, show, start + i * 1s, waiting(i));
        const QString now = show.alarm.isEmpty() ? app::sceneOf(spec, one, show)->id : show.alarm.left(2).toUpper();
        if (i % 2 == 0) seen += now.right(1);
    }
    return seen;
}

} // namespace

class RotationTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void scenesTakeTurns()
    {
        QCOMPARE(played(40, [](int) { return std::vector<app::WaitingAlarm>(); }), QStringLiteral("aaaaabbbbbcccccaaaaa"));
    }

    void anAlarmBreaksInAndGivesBackAfterAcknowledgement()
    {
        // From 12 s to 20 s: 2 s of b were shown, 8 s are left when it is over.
        QCOMPARE(played(40, [](int i) { return i >= 12 && i < 20 ? std::vector{fire} : std::vector<app::WaitingAlarm>(); }),
                 QStringLiteral("aaaaabIIIIbbbbcccccaa").left(20));
    }

    void aSecondOneTakesOverAtOnce()
    {
        const QString seen = played(30, [](int i) { return i < 12 ? std::vector<app::WaitingAlarm>() : i < 16 ? std::vector{fire} : std::vector{fire, flood}; });
        QCOMPARE(seen, QStringLiteral("aaaaabIILLLLLLL"));
    }

    void afterItsTimeItGivesBackThoughNobodyAcknowledged()
    {
        const app::WallSpec spec = wall();
        app::ScreenShow show;
        show.since = start;
        show = app::advanced(spec, screen(), show, start, {fire});
        QCOMPARE(show.alarm, fire.id);
        show = app::advanced(spec, screen(), show, start + 59s, {fire});
        QCOMPARE(show.alarm, fire.id);
        show = app::advanced(spec, screen(), show, start + 60s, {fire});
        QVERIFY(show.alarm.isEmpty());
        show = app::advanced(spec, screen(), show, start + 61s, {fire});
        QVERIFY(show.alarm.isEmpty());
        // Acknowledged, and back later: it is told again.
        show = app::advanced(spec, screen(), show, start + 62s, {});
        show = app::advanced(spec, screen(), show, start + 63s, {fire});
        QCOMPARE(show.alarm, fire.id);
    }

    void onlyScreensThatAreAskedToTakeAlarms()
    {
        app::WallScreen quiet = screen();
        quiet.alarms = false;
        QVERIFY(app::advanced(wall(), quiet, {}, start, {fire}).alarm.isEmpty());
    }

    void pausedAndTurnedByHand()
    {
        const app::WallSpec spec = wall();
        app::ScreenShow show;
        show.since = start;
        show = app::paused(show, true, start + 4s, 4s);
        show = app::advanced(spec, screen(), show, start + 100s, {});
        QCOMPARE(show.scene, 0);
        QVERIFY(!app::left(spec, screen(), show, start + 100s));
        show = app::turned(screen(), show, -1, start + 100s);
        QCOMPARE(show.scene, 2);
        show = app::paused(show, false, start + 101s, 0s);
        QCOMPARE(*app::left(spec, screen(), show, start + 105s), city::Duration(6s));
    }

    void whatNobodyShowedIsCounted()
    {
        app::ScreenShow show;
        show.since = start;
        show = app::advanced(wall(), screen(), show, start + 35s, {});
        QCOMPARE(show.scene, 0);
        QCOMPARE(show.changes, 3);
        QCOMPARE(show.missed, 2);
    }

    void typeFollowsTheDistance()
    {
        // 16 arc-minutes from 4 m are 18.6 mm; on pixels of half a millimetre 37 of them.
        const app::TypeScale scale{0.5, 4};
        QVERIFY(std::abs(scale.pixelsOf(16) - 37.2) < 0.1);
        QVERIFY(std::abs(app::TypeScale{0.5, 8}.pixelsOf(16) - 2 * scale.pixelsOf(16)) < 0.01);
        const int font = scale.fontOf(16);
        QFont probe;
        probe.setPixelSize(font);
        QVERIFY2(font > 37 && font < 80, "capitals are lower than the font");
    }
};

CITYOPS_TEST(QGuiApplication, RotationTest)
#include "rotation_test.moc"
