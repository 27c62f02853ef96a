// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/kinds/bulk_build.h"
#include "layers/map/kinds/highlight.h"
#include "layers/map/paint/painter.h"
#include "layers/map/paint/select.h"
#include "tests/support/test_main.h"

using map::LayerScene;
using map::Region;

/// What lies in a region of the map, drawn one by one or in bulk, and how it is shown.
class SelectTest : public QObject {
    Q_OBJECT

    map::Scene m_scene;

    static map::Ref ref(const QString& kind, const QString& id) { return {kind, id, id, {}}; }

    // A grid of 100 x 100 points, ten metres apart; FIDs by row.
    static map::Bulk pointGrid()
    {
        geo::Columns columns;
        for (int i = 0; i < 10'000; ++i) {
            columns.points.x.push_back(i % 100 * 10);
            columns.points.y.push_back(i / 100 * 10);
            columns.points.ids.push_back(i);
        }
        return {map::buildBulk(std::move(columns)).front(), {}, std::make_shared<const map::BulkSource>()};
    }

    // Squares of 100 m, 20 in a row, each with a hole in its middle; FID is the column.
    static map::Bulk squares()
    {
        geo::Columns columns;
        const auto ring = [&columns](double x, double y, double size) {
            columns.polygons.rings.push_back(static_cast<quint32>(columns.polygons.x.size()));
            for (const QPointF corner : {QPointF(0, 0), QPointF(1, 0), QPointF(1, 1), QPointF(0, 1)}) {
                columns.polygons.x.push_back(x + corner.x() * size);
                columns.polygons.y.push_back(y + corner.y() * size);
            }
        };
        for (int i = 0; i < 20; ++i) {
            columns.polygons.ids.push_back(i);
            columns.polygons.features.push_back(static_cast<quint32>(columns.polygons.rings.size()));
            ring(i * 100, -200, 100);
            ring(i * 100 + 30, -170, 40);
        }
        return {map::buildBulk(std::move(columns)).front(), {}, std::make_shared<const map::BulkSource>()};
    }

    map::Selection in(const QRectF& box) const { return map::featuresIn(m_scene, 1, Region::of(box)); }
    map::Selection in(map::Rings rings) const { return map::featuresIn(m_scene, 1, Region(std::move(rings))); }
    static std::size_t count(const map::Selection& selection, const char* layer)
    {
        const auto* found = selection.of(QLatin1String(layer));
        return found ? found->count() : 0;
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto drawn = std::make_shared<LayerScene>();
        drawn->id = QStringLiteral("drawn");
        for (int i = 0; i < 10; ++i) {
            drawn->refs.push_back(ref(QStringLiteral("station"), QString::number(i)));
            drawn->marks.push_back({.at = QPointF(i * 100, 2000), .fill = 0xff0000ff, .ref = i});
        }
        drawn->refs.push_back(ref(QStringLiteral("road"), QStringLiteral("r")));
        drawn->lines.push_back({.points = {{-500, 2100}, {1500, 2100}}, .width = 2, .colour = 0xff00ff00, .ref = 10});
        auto shape = std::make_shared<map::AreaShape>();
        shape->rings = {{{0, 3000}, {1000, 3000}, {1000, 4000}, {0, 4000}, {0, 3000}}};
        shape->bounds = QRectF(0, 3000, 1000, 1000);
        drawn->refs.push_back(ref(QStringLiteral("area"), QStringLiteral("a")));
        drawn->areas.push_back({shape, 0xff888888, 0, 1, map::DataState::Current, 11});
        auto bulk = std::make_shared<LayerScene>();
        bulk->id = QStringLiteral("grid");
        bulk->bulk.push_back(pointGrid());
        auto polygons = std::make_shared<LayerScene>();
        polygons->id = QStringLiteral("squares");
        polygons->bulk.push_back(squares());
        m_scene.layers = {polygons, bulk, drawn};
    }

    void aBoxTakesWhatItHolds()
    {
        const auto found = in(QRectF(95, 95, 20, 30)); // x 100, 110; y 100, 110, 120
        QCOMPARE(count(found, "grid"), std::size_t(6));
        QCOMPARE(found.layers.size(), std::size_t(1));
        QCOMPARE(found.of(QStringLiteral("grid"))->features, (std::vector<qint64>{1010, 1011, 1110, 1111, 1210, 1211}));
    }

    void everyPointIsFoundOnce() { QCOMPARE(count(in(QRectF(-1, -1, 2000, 1500)), "grid"), std::size_t(10'000)); }

    void anyOutlineTakesWhatItHolds()
    {
        // The triangle below the diagonal of a square of 11 x 11 points, moved off the grid so that none lies on its edge.
        const auto found = in(map::Rings{{{-2, -5}, {107, -5}, {107, 104}, {-2, -5}}});
        int expected = 0;
        for (int x = 0; x <= 10; ++x)
            for (int y = 0; y <= 10; ++y)
                if (y * 10 < x * 10 - 3) ++expected;
        QCOMPARE(count(found, "grid"), static_cast<std::size_t>(expected));
    }

    void drawnThingsOfEveryKind()
    {
        QCOMPARE(count(in(QRectF(150, 1990, 300, 20)), "drawn"), std::size_t(3)); // stations 2, 3, 4
        // The road crosses the box without a vertex in it.
        QCOMPARE(in(QRectF(400, 2090, 10, 20)).of(QStringLiteral("drawn"))->things.front().id, QStringLiteral("r"));
        // The box lies wholly inside the area.
        QCOMPARE(in(QRectF(500, 3500, 10, 10)).of(QStringLiteral("drawn"))->things.front().id, QStringLiteral("a"));
        QVERIFY(in(QRectF(500, 4100, 10, 10)).isEmpty());
    }

    void aHoleIsNotTheSquare()
    {
        QCOMPARE(count(in(QRectF(540, -160, 10, 10)), "squares"), std::size_t(0)); // in the hole of 5
        QCOMPARE(count(in(QRectF(510, -190, 10, 10)), "squares"), std::size_t(1)); // in its flesh
        QCOMPARE(count(in(QRectF(420, -150, 200, 10)), "squares"), std::size_t(3));
    }

    void layersThatAreNotShownAreNotSearched()
    {
        map::Scene scene = m_scene;
        auto hidden = std::make_shared<LayerScene>(*scene.layers[1]);
        hidden->maxMetresPerPixel = 0.5;
        scene.layers[1] = hidden;
        QVERIFY(map::featuresIn(scene, 1, Region::of(QRectF(95, 95, 20, 30))).isEmpty());
    }

    void addAndRemove()
    {
        map::Selection all = in(QRectF(95, 95, 20, 30));
        all.add(in(QRectF(105, 95, 20, 30))); // one column more
        QCOMPARE(count(all, "grid"), std::size_t(9));
        all.add(in(QRectF(150, 1990, 300, 20)));
        QCOMPARE(all.count(), std::size_t(12));
        all.remove(in(QRectF(250, 1990, 100, 20)));
        QCOMPARE(count(all, "drawn"), std::size_t(2));
        all.remove(in(QRectF(0, 0, 500, 500)));
        QVERIFY(!all.of(QStringLiteral("grid")));
        QCOMPARE(all.layers.size(), std::size_t(1));
    }

    void theHighlightLiesWhereTheThingsAre()
    {
        const auto picked = in(QRectF(95, 95, 20, 30));
        const auto lit = map::highlight(m_scene, picked, QColor(0, 128, 255));
        QVERIFY(!lit->ink.ground.isValid());
        const QRectF bounds = map::boundsOf(*lit);
        QVERIFY(std::abs(bounds.left() - 100) < 0.1 && std::abs(bounds.right() - 110) < 0.1);
        QVERIFY(std::abs(bounds.top() - 100) < 0.1 && std::abs(bounds.bottom() - 120) < 0.1);
        map::View view;
        view.centre = {105, 110};
        view.metresPerPixel = 0.5;
        view.size = {100, 100};
        const QImage image = map::render(*lit, view, 1);
        QVERIFY(qAlpha(image.pixel(view.toScreen(QPointF(100, 100)).toPoint())) > 200);
        QCOMPARE(qAlpha(image.pixel(view.toScreen(QPointF(90, 100)).toPoint())), 0);
        const auto all = map::highlight(m_scene, in(QRectF(-2000, -2000, 6000, 8000)), QColor(0, 128, 255));
        QCOMPARE(all->layers.size(), std::size_t(3));
        QVERIFY(map::boundsOf(*all).contains(QRectF(0, -199, 1400, 4000)));
    }
};

CITYOPS_TEST(QGuiApplication, SelectTest)
#include "select_test.moc"
