// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/projection.h"
#include "tests/app/shell/map_tools_window.h"
#include "tests/support/test_main.h"
#include "widgets/panels/search_box.h"
#include "widgets/panels/top_bar.h"

#include <QClipboard>
#include <QLineEdit>

using app::MainWindow;
using widgets::SketchShape;

/// The tools that move the map, put things around it and search on it, in the real window, driven by mouse and keys.
class MapViewsTest : public MapToolsWindow {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        setUpAs(QStringLiteral("cityops-views-test"));
        forgetDrawings();
        openWindow();
    }

    void cleanupTestCase()
    {
        m_window.reset();
        forgetDrawings();
    }

    void cleanup() { putToolsAway(); }

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
        QMouseEvent move(QEvent::MouseMove, from + QPoint(20, 0), overview.mapToGlobal(from + QPoint(20, 0)),
                         Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
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
        QVERIFY(std::hypot(a.x() - other.view().centre.x(), a.y() - other.view().centre.y()) <
                canvas().view().metresPerPixel);
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
            for (const QByteArray& body :
                 {"GPGGA," + time + ",2502.000,N,12133.000,E,1,08,1.2,15.0,M,17.0,M,,",
                  "GPRMC," + time + ",A,2502.000,N,12133.000,E,10.0,45.0,200526,,,A"}) {
                unsigned sum = 0;
                for (const char c : body)
                    sum ^= static_cast<uchar>(c);
                track.write("$" + body + "*" + QByteArray::number(sum, 16).rightJustified(2, '0').toUpper() +
                            "\r\n");
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
        tools().select().find(QStringLiteral("65000190"),
                              [] { QFAIL("the code of a district was not found"); });
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

CITYOPS_TEST(QApplication, MapViewsTest)
#include "map_views_test.moc"
