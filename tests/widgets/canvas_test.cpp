// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"
#include "tests/widgets/sample_city.h"
#include "widgets/map/basemap.h"
#include "widgets/map/map_canvas.h"
#include "widgets/map/outlines.h"
#include "widgets/map/shot.h"

#include <QApplication>
#include <QDropEvent>
#include <QMimeData>
#include <QNativeGestureEvent>
#include <QPointingDevice>
#include <QSignalSpy>
#include <QWheelEvent>
#include <cmath>

using namespace widgets;

class CanvasTest : public QObject {
    Q_OBJECT

    Theme m_theme;

    std::unique_ptr<MapCanvas> shown()
    {
        auto canvas = std::make_unique<MapCanvas>();
        canvas->setTheme(m_theme);
        canvas->resize(400, 300);
        canvas->setScene(sample::scene(m_theme));
        canvas->fit({121.49, 24.99, 121.59, 25.07});
        canvas->show();
        return canvas;
    }
    static QPoint placeOf(const MapCanvas& canvas, double lon, double lat)
    {
        return canvas.view().toScreen(city::LonLat{lon, lat}).toPoint();
    }
    static QColor colourAt(MapCanvas& canvas, QPoint at) { return canvas.grab().toImage().pixelColor(at); }

private Q_SLOTS:
    void initTestCase()
    {
        m_theme = *readTheme(qEnvironmentVariable("CITYOPS_RESOURCES"), QStringLiteral("dark"));
    }

    void theSceneIsPaintedInThePool()
    {
        auto canvas = shown();
        QSignalSpy sharpened(canvas.get(), &MapCanvas::sharpened);
        QTRY_VERIFY(canvas->isSharp());
        QVERIFY(sharpened.size() >= 1);
        const QColor area = colourAt(*canvas, placeOf(*canvas, 121.51, 25.01));
        QVERIFY2(area != m_theme.mapGround, qPrintable(area.name()));
    }

    void panningMovesTheLastPictureAtOnce()
    {
        auto canvas = shown();
        QTRY_VERIFY(canvas->isSharp());
        const QPoint at = placeOf(*canvas, 121.51, 25.01);
        const QColor before = colourAt(*canvas, at);
        canvas->setView(canvas->view().panned({-60, 20}));
        QCOMPARE(colourAt(*canvas, at + QPoint(-60, 20)), before); // No event loop in between.
    }

    void zoomingNeverBlanks()
    {
        auto canvas = shown();
        QTRY_VERIFY(canvas->isSharp());
        const QPoint at = placeOf(*canvas, 121.51, 25.01);
        canvas->setView(canvas->view().zoomed(2, at));
        QVERIFY(!canvas->isSharp());
        QVERIFY(colourAt(*canvas, at) != m_theme.mapGround);
        QTRY_VERIFY(canvas->isSharp());
    }

    void aFastDragUncoversTheSurroundings()
    {
        auto canvas = shown();
        const QPoint at = placeOf(*canvas, 121.51, 25.01);
        const map::View home = canvas->view(), away = home.panned({-at.x() - 250.0, 0}); // beyond the picture's margin
        canvas->setView(away);
        QTRY_VERIFY(canvas->isSharp());
        const auto uncovered = [&] {
            canvas->setView(home);
            const QColor seen = colourAt(*canvas, at); // No event loop in between.
            canvas->setView(away);
            return seen != m_theme.mapGround;
        };
        QVERIFY(!uncovered()); // nobody points at the map
        QTest::mouseMove(canvas.get(), {200, 150});
        QTRY_VERIFY(uncovered());
    }

    void theFocusFrameLeavesTheStampedMapSeen()
    {
        auto canvas = shown();
        auto stamped = std::make_shared<map::Scene>(*sample::scene(m_theme));
        stamped->stamp = QStringLiteral("DEMO DATA");
        canvas->setScene(stamped);
        QTRY_VERIFY(canvas->isSharp());
        const QPoint at = placeOf(*canvas, 121.51, 25.01);
        const QColor before = colourAt(*canvas, at);
        canvas->activateWindow();
        canvas->setFocus(Qt::TabFocusReason);
        QTRY_VERIFY(canvas->hasFocus());
        QCOMPARE(colourAt(*canvas, QPoint(1, 1)), m_theme.accent);
        QCOMPARE(colourAt(*canvas, at), before);
    }

    void aNewSceneKeepsTheOldPictureUntilItsOwnIsThere()
    {
        auto canvas = shown();
        QTRY_VERIFY(canvas->isSharp());
        const QPoint at = placeOf(*canvas, 121.51, 25.01);
        auto empty = std::make_shared<map::Scene>();
        empty->ink = inkOf(m_theme);
        canvas->setScene(empty);
        QVERIFY(colourAt(*canvas, at) != m_theme.mapGround);
        QTRY_VERIFY(canvas->isSharp());
        QCOMPARE(colourAt(*canvas, at), m_theme.mapGround);
    }

    void theWheelZoomsRoundThePointer()
    {
        auto canvas = shown();
        const QPointF pointer(100, 80);
        const city::LonLat before = canvas->view().toGround(pointer);
        const double scale = canvas->view().metresPerPixel;
        QSignalSpy changed(canvas.get(), &MapCanvas::viewChanged);
        QWheelEvent wheel(pointer, canvas->mapToGlobal(pointer), {}, {0, 240}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(canvas.get(), &wheel);
        QVERIFY(qAbs(canvas->view().metresPerPixel * 2 - scale) < 1e-6);
        const city::LonLat after = canvas->view().toGround(pointer);
        QVERIFY(city::distanceMetres(before, after) < 0.01);
        QCOMPARE(changed.size(), 1);
    }

    void twoFingersZoomRoundTheirMiddle()
    {
        auto canvas = shown();
        QVERIFY(QTest::qWaitForWindowExposed(canvas.get()));
        QPointingDevice* const screen = QTest::createTouchDevice();
        const QPoint middle(200, 150);
        const city::LonLat before = canvas->view().toGround(middle);
        const double scale = canvas->view().metresPerPixel;
        QSignalSpy picked(canvas.get(), &MapCanvas::picked);
        const auto fingers = [&](int apart) { return std::pair(middle - QPoint(apart, 0), middle + QPoint(apart, 0)); };
        const auto [left, right] = fingers(40);
        QTest::touchEvent(canvas.get(), screen).press(0, left, canvas.get()).press(1, right, canvas.get());
        double last = scale;
        for (int apart = 45; apart <= 80; apart += 5) {
            const auto [a, b] = fingers(apart);
            QTest::touchEvent(canvas.get(), screen).move(0, a, canvas.get()).move(1, b, canvas.get());
            QVERIFY(canvas->view().metresPerPixel <= last); // with the fingers, not at their end
            last = canvas->view().metresPerPixel;
        }
        const auto [a, b] = fingers(80);
        QTest::touchEvent(canvas.get(), screen).release(0, a, canvas.get()).release(1, b, canvas.get());
        QVERIFY2(std::abs(scale / canvas->view().metresPerPixel - 2) < 0.2,
                 qPrintable(QString::number(scale / canvas->view().metresPerPixel)));
        QVERIFY(city::distanceMetres(before, canvas->view().toGround(middle)) < 2 * canvas->view().metresPerPixel);
        QCOMPARE(picked.size(), 0);
    }

    void aPinchOfTheTouchPadZoomsRoundThePointer()
    {
        auto canvas = shown();
        const QPointF pointer(100, 80);
        const city::LonLat before = canvas->view().toGround(pointer);
        const double scale = canvas->view().metresPerPixel;
        for (int i = 0; i < 10; ++i) {
            QNativeGestureEvent pinch(Qt::ZoomNativeGesture, QPointingDevice::primaryPointingDevice(), 2, pointer, pointer,
                                      canvas->mapToGlobal(pointer), 0.1, {});
            QApplication::sendEvent(canvas.get(), &pinch);
        }
        QVERIFY(std::abs(scale / canvas->view().metresPerPixel - std::pow(1.1, 10)) < 1e-6);
        QVERIFY(city::distanceMetres(before, canvas->view().toGround(pointer)) < 0.01);
    }

    void aDragPansAndIsNoPick()
    {
        auto canvas = shown();
        QSignalSpy picked(canvas.get(), &MapCanvas::picked);
        const city::LonLat held = canvas->view().toGround({200, 150});
        QTest::mousePress(canvas.get(), Qt::LeftButton, {}, {200, 150});
        QTest::mouseMove(canvas.get(), {220, 160});
        QTest::mouseMove(canvas.get(), {260, 170});
        QTest::mouseRelease(canvas.get(), Qt::LeftButton, {}, {260, 170});
        QVERIFY(city::distanceMetres(canvas->view().toGround({260, 170}), held) < 0.5);
        QCOMPARE(picked.size(), 0);
    }

    void aClickPicksTopmostFirst()
    {
        auto canvas = shown();
        QSignalSpy picked(canvas.get(), &MapCanvas::picked);
        QTest::mouseClick(canvas.get(), Qt::LeftButton, {}, placeOf(*canvas, 121.52, 25.03));
        QCOMPARE(picked.size(), 1);
        const auto hits = picked[0][0].value<std::vector<map::Hit>>();
        QCOMPARE(hits.size(), 2u);
        QCOMPARE(hits[0].ref.id, QStringLiteral("s0"));
        QCOMPARE(hits[1].ref.id, QStringLiteral("d0"));
        QTest::mouseClick(canvas.get(), Qt::LeftButton, {}, placeOf(*canvas, 121.585, 25.065));
        QCOMPARE(picked.size(), 2);
        QVERIFY(picked[1][0].value<std::vector<map::Hit>>().empty());
    }

    void hoveringReadsOut()
    {
        auto canvas = shown();
        QTRY_VERIFY(canvas->isSharp());
        QSignalSpy hovered(canvas.get(), &MapCanvas::hovered), moved(canvas.get(), &MapCanvas::pointerMoved);
        const QPoint at = placeOf(*canvas, 121.56, 25.03);
        QTest::mouseMove(canvas.get(), at);
        QTRY_COMPARE(hovered.size(), 1);
        QCOMPARE(hovered[0][0].value<std::vector<map::Hit>>().front().ref.id, QStringLiteral("s2"));
        QVERIFY(city::distanceMetres(moved[0][0].value<city::LonLat>(), {121.56, 25.03}) < 100);
    }

    void keysMoveTheMap()
    {
        auto canvas = shown();
        canvas->setHome({121.49, 24.99, 121.59, 25.07});
        const map::View home = canvas->view();
        QTest::keyClick(canvas.get(), Qt::Key_Plus);
        QVERIFY(canvas->view().metresPerPixel < home.metresPerPixel);
        QTest::keyClick(canvas.get(), Qt::Key_Right);
        QVERIFY(canvas->view().centre.x() > home.centre.x());
        QTest::keyClick(canvas.get(), Qt::Key_Down);
        QVERIFY(canvas->view().centre.y() < home.centre.y());
        QTest::keyClick(canvas.get(), Qt::Key_Home);
        QVERIFY(canvas->view() == home);
        QTest::mouseDClick(canvas.get(), Qt::LeftButton, {}, {200, 150});
        QVERIFY(qAbs(canvas->view().metresPerPixel * 2 - home.metresPerPixel) < 1e-6);
    }

    void aFitSurvivesAChangeOfSize()
    {
        auto canvas = shown();
        canvas->resize(800, 600);
        const map::View fitting = map::View::fitting({121.49, 24.99, 121.59, 25.07}, {800, 600});
        QTRY_VERIFY(canvas->view() == fitting);
    }

    void theSelectedIsRingedInTheAccent()
    {
        auto canvas = shown();
        QTRY_VERIFY(canvas->isSharp());
        const QPoint edge = placeOf(*canvas, 121.50, 25.01);
        const auto accented = [&] {
            const QImage image = canvas->grab().toImage();
            for (int x = -3; x <= 3; ++x)
                if (image.pixelColor(edge + QPoint(x, 0)) == m_theme.accent) return true;
            return false;
        };
        QVERIFY(!accented());
        canvas->setSelected({{QStringLiteral("area"), QStringLiteral("d0")}});
        QVERIFY(accented());
        canvas->setSelected({{QStringLiteral("station"), QStringLiteral("d0")}}); // Same id, another kind.
        QVERIFY(!accented());
    }

    void droppedFilesAreHandedOver()
    {
        auto canvas = shown();
        QSignalSpy dropped(canvas.get(), &MapCanvas::filesDropped);
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(QStringLiteral("/tmp/a.gpkg")),
                      QUrl(QStringLiteral("https://example.org/b"))});
        QDragEnterEvent enter({10, 10}, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(canvas.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop({10, 10}, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(canvas.get(), &drop);
        QCOMPARE(dropped.value(0).value(0).toStringList(), QStringList{QStringLiteral("/tmp/a.gpkg")});
    }

    void aBasemapIsReducedToTwoColours()
    {
        QImage tile(2, 1, QImage::Format_ARGB32_Premultiplied);
        tile.setPixelColor(0, 0, Qt::white);
        tile.setPixelColor(1, 0, Qt::red);
        const Duotone duotone = duotoneOf(m_theme, Basemap::Tone::Light);
        mute(tile, duotone);
        QCOMPARE(tile.pixelColor(0, 0), m_theme.mapGround); // Paper becomes the ground.
        QVERIFY(tile.pixelColor(1, 0).hslSaturationF() < 0.25);
    }

    void closingWhilePaintingIsSafe()
    {
        for (int i = 0; i < 20; ++i) {
            auto canvas = shown();
            for (int turn = 0; turn < i; ++turn)
                QCoreApplication::processEvents();
        }
    }
};

CITYOPS_TEST(QApplication, CanvasTest)
#include "canvas_test.moc"
