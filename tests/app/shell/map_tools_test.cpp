// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/shell/map_tools_window.h"
#include "tests/support/test_main.h"

#include <QClipboard>
#include <QLineEdit>
#include <QTableView>
#include <QTreeWidget>

using app::MainWindow;
using widgets::SketchShape;

/// The tools that ask, select, measure and draw, in the real window, driven by mouse and keys.
class MapToolsTest : public MapToolsWindow {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        setUpAs(QStringLiteral("cityops-tools-test"));
        forgetDrawings();
        openWindow();
    }

    void cleanupTestCase()
    {
        m_window.reset();
        forgetDrawings();
    }

    void cleanup() { putToolsAway(); }

    void identifyListsTheLayersUnderTheClick()
    {
        const city::Focus before = session().focus().current();
        QTest::keyClick(m_window.get(), Qt::Key_I, Qt::ControlModifier);
        QVERIFY(m_window->frame().map().card().isVisible());
        QTest::mouseClick(&canvas(), Qt::LeftButton, {}, middle());
        QCOMPARE(drawer().page(), QStringLiteral("identify"));
        QVERIFY(tools().identify().panel().current() >= 0);
        QVERIFY(!tools().identify().panel().copied().isEmpty());
        QCOMPARE(session().focus().current(), before); // Identify looks, it does not go anywhere.
        QTest::keyClick(&canvas(), Qt::Key_Escape);
        QVERIFY(!m_window->frame().map().card().isVisible());
        QCOMPARE(session().focus().current(), before);
    }

    void selectingAddsAndTakesAway()
    {
        app::SelectTool& select = tools().select();
        drawer().open(QStringLiteral(
            "selection")); // It takes its room from the map; the map is to stay as it is below.
        QCoreApplication::processEvents();
        ask("select-rectangle");
        drag(middle() - QPoint(120, 90), middle() + QPoint(120, 90));
        QTRY_VERIFY(!select.isBusy() && !select.selection().isEmpty());
        const std::size_t all = select.selection().count();
        QCOMPARE(drawer().page(), QStringLiteral("selection"));
        QVERIFY(select.panel().headline().startsWith(QString::number(all).left(1)));
        drag(middle() - QPoint(30, 30), middle() + QPoint(30, 30), Qt::ControlModifier);
        QTRY_VERIFY(!select.isBusy() && select.selection().count() < all);
        const std::size_t rest = select.selection().count();
        drag(middle() - QPoint(120, 90), middle() + QPoint(120, 90), Qt::ShiftModifier);
        QTRY_VERIFY(!select.isBusy());
        QTRY_VERIFY(select.selection().count() > rest); // not "all" again: the demo city goes on meanwhile
        QTest::keyClick(&canvas(), Qt::Key_Escape); // the tool,
        QVERIFY(!select.selection().isEmpty());
        QTest::keyClick(&canvas(), Qt::Key_Escape); // then the selection.
        QVERIFY(select.selection().isEmpty());
    }

    void whatIsSelectedIsPartOfTheFocusAndUndone()
    {
        app::SelectTool& select = tools().select();
        session().goHome();
        ask("select-radius");
        drag(middle(), middle() + QPoint(80, 0));
        QTRY_VERIFY(!select.isBusy() && !select.selection().isEmpty());
        const city::Picks picks = session().focus().current().picks;
        QCOMPARE(picks.count(), select.selection().count());
        QTRY_VERIFY(m_window->picture()->crumbs.back().target.picks.isEmpty() && m_window->picture()->crumbs.size() > 1);
        const map::View view = canvas().view();
        session().back();
        QVERIFY(select.selection().isEmpty());
        session().forward();
        QCOMPARE(select.selection().count(), picks.count());
        QVERIFY(session().focus().current().picks == picks);
        QCOMPARE(canvas().view().metresPerPixel, view.metresPerPixel); // The map stays where it is.
        session().goHome();
        QVERIFY(select.selection().isEmpty());
    }

    void tableAndMapHighlightEachOther()
    {
        app::TableTool& table = tools().table();
        table.open(QStringLiteral("districts"));
        QCOMPARE(drawer().page(), QStringLiteral("table"));
        QTRY_COMPARE(table.table().model().rowCount(), 41);
        table.table().view().selectRow(3);
        const qint64 key = table.table().model().keyOf(3);
        const map::LayerSelection* selected = tools().select().selection().of(QStringLiteral("districts"));
        QVERIFY(selected);
        QCOMPARE(selected->features, std::vector<qint64>{key});
        map::LayerSelection other{QStringLiteral("districts"), {}, {table.table().model().keyOf(7)}, {}};
        tools().select().setLayer(other);
        QCOMPARE(table.table().model().marked(), other.features);
        const map::View before = canvas().view();
        QTRY_VERIFY(!tools().select().isBusy());
        ask("select-zoom");
        QVERIFY(canvas().view().metresPerPixel < before.metresPerPixel);
        session().goHome();
        canvas().fit(session().pack().extent);
    }

    void aTableOfFactsHasNumbersWithUnits()
    {
        app::TableTool& table = tools().table();
        session().showDashboard(QStringLiteral("air-quality"));
        QTRY_COMPARE(m_window->picture()->dashboard, QStringLiteral("air-quality"));
        const QString layer = QStringLiteral("air-quality/") +
                              session().pack().dashboard(QStringLiteral("air-quality"))->map.front().layer;
        table.open(layer);
        QTRY_VERIFY(table.table().model().rowCount() > 5);
        const auto& fields = table.table().model().fields();
        QVERIFY(std::any_of(fields.begin(), fields.end(),
                            [](const geo::RowField& field) { return field.numeric; }));
        const QString file = m_folder.filePath(QStringLiteral("air.geojson"));
        bool done = false;
        table.exportTo(file, [&done](const std::optional<city::Problem>& problem) {
            QVERIFY(!problem);
            done = true;
        });
        QTRY_VERIFY(done);
        const auto read = geo::readLayer(file);
        QVERIFY(read.ok());
        QCOMPARE(read->features.size(), static_cast<std::size_t>(table.table().model().rowCount()));
        QVERIFY(!read->features.front().geometry.isEmpty());
        session().showDashboard(session().pack().dashboards.front().id);
        QTRY_COMPARE(m_window->picture()->dashboard, session().pack().dashboards.front().id);
    }

    void measuresWhileOneDraws()
    {
        ask("measure-length");
        QTest::mouseClick(&canvas(), Qt::LeftButton, {}, middle());
        QTest::mouseClick(&canvas(), Qt::LeftButton, {}, middle() + QPoint(200, 0));
        const double expected = 200 * canvas().view().groundMetresPerPixel();
        const double measured = tools().measure().measured().length;
        QVERIFY2(std::abs(measured / expected - 1) < 0.01,
                 qPrintable(QStringLiteral("%1 %2").arg(measured).arg(expected)));
        QVERIFY(m_window->frame().map().card().headline().endsWith(QStringLiteral("km")));
        tools().measure().copy();
        QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("Length (m)")));
        ask("select-rectangle"); // Another tool takes the pointer.
        QVERIFY(!tools().measure().sketch().isOn());
    }

    void drawingsAreKeptAndUndone()
    {
        app::DrawTool& draw = tools().draw();
        ask("draw-circle");
        drag(middle(), middle() + QPoint(60, 0));
        QCOMPARE(draw.drawings().size(), std::size_t(1));
        ask("draw-text");
        draw.text().setText(QStringLiteral("<b>封閉</b>"));
        QTest::mouseClick(&canvas(), Qt::LeftButton, {}, middle() + QPoint(100, 100));
        QCOMPARE(draw.drawings().size(), std::size_t(2));
        const auto isOnMap = [this] {
            const auto& layers = m_window->picture()->scene->layers;
            return std::any_of(layers.begin(), layers.end(), [](const auto& layer) {
                return layer->id == app::DrawTool::layerId() && layer->refs.size() == 2;
            });
        };
        QTRY_VERIFY(isOnMap());
        canvas().setFocus();
        QTest::keyClick(&canvas(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(draw.drawings().size(), std::size_t(1));
        QTest::keyClick(&canvas(), Qt::Key_Y, Qt::ControlModifier);
        QCOMPARE(draw.drawings().size(), std::size_t(2));
        const app::Drawing circle = draw.drawings().front();
        m_window->close();
        m_window.reset();
        const auto kept = app::readDrawings(app::DrawTool::fileOf(QStringLiteral("taipei")));
        QVERIFY(kept.ok());
        QCOMPARE(kept->size(), std::size_t(2));
        QCOMPARE(kept->front().id, circle.id);
        QCOMPARE(kept->front().author, circle.author);
        QVERIFY(std::abs(kept->front().sketch.radiusMetres() / circle.sketch.radiusMetres() - 1) < 1e-6);
        QVERIFY(kept->back().isText);
        QCOMPARE(kept->back().text, QStringLiteral("<b>封閉</b>"));
        QVERIFY(std::chrono::abs(kept->back().created - circle.created) < std::chrono::hours(1));
        openWindow();
        QTRY_COMPARE(tools().draw().drawings().size(), std::size_t(2));
        tools().draw().remove({circle.id});
        QCOMPARE(tools().draw().drawings().size(), std::size_t(1));
        tools().draw().removeAll();
        QVERIFY(tools().draw().drawings().empty());
    }

    void bookmarksBringBackViewAndFocus()
    {
        session().showDashboard(QStringLiteral("traffic"));
        city::Focus focus = session().focus().current();
        focus.area = QStringLiteral("63000030");
        session().go(focus);
        QTRY_VERIFY(m_window->picture()->fit && m_window->picture()->crumbs.size() > 1);
        canvas().setView(canvas().view().zoomed(3, QPointF(100, 100)));
        const map::View view = canvas().view();
        QTest::keyClick(m_window.get(), Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(tools().bookmarks().bookmarks().size(), std::size_t(1));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return); // Leaves the name as it is.
        session().goHome();
        QTRY_VERIFY(m_window->picture()->crumbs.size() == 1);
        tools().bookmarks().go(0);
        QCOMPARE(session().focus().current().area, QStringLiteral("63000030"));
        QTRY_VERIFY(m_window->picture()->crumbs.size() > 1);
        QCOMPARE(canvas().view().metresPerPixel, view.metresPerPixel);
        QVERIFY(std::abs(canvas().view().centre.x() - view.centre.x()) < 0.01);
        const QVariantMap remembered = tools().remembered();
        tools().restore({});
        QVERIFY(tools().bookmarks().bookmarks().empty());
        tools().restore(remembered);
        QCOMPARE(tools().bookmarks().bookmarks().size(), std::size_t(1));
        QCOMPARE(tools().bookmarks().bookmarks().front().focus.dashboard, QStringLiteral("traffic"));
        session().goHome();
        QTRY_VERIFY(m_window->picture()->crumbs.size() == 1);
    }
};

CITYOPS_TEST(QApplication, MapToolsTest)
#include "map_tools_test.moc"
