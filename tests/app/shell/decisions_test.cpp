// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/focus_link.h"
#include "app/shell/main_window.h"
#include "layers/indicators/area_share.h"
#include "tests/support/test_main.h"
#include "widgets/charts/chart_panel.h"
#include "widgets/charts/series_view.h"
#include "widgets/panels/impact_panel.h"
#include "widgets/panels/kpi_tile.h"
#include "widgets/panels/situation_panel.h"
#include "widgets/panels/why_popup.h"

#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <QStandardPaths>

using namespace Qt::StringLiterals;
using app::MainWindow;
using app::RunOptions;

/// From numbers to decisions in the real window on the demo city: normal or not, why, the time brush, what lies inside, links.
class DecisionsTest : public QObject {
    Q_OBJECT

    app::Language m_language;
    std::unique_ptr<MainWindow> m_window;

    app::Session& session() { return *m_window->session(); }
    const app::DashboardPicture& picture() { return *m_window->picture(); }
    bool settle() { return QTest::qWaitFor([&] { return m_window->isReady(); }, 60'000); }
    bool go(const city::Focus& focus)
    {
        m_window->look(focus);
        return settle();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        const QString resources = qEnvironmentVariable("CITYOPS_RESOURCES");
        RunOptions options;
        options.source = RunOptions::Source::Demo;
        options.pack = resources + u"/packs/taipei"_s;
        options.speed = 0;
        options.language = u"en"_s;
        m_window = std::make_unique<MainWindow>(resources, options, m_language, MainWindow::Memory::Plain);
        m_window->resize(1920, 1080);
        m_window->show();
        m_window->open(options, app::CityRun::Pace::Once);
        QVERIFY(settle());
    }

    void numbersSayWhetherTheyAreUsual()
    {
        int told = 0;
        for (const widgets::TileData& tile : picture().tiles)
            told += !tile.usual.isEmpty();
        QVERIFY2(told >= 5, qPrintable(QString::number(told)));
        for (const widgets::ChartData& chart : picture().charts)
            if (chart.kind == widgets::ChartData::Kind::Series && !chart.series.empty())
                QVERIFY2(!chart.series.front().usual.empty(), qPrintable(chart.title));
    }

    void theSituationStandsSentenceBySentence()
    {
        QVERIFY(picture().listsSituation);
        QVERIFY(m_window->frame().side().situation().isVisible());
        QVERIFY(m_window->frame().side().situation().text().contains(u"alert"_s));
    }

    void whyOpensByKeyboardAndIsCopied()
    {
        auto* tile = m_window->frame().side().findChildren<widgets::KpiTile*>().at(2); // Heaviest rain in 1 h.
        tile->setFocus();
        QTest::keyClick(tile, Qt::Key_Question);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<widgets::WhyPopup*>(), 10'000);
        auto* popup = m_window->findChild<widgets::WhyPopup*>();
        QVERIFY(popup->isVisible());
        QVERIFY(!popup->answer().inputs.empty());
        QVERIFY(popup->answer().lines.join(u'\n').contains(u"Scale: "_s));
        QTest::keyClick(popup, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), popup->answer().toText());
        QTest::keyClick(popup, Qt::Key_Escape);
        QTRY_VERIFY(!m_window->findChild<widgets::WhyPopup*>());
    }

    void brushingAChartSetsTheTimeOfAll()
    {
        widgets::SeriesView* view = nullptr;
        for (widgets::ChartPanel* chart : m_window->frame().side().charts())
            if (auto* found = chart->findChild<widgets::SeriesView*>(); found && found->isVisible() && !view) view = found;
        QVERIFY(view);
        const int y = view->viewport()->height() / 2, width = view->viewport()->width();
        QTest::mousePress(view->viewport(), Qt::LeftButton, {}, {width / 3, y});
        QTest::mouseMove(view->viewport(), {width / 2, y});
        QTest::mouseRelease(view->viewport(), Qt::LeftButton, {}, {width / 2, y});
        const auto span = session().focus().current().span;
        QVERIFY(span);
        // Map, tiles and tables are of its end, and the window says that this is not live.
        QVERIFY(!session().time().isLive());
        QCOMPARE(session().time().moment(), span->to);
        QTRY_VERIFY(session().now() == span->to);
        QVERIFY(settle());
        for (const widgets::ChartData& chart : picture().charts)
            if (chart.kind == widgets::ChartData::Kind::Series) {
                QVERIFY(chart.from == span->from);
                QVERIFY(chart.to == span->to);
            }
        QVERIFY(picture().crumbs.back().text.endsWith(u'×'));
        session().back();
        QVERIFY(!session().focus().current().span);
        session().forward();
        QVERIFY(session().focus().current().span == span);
        session().stepOut();
        QVERIFY(!session().focus().current().span);
        QVERIFY(session().time().isLive());
        QVERIFY(settle());
    }

    void whatLiesInsideIsToldAndCopied()
    {
        city::Focus focus = session().focus().current();
        focus.outline = indicators::circleAround({121.5654, 25.0330}, 1000);
        QVERIFY(go(focus));
        QVERIFY(picture().impact);
        const widgets::ImpactPanel& panel = m_window->frame().side().impact();
        QVERIFY(panel.isVisible());
        QVERIFY2(panel.text().contains(u"residents"_s), qPrintable(panel.text()));
        QVERIFY2(panel.csv().contains(u"Metro stations"_s), qPrintable(panel.csv()));
        session().stepOut();
        QVERIFY(settle());
        QVERIFY(!picture().impact);
    }

    void aLinkRestoresTheView()
    {
        city::Focus focus = session().focus().current();
        focus.dashboard = u"air-quality"_s;
        focus.area = u"63000030"_s;
        QVERIFY(go(focus));
        m_window->actions().ask(u"copy-link"_s);
        const auto again = app::focusFromLink(QApplication::clipboard()->text());
        QVERIFY(again.ok());
        QVERIFY(*again == session().focus().current());
    }

    void aForecastSaysHowGoodItIs()
    {
        bool any = false;
        for (const widgets::ChartData& chart : picture().charts)
            for (const widgets::ChartSeries& series : chart.series) {
                if (series.fan.empty()) continue;
                any = true;
                QVERIFY(chart.now);
                QVERIFY2(chart.forecastLines.join(u' ').contains(u"MASE"_s), qPrintable(chart.title));
                for (const widgets::FanPoint& point : series.fan)
                    QVERIFY(point.low <= point.lowHalf && point.lowHalf <= point.highHalf && point.highHalf <= point.high);
            }
        QVERIFY(any);
    }
};

CITYOPS_TEST(QApplication, DecisionsTest)
#include "decisions_test.moc"
