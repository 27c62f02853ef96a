// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/geodesic.h"
#include "tests/support/test_main.h"

#include <cmath>

/// Against published values: Karney's paper "Algorithms for geodesics" (2013) and its GeographicLib, and what follows from
/// the ellipsoid itself.
class GeodesicTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void knownGeodesics_data()
    {
        QTest::addColumn<double>("lat1");
        QTest::addColumn<double>("lon1");
        QTest::addColumn<double>("lat2");
        QTest::addColumn<double>("lon2");
        QTest::addColumn<double>("metres");
        QTest::addColumn<double>("azimuth");
        // GeodTest.dat of GeographicLib, and the two examples of the paper, the second nearly antipodal.
        QTest::newRow("GeodTest") << 36.530042355041 << 0.0 << -48.164270779097768864 << 5.762344694676510456 << 9398502.0434687 << 176.125875162171;
        QTest::newRow("paper, direct") << 40.0 << 0.0 << 41.79331020506 << 137.84490004377 << 10e6 << 30.0;
        QTest::newRow("paper, inverse") << -30.0 << 0.0 << 29.9 << 179.8 << 19989832.82761 << 161.89052473633;
        // A quarter of a meridian of WGS 84, and a degree of its equator: a * pi / 180.
        QTest::newRow("quarter meridian") << 0.0 << 0.0 << 90.0 << 0.0 << 10001965.729313 << 0.0;
        QTest::newRow("degree of the equator") << 0.0 << 0.0 << 0.0 << 1.0 << 111319.49079327 << 90.0;
    }

    void knownGeodesics()
    {
        QFETCH(double, lat1);
        QFETCH(double, lon1);
        QFETCH(double, lat2);
        QFETCH(double, lon2);
        QFETCH(double, metres);
        QFETCH(double, azimuth);
        const geo::Geodesic way = geo::geodesic({lon1, lat1}, {lon2, lat2});
        QVERIFY2(std::abs(way.metres - metres) < 1e-4, qPrintable(QString::number(way.metres, 'f', 6)));
        QVERIFY2(std::abs(way.azimuth - azimuth) < 1e-7, qPrintable(QString::number(way.azimuth, 'f', 10)));
        const city::LonLat there = geo::destination({lon1, lat1}, azimuth, metres);
        QVERIFY(std::abs(there.lat - lat2) < 1e-9);
        QVERIFY(lat2 == 90 || std::abs(there.lon - lon2) < 1e-9);
    }

    void anOctantIsAnEighthOfTheEllipsoid()
    {
        // Area of WGS 84: 510,065,621,724,088.44 m².
        const city::Polygon octant{{{{0, 0}, {90, 0}, {0, 90}, {0, 0}}}};
        QVERIFY(std::abs(geo::areaSquareMetres(octant) - 510065621724088.44 / 8) < 1);
    }

    void theCellOfADegreeAtTheEquator()
    {
        // Between geodesics; GeographicLib's polygon area, to a square metre.
        const city::Polygon cell{{{{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}}}};
        QVERIFY2(std::abs(geo::areaSquareMetres(cell) - 12308778361.469) < 1, qPrintable(QString::number(geo::areaSquareMetres(cell), 'f', 2)));
    }

    void holesAreTakenOffWhicheverWayTheyTurn()
    {
        const city::Ring outside{{121.5, 25}, {121.6, 25}, {121.6, 25.1}, {121.5, 25.1}, {121.5, 25}};
        city::Ring hole{{121.54, 25.04}, {121.56, 25.04}, {121.56, 25.06}, {121.54, 25.06}, {121.54, 25.04}};
        const double whole = geo::areaSquareMetres({{outside}});
        const double inner = geo::areaSquareMetres({{hole}});
        QVERIFY(inner > 0 && inner < whole);
        QCOMPARE(geo::areaSquareMetres({{outside, hole}}), whole - inner);
        std::reverse(hole.begin(), hole.end());
        QCOMPARE(geo::areaSquareMetres({{outside, hole}}), whole - inner);
    }

    void aCircleIsRoundOnTheGround()
    {
        const city::LonLat centre{121.54, 64};
        const city::Ring ring = geo::geodesicCircle(centre, 5000, 360);
        QCOMPARE(ring.size(), std::size_t(361));
        QCOMPARE(ring.front(), ring.back());
        for (const city::LonLat at : ring)
            QVERIFY(std::abs(geo::geodesic(centre, at).metres - 5000) < 1e-6);
        QVERIFY(std::abs(geo::areaSquareMetres({{ring}}) / (M_PI * 5000 * 5000) - 1) < 1e-4);
    }

    void lengthsAddUp()
    {
        const std::vector<city::LonLat> line{{121.5, 25}, {121.6, 25}, {121.6, 25.1}};
        QCOMPARE(geo::lengthMetres(line), geo::geodesic(line[0], line[1]).metres + geo::geodesic(line[1], line[2]).metres);
        QCOMPARE(geo::lengthMetres({}), 0.0);
        QCOMPARE(geo::lengthMetres({{121.5, 25}}), 0.0);
    }
};

CITYOPS_TEST(QCoreApplication, GeodesicTest)
#include "geodesic_test.moc"
