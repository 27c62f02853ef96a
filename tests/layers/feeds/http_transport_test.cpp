// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/http_answer.h"
#include "layers/feeds/http_transport.h"
#include "tests/layers/feeds/nginx.h"
#include "tests/support/test_main.h"

#include <QFutureWatcher>
#include <QSignalSpy>

using feeds::FetchRequest;
using feeds::FetchResponse;

namespace {

const QString locations = QStringLiteral(
    "location = /busy { add_header Retry-After 120 always; return 503 'busy'; }\n"
    "location = /away { return 302 http://localhost:9/elsewhere; }\n"
    "location = /file { return 302 file:///etc/hostname; }\n"
    "location = /moved { return 301 /bikes.json; }\n"
    "location = /circle { return 302 /circle; }\n"
    "location = /slow.json { limit_rate 100; }\n"
    "location = /keyed { if ($arg_token != 'a b&c') { return 403; } return 200 'welcome'; }\n");

} // namespace

class HttpTransportTest : public QObject {
    Q_OBJECT

    city::FixedClock m_clock{city::fromIso(u"2026-07-15T06:00:00Z").value()};
    std::unique_ptr<Nginx> m_server;
    std::unique_ptr<feeds::HttpTransport> m_transport;
    QByteArray m_bikes;

    FetchRequest request(const QString& path) const
    {
        FetchRequest asked;
        asked.feed = QStringLiteral("bikes");
        asked.request.url = m_server->url(path);
        asked.request.timeout = city::Duration(20'000);
        return asked;
    }
    FetchResponse answer(const FetchRequest& asked) const
    {
        QFutureWatcher<FetchResponse> watcher;
        QSignalSpy finished(&watcher, &QFutureWatcherBase::finished);
        watcher.setFuture(m_transport->get(asked));
        if (!watcher.isFinished()) finished.wait(30'000);
        return watcher.future().resultCount() > 0 ? watcher.result() : FetchResponse{};
    }
    static QString failureOf(const FetchResponse& response)
    {
        return response.failure ? response.failure->toString() : QString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        NEED_NGINX();
        qputenv("CITYOPS_SECRET_BIKE_KEY", "a b&c");
        m_server = std::make_unique<Nginx>(locations);
        m_bikes = "[" + QByteArray("{\"sno\":\"500101001\"},").repeated(400) + "{}]";
        m_server->write(QStringLiteral("bikes.json"), m_bikes);
        m_server->write(QStringLiteral("slow.json"), QByteArray(50'000, 'x'));
        m_server->write(QStringLiteral("bikes.json.gz"),
                        QByteArray::fromHex("1f8b08000000000000038b8e050029bb4c0d02000000"));
        m_server->write(QStringLiteral("broken.gz"), QByteArray::fromHex("1f8b0800000000000003"));
        m_server->write(QStringLiteral("blank"), {});
        QVERIFY(m_server->start());
        m_transport = std::make_unique<feeds::HttpTransport>(m_clock);
    }
    void init()
    {
        if (!m_transport) QSKIP("nginx is not installed");
    }

    void bodyThenNotModified()
    {
        auto asked = request(QStringLiteral("bikes.json"));
        const auto first = answer(asked);
        QCOMPARE(failureOf(first), QString());
        QCOMPARE(first.body, m_bikes); // sent with Content-Encoding: gzip
        QCOMPARE(first.contentType, QByteArray("application/json"));
        QVERIFY(!first.etag.isEmpty());
        QVERIFY(!first.lastModified.isEmpty());
        QVERIFY(first.receivedAt == m_clock.now());

        asked.etag = first.etag;
        asked.lastModified = first.lastModified;
        const auto second = answer(asked);
        QVERIFY(second.notModified);
        QVERIFY(second.body.isEmpty());
        QVERIFY(!second.failure);
        QTRY_VERIFY(m_server->log("access.log").contains("\"CityOps/" CITYOPS_VERSION "\""));
    }

    void gzipFileIsUnpacked()
    {
        QCOMPARE(answer(request(QStringLiteral("bikes.json.gz"))).body, QByteArray("[]"));
        QVERIFY(failureOf(answer(request(QStringLiteral("broken.gz")))).contains(QLatin1String("cut off")));
    }

    void emptyBodyIsAnAnswer()
    {
        const auto blank = answer(request(QStringLiteral("blank")));
        QVERIFY(!blank.failure);
        QVERIFY(blank.body.isEmpty());
    }

    void statusIsNamed()
    {
        QCOMPARE(failureOf(answer(request(QStringLiteral("nothing")))), QStringLiteral("HTTP 404"));
        const auto busy = answer(request(QStringLiteral("busy")));
        QCOMPARE(failureOf(busy), QStringLiteral("HTTP 503"));
        QVERIFY(busy.retryAfter == city::Duration(120'000));
    }

    void redirects()
    {
        QCOMPARE(answer(request(QStringLiteral("moved"))).body, m_bikes);
        QVERIFY(failureOf(answer(request(QStringLiteral("away"))))
                    .contains(QLatin1String("another host, localhost")));
        QVERIFY(
            failureOf(answer(request(QStringLiteral("file")))).contains(QLatin1String("not a web address")));
        QVERIFY(failureOf(answer(request(QStringLiteral("circle")))).contains(QLatin1String("circle")));
    }

    void tooLargeIsAborted()
    {
        auto asked = request(QStringLiteral("bikes.json"));
        asked.request.maxBytes = 1000; // the compressed body is smaller than this
        QCOMPARE(failureOf(answer(asked)),
                 QStringLiteral("the answer is larger than the allowed 1000 bytes"));
        asked.request.maxBytes = m_bikes.size();
        QCOMPARE(answer(asked).body, m_bikes);
        asked = request(QStringLiteral("slow.json"));
        asked.request.maxBytes = 49'999; // announced as larger: not waited for
        QVERIFY(failureOf(answer(asked)).contains(QLatin1String("49999")));
    }

    void slowAnswerIsGivenUp()
    {
        auto asked = request(QStringLiteral("slow.json"));
        asked.request.timeout = city::Duration(300);
        QCOMPARE(failureOf(answer(asked)), QStringLiteral("no complete answer within 0.3 s"));
    }

    void secretsAreFilledAndNeverShown()
    {
        auto asked = request(QString());
        asked.request.url =
            QUrl(m_server->url(QString()).toString() + QStringLiteral("keyed?token={secret:bike-key}"));
        QCOMPARE(failureOf(answer(asked)), QStringLiteral("HTTP 403")); // nginx compares the encoded form
        QTRY_VERIFY(m_server->log("access.log").contains("token=a%20b%26c"));

        asked.request.url.setPort(1); // nobody listens there
        const QString refused = failureOf(answer(asked));
        QVERIFY2(refused.contains(QLatin1String("127.0.0.1")), qPrintable(refused));
        QVERIFY(!refused.contains(QLatin1String("token")));
        QVERIFY(!refused.contains(QLatin1String("a%20b")));
    }

    void addressesFromOutsideAreNotFilled()
    {
        auto asked = request(QString());
        asked.document = FetchRequest::Document::Followed;
        asked.request.url =
            QUrl(m_server->url(QString()).toString() + QStringLiteral("keyed?leak={secret:bike-key}"));
        QCOMPARE(failureOf(answer(asked)), QStringLiteral("HTTP 403"));
        QTRY_VERIFY(m_server->log("access.log").contains("leak="));
        QVERIFY(!m_server->log("access.log").contains("leak=a%20b"));
    }

    void onlyWebAddresses()
    {
        auto asked = request(QString());
        for (const char* address :
             {"file:///etc/hostname", "ftp://127.0.0.1/x", "data:,x", "qrc:/x", "relative"}) {
            asked.request.url = QUrl(QString::fromLatin1(address));
            QVERIFY2(failureOf(answer(asked)).contains(QLatin1String("not an http")), address);
        }
    }

    void cancelledIsAborted()
    {
        auto future = m_transport->get(request(QStringLiteral("slow.json")));
        future.cancel();
        QTRY_VERIFY(future.isFinished());
        QTRY_VERIFY(m_transport->children().size() <= 1); // the access manager alone
    }

    void retryAfterForms()
    {
        const auto now = m_clock.now();
        QVERIFY(feeds::retryAfter("7", now) == city::Duration(7'000));
        QVERIFY(feeds::retryAfter("Wed, 15 Jul 2026 06:01:00 GMT", now) == city::Duration(60'000));
        QVERIFY(!feeds::retryAfter("Wed, 15 Jul 2026 05:00:00 GMT", now));
        QVERIFY(!feeds::retryAfter("soon", now));
        QVERIFY(!feeds::retryAfter("-5", now));
        QVERIFY(feeds::retryAfter("999999999999", now) == city::Duration(24 * 3600'000));
    }

    void httpsIsNotLeft()
    {
        const QUrl https(QStringLiteral("https://a.tw/x?key=k"));
        QVERIFY(feeds::redirectRefusal(https, QUrl(QStringLiteral("http://a.tw/y"))));
        QVERIFY(!feeds::redirectRefusal(https, QUrl(QStringLiteral("https://A.tw/y"))));
        QVERIFY(!feeds::redirectRefusal(QUrl(QStringLiteral("http://a.tw/x")),
                                        QUrl(QStringLiteral("https://a.tw/y"))));
    }

    void cleanupTestCase()
    {
        m_transport.reset();
        m_server.reset();
    }
};

CITYOPS_TEST(QCoreApplication, HttpTransportTest)
#include "http_transport_test.moc"
