// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/http_transport.h"
#include "tests/layers/feeds/bombs.h"
#include "tests/layers/feeds/decoding.h"
#include "tests/layers/feeds/nginx.h"
#include "tests/layers/feeds/scripted_server.h"
#include "tests/support/test_main.h"

#include <QFutureWatcher>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QUrlQuery>

using feeds::FetchRequest;
using feeds::FetchResponse;

/// What goes wrong on the way: each is refused with its reason, and other feeds are not disturbed.
class HttpFaultsTest : public QObject {
    Q_OBJECT

    city::FixedClock m_clock{city::fromIso(u"2026-07-15T06:00:00Z").value()};
    ScriptedServer m_server;
    std::unique_ptr<feeds::HttpTransport> m_transport;

    FetchRequest request(const QString& path, int timeout = 20'000) const
    {
        FetchRequest asked;
        asked.feed = QStringLiteral("bikes");
        asked.request.url = m_server.url(path);
        asked.request.timeout = city::Duration(timeout);
        return asked;
    }
    FetchResponse wait(const QFuture<FetchResponse>& future) const
    {
        QFutureWatcher<FetchResponse> watcher;
        QSignalSpy finished(&watcher, &QFutureWatcherBase::finished);
        watcher.setFuture(future);
        if (!watcher.isFinished()) finished.wait(30'000);
        return watcher.future().resultCount() > 0 ? watcher.result() : FetchResponse{};
    }
    FetchResponse answer(const FetchRequest& asked) const { return wait(m_transport->get(asked)); }
    QString failureOf(const FetchRequest& asked) const
    {
        const FetchResponse response = answer(asked);
        return response.failure ? response.failure->toString() : QString();
    }

private Q_SLOTS:
    void init()
    {
        m_transport =
            std::make_unique<feeds::HttpTransport>(m_clock, feeds::HostLimits{2, city::Duration(1)});
        m_server.on("/good",
                    [](const QByteArray&, QTcpSocket& s) { ScriptedServer::answer(s, "200 OK", "[]"); });
    }

    void slowDripIsGivenUp()
    {
        m_server.on("/drip", [](const QByteArray&, QTcpSocket& s) {
            s.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
            ScriptedServer::drip(s);
        });
        const auto dripping = m_transport->get(request(QStringLiteral("/drip"), 400));
        QCOMPARE(answer(request(QStringLiteral("/good"))).body, QByteArray("[]")); // beside it
        QCOMPARE(wait(dripping).failure->toString(), QStringLiteral("no complete answer within 0.4 s"));
    }

    void endlessRedirects()
    {
        m_server.on("/next", [](const QByteArray& r, QTcpSocket& s) {
            const int n = r.split(' ')[1].mid(8).toInt();
            ScriptedServer::answer(s, "302 Found\r\nLocation: /next?n=" + QByteArray::number(n + 1));
        });
        QVERIFY(failureOf(request(QStringLiteral("/next?n=0"))).contains(QLatin1String("circle")));
        QVERIFY2(m_server.asked("/next?n=5") == 1, qPrintable(m_server.log()));
        QCOMPARE(m_server.asked("/next?n=7"), 0);
    }

    void lyingLengths()
    {
        m_server.on("/more", [](const QByteArray&, QTcpSocket& s) {
            s.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n[1,2");
            s.disconnectFromHost();
        });
        QVERIFY(failureOf(request(QStringLiteral("/more"))).contains(QLatin1String("closed the connection")));
        m_server.on("/less", [](const QByteArray&, QTcpSocket& s) {
            s.write("HTTP/1.1 200 OK\r\nContent-Length: 4\r\nConnection: close\r\n\r\n[1,2,3,4]");
            s.disconnectFromHost();
        });
        const FetchResponse less = answer(request(QStringLiteral("/less")));
        QVERIFY(less.failure || less.body == "[1,2"); // and then it is JSON that was cut off
    }

    void tooMuch()
    {
        m_server.on("/announced", [](const QByteArray&, QTcpSocket& s) {
            s.write("HTTP/1.1 200 OK\r\nContent-Length: 2147483648\r\n\r\n");
            ScriptedServer::drip(s);
        });
        QCOMPARE(failureOf(request(QStringLiteral("/announced"))),
                 QStringLiteral("the answer is larger than the allowed 67108864 bytes"));
        m_server.on("/endless", [](const QByteArray&, QTcpSocket& s) {
            s.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            auto* timer = new QTimer(&s);
            QObject::connect(timer, &QTimer::timeout, &s, [&s] {
                if (s.bytesToWrite() < 1'000'000) s.write("10000\r\n" + QByteArray(65536, ' ') + "\r\n");
            });
            timer->start(0);
        });
        auto endless = request(QStringLiteral("/endless"));
        endless.request.maxBytes = 3'000'000;
        QCOMPARE(failureOf(endless), QStringLiteral("the answer is larger than the allowed 3000000 bytes"));
    }

    void gzipBombs()
    {
        const QByteArray bomb = gzipBomb(50'000'000);
        QVERIFY(bomb.size() < 60'000);
        m_server.on("/bomb.gz",
                    [bomb](const QByteArray&, QTcpSocket& s) { ScriptedServer::answer(s, "200 OK", bomb); });
        m_server.on("/bomb", [bomb](const QByteArray&, QTcpSocket& s) {
            ScriptedServer::answer(s, "200 OK\r\nContent-Encoding: gzip", bomb);
        });
        for (const char* path : {"/bomb.gz", "/bomb"}) {
            auto asked = request(QString::fromLatin1(path));
            asked.request.maxBytes = 1'000'000;
            QVERIFY2(failureOf(asked).contains(QLatin1String("1000000 bytes")), path);
        }
    }

    void aWebPageIsNoData()
    {
        m_server.on("/page", [](const QByteArray&, QTcpSocket& s) {
            ScriptedServer::answer(s, "200 OK\r\nContent-Type: text/html",
                                   "<!DOCTYPE html><title>Login</title>");
        });
        const FetchResponse page = answer(request(QStringLiteral("/page")));
        QVERIFY(!page.failure);
        const auto facts = decoded(stationFeed("json"), page.body);
        QVERIFY(!facts.ok());
        QVERIFY(facts.problem().toString().contains(QLatin1String("\"Login\"")));
    }

    void fewAtOnce()
    {
        int open = 0, mostOpen = 0;
        m_server.on("/slow", [&](const QByteArray&, QTcpSocket& s) {
            mostOpen = std::max(mostOpen, ++open);
            QTimer::singleShot(20, &s, [&] {
                --open;
                ScriptedServer::answer(s, "200 OK", "[]");
            });
        });
        QList<QFuture<FetchResponse>> all;
        for (int i = 0; i < 12; ++i)
            all << m_transport->get(request(QStringLiteral("/slow")));
        for (const auto& one : all)
            QCOMPARE(wait(one).body, QByteArray("[]"));
        QCOMPARE(m_server.asked("/slow"), 12);
        QCOMPARE(mostOpen, 2);
    }

    void aPauseHoldsTheHost()
    {
        m_server.on("/busy", [](const QByteArray&, QTcpSocket& s) {
            ScriptedServer::answer(s, "429 Too Many\r\nRetry-After: 1");
        });
        const FetchResponse busy = answer(request(QStringLiteral("/busy")));
        QVERIFY(busy.retryAfter == city::Duration(1000));
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(answer(request(QStringLiteral("/good"))).body, QByteArray("[]"));
        QVERIFY2(timer.elapsed() >= 900, qPrintable(QString::number(timer.elapsed())));
    }

    void givenUpWhileWaiting()
    {
        m_server.on("/never", [](const QByteArray&, QTcpSocket&) {});
        QList<QFuture<FetchResponse>> all;
        for (int i = 0; i < 4; ++i)
            all << m_transport->get(request(QStringLiteral("/never")));
        for (auto& one : all)
            one.cancel();
        QCOMPARE(answer(request(QStringLiteral("/good"))).body, QByteArray("[]"));
    }

    void tokens()
    {
        int given = 0;
        m_server.on("/token", [&given](const QByteArray& r, QTcpSocket& s) {
            const QUrlQuery form(QString::fromLatin1(r.mid(r.indexOf("\r\n\r\n") + 4)));
            const bool good =
                form.queryItemValue(QStringLiteral("grant_type")) == QLatin1String("client_credentials") &&
                form.queryItemValue(QStringLiteral("client_id")) == QLatin1String("me") &&
                form.queryItemValue(QStringLiteral("client_secret"), QUrl::FullyDecoded) ==
                    QLatin1String("a+b c");
            if (!good) return ScriptedServer::answer(s, "401 Unauthorized", "{\"error\":\"invalid_client\"}");
            ScriptedServer::answer(s, "200 OK",
                                   "{\"access_token\":\"t" + QByteArray::number(++given) +
                                       "\",\"expires_in\":86400}");
        });
        QByteArray accepted = "t1";
        m_server.on("/guarded", [&accepted](const QByteArray& r, QTcpSocket& s) {
            const bool good = r.contains("Bearer " + accepted + "\r\n");
            ScriptedServer::answer(s, good ? "200 OK" : "401 Unauthorized", good ? "[]" : "");
        });
        qputenv("CITYOPS_SECRET_TDX_ID", "me");
        qputenv("CITYOPS_SECRET_TDX_SECRET", "a+b c");
        auto asked = request(QStringLiteral("/guarded"));
        asked.request.credentials = feeds::Credentials{m_server.url(QStringLiteral("/token")),
                                                       QStringLiteral("{secret:tdx-id}"),
                                                       QStringLiteral("{secret:tdx-secret}"),
                                                       {}};
        const auto one = m_transport->get(asked), two = m_transport->get(asked);
        QCOMPARE(wait(one).body, QByteArray("[]"));
        QCOMPARE(wait(two).body, QByteArray("[]"));
        QCOMPARE(given, 1); // fetched once for both, and kept
        QCOMPARE(answer(asked).body, QByteArray("[]"));
        QCOMPARE(given, 1);
        accepted = "t2"; // revoked before its time
        QCOMPARE(answer(asked).body, QByteArray("[]"));
        QCOMPARE(given, 2);
        m_clock.set(m_clock.now() + std::chrono::hours(25));
        accepted = "t3";
        QCOMPARE(answer(asked).body, QByteArray("[]"));
        QCOMPARE(m_server.asked("/guarded"), 6); // five answers, one of them refused first

        accepted = "nothing";
        QCOMPARE(failureOf(asked), QStringLiteral("HTTP 401")); // once more, and no circle
        qputenv("CITYOPS_SECRET_TDX_SECRET", "wrong");
        asked.request.credentials->scope = QStringLiteral("other");
        const QString refused = failureOf(asked);
        QCOMPARE(refused, QStringLiteral("127.0.0.1 gives no token: HTTP 401 invalid_client"));
    }

    void certificates()
    {
        const QString openssl = QStandardPaths::findExecutable(QStringLiteral("openssl"));
        if (openssl.isEmpty() || Nginx::program().isEmpty()) QSKIP("openssl or nginx is not installed");
        QTemporaryDir folder;
        const QString key = folder.filePath(QStringLiteral("key.pem")),
                      cert = folder.filePath(QStringLiteral("cert.pem"));
        QCOMPARE(QProcess::execute(openssl,
                                   {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                                    QStringLiteral("rsa:2048"), QStringLiteral("-nodes"),
                                    QStringLiteral("-days"), QStringLiteral("3650"), QStringLiteral("-subj"),
                                    QStringLiteral("/CN=localhost"), QStringLiteral("-addext"),
                                    QStringLiteral("subjectAltName=IP:127.0.0.1"), QStringLiteral("-keyout"),
                                    key, QStringLiteral("-out"), cert}),
                 0);
        Nginx server(QStringLiteral("location /x { return 200 '[]'; }"),
                     QStringLiteral("ssl http2; ssl_certificate %1; ssl_certificate_key %2").arg(cert, key));
        QVERIFY(server.start());
        FetchRequest asked;
        asked.feed = QStringLiteral("x");
        asked.request.url = server.url(QStringLiteral("x"));
        asked.request.url.setScheme(QStringLiteral("https"));
        QCOMPARE(failureOf(asked), QStringLiteral("the certificate of 127.0.0.1 could not be verified"));
        asked.request.caFile = cert;
        const FetchResponse trusted = answer(asked);
        QCOMPARE(trusted.failure ? trusted.failure->toString() : QString(), QString());
        QCOMPARE(trusted.body, QByteArray("[]"));
        QTRY_VERIFY2(server.log("access.log").contains("HTTP/2.0"), server.log("access.log").constData());
        asked.request.caFile = key;
        QVERIFY(failureOf(asked).contains(QLatin1String("holds no certificate")));
    }
};

CITYOPS_TEST(QCoreApplication, HttpFaultsTest)
#include "http_faults_test.moc"
