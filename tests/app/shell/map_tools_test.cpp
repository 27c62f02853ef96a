// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/main_window.h"
#include "layers/geo/projection.h"
#include "tests/support/test_main.h"
#include "widgets/panels/search_box.h"
#include "widgets/panels/top_bar.h"

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QLineEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTreeWidget>

using app::MainWindow;
using app::RunOptions;
using widgets::SketchShape;

/// The map tools in the real window on the demo city, driven by mouse and keys.
class MapToolsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_resources = qEnvironmentVariable("CITYOPS_RESOURCES");
    app::Language m_language;
    std::unique_ptr<MainWindow> m_window;

    RunOptions demo() const
    {
        RunOptions options;
        options.source = RunOptions::Source::Demo;
        options.pack = m_resources + QStringLiteral("/packs/taipei");
        options.speed = 0;
        options.language = QStringLiteral("en");
        return options;
    }

    app::MapTools& tools() { return m_window->tools(); }
    widgets::MapCanvas& canvas() { return m_window->frame().map().canvas(); }
    app::Session& session() { return *m_window->session(); }
    widgets::MapDrawer& drawer() { return m_window->frame().drawer(); }
    void ask(const char* id) { m_window->actions().ask(QLatin1String(id)); }
    QPoint middle() { return canvas().rect().center(); }

    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::mousePress(&canvas(), Qt::LeftButton, modifiers, from);
        for (int i = 1; i <= 4; ++i) {
            const QPoint at = from + (to - from) * i / 4;
            QMouseEvent move(QEvent::MouseMove, at, canvas().mapToGlobal(at), Qt::NoButton, Qt::LeftButton, modifiers);
            QApplication::sendEvent(&canvas(), &move);
        }
        QTest::mouseRelease(&canvas(), Qt::LeftButton, modifiers, to);
    }

    void open()
    {
        m_window = std::make_unique<MainWindow>(m_resources, demo(), m_language);
        m_window->resize(1600, 900);
        m_window->show();
        m_window->activateWindow();
        m_window->open(demo());
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        QTRY_VERIFY_WITH_TIMEOUT(m_window->isReady(), 120'000);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.path());
        QCoreApplication::setApplicationName(QStringLiteral("cityops-tools-test"));
        QCoreApplication::setOrganizationName(QStringLiteral("cityops-tools-test"));
        QFile::remove(app::DrawTool::fileOf(QStringLiteral("taipei")));
        open();
    }

    void cleanupTestCase()
    {
        m_window.reset();
        QFile::remove(app::DrawTool::fileOf(QStringLiteral("taipei")));
    }

    void cleanup()
    {
        while (m_window && tools().escape()) {}
        if (m_window) drawer().close();
    }

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
        drawer().open(QStringLiteral("selection")); // It takes its room from the map; the map is to stay as it is below.
        QCoreApplication::processEvents();
        ask("select-rectangle");
        drag(middle() - QPoint(120, 90), middle() + QPoint(120, 90));
        QTRY_VERIFY(!select.isBusy() && !select.selection().isEmpty());
        const std::size_t all = select.selection().count();
        QCOMPARE(drawer().page(), QStringLiteral("selection"));
        QVERIFY(select.panel().headline().startsWith(QString::number(all).left(1)));
        drag(middle() - QPoint(30, 30), middle() + QPoint(30, 30), Qt::ControlModifier);
        QTRY_VERIFY(!select.isBusy() && select.selection().count() < all);
        drag(middle() - QPoint(120, 90), middle() + QPoint(120, 90), Qt::ShiftModifier);
        QTRY_VERIFY(!select.isBusy() && select.selection().count() == all);
        QTest::keyClick(&canvas(), Qt::Key_Escape); // the tool,
        QVERIFY(!select.selection().isEmpty());
        QTest::keyClick(&canvas(), Qt::Key_Escape); // then the selection.
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
        const QString layer = QStringLiteral("air-quality/") + session().pack().dashboard(QStringLiteral("air-quality"))->map.front().layer;
        table.open(layer);
        QTRY_VERIFY(table.table().model().rowCount() > 5);
        const auto& fields = table.table().model().fields();
        QVERIFY(std::any_of(fields.begin(), fields.end(), [](const geo::RowField& field) { return field.numeric; }));
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
        QVERIFY2(std::abs(measured / expected - 1) < 0.01, qPrintable(QStringLiteral("%1 %2").arg(measured).arg(expected)));
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
            return std::any_of(layers.begin(), layers.end(), [](const auto& layer) { return layer->id == app::DrawTool::layerId() && layer->refs.size() == 2; });
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
        open();
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

    void viewsAreWalked()
    {
        canvas().fit(session().pack().extent);
        tools().furniture().views().clear();
        const map::View first = canvas().view();
        canvas().setView(first.zoomed(2, QPointF(200, 200)));
        const map::View second = canvas().view();
        QTest::keyClick(m_window.get(), Qt::Key_BracketLeft, Qt::ControlModifier);
        QCOMPARE(canvas().view().metresPerPixel, first.metresPerPixel);
        QTest::keyClick(m_window.get(), Qt::Key_BracketRight, Qt::ControlModifier);
        QCOMPARE(canvas().view().metresPerPixel, second.metresPerPixel);
        canvas().fit(session().pack().extent);
    }

    void theScaleIsSetByItsField()
    {
        QCOMPARE(widgets::ScaleField::parse(QStringLiteral("1:10,000")), std::optional(10'000.0));
        QCOMPARE(widgets::ScaleField::parse(QStringLiteral("25k")), std::optional(25'000.0));
        QCOMPARE(widgets::ScaleField::parse(QStringLiteral("1 : 2.5M")), std::optional(2.5e6));
        QVERIFY(!widgets::ScaleField::parse(QStringLiteral("big")));
        widgets::ScaleField& scale = tools().furniture().scale();
        scale.lineEdit()->setFocus();
        scale.lineEdit()->selectAll();
        QTest::keyClicks(scale.lineEdit(), QStringLiteral("1:10,000"));
        QTest::keyClick(scale.lineEdit(), Qt::Key_Return);
        QVERIFY(std::abs(scale.denominator() - 10'000) < 0.5);
        const double pixelMetres = 0.0254 / scale.dotsPerInch();
        QVERIFY(std::abs(canvas().view().groundMetresPerPixel() / pixelMetres - 10'000) < 0.5);
        QCOMPARE(scale.currentText(), QStringLiteral("1:10,000"));
        canvas().fit(session().pack().extent);
    }

    void graticulesAreRoundAndRight()
    {
        ask("graticule-degrees");
        const map::View& view = canvas().view();
        for (const auto& line : tools().furniture().graticule().lines(view)) {
            const city::LonLat at = view.toGround(line.points[3]);
            const double minutes = (line.upright ? at.lon : at.lat) * 60;
            QVERIFY2(std::abs(minutes - std::round(minutes)) < 1e-6, qPrintable(line.label));
        }
        ask("graticule-grid");
        QCOMPARE(tools().furniture().graticule().kind(), widgets::Graticule::Kind::Grid);
        const auto lines = tools().furniture().graticule().lines(view);
        QVERIFY(lines.size() > 4);
        ask("graticule-grid");
        QCOMPARE(tools().furniture().graticule().kind(), widgets::Graticule::Kind::None);
    }

    void theOverviewMovesTheMap()
    {
        ask("overview-map");
        widgets::OverviewMap& overview = tools().furniture().overview();
        QVERIFY(overview.isVisible());
        QTRY_VERIFY(overview.hasPicture());
        canvas().setView(canvas().view().zoomed(4, middle()));
        const QPoint from = overview.frame().center().toPoint();
        const QPointF centre = canvas().view().centre;
        QTest::mousePress(&overview, Qt::LeftButton, {}, from);
        QMouseEvent move(QEvent::MouseMove, from + QPoint(20, 0), overview.mapToGlobal(from + QPoint(20, 0)), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&overview, &move);
        QTest::mouseRelease(&overview, Qt::LeftButton, {}, from + QPoint(20, 0));
        QVERIFY(canvas().view().centre.x() > centre.x());
        ask("overview-map");
        QVERIFY(!overview.isVisible());
        canvas().fit(session().pack().extent);
    }

    void theMapIsCopiedAsAPicture()
    {
        QTRY_VERIFY(canvas().isSharp());
        ask("copy-picture");
        const QImage copied = QApplication::clipboard()->image();
        QCOMPARE(copied.size(), canvas().size() * canvas().devicePixelRatioF());
        const QString file = m_folder.filePath(QStringLiteral("map.png"));
        QCOMPARE(tools().furniture().savePicture(file), QString());
        QCOMPARE(QImage(file).size(), copied.size());
        QVERIFY(!tools().furniture().savePicture(m_folder.filePath(QStringLiteral("no/map.png"))).isEmpty());
    }

    void swipeShowsTheSameGroundTwice()
    {
        app::CompareTool& compare = tools().compare();
        const map::View before = canvas().view();
        ask("swipe");
        QCoreApplication::processEvents();
        QCOMPARE(canvas().view(), before); // The second map follows the first.
        QCOMPARE(compare.view().mode(), widgets::CompareView::Mode::Swipe);
        widgets::MapCanvas& other = compare.view().other();
        QVERIFY(other.isVisible());
        // The same ground under the same pixel of the window.
        const auto agree = [&](QPoint inWindow) {
            const QPointF a = canvas().view().toMap(canvas().mapFrom(m_window.get(), inWindow));
            const QPointF b = other.view().toMap(other.mapFrom(m_window.get(), inWindow));
            return std::hypot(a.x() - b.x(), a.y() - b.y()) < canvas().view().metresPerPixel * 1.01;
        };
        const QPoint inWindow = other.mapTo(m_window.get(), QPoint(50, 70));
        QVERIFY(agree(inWindow));
        const double split = compare.view().split();
        QTest::keyClick(&compare.view(), Qt::Key_Left);
        QVERIFY(compare.view().split() < split);
        QVERIFY(agree(inWindow));
        other.setView(other.view().zoomed(2, QPointF(20, 20)));
        QVERIFY(agree(inWindow));
        canvas().setView(canvas().view().panned({30, -20}));
        QVERIFY(agree(inWindow));
        ask("side-by-side");
        const double at = compare.view().split() * canvas().width();
        const QPointF a = canvas().view().toMap(QPointF(at / 2, canvas().height() / 2.0));
        QVERIFY(std::hypot(a.x() - other.view().centre.x(), a.y() - other.view().centre.y()) < canvas().view().metresPerPixel);
        auto given = std::make_shared<map::Scene>();
        given->ink = m_window->picture()->scene->ink;
        compare.show(given);
        QTRY_VERIFY(other.isSharp());
        compare.show(nullptr);
        QTest::keyClick(&compare.view(), Qt::Key_Escape);
        QCOMPARE(compare.view().mode(), widgets::CompareView::Mode::Off);
        QVERIFY(!other.isVisible());
        canvas().fit(session().pack().extent);
    }

    void onesOwnPositionIsOffUntilAskedFor()
    {
        app::PositionTool& position = tools().position();
        QVERIFY(!position.isOn() && position.mark().isEmpty());
        QFile track(m_folder.filePath(QStringLiteral("track.nmea")));
        QVERIFY(track.open(QIODevice::WriteOnly));
        for (const QByteArray time : {"093000.00", "093000.20", "093000.40"}) {
            for (const QByteArray& body : {"GPGGA," + time + ",2502.000,N,12133.000,E,1,08,1.2,15.0,M,17.0,M,,", "GPRMC," + time + ",A,2502.000,N,12133.000,E,10.0,45.0,200526,,,A"}) {
                unsigned sum = 0;
                for (const char c : body)
                    sum ^= static_cast<uchar>(c);
                track.write("$" + body + "*" + QByteArray::number(sum, 16).rightJustified(2, '0').toUpper() + "\r\n");
            }
        }
        track.close();
        ask("position");
        QCOMPARE(drawer().page(), QStringLiteral("position"));
        position.panel().setSource(QStringLiteral("replay"), track.fileName());
        position.start({feeds::PositionSpec::Kind::Replay, track.fileName()});
        QTRY_VERIFY(position.source().last());
        QVERIFY(!position.mark().isEmpty() && !position.mark().mark()->old);
        const city::LonLat middleOfMap = geo::fromMercator(canvas().view().centre);
        QVERIFY(std::abs(middleOfMap.lon - 121.55) < 1e-6); // The map has gone there.
        QVERIFY(position.panel().details().contains(QStringLiteral("km/h")));
        position.tell(position.source().last()->receivedAt + std::chrono::minutes(1));
        QVERIFY(position.mark().mark()->old);
        QVERIFY(position.panel().details().contains(QStringLiteral("60 s old")));
        position.switchOff();
        QVERIFY(position.mark().isEmpty());
        QVERIFY(!tools().remembered().contains(QStringLiteral("positionOn")));
        canvas().fit(session().pack().extent);
    }

    void namesOfLayersAreSearched()
    {
        auto* search = m_window->frame().top().search();
        search->setFocus();
        search->setText(QStringLiteral("Shiding"));
        QTest::keyClick(search, Qt::Key_Return); // A place of the pack: the focus goes there.
        tools().select().find(QStringLiteral("65000190"), [] { QFAIL("the code of a district was not found"); });
        QTRY_VERIFY(!tools().select().isBusy());
        QVERIFY(!tools().select().selection().isEmpty());
        bool none = false;
        tools().select().find(QStringLiteral("no such thing at all"), [&none] { none = true; });
        QTRY_VERIFY(none);
        session().goHome();
    }

    void coordinatesAreSearched()
    {
        auto* search = m_window->frame().top().search();
        QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
        QCOMPARE(QApplication::focusWidget(), search);
        QTest::keyClicks(search, QStringLiteral("25°02'30\"N 121°33'00\"E"));
        QTest::keyClick(search, Qt::Key_Return);
        const city::LonLat at = geo::fromMercator(canvas().view().centre);
        QVERIFY(std::abs(at.lat - 25.041667) < 1e-4 && std::abs(at.lon - 121.55) < 1e-4);
        canvas().fit(session().pack().extent);
    }
};

CITYOPS_TEST(QApplication, MapToolsTest)
#include "map_tools_test.moc"
