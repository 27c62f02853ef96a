// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/mqtt_transport.h"
#include "tests/layers/feeds/broker.h"
#include "tests/layers/feeds/decoding.h"
#include "tests/support/test_main.h"

#include <QFutureWatcher>
#include <QHostInfo>
#include <QSignalSpy>

using feeds::FetchRequest;
using feeds::FetchResponse;

/// Messages of a real broker as payloads of a feed.
class MqttTransportTest : public QObject {
    Q_OBJECT

    city::FixedClock m_clock{city::fromIso(u"2026-07-15T06:00:00Z").value()};
    std::unique_ptr<Broker> m_broker;
    std::unique_ptr<feeds::MqttTransport> m_transport;

    FetchRequest request(const char* feed, const char* topic, int timeout = 10'000) const
    {
        FetchRequest asked;
        asked.feed = QString::fromLatin1(feed);
        asked.request.url = QUrl(QStringLiteral("mqtt://127.0.0.1:%1").arg(m_broker->port()));
        asked.request.topic = QString::fromLatin1(topic);
        asked.request.timeout = city::Duration(timeout);
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

private Q_SLOTS:
    void initTestCase()
    {
        if (Broker::program().isEmpty()) QSKIP("mosquitto is not installed");
        m_broker = std::make_unique<Broker>();
        QVERIFY(m_broker->start());
        m_transport = std::make_unique<feeds::MqttTransport>(m_clock);
    }
    void init()
    {
        if (!m_transport) QSKIP("mosquitto is not installed");
    }
    void cleanupTestCase() { m_transport.reset(); }

    void theNewestOfOneTopic()
    {
        QVERIFY(m_broker->publish("city/bikes", "[1]"));
        const FetchRequest asked = request("bikes", "city/bikes");
        const FetchResponse first = answer(asked);
        QCOMPARE(first.body, QByteArray("[1]"));
        QVERIFY(!first.partial);
        QVERIFY(answer(asked).notModified);
        QVERIFY(m_broker->publish("city/bikes", "[1,2]"));
        FetchResponse second;
        QVERIFY(QTest::qWaitFor([&] { return !(second = answer(asked)).notModified; }));
        QCOMPARE(second.body, QByteArray("[1,2]"));
    }

    void allOfSeveralTopicsGoTheSameWay()
    {
        QVERIFY(m_broker->publish("air/a",
                                  json("{'lon':121.5,'lat':25.0,'time':'2026-07-15 10:00:00','bikes':3}")));
        QVERIFY(m_broker->publish("air/b",
                                  json("{'lon':121.6,'lat':25.1,'time':'2026-07-15 10:00:00','bikes':4}")));
        QVERIFY(m_broker->publish("air/c", "no JSON"));
        const FetchRequest asked = request("air", "air/+");
        feeds::FeedSpec feed = stationFeed("json", "$[*].payload");
        feed.mapping.place->id = named("^.topic");
        std::vector<city::Place> places;
        QVERIFY(QTest::qWaitFor([&] {
            const FetchResponse response = answer(asked);
            if (response.body.isEmpty()) return false;
            if (!response.partial) qFatal("a part was expected");
            const auto facts = decoded(feed, response.body);
            if (!facts.ok()) qFatal("%s", qPrintable(facts.problem().toString()));
            places.insert(places.end(), facts->places.begin(), facts->places.end());
            return places.size() >= 2; // what is no JSON is no record of this feed
        }));
        QCOMPARE(places[0].id.id, QStringLiteral("air/a"));
        QCOMPARE(places[1].at, (std::optional<city::LonLat>{{121.6, 25.1}}));
    }

    void silenceAndAbsence()
    {
        const FetchResponse silent = answer(request("silent", "nobody/speaks", 300));
        QVERIFY2(silent.failure->toString().startsWith(QLatin1String("no message from 127.0.0.1")),
                 qPrintable(silent.failure->toString()));
        FetchRequest absent = request("absent", "x", 300);
        absent.request.url.setPort(9);
        QVERIFY2(answer(absent).failure->toString().contains(QLatin1String("127.0.0.1")), "absent");
    }

    void aBrokerThatComesLater()
    {
        Broker late;
        QVERIFY(late.start());
        late.stop();
        FetchRequest asked = request("late", "city/late", 300);
        asked.request.url.setPort(late.port());
        QVERIFY(answer(asked).failure);
        QVERIFY(late.run());
        QVERIFY(late.publish("city/late", "[1]"));
        FetchResponse response;
        QVERIFY(QTest::qWaitFor([&] { return !(response = answer(asked)).failure; }, 20'000));
        QCOMPARE(response.body, QByteArray("[1]"));
    }

    /// The broker is at one of the addresses of a name, and not at the first.
    void everyAddressOfAName()
    {
        const QList<QHostAddress> all = QHostInfo::fromName(QStringLiteral("localhost")).addresses();
        if (all.size() < 2 || all.first() == QHostAddress(QHostAddress::LocalHost)) QSKIP("this machine's own name has one address, or the broker's first");
        QVERIFY(m_broker->publish("city/named", "[1]"));
        FetchRequest asked = request("named", "city/named", 300);
        asked.request.url.setHost(QStringLiteral("localhost"));
        FetchResponse response;
        QVERIFY(QTest::qWaitFor([&] { return !(response = answer(asked)).failure; }, 20'000));
        QCOMPARE(response.body, QByteArray("[1]"));
    }

    void aLostBrokerIsNamed()
    {
        QVERIFY(m_broker->publish("city/last", "[1]"));
        const FetchRequest asked = request("last", "city/last", 300);
        QCOMPARE(answer(asked).body, QByteArray("[1]"));
        m_broker->stop();
        QTRY_VERIFY(answer(asked).failure);
        QCOMPARE(answer(asked).failure->toString(), QStringLiteral("the connection to 127.0.0.1 is lost"));
    }
};

CITYOPS_TEST(QCoreApplication, MqttTransportTest)
#include "mqtt_transport_test.moc"
