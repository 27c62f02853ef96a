// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/main_window.h"
#include "app/shell/time_travel.h"
#include "tests/support/test_main.h"
#include "widgets/panels/alarm_button.h"
#include "widgets/panels/map_drawer.h"
#include "widgets/panels/named_list.h"
#include "widgets/panels/ranked_table.h"
#include "widgets/panels/top_bar.h"
#include "widgets/timeline/past_banner.h"
#include "widgets/timeline/timeline_bar.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTableView>
#include <QToolButton>
#include <QTreeWidget>
#include <numeric>

using app::MainWindow;
using app::RunOptions;
using namespace std::chrono_literals;

/// The bar of time in the window of the demo city: what a person does, and what must follow. With
/// CITYOPS_KEEP_PICTURES the window is kept as it looked.
class TimeTravelTest : public QObject {
    Q_OBJECT

    QString m_resources = qEnvironmentVariable("CITYOPS_RESOURCES");
    std::shared_ptr<city::FixedClock> m_clock =
        std::make_shared<city::FixedClock>(app::DemoCity::openingMoment());
    app::Language m_language;
    std::unique_ptr<MainWindow> m_window;

    app::Session& session() { return *m_window->session(); }
    app::TimeMachine& time() { return session().time(); }
    widgets::TimelineBar& bar() { return m_window->frame().bar(); }
    widgets::TimeAxis& axis() { return bar().axis(); }
    widgets::PastBanner& banner() { return m_window->frame().banner(); }
    city::Instant opening() const { return app::DemoCity::openingMoment(); }

    bool isSettled() { return time().isSettled() && m_window->isReady(); }
    void keep(const char* name)
    {
        const QString folder = qEnvironmentVariable("CITYOPS_KEEP_PICTURES");
        if (folder.isEmpty()) return;
        QVERIFY(QTest::qWaitFor([this] { return isSettled(); }, 30'000));
        QTest::qWait(300);
        m_window->grab().save(folder + QLatin1Char('/') + QLatin1String(name) + QStringLiteral(".png"));
    }
    void clickAt(city::Instant at)
    {
        QTest::mouseClick(&axis(), Qt::LeftButton, {}, QPoint(static_cast<int>(axis().xOf(at)), 40));
    }

private Q_SLOTS:
    void initTestCase()
    {
        RunOptions options;
        options.source = RunOptions::Source::Demo;
        options.pack = m_resources + QStringLiteral("/packs/taipei");
        options.language = QStringLiteral("en");
        options.clock = m_clock;
        m_window = std::make_unique<MainWindow>(m_resources, options, m_language, MainWindow::Memory::Plain);
        m_window->resize(1920, 1080);
        m_window->show();
        m_window->activateWindow();
        m_window->open(options, app::CityRun::Pace::Once);
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTRY_VERIFY_WITH_TIMEOUT(m_window->isReady(), 120'000);
        for (int round = 1; round <= 2; ++round) {
            m_clock->set(opening() + round * 30min);
            QSignalSpy settled(&session().run(), &app::CityRun::settled);
            session().run().refresh();
            QTRY_VERIFY_WITH_TIMEOUT(!settled.isEmpty(), 60'000);
        }
        const auto isKept = [this] {
            const auto marks = session().run().history().timeline(opening(), opening() + 2h, 1h).result();
            const auto pictures = session().run().history().picturesAt(m_clock->now()).result();
            const auto newest = [&](const auto& one) { return one->state.lastAttempt == m_clock->now(); };
            return marks.ok() && !marks->marks.empty() && !pictures->empty() &&
                   std::all_of(pictures->begin(), pictures->end(), newest);
        };
        QTRY_VERIFY_WITH_TIMEOUT(isKept(), 20'000);
        m_window->time().tick();
    }

    void cleanupTestCase() { m_window.reset(); }

    void cleanup()
    {
        m_window->frame().drawer().close();
        time().setLoop(std::nullopt);
        time().setKnowledge(history::Knowledge::Then);
        time().goLive();
        QTRY_VERIFY_WITH_TIMEOUT(time().isSettled(), 30'000);
    }

    void liveHasNoSign()
    {
        QVERIFY(!banner().isVisible());
        QVERIFY(bar().isVisible());
        QCOMPARE(bar().height(), 56);
    }

    void aClickLeadsToThePastAndEscapeBack()
    {
        clickAt(opening() + 10min);
        QVERIFY(!time().isLive());
        QVERIFY(banner().isVisible());
        QVERIFY(std::chrono::abs(time().moment() - (opening() + 10min)) < 3min);
        QTRY_VERIFY_WITH_TIMEOUT(session().city().at == time().moment(), 30'000);
        // What is shown was asked at the opening, and is as old as it was then.
        QCOMPARE(session().city().snapshot->feed(QStringLiteral("youbike-taipei"))->state.lastAttempt,
                 std::optional(opening()));
        keep("past-dark-en");
        // Live goes on meanwhile, and does not come into the picture.
        const auto before = session().run().snapshot();
        m_clock->set(m_clock->now() + 1min);
        session().run().refresh(QStringLiteral("youbike-taipei"));
        QTRY_VERIFY_WITH_TIMEOUT(session().run().snapshot() != before, 30'000);
        QVERIFY(session().city().at.has_value());
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QVERIFY(time().isLive());
        QVERIFY(!banner().isVisible());
        QVERIFY(session().city().snapshot == session().run().snapshot());
    }

    void alarmsAreThoseOfTheMoment()
    {
        // At the opening there were others than an hour later; what was acknowledged since was not yet.
        const auto tally = [this] { return m_window->frame().top().alarms().tally(); };
        QTRY_VERIFY(session().alarms().isSettled());
        const auto now = tally();
        QVERIFY(std::accumulate(now.unacknowledged.begin(), now.unacknowledged.end(), 0) > 0);
        const QString one = session().alarms().alarms()->alarms.begin()->first;
        session().alarms().act({alarms::Action::Kind::Acknowledge, {one}, QStringLiteral("anna"), {}, {}});
        QTRY_VERIFY(session().alarms().alarms()->alarms.count(one) == 0 || session().alarms().alarms()->alarms.at(one).acknowledged);
        time().goTo(opening() + 1min);
        QTRY_VERIFY_WITH_TIMEOUT(session().pastAlarms().isPast() && session().pastAlarms().isSettled() && session().pastAlarms().alarms(), 30'000);
        const auto then = session().pastAlarms().alarms();
        QVERIFY(!then->alarms.empty());
        for (const auto& [id, alarm] : then->alarms)
            QVERIFY2(alarm.since <= opening() + 1min && !alarm.by.contains(QLatin1String("anna")), qPrintable(id));
        QVERIFY(!tally().unknown);
        QVERIFY(tally() != now);
        keep("past-alarms-dark-en");
        time().goTo(opening() - 3h); // before the demo city began
        QTRY_VERIFY_WITH_TIMEOUT(session().pastAlarms().isSettled() && session().city().at == time().moment(), 30'000);
        QVERIFY(session().pastAlarms().alarms());
        time().goLive();
        QTRY_VERIFY(!session().pastAlarms().isPast());
    }

    void theKeysGoThroughTime()
    {
        QTest::keyClick(m_window.get(), Qt::Key_F6, Qt::ShiftModifier);
        QVERIFY(!time().isLive());
        const city::Instant from = time().moment();
        QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::ControlModifier);
        QCOMPARE(time().moment(), from - 1min);
        QTest::keyClick(m_window.get(), Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(time().moment(), from);
        axis().setFocus();
        QTest::keyClick(&axis(), Qt::Key_PageUp);
        QCOMPARE(time().moment(), from - 1h);
        QTest::keyClick(&axis(), Qt::Key_Space);
        QVERIFY(time().isPlaying());
        QTest::keyClick(m_window.get(), Qt::Key_F6);
        QVERIFY(!time().isPlaying());
        QTest::keyClick(&axis(), Qt::Key_End);
        QVERIFY(time().isLive());
    }

    void alarmsAreMarkedAndJumpedTo()
    {
        QTRY_VERIFY_WITH_TIMEOUT(axis().markFrom(opening() - 24h, 1), 20'000);
        QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!time().isLive());
        QVERIFY(axis().markFrom(time().moment() - 1ms, 1)->at == time().moment());
        keep("jumped-dark-en");
    }

    void zoomingKeepsThePlaceAndNeverShowsTheFuture()
    {
        const auto before = axis().range();
        axis().zoom(0.25, opening());
        QVERIFY(axis().range().length() * 4 - before.length() < 1s);
        axis().zoom(1e9, opening());
        QVERIFY(axis().range().to <= m_clock->now() + axis().range().length() / 20);
        axis().setRange(before);
    }

    void whatWasLearnedLaterIsAPageOfItsOwn()
    {
        clickAt(opening() + 10min);
        const auto snapshot = session().run().snapshot();
        city::Observation late = snapshot->feed(QStringLiteral("youbike-taipei"))->observations.front();
        late.observedAt = opening() + 1min;
        late.receivedAt = m_clock->now();
        late.value += 500;
        QVERIFY(session().run().history().append(QStringLiteral("youbike-taipei"), {late}).result().ok());
        QTest::keyClick(m_window.get(), Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(m_window->frame().drawer().page(), QStringLiteral("changes"));
        QTRY_VERIFY_WITH_TIMEOUT(m_window->time().changes().view()->model()->rowCount() > 0, 30'000);
        keep("changes-dark-en");
        // The other way to see it: the picture itself, with all that is known now.
        QTest::keyClick(m_window.get(), Qt::Key_Y, Qt::ControlModifier | Qt::ShiftModifier);
        const auto known = [&] { return session().city().snapshot->latest(late.place, late.quantity); };
        QTRY_VERIFY_WITH_TIMEOUT(known() && known().observation->value == late.value, 30'000);
        QVERIFY(!session().city().asOf);
    }

    void aNoteIsWrittenAtAMoment()
    {
        clickAt(opening() + 5min);
        const city::Instant at = time().moment();
        m_window->time().addNote(QStringLiteral("pump 3 was off"));
        auto& notes = m_window->time().notes().tree();
        QTRY_COMPARE_WITH_TIMEOUT(notes.topLevelItemCount(), 1, 20'000);
        QCOMPARE(notes.topLevelItem(0)->text(0), QStringLiteral("pump 3 was off"));
        time().goLive();
        m_window->frame().drawer().open(QStringLiteral("notes"));
        Q_EMIT m_window->time().notes().asked(widgets::NamedList::Ask::Go, m_window->time().notes().chosen());
        QCOMPARE(time().moment(), at);
        keep("notes-dark-en");
        Q_EMIT m_window->time().notes().asked(widgets::NamedList::Ask::Remove,
                                              m_window->time().notes().chosen());
        QTRY_COMPARE_WITH_TIMEOUT(notes.topLevelItemCount(), 0, 20'000);
    }

    void severalTimesStandSideBySide()
    {
        time().setLoop(app::TimeMachine::Span{opening() - 2h, opening() + 1h});
        QTest::keyClick(m_window.get(), Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
        app::TimesPage& times = m_window->time().times();
        QTRY_VERIFY_WITH_TIMEOUT(times.isComplete(), 120'000);
        QVERIFY(times.count() >= 3);
        QVERIFY(times.image(0) != times.image(times.count() - 1));
        keep("times-dark-en");
        QTest::mouseClick(&times, Qt::LeftButton, {}, QPoint(30, 60));
        QCOMPARE(time().moment(), opening() - 2h);
    }

    void bothLanguagesAndThemes()
    {
        clickAt(opening() + 10min);
        QTRY_VERIFY_WITH_TIMEOUT(session().city().at == time().moment(), 30'000);
        m_window->useLanguage(QStringLiteral("zh_TW"));
        m_window->useTheme(QStringLiteral("light"));
        QTRY_VERIFY_WITH_TIMEOUT(isSettled(), 30'000);
        const auto* live = bar().findChild<QToolButton*>();
        QTRY_COMPARE(live->text(), QStringLiteral("回到即時"));
        keep("past-light-zh");
        m_window->resize(1366, 768);
        keep("past-light-zh-small");
        m_window->useLanguage(QStringLiteral("en"));
        m_window->useTheme(QStringLiteral("dark"));
        QTRY_COMPARE(live->text(), QStringLiteral("Back to live"));
        keep("past-dark-en-small");
        m_window->resize(1920, 1080);
    }
};

CITYOPS_TEST(QApplication, TimeTravelTest)
#include "time_travel_test.moc"
