// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/demo/demo_pack.h"

#include "tests/support/test_main.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace std::chrono_literals;

/// The transport itself: the same bytes for the same question, conditional requests, the broken feed.
class DemoCityTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_pack = taipei();
        QVERIFY(m_pack);
    }

    void startsOnAWednesdayInTaipei()
    {
        QCOMPARE(
            city::inZone(app::DemoCity::dayStart(), QTimeZone("Asia/Taipei"), QStringLiteral("dddd HH:mm")),
            QStringLiteral("Wednesday 00:00"));
        QCOMPARE(app::DemoCity::openingMoment(), at(17, 30));
    }

    void everyFeedOfThePackIsKnown()
    {
        const city::FixedClock clock(at(8));
        const app::DemoCity city(m_pack, clock);
        QVERIFY(!m_pack->feeds.empty());
        for (const feeds::FeedSpec& feed : m_pack->feeds)
            QVERIFY2(!city.payload(feed.id, at(8)).isEmpty(), qPrintable(feed.id));
        QVERIFY(city.payload(QStringLiteral("trams-atlantis"), at(8)).isEmpty());
    }

    void sameSeedSameBytes()
    {
        const city::FixedClock clock(at(8));
        const app::DemoCity one(m_pack, clock, 7), two(m_pack, clock, 7), other(m_pack, clock, 8);
        for (const feeds::FeedSpec& feed : m_pack->feeds) {
            const QByteArray bytes = one.payload(feed.id, at(8, 17));
            QVERIFY2(!bytes.isEmpty(), qPrintable(feed.id));
            QVERIFY2(bytes == two.payload(feed.id, at(8, 17)), qPrintable(feed.id));
        }
        const QString bikes = QStringLiteral("youbike-taipei");
        QVERIFY(one.payload(bikes, at(8)) != other.payload(bikes, at(8)));
        QVERIFY(one.payload(bikes, at(8)) != one.payload(bikes, at(9)));
    }

    void publishersSpeakAtSetTimes()
    {
        const city::FixedClock clock(at(8));
        const app::DemoCity city(m_pack, clock);
        const QString air = QStringLiteral("air-moenv");
        QCOMPARE(city.payload(air, at(8, 1)), city.payload(air, at(8, 59)));
        QVERIFY(city.payload(air, at(8, 59)) != city.payload(air, at(9)));
    }

    void unchangedIsNotModified()
    {
        city::FixedClock clock(at(8, 3));
        app::DemoCity city(m_pack, clock);
        feeds::FetchRequest request;
        request.feed = QStringLiteral("roads-taipei");
        const feeds::FetchResponse first = city.get(request).result();
        QVERIFY(!first.failure && !first.notModified && !first.body.isEmpty() && !first.etag.isEmpty());
        QCOMPARE(first.receivedAt, at(8, 3));
        request.etag = first.etag;
        const feeds::FetchResponse again = city.get(request).result();
        QVERIFY(again.notModified && again.body.isEmpty());
        clock.set(at(8, 5));
        const feeds::FetchResponse later = city.get(request).result();
        QVERIFY(!later.notModified && later.body != first.body);
    }

    void unknownFeedFails()
    {
        const city::FixedClock clock(at(8));
        app::DemoCity city(m_pack, clock);
        feeds::FetchRequest request;
        request.feed = QStringLiteral("trams-atlantis");
        QVERIFY(city.get(request).result().failure.has_value());
        QVERIFY(city.payload(request.feed, at(8)).isEmpty());
    }

    void parkingBreaksAndIsMended()
    {
        city::FixedClock clock(at(16, 39));
        app::DemoCity city(m_pack, clock);
        feeds::FetchRequest request;
        request.feed = QStringLiteral("parking-taipei-available");
        QVERIFY(QJsonDocument::fromJson(city.get(request).result().body).isObject());
        clock.set(at(16, 45)); // First an error page that calls itself a success ...
        const feeds::FetchResponse page = city.get(request).result();
        QVERIFY(!page.failure && page.body.startsWith("<html>"));
        clock.set(at(17, 30)); // ... then an honest refusal.
        const feeds::FetchResponse refused = city.get(request).result();
        QVERIFY(refused.failure.has_value());
        QCOMPARE(refused.failure->toString(), QStringLiteral("parking-taipei-available: HTTP 503"));
        QVERIFY(city.past(request.feed, at(16, 40), at(18, 10), 15min).empty());
        clock.set(at(18, 10));
        QVERIFY(QJsonDocument::fromJson(city.get(request).result().body).isObject());
        QVERIFY(!city.past(request.feed, at(16), at(16, 40), 15min).empty());
    }

    void rainGaugesFreezeForAWhile()
    {
        const city::FixedClock clock(at(8));
        const app::DemoCity city(m_pack, clock);
        const QString gauges = QStringLiteral("rain-taipei");
        QVERIFY(city.payload(gauges, at(15, 50)) != city.payload(gauges, at(16, 5)));
        QCOMPARE(city.payload(gauges, at(16, 5)), city.payload(gauges, at(18, 10)));
        QVERIFY(city.payload(gauges, at(18, 10)) != city.payload(gauges, at(18, 20)));
    }

    void demoIsMarkedAndCanBeAsked()
    {
        const city::FixedClock clock(at(17, 30));
        app::DemoCity city(m_pack, clock);
        QVERIFY(app::DemoCity::isDemo(&city));
        QVERIFY(!app::DemoCity::isDemo(nullptr));
        for (const char* feed :
             {"air-moenv", "rain-cwa", "quakes-cwa", "markets-taipei", "roadworks-taipei"}) {
            QByteArray bytes = city.payload(QString::fromLatin1(feed), at(12));
            if (bytes.startsWith("\xEF\xBB\xBF")) bytes.remove(0, 3);
            QVERIFY2(QJsonDocument::fromJson(bytes).object().value(QStringLiteral("demo")).toBool(), feed);
        }
    }

    /// Not a test of time: says what it cost.
    void cost()
    {
        QElapsedTimer timer;
        timer.start();
        const city::FixedClock clock(at(17, 30));
        const app::DemoCity city(m_pack, clock);
        city.payload(QStringLiteral("quakes-cwa"), at(17, 30));
        qInfo("places laid out: %lld ms", timer.restart());
        qsizetype bytes = 0;
        for (const feeds::FeedSpec& feed : m_pack->feeds)
            bytes += city.payload(feed.id, at(17, 30)).size();
        qInfo("all payloads of one moment: %lld ms, %lld bytes", timer.restart(), static_cast<qint64>(bytes));
        std::size_t count = 0;
        for (const feeds::FeedSpec& feed : m_pack->feeds)
            count += city.past(feed.id, at(17, 30) - 24h, at(17, 30), 30min).size();
        qInfo("24 h every 30 min: %lld ms, %zu observations", timer.restart(), count);
    }

private:
    std::shared_ptr<const app::Pack> m_pack;
};

CITYOPS_TEST(QCoreApplication, DemoCityTest)
#include "demo_city_test.moc"
