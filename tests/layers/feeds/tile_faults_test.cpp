// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/tile_file.h"
#include "tests/layers/feeds/scripted_server.h"
#include "tests/support/test_main.h"

#include <QBuffer>
#include <QGuiApplication>
#include <QTemporaryDir>

using feeds::TileSource;

namespace {

QByteArray picture(int width = 256, int height = 256)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(qRgb(200, 0, 0));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

} // namespace

/// What bad servers and bad disks do: the layer says what is wrong, and a good one beside it is not held up.
class TileFaultsTest : public QObject {
    Q_OBJECT

    city::FixedClock m_clock{city::fromIso(u"2026-07-15T06:00:00Z").value()};
    ScriptedServer m_server;

    TileSource source(const char* id, const char* file) const
    {
        TileSource made;
        made.id = QString::fromLatin1(id);
        made.address = m_server.url(QString()).toString() + QLatin1Char('/') + QLatin1String(file) + QStringLiteral("?{z}/{x}/{y}");
        return made;
    }
    static feeds::TileLimits limits() { return {6, city::Duration(400), city::Duration(1500), city::Duration(60'000)}; }

    void serve(const QByteArray& path, ScriptedServer::Script script) { m_server.on(path, std::move(script)); }

private Q_SLOTS:
    void initTestCase()
    {
        serve("/good", [](const QByteArray&, QTcpSocket& s) { ScriptedServer::answer(s, "200 OK\r\nContent-Type: image/png", picture()); });
        serve("/gone", [](const QByteArray&, QTcpSocket& s) { ScriptedServer::answer(s, "404 Not Found"); });
        serve("/broken", [](const QByteArray&, QTcpSocket& s) { ScriptedServer::answer(s, "500 Oh"); });
        serve("/busy", [](const QByteArray&, QTcpSocket& s) { ScriptedServer::answer(s, "503 Busy\r\nRetry-After: 120"); });
        serve("/html", [](const QByteArray&, QTcpSocket& s) { ScriptedServer::answer(s, "200 OK\r\nContent-Type: text/html", "<html>Please log in</html>"); });
        serve("/says", [](const QByteArray&, QTcpSocket& s) {
            ScriptedServer::answer(s, "200 OK\r\nContent-Type: text/xml",
                                   "<ServiceExceptionReport><ServiceException>no such layer: x</ServiceException></ServiceExceptionReport>");
        });
        serve("/bomb", [](const QByteArray&, QTcpSocket& s) {
            QByteArray png = picture(1, 1); // its head says 60000 x 60000
            png[18] = char(0xea), png[19] = char(0x60), png[22] = char(0xea), png[23] = char(0x60);
            ScriptedServer::answer(s, "200 OK\r\nContent-Type: image/png", png);
        });
        serve("/half", [](const QByteArray&, QTcpSocket& s) { ScriptedServer::answer(s, "200 OK\r\nContent-Type: image/png", picture().left(60)); });
        serve("/huge", [](const QByteArray&, QTcpSocket& s) { ScriptedServer::answer(s, "200 OK\r\nContent-Type: image/png", QByteArray(5 << 20, 'x')); });
        serve("/drip", [](const QByteArray&, QTcpSocket& s) {
            s.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
            ScriptedServer::drip(s);
        });
        serve("/silent", [](const QByteArray&, QTcpSocket&) {});
        serve("/away", [](const QByteArray&, QTcpSocket& s) { ScriptedServer::answer(s, "302 Found\r\nLocation: http://localhost:1/x.png"); });
        serve("/round", [](const QByteArray&, QTcpSocket& s) { ScriptedServer::answer(s, "302 Found\r\nLocation: /round"); });
        serve("/cut", [](const QByteArray&, QTcpSocket& s) {
            s.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\nabc");
            s.disconnectFromHost();
        });
    }

    void everyFaultIsNamed_data()
    {
        QTest::addColumn<QString>("says");
        const auto row = [](const char* file, const char* says) { QTest::newRow(file) << QString::fromLatin1(says); };
        row("gone", "404");
        row("broken", "500");
        row("busy", "503");
        row("html", "no picture of a tile (text/html)");
        row("says", "no such layer: x");
        row("bomb", "no picture");
        row("half", "no picture");
        row("huge", "more than the allowed");
        row("drip", "in time");
        row("silent", "in time");
        row("away", "another host");
        row("round", "without end");
        row("cut", "closed the connection");
    }
    void everyFaultIsNamed()
    {
        QFETCH(QString, says);
        QTemporaryDir folder;
        feeds::TileStore store(folder.path(), m_clock, nullptr, limits());
        const TileSource bad = source("bad", QTest::currentDataTag());
        const TileSource good = source("good", "good");
        store.want(bad, {{1, 0, 0}, {1, 1, 0}});
        store.want(good, {{1, 0, 0}});
        QTRY_VERIFY(store.ready(good, {1, 0, 0}).has_value());
        QTRY_VERIFY_WITH_TIMEOUT(!store.isBusy(), 20'000);
        const auto fault = store.state(QStringLiteral("bad")).fault;
        QVERIFY(fault.has_value());
        QVERIFY2(fault->toString().contains(says), qPrintable(fault->toString()));
        QVERIFY(!store.ready(bad, {1, 0, 0}));
        QVERIFY(!store.state(QStringLiteral("good")).fault);
        // Nothing of it was kept, and it is not asked again at once.
        const int before = m_server.asked("/" + QByteArray(QTest::currentDataTag()) + "?1/0/0");
        store.want(bad, {{1, 0, 0}});
        QVERIFY(!store.isBusy());
        QCOMPARE(m_server.asked("/" + QByteArray(QTest::currentDataTag()) + "?1/0/0"), before);
        QVERIFY(!QFile::exists(feeds::tilePath(folder.path(), bad, {1, 0, 0})));
    }

    void aHoleAmongTilesIsNoFault()
    {
        serve("/edge", [](const QByteArray& request, QTcpSocket& s) {
            if (request.contains("?1/0/0")) return ScriptedServer::answer(s, "200 OK", picture());
            ScriptedServer::answer(s, "404 Not Found");
        });
        feeds::TileStore store({}, m_clock, nullptr, limits());
        const TileSource edge = source("edge", "edge");
        store.want(edge, {{1, 0, 0}});
        QTRY_VERIFY(store.ready(edge, {1, 0, 0}).has_value());
        store.want(edge, {{1, 0, 0}, {1, 1, 0}});
        QTRY_VERIFY(!store.isBusy());
        QVERIFY(!store.state(edge.id).fault);
    }

    void aDamagedFileOfTheCacheIsFetchedAnew()
    {
        QTemporaryDir folder;
        const TileSource good = source("good", "good");
        const QString path = feeds::tilePath(folder.path(), good, {2, 1, 1});
        for (const QByteArray& bytes : {QByteArray("rubbish"), QByteArray()}) {
            QVERIFY(feeds::writeTileFile(path, {bytes, "\"e\"", m_clock.now(), city::Duration(3600'000)}));
            feeds::TileStore store(folder.path(), m_clock, nullptr, limits());
            store.want(good, {{2, 1, 1}});
            QTRY_VERIFY(store.ready(good, {2, 1, 1}).has_value());
        }
    }

    void aDiskThatTakesNothingIsNamed()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("tiles"))); // where the folder should be
        QVERIFY(file.open(QIODevice::WriteOnly));
        feeds::TileStore store(file.fileName(), m_clock, nullptr, limits());
        const TileSource good = source("good", "good");
        store.want(good, {{1, 0, 0}});
        QTRY_VERIFY(store.ready(good, {1, 0, 0}).has_value());
        QVERIFY(store.state(good.id).fault->toString().contains(QLatin1String("cannot be kept")));
    }
};

CITYOPS_TEST(QGuiApplication, TileFaultsTest)
#include "tile_faults_test.moc"
