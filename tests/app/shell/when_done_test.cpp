// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/when_done.h"
#include "tests/support/test_main.h"

#include <QPromise>

/// Answers that come after whoever asked is gone.
class WhenDoneTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nobodyIsCalledWhoIsGone()
    {
        int taken = 0;
        auto who = std::make_unique<QObject>();
        std::function<void(int)> take = app::whileThere(who.get(), [&taken](int value) { taken += value; });
        take(1);
        who.reset();
        take(1);
        QCOMPARE(taken, 1);
    }

    void noAnswerReachesWhoIsGone()
    {
        int taken = 0;
        QPromise<int> promise;
        promise.start();
        auto gone = std::make_unique<QObject>();
        QObject there;
        app::whenDone(promise.future(), gone.get(), [&taken](int) { taken += 100; });
        app::whenDone(promise.future(), &there, [&taken](int value) { taken += value; });
        promise.addResult(1);
        promise.finish();
        gone.reset();
        QTRY_COMPARE(taken, 1);
    }
};

CITYOPS_TEST(QCoreApplication, WhenDoneTest)
#include "when_done_test.moc"
