// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/line_transport.h"
#include "tests/layers/feeds/decoding.h"
#include "tests/support/test_main.h"

#include <QFutureWatcher>
#include <QTcpServer>
#include <QTcpSocket>

using namespace std::chrono_literals;

/// Positions of field units: what sentences say, and how they come over TCP.
class NmeaTest : public QObject {
    Q_OBJECT

    /// A sentence with its sum.
    static QByteArray sentence(const QByteArray& body)
    {
        unsigned sum = 0;
        for (const char c : body)
            sum ^= static_cast<unsigned char>(c);
        return '$' + body + '*' + QByteArray::number(sum, 16).rightJustified(2, '0').toUpper() + "\r\n";
    }
    static QByteArray rmc(const char* time = "115900.00", const char* lat = "2502.0000")
    {
        return sentence("GPRMC," + QByteArray(time) + ",A," + lat + ",N,12130.0000,E,19.44,84.4,311026,,,A");
    }
    static feeds::Decoded read(const QByteArray& payload)
    {
        const auto result = decoded(standardFeed("nmea"), payload);
        if (!result.ok()) qFatal("%s", qPrintable(result.problem().toString()));
        return *result;
    }
    static feeds::FetchResponse wait(QFuture<feeds::FetchResponse> future)
    {
        QFutureWatcher<feeds::FetchResponse> watcher;
        watcher.setFuture(future);
        if (!QTest::qWaitFor([&] { return watcher.isFinished(); }, 20'000)) qFatal("no answer");
        return future.result();
    }
    static feeds::FetchRequest request(quint16 port)
    {
        feeds::FetchRequest made;
        made.feed = QStringLiteral("units");
        made.request.url = QUrl(QStringLiteral("tcp://127.0.0.1:%1").arg(port));
        made.request.timeout = 5s;
        made.request.maxBytes = 1000;
        return made;
    }

private Q_SLOTS:
    void oneSentence()
    {
        const feeds::Decoded all = read(rmc());
        const city::Vehicle& unit = all.vehicles.at(0);
        QCOMPARE(unit.id, QStringLiteral("nmea")); // of the feed: the sentence names nobody
        QCOMPARE(unit.kind, QStringLiteral("field-unit"));
        QVERIFY(std::abs(unit.at.lat - 25.033333) < 1e-5 && std::abs(unit.at.lon - 121.5) < 1e-9);
        QCOMPARE(unit.observedAt, at("2026-10-31T11:59:00Z"));
        QCOMPARE(*unit.speedKmh, 36.0);
        QCOMPARE(*unit.headingDegrees, 84.4);
        QCOMPARE(problemsOf(all), QString());
    }

    void severalUnitsByTheirTags()
    {
        const feeds::Decoded all =
            read("\\s:north,c:1793447000*2A\\" + rmc("115800.00") + "\\s:south*00\\" + rmc() +
                 "\\s:north*00\\" + rmc("115900.00", "2503.0000") + "\\s:north*00\\" + rmc("115700.00"));
        QCOMPARE(all.vehicles.size(), std::size_t(2));
        QCOMPARE(all.vehicles[0].id, QStringLiteral("north"));
        QVERIFY(std::abs(all.vehicles[0].at.lat - 25.05) < 1e-9); // the newest, not the last
        QCOMPARE(all.vehicles[1].id, QStringLiteral("south"));
    }

    void timeOfDayWithoutADate()
    {
        // Received at midnight: 23:59 is of the day before, 00:01 of the new one.
        const QByteArray rest = ",2502.0000,N,12130.0000,E,1,08,1.0,10.0,M,15.0,M,,";
        QCOMPARE(read(sentence("GNGGA,235900.00" + rest)).vehicles.at(0).observedAt,
                 at("2026-10-31T23:59:00Z"));
        QCOMPARE(read(sentence("GNGGA,000100.00" + rest)).vehicles.at(0).observedAt,
                 at("2026-11-01T00:01:00Z"));
        const feeds::Decoded dated = read(rmc() + sentence("GNGGA,115901.00" + rest));
        QCOMPARE(dated.vehicles.at(0).observedAt, at("2026-10-31T11:59:01Z"));
    }

    void whatIsNoPosition()
    {
        const QByteArray void_ = sentence("GPRMC,115900.00,V,,,,,,,311026,,,N");
        QCOMPARE(read(void_).factCount(), 0);
        QCOMPARE(read(sentence("GPGSV,1,1,01,21,00,000,")).factCount(), 0);
        QByteArray wrong = rmc();
        wrong[20] = '9';
        QCOMPARE(read(wrong).factCount(), 0);
        QCOMPARE(read(wrong).problemCount, 1);
        const feeds::Decoded cut = read(rmc() + rmc("115905.00").left(30));
        QCOMPARE(cut.vehicles.at(0).observedAt, at("2026-10-31T11:59:00Z"));
        QCOMPARE(cut.problemCount, 1);
        QVERIFY(!decoded(standardFeed("nmea"), "hello\nworld\n").ok());
        QVERIFY(!decoded(standardFeed("nmea"), "<html><title>Login</title></html>").ok());
        const feeds::Decoded old =
            read(sentence("GPRMC,115900.00,A,2502.0000,N,12130.0000,E,0,0,301185,,,A"));
        QCOMPARE(old.factCount(), 0); // the clock of the receiver is not set
    }

    void linesOverTcp()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const city::SystemClock clock;
        feeds::LineTransport transport(clock);
        auto first = transport.get(request(server.serverPort()));
        QVERIFY(QTest::qWaitFor([&] { return server.hasPendingConnections(); }, 20'000));
        QTcpSocket* client = server.nextPendingConnection();
        client->write("one\r\ntw");
        const feeds::FetchResponse begun = wait(first);
        QVERIFY(begun.partial && !begun.failure);
        QCOMPARE(begun.body, QByteArray("one\r\n")); // whole lines only
        QVERIFY(wait(transport.get(request(server.serverPort()))).notModified);

        client->write("o\r\n" + QByteArray(600, 'x') + "\n" + QByteArray(600, 'y') + "\nlast\n");
        client->flush();
        // Too much: the oldest lines are gone, the newest are there.
        QByteArray body;
        QVERIFY(QTest::qWaitFor(
            [&] {
                body += wait(transport.get(request(server.serverPort()))).body;
                return body.endsWith("last\n");
            },
            20'000));

        client->disconnectFromHost();
        auto again = transport.get(request(server.serverPort()));
        QVERIFY(QTest::qWaitFor(
            [&] {
                if (again.isFinished()) again = transport.get(request(server.serverPort()));
                return server.hasPendingConnections();
            },
            20'000)); // taken up again
        server.nextPendingConnection()->write("back\n");
        QCOMPARE(wait(again).body, QByteArray("back\n"));
    }

    void nobodyThere()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const quint16 port = server.serverPort();
        const city::SystemClock clock;
        feeds::LineTransport transport(clock);
        feeds::FetchRequest silent = request(port);
        silent.request.timeout = 50ms;
        QVERIFY(wait(transport.get(silent)).failure.has_value()); // it says nothing
        server.close();
        feeds::LineTransport other(clock);
        QVERIFY(wait(other.get(request(port))).failure.has_value()); // nobody listens
    }
};

CITYOPS_TEST(QCoreApplication, NmeaTest)
#include "nmea_test.moc"
