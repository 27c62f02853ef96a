// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wall/network_remote.h"
#include "tests/support/certificates.h"
#include "tests/support/test_main.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QThread>

namespace {

const QString token = QStringLiteral("a token of more than sixteen");

} // namespace

/// A wall steered over the network: by its own client, by openssl's, and by those who should not.
class NetworkRemoteTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (Certificates::program().isEmpty()) QSKIP("openssl is not installed");
        QVERIFY(m_certificates.isGood());
        QVERIFY(m_certificates.make(QStringLiteral("wall"), QStringLiteral("localhost"),
                                    QStringLiteral("DNS:localhost,IP:127.0.0.1")));
        QVERIFY(m_certificates.make(QStringLiteral("other"), QStringLiteral("elsewhere"),
                                    QStringLiteral("DNS:elsewhere.example")));
    }
    void init() { m_heard.clear(); }

    void obeysWhoKnowsTheToken()
    {
        const auto wall = listening();
        QVERIFY2(!wall->problem(), wall->problem() ? qPrintable(wall->problem()->toString()) : "");
        QCOMPARE(answerOf(*wall, token, QStringLiteral("2 next"), m_certificates.authority()),
                 QStringLiteral("done 2 next"));
        QCOMPARE(m_heard, QStringList{QStringLiteral("2 next")});
    }

    void obeysOpenssl()
    {
        const auto wall = listening();
        QCOMPARE(openssl(*wall, "token " + token.toUtf8() + "\nstate\n", {}), QByteArray("done state\n"));
        QCOMPARE(m_heard, QStringList{QStringLiteral("state")});
    }

    void speaksNoOldTls()
    {
        const auto wall = listening();
        QCOMPARE(openssl(*wall, "token " + token.toUtf8() + "\nstate\n",
                         {QStringLiteral("-tls1_1"), QStringLiteral("-cipher"),
                          QStringLiteral("ALL:@SECLEVEL=0")}),
                 QByteArray());
        QVERIFY(m_heard.isEmpty());
    }

    void heedsNobodyElse_data()
    {
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("a wrong token") << QByteArray("token a token of more than sixteeN\nacknowledge\n");
        QTest::newRow("the beginning of the token") << QByteArray("token a token\nacknowledge\n");
        QTest::newRow("more than the token") << QByteArray("token " + token.toUtf8() + "x\nacknowledge\n");
        QTest::newRow("no token") << QByteArray("\nacknowledge\n");
        QTest::newRow("only a word") << QByteArray("acknowledge\nacknowledge\n");
        QTest::newRow("a line without end") << QByteArray(20'000, 'x');
    }
    void heedsNobodyElse()
    {
        QFETCH(QByteArray, said);
        const auto wall = listening();
        QCOMPARE(openssl(*wall, said, {}), QByteArray());
        QVERIFY(m_heard.isEmpty());
    }

    void withoutTlsNothingIsHeard()
    {
        const auto wall = listening();
        QTcpSocket plain;
        plain.connectToHost(QStringLiteral("127.0.0.1"), static_cast<quint16>(wall->port()));
        QSignalSpy closed(&plain, &QTcpSocket::disconnected);
        QTRY_COMPARE(plain.state(), QAbstractSocket::ConnectedState);
        plain.write("token " + token.toUtf8() + "\nacknowledge\n");
        QVERIFY(closed.count() > 0 || closed.wait(20'000));
        QVERIFY(!plain.readAll().contains("done"));
        QVERIFY(m_heard.isEmpty());
    }

    /// Who guesses is shut out, with him everybody, for a minute; who is at the wall goes on steering it.
    void guessingEndsSoon()
    {
        const auto wall = listening();
        for (int i = 0; i < 5; ++i)
            QCOMPARE(openssl(*wall, "token guess " + QByteArray::number(i) + "\nstate\n", {}), QByteArray());
        QVERIFY(answerOf(*wall, token, QStringLiteral("state"), m_certificates.authority())
                    .startsWith(QStringLiteral("!")));
        QVERIFY(m_heard.isEmpty());
    }

    void theDeskVerifiesTheWall()
    {
        const auto wall = listening(QStringLiteral("other"));
        QVERIFY(answerOf(*wall, token, QStringLiteral("state"), m_certificates.authority())
                    .startsWith(QStringLiteral("!")));
        const auto good = listening();
        QVERIFY(answerOf(*good, token, QStringLiteral("state"),
                         m_certificates.certificate(QStringLiteral("other")))
                    .startsWith(QStringLiteral("!")));
        QVERIFY(m_heard.isEmpty());
    }

    void saysWhyItDoesNotListen_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("secret");
        QTest::addColumn<bool>("hasKey");
        QTest::newRow("no token") << QStringLiteral("127.0.0.1:0") << QString() << true;
        QTest::newRow("a short token") << QStringLiteral("127.0.0.1:0") << QStringLiteral("1234") << true;
        QTest::newRow("no key") << QStringLiteral("127.0.0.1:0") << token << false;
        QTest::newRow("no port") << QStringLiteral("127.0.0.1") << token << true;
        QTest::newRow("no address") << QStringLiteral("everywhere:7443") << token << true;
        QTest::newRow("another machine's address") << QStringLiteral("192.0.2.1:7443") << token << true;
    }
    void saysWhyItDoesNotListen()
    {
        QFETCH(QString, address);
        QFETCH(QString, secret);
        QFETCH(bool, hasKey);
        const app::NetworkRemote wall({address, m_certificates.certificate(QStringLiteral("wall")),
                                       hasKey ? m_certificates.key(QStringLiteral("wall")) : QString(),
                                       secret},
                                      [](const QString&) { return QString(); });
        QVERIFY(wall.problem());
        QVERIFY(secret.isEmpty() || !wall.problem()->toString().contains(secret));
    }

private:
    std::unique_ptr<app::NetworkRemote> listening(const QString& certificate = QStringLiteral("wall"))
    {
        return std::make_unique<app::NetworkRemote>(app::NetworkDesk{QStringLiteral("127.0.0.1:0"),
                                                                     m_certificates.certificate(certificate),
                                                                     m_certificates.key(certificate), token},
                                                    [this](const QString& words) {
                                                        m_heard << words;
                                                        return QStringLiteral("done ") + words;
                                                    });
    }

    /// What the client heard, from a thread of its own; "!" and why not.
    QString answerOf(const app::NetworkRemote& wall, const QString& secret, const QString& words,
                     const QString& authority)
    {
        QString heard;
        std::unique_ptr<QThread> desk(
            QThread::create([&, address = QStringLiteral("localhost:%1").arg(wall.port())] {
                const auto answer = app::NetworkRemote::say(address, authority, secret, words);
                heard = answer ? *answer : QStringLiteral("!") + answer.problem().toString();
            }));
        QSignalSpy ended(desk.get(), &QThread::finished);
        desk->start();
        if (ended.isEmpty()) ended.wait(60'000);
        return heard;
    }

    static QByteArray openssl(const app::NetworkRemote& wall, const QByteArray& said, const QStringList& more)
    {
        QProcess client;
        QSignalSpy ended(&client, &QProcess::finished);
        client.start(Certificates::program(),
                     QStringList{QStringLiteral("s_client"), QStringLiteral("-quiet"),
                                 QStringLiteral("-connect"),
                                 QStringLiteral("127.0.0.1:%1").arg(wall.port())} +
                         more);
        client.write(said);
        if (ended.isEmpty()) ended.wait(30'000);
        return client.readAllStandardOutput();
    }

    Certificates m_certificates;
    QStringList m_heard;
};

CITYOPS_TEST(QCoreApplication, NetworkRemoteTest)
#include "network_remote_test.moc"
