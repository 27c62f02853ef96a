// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/indicators/area_locator.h"

#include "tests/support/test_main.h"

#include <QRandomGenerator>
#include <numbers>

/// Points in many areas: the same answer as asking every polygon.
class AreaLocatorTest : public QObject {
    Q_OBJECT

    static city::Geometry star(double lon, double lat, double size, int corners, QRandomGenerator& random,
                               bool hole)
    {
        city::Geometry made;
        city::Polygon polygon;
        for (const double scale : {1.0, 0.4}) {
            if (scale < 1 && !hole) break;
            city::Ring ring;
            for (int i = 0; i < corners; ++i) {
                const double angle = 2 * std::numbers::pi * i / corners,
                             far = size * scale * (0.5 + 0.5 * random.generateDouble());
                ring.push_back({lon + far * std::cos(angle), lat + far * std::sin(angle)});
            }
            ring.push_back(ring.front());
            polygon.rings.push_back(ring);
        }
        made.polygons.push_back(polygon);
        return made;
    }

private Q_SLOTS:
    void theSameAsAskingEveryPolygon()
    {
        QRandomGenerator random(3);
        std::vector<city::Geometry> areas;
        for (int row = 0; row < 8; ++row)
            for (int column = 0; column < 8; ++column)
                areas.push_back(star(121 + 0.1 * column, 25 + 0.1 * row, 0.07,
                                     5 + static_cast<int>(random.bounded(60u)), random, row % 2 == 0));
        std::vector<const city::Geometry*> pointers;
        for (const city::Geometry& one : areas)
            pointers.push_back(&one);
        const indicators::AreaLocator locator(pointers);
        int inside = 0;
        for (int i = 0; i < 40'000; ++i) {
            const city::LonLat p{120.9 + random.generateDouble(), 24.9 + random.generateDouble()};
            int expected = -1;
            for (std::size_t a = 0; a < areas.size() && expected < 0; ++a)
                if (areas[a].contains(p)) expected = static_cast<int>(a);
            QCOMPARE(locator.locate(p), expected);
            inside += expected >= 0 ? 1 : 0;
        }
        QVERIFY(inside > 5000);
    }
    void outsideAndNothingAtAll()
    {
        const indicators::AreaLocator empty({});
        QCOMPARE(empty.locate({121, 25}), -1);
        const city::Geometry noPolygon{{{121, 25}}, {}, {}};
        QCOMPARE(indicators::AreaLocator({&noPolygon}).locate({121, 25}), -1);
    }
    void countsSumsAndMeans()
    {
        city::Geometry west, east;
        west.polygons = {{{{{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}}}}};
        east.polygons = {{{{{1, 0}, {2, 0}, {2, 1}, {1, 1}, {1, 0}}}}};
        const indicators::AreaLocator locator({&west, &east});
        const std::vector<city::LonLat> points{{0.5, 0.5}, {0.25, 0.5}, {1.5, 0.5}, {3, 3}, {0.1, 0.1}};
        const double none = std::numeric_limits<double>::quiet_NaN();
        const auto sums = indicators::sumByArea(locator, 2, points, std::vector<double>{2, 4, 10, 99, none});
        QCOMPARE(sums[0].count, 2);
        QCOMPARE(sums[0].mean(), 3.0);
        QCOMPARE(sums[1].sum, 10.0);
        QCOMPARE(indicators::sumByArea(locator, 2, points, {})[0].count, 3);
    }
    void anAreaWithNoSensorHasNoMean() { QVERIFY(!indicators::AreaSum().mean()); }
    void weightedMeanSaysNothingOfTooLittle()
    {
        const std::vector<std::optional<double>> values{10.0, std::nullopt, 40.0};
        QVERIFY(std::abs(*indicators::weightedMean(values, std::vector<double>{1, 1, 2}) - 30) < 1e-12);
        QVERIFY(!indicators::weightedMean(values, std::vector<double>{1, 10, 2}));
        QVERIFY(!indicators::weightedMean(values, std::vector<double>{0, 0, 0}));
    }
};

CITYOPS_TEST(QCoreApplication, AreaLocatorTest)
#include "area_locator_test.moc"
