// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/tile_file.h"
#include "tests/layers/feeds/nginx.h"
#include "tests/support/test_main.h"

#include <QBuffer>
#include <QGuiApplication>
#include <QSignalSpy>

using feeds::TileId;
using feeds::TileSource;

namespace {

QByteArray picture(QRgb colour, int side = 256)
{
    QImage image(side, side, QImage::Format_RGB32);
    image.fill(colour);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

const QRgb red = qRgb(200, 0, 0);

} // namespace

class TileStoreTest : public QObject {
    Q_OBJECT

    city::FixedClock m_clock{city::fromIso(u"2026-07-15T06:00:00Z").value()};

private Q_SLOTS:
    void onlyModestPictures()
    {
        QCOMPARE(feeds::tileImage(picture(red)).size(), QSize(256, 256));
        QVERIFY(feeds::tileImage(picture(red, 1025)).isNull());
        QVERIFY(feeds::tileImage("<html>no tile</html>").isNull());
        QVERIFY(feeds::tileImage("<svg xmlns='http://www.w3.org/2000/svg' width='8' height='8'/>").isNull());
        QVERIFY(feeds::tileImage({}).isNull());
    }

    void ages()
    {
        QVERIFY(feeds::tileMaxAge("public, max-age=60") == city::Duration(60'000));
        QVERIFY(feeds::tileMaxAge("no-cache") == city::Duration(0));
        QVERIFY(feeds::tileMaxAge({}) == city::Duration(24 * 3600'000));
    }

    void filesSurviveAndDamageDoesNot()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a/1/2/3.tile"));
        feeds::TileFile tile{picture(red), "\"e\"", m_clock.now(), city::Duration(1000)};
        QVERIFY(feeds::writeTileFile(path, tile));
        const auto read = feeds::readTileFile(path);
        QCOMPARE(read->bytes, tile.bytes);
        QVERIFY(read->isFresh(m_clock.now()) && !read->isFresh(m_clock.now() + city::Duration(1000)));
        QFile file(path);
        QVERIFY(file.resize(file.size() - 1));
        QVERIFY(!feeds::readTileFile(path));
        feeds::pruneTiles(folder.path(), 10);
        QVERIFY(!QFile::exists(path));
    }

    void fromTheNetworkThenFromDiskWithoutOne()
    {
        NEED_NGINX();
        QTemporaryDir folder;
        Nginx server(
            QStringLiteral("location /1/ { add_header Cache-Control max-age=60; try_files /tile.png =404; }\n"
                           "location /2/ { return 404; }\n"));
        server.write(QStringLiteral("tile.png"), picture(red));
        QVERIFY(server.start());
        const TileSource source{QStringLiteral("base"),
                                server.url(QString()).toString() + QStringLiteral("{z}/{x}/{y}.png"), 0, 9};
        {
            feeds::TileStore store(folder.path(), m_clock);
            QSignalSpy arrived(&store, &feeds::TileStore::arrived);
            QVERIFY(!store.ready(source, {1, 0, 0}));
            store.want(source, {{1, 0, 0}, {1, 1, 0}, {1, 0, 1}, {1, 1, 1}, {2, 0, 0}});
            QTRY_VERIFY(!store.isBusy());
            QCOMPARE(store.ready(source, {1, 1, 1})->image.pixel(5, 5), red);
            // What failed is not asked for again at once.
            QTRY_COMPARE(server.log("access.log").count("/2/0/0.png"), 1);
            store.want(source, {{1, 0, 0}, {2, 0, 0}});
            QTest::qWait(0);
            QCOMPARE(server.log("access.log").count("/2/0/0.png"), 1);
        }
        server.stop();
        m_clock.set(m_clock.now() + city::Duration(3600'000)); // long out of date, and better than nothing
        feeds::TileStore offline(folder.path(), m_clock);
        offline.want(source, {{1, 1, 0}});
        QTRY_VERIFY(offline.ready(source, {1, 1, 0}).has_value());
        QVERIFY(!offline.ready(source, {2, 0, 0}));
        // It says so, and how old what it shows is.
        QTRY_VERIFY(!offline.isBusy());
        QVERIFY(offline.state(source.id).fault->toString().contains(QLatin1String("127.0.0.1")));
        QVERIFY(offline.state(source.id).oldest == m_clock.now() - city::Duration(3600'000));
    }
};

CITYOPS_TEST(QGuiApplication, TileStoreTest)
#include "tile_store_test.moc"
