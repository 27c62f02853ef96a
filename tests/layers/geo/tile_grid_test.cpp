// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geo/projection.h"
#include "layers/geo/tile_grid.h"
#include "tests/support/test_main.h"

#include <cmath>

using geo::TileGrid;
using geo::TileId;

class TileGridTest : public QObject {
    Q_OBJECT

    const TileGrid& m_web = *TileGrid::webMercator();

private Q_SLOTS:
    void theWholeWorldIsOneTile()
    {
        const QRectF world = m_web.bounds({0, 0, 0});
        QVERIFY(std::abs(world.left() + 20037508.342789) < 1e-5 && std::abs(world.width() - 40075016.685578) < 1e-5);
        QVERIFY(std::abs(world.top() + 20037508.342789) < 1e-5);
    }

    // 25.0330 N 121.5654 E at level 15 by the formula of the OpenStreetMap wiki: x = 27449, y = 14032.
    void taipeiOneHundredAndOne()
    {
        const double n = std::exp2(15), lat = 25.0330 * M_PI / 180;
        const int x = static_cast<int>((121.5654 + 180) / 360 * n);
        const int y = static_cast<int>((1 - std::asinh(std::tan(lat)) / M_PI) / 2 * n);
        QCOMPARE(x, 27449);
        QVERIFY(m_web.bounds({15, x, y}).contains(geo::toMercator({121.5654, 25.0330})));
        QVERIFY(!m_web.bounds({15, x, y + 1}).contains(geo::toMercator({121.5654, 25.0330})));
        QCOMPARE(m_web.tileAt(15, geo::toMercator({121.5654, 25.0330})), (TileId{15, x, y}));
    }

    void tilesCoverTheBoxAndNoMore()
    {
        const QPointF centre = geo::toMercator({121.55, 25.05});
        const QRectF box(centre - QPointF(10'000, 7'000), QSizeF(20'000, 14'000));
        const int level = m_web.levelFor(20, 0, 19);
        const auto tiles = m_web.tilesIn(box, level);
        double covered = 0;
        for (const TileId& tile : tiles) {
            const QRectF part = m_web.bounds(tile).intersected(box);
            QVERIFY(!part.isEmpty());
            covered += part.width() * part.height();
        }
        QVERIFY(std::abs(covered / (box.width() * box.height()) - 1) < 1e-9);
        QVERIFY(m_web.bounds(tiles.front()).contains(centre));
    }

    void levelFollowsScale()
    {
        const double exact = 40075016.685578 / 256 / 4096; // of level 12
        QCOMPARE(m_web.levelFor(exact, 0, 19), 12);
        QCOMPARE(m_web.levelFor(exact / 2, 0, 19), 13);
        QCOMPARE(m_web.levelFor(exact, 0, 10), 10);
        QCOMPARE(m_web.levelFor(exact, 14, 19), 14);
        QCOMPARE(m_web.levelFor(exact / 1.1, 0, 19), 12); // a little closer: enlarged a little
        QCOMPARE(m_web.levelFor(exact / 1.43, 0, 19), 13);
    }

    void neverEndless()
    {
        const QRectF world(-2e7, -2e7, 4e7, 4e7);
        QVERIFY(m_web.tilesIn(world, 18).size() <= 400);
        QVERIFY(m_web.tilesIn(world, 5).size() <= 400);
        QCOMPARE(m_web.tilesIn(world, 0).size(), 1U);
        QVERIFY(m_web.tilesIn({9e7, 0, 4e4, 4e4}, 5).empty());
        QVERIFY(!m_web.contains({3, 8, 0}) && !m_web.contains({25, 0, 0}) && !m_web.contains({0, 0, -1}));
    }

    void aGridOfAnotherSystem()
    {
        const auto grid = TileGrid::over(QStringLiteral("EPSG:3826"), QRectF(290'000, 2'760'000, 40'000, 30'000));
        QVERIFY(!grid->isOfMap());
        const QRectF whole = grid->bounds({0, 0, 0});
        QCOMPARE(whole.width(), 40'000.0);
        QCOMPARE(whole.bottom(), 2'790'000.0); // counted from the north
        QCOMPARE(grid->tileAt(1, {329'000, 2'789'000}), (TileId{1, 1, 0}));
        QCOMPARE(grid->bounds({1, 1, 0}).left(), 310'000.0);
    }
};

CITYOPS_TEST(QCoreApplication, TileGridTest)
#include "tile_grid_test.moc"
