// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/projection.h"
#include "layers/map/kinds/tiles.h"
#include "tests/support/test_main.h"

#include <cmath>

class TilesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theWholeWorldIsOneTile()
    {
        const QRectF world = map::tileBounds({0, 0, 0});
        QVERIFY(std::abs(world.left() + 20037508.342789) < 1e-5 &&
                std::abs(world.width() - 40075016.685578) < 1e-5);
        QVERIFY(std::abs(world.top() + 20037508.342789) < 1e-5);
    }

    // 25.0330 N 121.5654 E at level 15 by the formula of the OpenStreetMap wiki: x = 27449, y = 14032.
    void taipeiOneHundredAndOne()
    {
        const double n = std::exp2(15), lat = 25.0330 * M_PI / 180;
        const int x = static_cast<int>((121.5654 + 180) / 360 * n);
        const int y = static_cast<int>((1 - std::asinh(std::tan(lat)) / M_PI) / 2 * n);
        QCOMPARE(x, 27449);
        QVERIFY(map::tileBounds({15, x, y}).contains(geo::toMercator({121.5654, 25.0330})));
        QVERIFY(!map::tileBounds({15, x, y + 1}).contains(geo::toMercator({121.5654, 25.0330})));
    }

    void tilesCoverTheViewAndNoMore()
    {
        map::View view{geo::toMercator({121.55, 25.05}), 20, {1000, 700}};
        const int level = map::tileLevel(view, 1, 0, 19);
        const auto tiles = map::tilesInView(view, level);
        double covered = 0;
        for (const map::TileId& tile : tiles) {
            const QRectF part = map::tileBounds(tile).intersected(view.mapRect());
            QVERIFY(!part.isEmpty());
            covered += part.width() * part.height();
        }
        const double whole = view.mapRect().width() * view.mapRect().height();
        QVERIFY(std::abs(covered / whole - 1) < 1e-9);
        QVERIFY(map::tileBounds(tiles.front()).contains(view.centre));
    }

    void levelFollowsScaleAndDensity()
    {
        map::View view;
        view.metresPerPixel = 40075016.685578 / 256 / 4096; // exactly level 12
        QCOMPARE(map::tileLevel(view, 1, 0, 19), 12);
        QCOMPARE(map::tileLevel(view, 2, 0, 19), 13);
        QCOMPARE(map::tileLevel(view, 1, 0, 10), 10);
        QCOMPARE(map::tileLevel(view, 1, 14, 19), 14);
        view.metresPerPixel /= 1.1; // a little closer still uses level 12, enlarged a little
        QCOMPARE(map::tileLevel(view, 1, 0, 19), 12);
        view.metresPerPixel /= 1.3;
        QCOMPARE(map::tileLevel(view, 1, 0, 19), 13);
    }

    void neverEndless()
    {
        const map::View world{{0, 0}, 40'000, {4000, 4000}};
        QVERIFY(map::tilesInView(world, 18).size() <= 400);
        QVERIFY(map::tilesInView(world, 5).size() <= 400);
        QCOMPARE(map::tilesInView(world, 0).size(), 1U);
        const map::View away{{9e7, 0}, 100, {400, 400}};
        QVERIFY(map::tilesInView(away, 5).empty());
    }

    void addresses()
    {
        QCOMPARE(map::tileAddress(QStringLiteral("https://a/{z}/{y}/{x}.png"), {3, 5, 2}),
                 QStringLiteral("https://a/3/2/5.png"));
        QCOMPARE(map::tileAddress(QStringLiteral("{z}-{x}-{-y}"), {3, 5, 2}), QStringLiteral("3-5-5"));
    }

    void partOfTheParent()
    {
        const map::TileId tile{3, 5, 2};
        QCOMPARE(tile.parent(), (map::TileId{2, 2, 1}));
        QCOMPARE(map::partOfAncestor(tile, tile.parent(), {256, 256}), QRectF(128, 0, 128, 128));
        QCOMPARE(map::partOfAncestor(tile, {1, 1, 0}, {256, 256}), QRectF(64, 128, 64, 64));
    }
};

CITYOPS_TEST(QCoreApplication, TilesTest)
#include "tiles_test.moc"
