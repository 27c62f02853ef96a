// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/http_transport.h"
#include "tests/layers/feeds/scripted_server.h"
#include "tests/support/test_main.h"

#include <QFutureWatcher>
#include <QSignalSpy>

using feeds::FetchRequest;
using feeds::FetchResponse;

/// The proxy that the system names is asked, and only for hosts that it is meant for.
class SystemProxyTest : public QObject {
    Q_OBJECT

    city::FixedClock m_clock{city::fromIso(u"2026-07-15T06:00:00Z").value()};
    ScriptedServer m_proxy, m_server{QStringLiteral("127.0.0.2")};

    FetchResponse answer(const QUrl& url) const
    {
        feeds::HttpTransport transport(m_clock);
        FetchRequest asked;
        asked.feed = QStringLiteral("bikes");
        asked.request.url = url;
        asked.request.timeout = city::Duration(20'000);
        QFutureWatcher<FetchResponse> watcher;
        QSignalSpy finished(&watcher, &QFutureWatcherBase::finished);
        watcher.setFuture(transport.get(asked));
        if (!watcher.isFinished()) finished.wait(30'000);
        return watcher.future().resultCount() > 0 ? watcher.result() : FetchResponse{};
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("http_proxy", m_proxy.url(QString()).toEncoded());
        qputenv("no_proxy", "127.0.0.2");
        m_proxy.on("http://feeds.example/bikes.json",
                   [](const QByteArray&, QTcpSocket& socket) { ScriptedServer::answer(socket, "200 OK", "[1]"); });
        m_server.on("/near.json", [](const QByteArray&, QTcpSocket& socket) { ScriptedServer::answer(socket, "200 OK", "[2]"); });
    }

    void itIsAsked()
    {
        const FetchResponse response = answer(QUrl(QStringLiteral("http://feeds.example/bikes.json")));
        QVERIFY2(!response.failure, qPrintable(response.failure ? response.failure->toString() : QString()));
        QCOMPARE(response.body, QByteArray("[1]"));
        QCOMPARE(m_proxy.asked("http://feeds.example/bikes.json"), 1);
    }

    void itIsNotAskedForHostsThatAreLeftOut()
    {
        const FetchResponse response = answer(m_server.url(QStringLiteral("/near.json")));
        QCOMPARE(response.body, QByteArray("[2]"));
        QVERIFY2(!m_proxy.log().contains(QStringLiteral("near")), qPrintable(m_proxy.log()));
    }

    void oneThatIsNotThereIsNamed()
    {
        qputenv("http_proxy", "http://127.0.0.1:9");
        const FetchResponse response = answer(QUrl(QStringLiteral("http://feeds.example/bikes.json")));
        QVERIFY(response.failure);
        QCOMPARE(response.failure->toString(), QStringLiteral("the proxy on the way to feeds.example does not answer"));
    }
};

CITYOPS_TEST(QCoreApplication, SystemProxyTest)
#include "system_proxy_test.moc"
