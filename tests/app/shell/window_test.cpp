// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/alarm_panel.h"
#include "app/shell/feeds_page.h"
#include "tests/app/shell/demo_window.h"
#include "tests/app/shell/small_files.h"
#include "tests/support/test_main.h"
#include "widgets/panels/alarm_button.h"
#include "widgets/panels/map_drawer.h"
#include "widgets/panels/rail_bar.h"
#include "widgets/panels/ranked_table.h"
#include "widgets/panels/top_bar.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QTableView>

using app::MainWindow;
using app::RunOptions;

/// The window on the demo city, without a display: what a person does, and what must follow.
class WindowTest : public DemoWindow {
    Q_OBJECT

    void pick(const QString& kind, const QString& id)
    {
        map::Hit hit;
        hit.ref.kind = kind;
        hit.ref.id = id;
        Q_EMIT m_window->frame().map().canvas().picked({hit}, {121.54, 25.03});
    }

    /// The one button of the rail that is marked; null when it is not just one.
    const QAbstractButton* marked()
    {
        QList<QAbstractButton*> found = m_window->frame().rail().findChildren<QAbstractButton*>();
        found.removeIf([](const QAbstractButton* button) { return !button->isChecked(); });
        return found.size() == 1 ? found.front() : nullptr;
    }

private Q_SLOTS:
    void initTestCase()
    {
        setUpAs(QStringLiteral("cityops-test"));
        openWindow();
    }

    void cleanupTestCase() { m_window.reset(); }

    void givesNoKeyToTwoActions()
    {
        QHash<QString, QString> owners;
        for (const QAction* action : m_window->findChildren<QAction*>()) {
            const QList<QKeySequence> keys = action->shortcuts();
            for (const QKeySequence& key : keys) {
                const QString text = key.toString();
                QVERIFY2(!owners.contains(text),
                         qPrintable(text + QStringLiteral(": ") + owners.value(text) + QStringLiteral(" and ") + action->text()));
                owners.insert(text, action->text());
            }
        }
        QVERIFY(owners.size() > 20);
    }

    void showsTheWholeCityFirst()
    {
        QCOMPARE(picture().dashboard, session().pack().dashboards.front().id);
        QVERIFY(!picture().tiles.empty());
        QVERIFY(!picture().situation.text.isEmpty());
        QCOMPARE(picture().feeds.size(), session().pack().feeds.size());
    }

    void theKeysSwitchDashboards()
    {
        const auto& dashboards = session().pack().dashboards;
        QVERIFY(dashboards.size() >= 5);
        for (std::size_t i = 0; i < 5; ++i) {
            QTest::keyClick(m_window.get(), static_cast<Qt::Key>(Qt::Key_1 + i), Qt::ControlModifier);
            QTRY_COMPARE_WITH_TIMEOUT(picture().dashboard, dashboards[i].id, 10'000);
            QCOMPARE(m_window->frame().rail().current(), dashboards[i].id);
            QVERIFY2(!picture().tiles.empty() && !picture().charts.empty(), qPrintable(dashboards[i].id));
        }
    }

    void theFeedsHaveAPageOfTheirOwn()
    {
        const auto keyOf = [this] { return m_window->feeds().detail().feed(); };
        const QAbstractButton* dashboard = marked();
        QVERIFY(dashboard);
        QTest::keyClick(m_window.get(), Qt::Key_F8);
        QVERIFY(marked() && marked() != dashboard);
        QVERIFY(m_window->frame().isPageShown() && m_window->feeds().isVisible());
        QVERIFY(!m_window->frame().map().isVisible());
        auto* table = m_window->feeds().findChild<widgets::RankedTable*>();
        QTRY_COMPARE(table->view()->model()->rowCount(), static_cast<int>(session().pack().feeds.size()));
        QVERIFY(!m_window->feeds().summary().isEmpty());
        // The worst first, and each by a word.
        QVERIFY(!table->view()->model()->index(0, 1).data().toString().isEmpty());
        table->view()->setCurrentIndex(table->view()->model()->index(1, 0));
        QTest::keyClick(table->view(), Qt::Key_Return);
        QVERIFY(!keyOf().isEmpty());
        Q_EMIT m_window->frame().top().feedPicked(QStringLiteral("youbike-taipei"));
        QCOMPARE(keyOf(), QStringLiteral("youbike-taipei"));
        const city::FeedState& state = session().run().snapshot()->feed(QStringLiteral("youbike-taipei"))->state;
        QVERIFY(!feeds::keptPayloads(session().run().payloads(), state.id).empty());
        QTest::keyClick(m_window.get(), Qt::Key_Escape); // from the feed to the table, then to the map
        QVERIFY(keyOf().isEmpty() && m_window->frame().isPageShown());
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QVERIFY(!m_window->frame().isPageShown() && m_window->frame().map().isVisible());
        QCOMPARE(marked(), dashboard);
    }

    void alarmsAreListedAcknowledgedAndShelved()
    {
        QTRY_VERIFY_WITH_TIMEOUT(session().alarms().isJudged(), 30'000);
        const auto waiting = [this] {
            const auto& counts = m_window->frame().top().alarms().tally().unacknowledged;
            return counts[0] + counts[1] + counts[2];
        };
        QTRY_VERIFY_WITH_TIMEOUT(waiting() >= 2, 30'000); // The cloudburst and what the agencies say of it.
        QTest::keyClick(m_window.get(), Qt::Key_F7);
        QCOMPARE(m_window->frame().drawer().page(), QStringLiteral("alarms"));
        auto* panel = m_window->findChild<app::AlarmPanel*>();
        QVERIFY(panel && panel->isVisible());
        QTRY_VERIFY(!panel->chosen().isEmpty());
        const QString first = panel->chosen();
        const auto stateOf = [this](const QString& id) {
            const auto& all = session().alarms().alarms()->alarms;
            const auto found = all.find(id);
            return found == all.end() ? alarms::State::Normal : found->second.state();
        };
        const int before = waiting();
        Q_EMIT panel->asked({alarms::Action::Kind::Acknowledge, {first}, {}, QStringLiteral("on it"), {}});
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(first), alarms::State::Acknowledged, 10'000);
        QCOMPARE(session().alarms().alarms()->alarms.at(first).note, QStringLiteral("on it"));
        QTRY_COMPARE_WITH_TIMEOUT(waiting(), before - 1, 10'000);
        Q_EMIT panel->asked({alarms::Action::Kind::Shelve, {first}, {}, QStringLiteral("known"), std::chrono::hours(1)});
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(first), alarms::State::Shelved, 10'000);
        QTest::keyClick(m_window.get(), Qt::Key_F7);
        QCOMPARE(m_window->frame().drawer().page(), QString());
        session().goHome();
    }

    void pickingDrillsDownAndEscapeLeadsOut()
    {
        session().goHome();
        const city::AreaTree& areas = *session().pack().areas;
        const int district = areas.find(QStringLiteral("district"), QStringLiteral("63000030"));
        QVERIFY(district >= 0);
        pick(QStringLiteral("area"), QStringLiteral("63000030"));
        QCOMPARE(focus().area, QStringLiteral("63000030"));
        QTRY_VERIFY(picture().crumbs.size() >= 2 &&
                    picture().crumbs.back().target.area == QLatin1String("63000030"));
        QTest::keyClick(m_window.get(), Qt::Key_Escape);
        QCOMPARE(focus().area, areas.at(areas.at(district).parent).code);
        QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(focus().area, QStringLiteral("63000030"));
        QTest::keyClick(m_window.get(), Qt::Key_Home, Qt::AltModifier);
        QCOMPARE(focus().area, QString());
    }

    void aPickedPlaceHasItsCardAndItsSeries()
    {
        session().showDashboard(QStringLiteral("traffic"));
        const city::Place* station = nullptr;
        for (const auto& [id, feed] : session().run().snapshot()->feeds()) {
            for (const city::Place& place : feed->places) {
                if (place.id.kind == QLatin1String("bike-station") && place.at) station = &place;
            }
        }
        QVERIFY(station);
        pick(station->id.kind, station->id.id);
        QTRY_VERIFY(picture().place && picture().place->id == station->id);
        QVERIFY(!picture().place->values.empty());
        QTRY_VERIFY_WITH_TIMEOUT(!picture().charts.empty() && !picture().charts.front().series.empty() &&
                                     picture().charts.front().series.front().samples.size() > 12,
                                 20'000);
        Q_EMIT m_window->frame().map().canvas().picked({}, {121.5, 25.0});
        QVERIFY(!focus().place);
    }

    void theLanguageSwitchesAtRunTime()
    {
        const app::Pack& pack = session().pack();
        m_window->useLanguage(QStringLiteral("zh_TW"));
        QVERIFY(m_window->windowTitle().contains(pack.title.in(QStringLiteral("zh_TW"))));
        const QString question = pack.dashboard(focus().dashboard)->question.in(QStringLiteral("zh_TW"));
        QTRY_COMPARE(picture().question, question);
        m_window->useLanguage(QStringLiteral("en"));
        QVERIFY(m_window->windowTitle().contains(pack.title.in(QStringLiteral("en"))));
    }

    void theThemeSwitchesAtRunTime()
    {
        m_window->useTheme(QStringLiteral("light"));
        const QColor light = session().look().theme.ground;
        m_window->useTheme(QStringLiteral("dark"));
        QVERIFY(light.lightness() > session().look().theme.ground.lightness());
    }

    void aDroppedFileBecomesALayer()
    {
        const QString file = writeGeoJson(m_folder.path());
        m_window->addFiles({file});
        const auto isThere = [this] {
            return std::any_of(picture().layers.begin(), picture().layers.end(),
                               [](const auto& layer) { return layer.removable; });
        };
        QTRY_VERIFY_WITH_TIMEOUT(isThere(), 10'000);
        session().removeLayer(QStringLiteral("dropped-0"));
        QTRY_VERIFY(!isThere());
    }

    void hiddenLayersStayHidden()
    {
        QVERIFY(!picture().layers.empty());
        const QString id = picture().layers.front().id;
        session().hideLayer(id);
        const auto shown = [&] {
            return std::any_of(picture().layers.begin(), picture().layers.end(),
                               [&](const auto& layer) { return layer.id == id && layer.shown; });
        };
        QTRY_VERIFY(!shown());
        session().showLayer(id);
        QTRY_VERIFY(shown());
    }

    void theWindowIsRemembered()
    {
        session().showDashboard(QStringLiteral("air-quality"));
        session().hideLayer(QStringLiteral("some-layer"));
        m_window->useTheme(QStringLiteral("light"));
        m_window->useLanguage(QStringLiteral("zh_TW"));
        m_window->close();
        const app::WindowMemory memory = app::WindowMemory::load();
        QCOMPARE(memory.theme, QStringLiteral("light"));
        QCOMPARE(memory.language, QStringLiteral("zh_TW"));
        QCOMPARE(memory.dashboard, QStringLiteral("air-quality"));
        QVERIFY(memory.hiddenLayers.contains(QStringLiteral("some-layer")));
        QCOMPARE(memory.pack, demo().pack);
        RunOptions options = demo();
        options.language.clear();
        const MainWindow again(m_resources, options, m_language);
        QCOMPARE(m_language.current(), QStringLiteral("zh_TW"));
    }
};

CITYOPS_TEST(QApplication, WindowTest)
#include "window_test.moc"
