// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/position/position_source.h"
#include "tests/support/test_main.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>

using feeds::PositionFix;
using feeds::PositionSource;
using feeds::PositionSpec;

/// One's own position from receivers that speak NMEA: a real server on this machine, and recorded files.
class PositionTest : public QObject {
    Q_OBJECT

    city::FixedClock m_clock{city::Instant(std::chrono::seconds(1'800'000'000))};
    QTemporaryDir m_folder;

    static QByteArray sentence(const QByteArray& body)
    {
        unsigned sum = 0;
        for (const char c : body)
            sum ^= static_cast<uchar>(c);
        return "$" + body + "*" + QByteArray::number(sum, 16).rightJustified(2, '0').toUpper() + "\r\n";
    }

    // A second of a receiver: position, dilution of precision 1.2, course and speed.
    static QByteArray second(const QByteArray& time, const QByteArray& lat, const QByteArray& lon)
    {
        return sentence("GPGGA," + time + "," + lat + ",N," + lon + ",E,1,08,1.2,15.0,M,17.0,M,,") + sentence("GPGSA,A,3,04,05,09,12,24,25,29,31,,,,,2.0,1.2,1.6") +
               sentence("GPRMC," + time + ",A," + lat + ",N," + lon + ",E,10.0,45.0,200526,,,A");
    }

    QString fileOf(const QByteArray& text)
    {
        QFile file(m_folder.filePath(QStringLiteral("track.nmea")));
        if (!file.open(QIODevice::WriteOnly)) qFatal("cannot write the track");
        file.write(text);
        return file.fileName();
    }

private Q_SLOTS:
    void aServerIsListenedToAndFoundAgain()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        PositionSource source(m_clock);
        source.setPatience(10);
        QSignalSpy fixed(&source, &PositionSource::fixed), troubled(&source, &PositionSource::troubled);
        source.start({PositionSpec::Kind::Tcp, QStringLiteral("127.0.0.1:%1").arg(server.serverPort())});
        QTRY_VERIFY(server.hasPendingConnections());
        QTcpSocket* receiver = server.nextPendingConnection();
        receiver->write("garbage \xff\xfe $GPGGA,broken*00\r\n");
        receiver->write(second("093000.00", "2502.000", "12133.000"));
        // The next second tells the reader that the last one is complete.
        receiver->write(second("093001.00", "2502.100", "12133.000"));
        QTRY_VERIFY(source.last() && source.last()->accuracyMetres);
        const PositionFix fix = *source.last();
        QVERIFY(std::abs(fix.at.lon - 121.55) < 1e-6);
        QVERIFY(fix.at.lat > 25.033 && fix.at.lat < 25.036);
        QVERIFY2(*fix.accuracyMetres > 1 && *fix.accuracyMetres < 30, qPrintable(QString::number(*fix.accuracyMetres)));
        QCOMPARE(fix.receivedAt, m_clock.now());
        QCOMPARE(city::toIso(*fix.observedAt).left(17), QStringLiteral("2026-05-20T09:30:"));
        QVERIFY(fix.speedKmh && std::abs(*fix.speedKmh - 18.52) < 0.1);
        QVERIFY(fix.heading && std::abs(*fix.heading - 45) < 0.1);

        receiver->close();
        QTRY_VERIFY(!troubled.isEmpty() && !troubled.last()[0].value<city::Message>().isEmpty());
        QTRY_VERIFY(server.hasPendingConnections()); // It comes again by itself.
        receiver = server.nextPendingConnection();
        fixed.clear();
        receiver->write(second("093010.00", "2503.000", "12134.000") + second("093011.00", "2503.000", "12134.000"));
        QTRY_VERIFY(!fixed.isEmpty());
        QVERIFY(std::abs(source.last()->at.lat - 25.05) < 1e-6);
        QVERIFY(troubled.last()[0].value<city::Message>().isEmpty());

        source.stop();
        QVERIFY(!source.isOn() && !source.last());
        fixed.clear();
        receiver->write(second("093012.00", "2504.000", "12134.000") + second("093013.00", "2504.000", "12134.000"));
        receiver->flush();
        QTRY_COMPARE(receiver->state(), QAbstractSocket::UnconnectedState); // It has let go of the line.
        QVERIFY(fixed.isEmpty());
    }

    void aTrackIsReplayedWithItsPauses()
    {
        QByteArray track;
        for (int i = 0; i < 5; ++i)
            track += second("0930" + QByteArray::number(10 + i * 2 / 10) + "." + QByteArray::number(i * 2 % 10) + "0", "250" + QByteArray::number(i) + ".000", "12130.000");
        PositionSource source(m_clock);
        QSignalSpy fixed(&source, &PositionSource::fixed);
        QElapsedTimer took;
        took.start();
        source.start({PositionSpec::Kind::Replay, fileOf(track)});
        QTRY_VERIFY(source.last() && std::abs(source.last()->at.lat - 25.0 - 4.0 / 60) < 1e-6);
        QVERIFY2(took.elapsed() >= 400, qPrintable(QString::number(took.elapsed()))); // five fixes, a fifth of a second apart
        double last = 0;
        for (const auto& one : fixed) {
            QVERIFY(one[0].value<PositionFix>().at.lat >= last);
            last = one[0].value<PositionFix>().at.lat;
        }
    }

    void whatCannotBeReachedIsSaid()
    {
        PositionSource source(m_clock);
        QSignalSpy troubled(&source, &PositionSource::troubled);
        for (const QString& address : {QString(), QStringLiteral("nowhere"), QStringLiteral("host:port"), QStringLiteral("host:99999"), QStringLiteral(":80")}) {
            troubled.clear();
            source.start({PositionSpec::Kind::Tcp, address});
            QVERIFY2(!troubled.isEmpty() && !troubled.first()[0].value<city::Message>().isEmpty(), qPrintable(address));
        }
        troubled.clear();
        source.start({PositionSpec::Kind::Replay, m_folder.filePath(QStringLiteral("none.nmea"))});
        QCOMPARE(troubled.size(), 1);
        QVERIFY(!source.last());
    }

    void noFixIsNoPosition()
    {
        // A receiver that sees no satellites says so (status V, quality 0).
        PositionSource source(m_clock);
        QSignalSpy fixed(&source, &PositionSource::fixed);
        source.start({PositionSpec::Kind::Replay, fileOf(sentence("GPRMC,093000.00,V,,,,,,,200526,,,N") + sentence("GPGGA,093000.00,,,,,0,00,99.9,,M,,M,,") +
                                                         second("093000.40", "2502.000", "12133.000") + second("093000.60", "2502.000", "12133.000"))});
        QTRY_VERIFY(!fixed.isEmpty());
        QVERIFY(std::abs(fixed.first()[0].value<PositionFix>().at.lat - 25.0 - 2.0 / 60) < 1e-6);
    }
};

CITYOPS_TEST(QCoreApplication, PositionTest)
#include "position_test.moc"
