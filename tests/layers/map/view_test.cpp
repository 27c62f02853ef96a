// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/projection.h"
#include "layers/map/paint/furniture.h"
#include "layers/map/scene/view.h"
#include "tests/support/test_main.h"

#include <cmath>

class ViewTest : public QObject {
    Q_OBJECT

    static bool near(QPointF a, QPointF b, double within = 1e-6)
    {
        return std::hypot(a.x() - b.x(), a.y() - b.y()) < within;
    }

private Q_SLOTS:
    void middleAndCorners()
    {
        const map::View view{{1000, 2000}, 10, {200, 100}};
        QCOMPARE(view.toScreen(QPointF(1000, 2000)), QPointF(100, 50));
        QCOMPARE(view.toScreen(QPointF(0, 2500)), QPointF(0, 0)); // north-west
        QCOMPARE(view.toMap(QPointF(200, 100)), QPointF(2000, 1500));
        QCOMPARE(view.mapRect(), QRectF(0, 1500, 2000, 1000));
    }

    void screenAndBack()
    {
        const map::View view{{13'530'000, 2'880'000}, 7.3, {1920, 1080}};
        for (const QPointF p : {QPointF(0, 0), QPointF(1920, 1080), QPointF(17.5, 900.25)}) {
            QVERIFY(near(view.toScreen(view.toMap(p)), p));
            QVERIFY(near(view.toScreen(view.toGround(p)), p));
        }
    }

    void fittingShowsAllOfTheBox()
    {
        const city::LonLatBox box{121.45, 24.96, 121.67, 25.21};
        for (const QSize size : {QSize(1920, 1080), QSize(400, 900)}) {
            const map::View view = map::View::fitting(box, size, 24);
            const QPointF northWest = view.toScreen(city::LonLat{box.west, box.north});
            const QPointF southEast = view.toScreen(city::LonLat{box.east, box.south});
            QVERIFY(northWest.x() >= 23.999 && northWest.y() >= 23.999);
            QVERIFY(southEast.x() <= size.width() - 23.999 && southEast.y() <= size.height() - 23.999);
            // One direction is filled.
            QVERIFY(std::abs(northWest.x() - 24) < 1e-6 || std::abs(northWest.y() - 24) < 1e-6);
        }
    }

    void fittingOnePositionOrNothing()
    {
        const map::View one = map::View::fitting({121, 25, 121, 25}, {100, 100});
        QVERIFY(one.metresPerPixel > 0 && std::isfinite(one.metresPerPixel));
        QVERIFY(near(one.toScreen(city::LonLat{121, 25}), {50, 50}));
        const map::View none = map::View::fitting({}, {100, 100});
        QVERIFY(std::isfinite(none.centre.x()) && none.metresPerPixel > 0);
    }

    void panningFollowsTheHand()
    {
        const map::View view{{0, 0}, 2, {100, 100}};
        const QPointF thing = view.toMap(QPointF(30, 40));
        QVERIFY(near(view.panned({10, -5}).toScreen(thing), {40, 35}));
    }

    void zoomingHoldsWhatIsUnderThePointer()
    {
        const map::View view{{5000, 6000}, 8, {800, 600}};
        const QPointF pointer(123, 456);
        const map::View closer = view.zoomed(2, pointer);
        QCOMPARE(closer.metresPerPixel, 4.0);
        QVERIFY(near(closer.toMap(pointer), view.toMap(pointer)));
        QCOMPARE(view.zoomed(1e12, pointer).metresPerPixel, 0.01);
    }

    void trueMetres()
    {
        map::View view;
        view.centre = geo::toMercator({121.5, 60});
        view.metresPerPixel = 100;
        QVERIFY(std::abs(view.groundMetresPerPixel() - 50) < 1e-6); // cos 60 degrees
        const map::ScaleLength length = map::scaleLength(view, 160);
        QCOMPARE(length.metres, 5000.0);
        QCOMPARE(length.text, QStringLiteral("5 km"));
        QVERIFY(std::abs(length.pixels - 100) < 1e-6);
        view.metresPerPixel = 1;
        QCOMPARE(map::scaleLength(view, 160).text, QStringLiteral("50 m"));
    }
};

CITYOPS_TEST(QCoreApplication, ViewTest)
#include "view_test.moc"
