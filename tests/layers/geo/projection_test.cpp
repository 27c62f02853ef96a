// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/projection.h"
#include "tests/support/test_main.h"

#include <cmath>

class ProjectionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // The worked example of IOGP Guidance Note 7-2 for EPSG:3857.
    void mercatorOfTheGuidanceNote()
    {
        const city::LonLat place{-(100 + 20.0 / 60), 24 + 22 / 60.0 + 54.433 / 3600};
        const QPointF metres = geo::toMercator(place);
        QVERIFY(std::abs(metres.x() - -11169055.58) < 0.01);
        QVERIFY(std::abs(metres.y() - 2800000.00) < 0.01);
        const city::LonLat back = geo::fromMercator(metres);
        QVERIFY(std::abs(back.lon - place.lon) < 1e-10);
        QVERIFY(std::abs(back.lat - place.lat) < 1e-10);
    }

    void mercatorHoldsThePoles()
    {
        QVERIFY(std::isfinite(geo::toMercator({0, 90}).y()));
        QCOMPARE(geo::toMercator({0, 90}), geo::toMercator({0, 85.06}));
        QCOMPARE(geo::toMercator({0, -90}), geo::toMercator({0, -85.06}));
    }

    // Expected values by Krueger's series, computed apart from PROJ.
    void twd97_data()
    {
        QTest::addColumn<double>("lon");
        QTest::addColumn<double>("lat");
        QTest::addColumn<double>("x");
        QTest::addColumn<double>("y");
        QTest::newRow("Taipei") << 121.5654 << 25.0330 << 307056.819 << 2769551.837;
        QTest::newRow("Hsinchu, west of 121") << 120.9820 << 24.8138 << 248180.351 << 2745154.092;
    }
    void twd97()
    {
        QFETCH(double, lon);
        QFETCH(double, lat);
        QFETCH(double, x);
        QFETCH(double, y);
        const auto projection = geo::Projection::fromCrs(QStringLiteral("EPSG:3826"));
        QVERIFY(projection.ok());
        QVERIFY(!projection->isGeographic());
        const auto xy = projection->fromLonLat({lon, lat});
        QVERIFY(xy.has_value());
        QVERIFY2(std::hypot(xy->x() - x, xy->y() - y) < 0.01,
                 qPrintable(QStringLiteral("%1 %2").arg(xy->x(), 0, 'f', 3).arg(xy->y(), 0, 'f', 3)));
        const auto back = projection->toLonLat({x, y});
        QVERIFY(back.has_value());
        QVERIFY(std::hypot(back->lon - lon, back->lat - lat) < 1e-7);
    }

    void longitudeComesFirstWhateverTheAuthoritySays()
    {
        const auto wgs84 = geo::Projection::fromCrs(QStringLiteral("EPSG:4326"));
        QVERIFY(wgs84.ok());
        QVERIFY(wgs84->isGeographic());
        const auto same = wgs84->toLonLat({121.5, 25.0});
        QVERIFY(same && std::abs(same->lon - 121.5) < 1e-9 && std::abs(same->lat - 25.0) < 1e-9);
    }

    void nonsenseIsAProblem()
    {
        for (const char* crs : {"", "EPSG:1", "Taipei", "+proj=nothing", "EPSG:3826x"}) {
            const auto projection = geo::Projection::fromCrs(QString::fromLatin1(crs));
            QVERIFY2(!projection.ok(), crs);
            QVERIFY(!projection.problem().text.isEmpty());
        }
    }

    void outsideTheDomainIsNothing()
    {
        const auto projection = geo::Projection::fromCrs(QStringLiteral("EPSG:3826"));
        QVERIFY(projection.ok());
        QVERIFY(!projection->toLonLat({1e12, 1e12}));
        QVERIFY(!projection->toLonLat({std::nan(""), 0}));
    }
};

CITYOPS_TEST(QCoreApplication, ProjectionTest)
#include "projection_test.moc"
