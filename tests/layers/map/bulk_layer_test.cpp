// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/kinds/bulk_arrays.h"
#include "layers/map/kinds/bulk_cache.h"
#include "tests/layers/map/bulk_scenes.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QTemporaryDir>
#include <set>

namespace {

bool same(const map::BulkLayer& a, const map::BulkLayer& b)
{
    const auto equal = [](const auto& x, const auto& y) {
        return x.size() == y.size() && (x.empty() || std::memcmp(x.data(), y.data(), x.size_bytes()) == 0);
    };
    bool levels = a.levels.size() == b.levels.size();
    for (std::size_t i = 0; levels && i < a.levels.size(); ++i)
        levels = a.levels[i].cell == b.levels[i].cell && equal(a.levels[i].rings, b.levels[i].rings) &&
                 equal(a.levels[i].vertices, b.levels[i].vertices);
    return levels && a.shapes == b.shapes && a.origin == b.origin && a.quantum == b.quantum &&
           a.bounds == b.bounds && a.count == b.count && a.firstId == b.firstId &&
           a.blockSize == b.blockSize && equal(a.features, b.features) && equal(a.ids, b.ids) &&
           equal(a.values, b.values) && equal(a.ranks, b.ranks) && equal(a.blocks, b.blocks) &&
           equal(a.groups, b.groups);
}

} // namespace

class BulkLayerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void positionsAreExactToATenthOfAPixel()
    {
        const geo::Columns columns = bulk::points(500, 30'000);
        const auto layer = map::buildBulk(columns)[0];
        for (quint32 i = 0; i < layer->count; ++i) {
            const QPointF off = layer->toMap(layer->levels[0].vertices[i]) -
                                QPointF(columns.points.x[i], columns.points.y[i]);
            QVERIFY(std::hypot(off.x(), off.y()) < 0.0001); // a city, at a millimetre a pixel
        }
        const auto world = map::buildBulk(bulk::points(500, 4e7))[0];
        QVERIFY(world->quantum < 0.05); // the whole world: at half a metre a pixel
    }

    void theIndexFindsAllThatIsThere()
    {
        for (geo::Columns columns :
             {bulk::points(5000, 1000), bulk::lines(2000, 1000, 6, 9), bulk::boxes(3000, 1000, 12, true)}) {
            const auto layer = map::buildBulk(std::move(columns))[0];
            QVERIFY(!layer->ranks.empty()); // made in no order of place
            const map::BulkBox box = layer->toQuanta(QRectF(1300, 1500, 140, 90));
            std::set<quint32> found;
            std::size_t offered = 0;
            layer->forRuns(box, [&](quint32 first, quint32 end) {
                for (; first < end; ++first, ++offered)
                    found.insert(first);
            });
            QCOMPARE(found.size(), offered);
            QVERIFY(offered < layer->count / 4); // it leaves out most of what is elsewhere
            for (quint32 i = 0; i < layer->count; ++i) {
                const map::VertexRange range = map::verticesOf(*layer, layer->levels[0], i);
                for (std::size_t v = range.first; v < range.end; ++v) {
                    const map::BulkVertex at = layer->levels[0].vertices[v];
                    if (box.meets({at.x, at.y, at.x, at.y})) QVERIFY(found.count(i));
                }
            }
        }
    }

    void sortingKeepsWhatBelongsTogether()
    {
        const geo::Columns columns = bulk::points(4000, 1000);
        const auto layer = map::buildBulk(columns)[0];
        for (quint32 i = 0; i < layer->count; ++i) {
            const auto source = static_cast<std::size_t>(layer->idOf(i) - 1);
            QCOMPARE(layer->ranks[i], source);
            QCOMPARE(layer->values[i], columns.points.values[source]);
            const QPointF at = layer->toMap(layer->levels[0].vertices[i]);
            QVERIFY(std::abs(at.x() - columns.points.x[source]) < 0.001);
        }
        const auto holes = map::buildBulk(bulk::boxes(3000, 1000, 12, true))[0];
        QCOMPARE(holes->features.size(), holes->count + 1U);
        QCOMPARE(holes->levels[0].rings.size(), 2U * holes->count + 1U);
    }

    void hilbertsCurveTouchesNeighbours()
    {
        // The 4 x 4 cells of the coarsest two orders, in the order of the curve: each next to the one before.
        std::vector<std::pair<quint32, QPoint>> cells;
        for (int x = 0; x < 4; ++x)
            for (int y = 0; y < 4; ++y)
                cells.push_back(
                    {map::hilbertPlace(static_cast<quint32>(x) << 14, static_cast<quint32>(y) << 14) >> 28,
                     {x, y}});
        std::sort(cells.begin(), cells.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        for (std::size_t i = 1; i < cells.size(); ++i)
            QCOMPARE((cells[i].second - cells[i - 1].second).manhattanLength(), 1);
    }

    void hitsAreThoseOfALookAtEveryFeature()
    {
        const geo::Columns columns = bulk::boxes(3000, 1000, 30, true);
        map::LayerScene layer;
        layer.id = QStringLiteral("houses");
        layer.title = QStringLiteral("Houses");
        const auto source = std::make_shared<const map::BulkSource>();
        layer.bulk.push_back({map::buildBulk(columns)[0], {}, source});
        map::Scene scene;
        scene.layers.push_back(std::make_shared<const map::LayerScene>(layer));
        const map::View view = bulk::view(1000, 500);
        int found = 0;
        for (const QPointF at :
             {QPointF(100, 100), QPointF(250, 250), QPointF(333, 77), QPointF(480, 20), QPointF(20, 400)}) {
            const QPointF map = view.toMap(at);
            std::set<QString> wanted;
            for (std::size_t i = 0; i < columns.polygons.features.size(); ++i) {
                int crossings = 0;
                for (std::size_t v = 8 * i; v < 8 * i + 8; ++v) { // four corners outside, four of the hole
                    const std::size_t next = v % 4 == 3 ? v - 3 : v + 1;
                    const QPointF a(columns.polygons.x[v], columns.polygons.y[v]),
                        b(columns.polygons.x[next], columns.polygons.y[next]);
                    crossings += (a.y() > map.y()) != (b.y() > map.y()) &&
                                 map.x() < a.x() + (b.x() - a.x()) * (map.y() - a.y()) / (b.y() - a.y());
                }
                if (crossings % 2) wanted.insert(QStringLiteral("houses/%1").arg(i + 1));
            }
            std::set<QString> hits;
            qlonglong last = 1 << 30;
            for (const map::Hit& hit : map::hitTest(scene, view, at)) {
                hits.insert(hit.ref.id);
                QCOMPARE(hit.source, source);
                const qlonglong number = hit.ref.id.section(QLatin1Char('/'), 1).toLongLong();
                QVERIFY(number < last); // the topmost, last of the file, first
                last = number;
            }
            QCOMPARE(hits, wanted);
            found += static_cast<int>(hits.size());
        }
        QVERIFY(found > 3);
    }

    void levelsAreCoarserAndNear()
    {
        const auto read = map::buildBulk(bulk::coast(60'000, 5000))[0];
        QCOMPARE(read->levels.size(), 1U); // shown as it is first
        const auto layer = map::withLevels(read);
        QCOMPARE(map::withLevels(layer), layer);
        QVERIFY(layer->levels.size() > 2);
        std::size_t extra = 0;
        for (std::size_t i = 1; i < layer->levels.size(); ++i) {
            const map::BulkLevel& level = layer->levels[i];
            QVERIFY(level.vertices.size() < layer->levels[i - 1].vertices.size());
            extra += level.vertices.size();
            for (const map::BulkVertex v : level.vertices) // only vertices of the ring itself
                QVERIFY(std::any_of(layer->levels[0].vertices.begin(), layer->levels[0].vertices.end(),
                                    [v](map::BulkVertex o) { return o.x == v.x && o.y == v.y; }) ||
                        level.vertices.size() == 4);
            if (i > 1) break; // the others alike; this search is slow
        }
        QVERIFY(extra < layer->levels[0].vertices.size());
        QCOMPARE(layer->levelFor(0).cell, 0.0);
        QCOMPARE(layer->levelFor(1e9).cell, layer->levels.back().cell);
    }

    void neighboursKeepTheirCommonBorder()
    {
        // The same border walked both ways gives the same vertices.
        geo::Columns columns = bulk::coast(20'000, 5000);
        geo::ShapeColumns& out = columns.polygons;
        out.features.push_back(1);
        out.rings.push_back(20'000);
        out.ids.push_back(2);
        for (int i = 19'999; i >= 0; --i) {
            out.x.push_back(out.x[static_cast<std::size_t>(i)]);
            out.y.push_back(out.y[static_cast<std::size_t>(i)]);
        }
        const auto layer = map::withLevels(map::buildBulk(std::move(columns))[0]);
        const map::BulkLevel& level = layer->levels.at(1);
        std::set<std::pair<qint32, qint32>> there, back;
        for (quint32 i = level.rings[0]; i < level.rings[1]; ++i)
            there.insert({level.vertices[i].x, level.vertices[i].y});
        for (quint32 i = level.rings[1]; i < level.rings[2]; ++i)
            back.insert({level.vertices[i].x, level.vertices[i].y});
        std::vector<std::pair<qint32, qint32>> apart;
        std::set_symmetric_difference(there.begin(), there.end(), back.begin(), back.end(),
                                      std::back_inserter(apart));
        QVERIFY(apart.size() <= 2); // where the ring begins
    }

    void theCacheGivesBackWhatItKept()
    {
        QTemporaryDir folder;
        const map::BulkCache cache(folder.path());
        geo::Columns columns = bulk::boxes(2000, 1000, 12, true);
        columns.points = bulk::points(3000, 1000).points;
        columns.lines = bulk::lines(2000, 1000, 40, 9).lines;
        const map::BulkContent content{QStringLiteral("layer"), QStringLiteral("EPSG:3826"),
                                       map::buildBulk(std::move(columns))};
        QVERIFY(!cache.find("key"));
        QVERIFY(cache.keep("key", content));
        QVERIFY(!cache.find("other key"));
        const auto found = cache.find("key");
        QVERIFY(found);
        QCOMPARE(found->layer, content.layer);
        QCOMPARE(found->crs, content.crs);
        QCOMPARE(found->layers.size(), 3U);
        for (std::size_t i = 0; i < 3; ++i)
            QVERIFY(same(*found->layers[i], *content.layers[i]));
    }

    void aDamagedCacheFileIsNone()
    {
        QTemporaryDir folder;
        const map::BulkCache cache(folder.path());
        const map::BulkContent content{{}, {}, map::buildBulk(bulk::boxes(300, 1000, 12, true))};
        QVERIFY(cache.keep("key", content));
        const QString name =
            folder.filePath(QDir(folder.path()).entryList({QStringLiteral("*.bulk")}).value(0));
        QFile file(name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray good = file.readAll();
        file.close();
        const auto write = [&name](const QByteArray& bytes) {
            QFile out(name);
            if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size()) qFatal("cannot write");
        };
        for (const qsizetype size :
             {qsizetype(0), qsizetype(10), qsizetype(100), good.size() / 2, good.size() - 1}) {
            write(good.left(size));
            QVERIFY(!cache.find("key"));
        }
        for (qsizetype at = 0; at < good.size(); at += at < 2048 ? 7 : 997) {
            QByteArray bad = good;
            bad[at] = static_cast<char>(~bad[at]);
            write(bad);
            const auto found = cache.find("key"); // gaps between arrays hold nothing that matters
            if (found) QVERIFY(same(*found->layers[0], *content.layers[0]));
        }
        write(good + "more");
        QVERIFY(!cache.find("key"));
        write(good);
        QVERIFY(cache.find("key"));
    }

    void theCacheStaysWithinItsSize()
    {
        QTemporaryDir folder;
        const map::BulkContent content{{}, {}, map::buildBulk(bulk::points(1000, 1000))};
        const qint64 one = content.layers[0]->bytes() + 4096;
        const map::BulkCache cache(folder.path(), 3 * one);
        for (int i = 0; i < 8; ++i)
            QVERIFY(cache.keep(QByteArray::number(i), content));
        QVERIFY(QDir(folder.path()).entryList({QStringLiteral("*.bulk")}).size() <= 3);
        QVERIFY(cache.find("7"));
        QVERIFY(!map::BulkCache(folder.path(), one).keep("too large", content));
        QVERIFY(!map::BulkCache(QStringLiteral("/proc/no folder")).keep("key", content));
    }

    void aChangedFileHasAnotherKey()
    {
        QTemporaryDir folder;
        const QString name = folder.filePath(QStringLiteral("a.shp"));
        const auto write = [](const QString& path, const QByteArray& bytes) {
            QFile out(path);
            if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size()) qFatal("cannot write");
        };
        write(name, "one");
        geo::ColumnOptions options;
        const QByteArray first = map::BulkCache::keyOf(name, options);
        QCOMPARE(map::BulkCache::keyOf(name, options), first);
        options.open.crs = QStringLiteral("EPSG:3826");
        QVERIFY(map::BulkCache::keyOf(name, options) != first);
        options.open.crs.clear();
        write(folder.filePath(QStringLiteral("a.prj")), "something");
        const QByteArray withCrs = map::BulkCache::keyOf(name, options);
        QVERIFY(withCrs != first);
        write(name, "two!");
        QVERIFY(map::BulkCache::keyOf(name, options) != withCrs);
    }
};

CITYOPS_TEST(QCoreApplication, BulkLayerTest)
#include "bulk_layer_test.moc"
