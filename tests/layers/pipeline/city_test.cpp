// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/http_transport.h"
#include "layers/pipeline/city.h"
#include "tests/layers/feeds/nginx.h"
#include "tests/layers/pipeline/plain_format.h"
#include "tests/layers/pipeline/table_transport.h"
#include "tests/support/test_main.h"

#include <QSignalSpy>
#include <QTimer>
#include <ctime>


namespace {

feeds::FeedSpec spec(const QString& id, const QUrl& url, city::Duration every = city::Duration(60'000))
{
    feeds::FeedSpec feed;
    feed.id = id;
    feed.request.url = url;
    feed.request.every = every;
    feed.request.timeout = city::Duration(5'000);
    feed.promise.cadence = every;
    return feed;
}

double threadSeconds()
{
    timespec used{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return static_cast<double>(used.tv_sec) + static_cast<double>(used.tv_nsec) * 1e-9;
}

const QString bikes = QStringLiteral("bikes");
const QString address = QStringLiteral("https://a.tw/address");

} // namespace

class CityTest : public QObject {
    Q_OBJECT

    city::FixedClock m_clock{city::fromIso(u"2026-07-15T06:00:00Z").value()};
    TableTransport m_transport{m_clock};

    pipeline::CityParts parts(std::vector<feeds::FeedSpec> feeds)
    {
        pipeline::CityParts made;
        made.feeds = std::move(feeds);
        made.clock = &m_clock;
        made.transport = &m_transport;
        made.decode = decodePlain;
        return made;
    }
    static void settle(pipeline::City& city)
    {
        QSignalSpy settled(&city, &pipeline::City::settled);
        city.refreshAll();
        QVERIFY(settled.wait(20'000));
    }
    static const city::FeedPicture& picture(const pipeline::City& city)
    {
        return *city.snapshot()->feeds().begin()->second;
    }

private Q_SLOTS:
    void init()
    {
        m_transport.table.clear();
        m_transport.asked.clear();
    }

    void factsAreIndexedAndPublished()
    {
        m_transport.table[address] = "place 1 121.5 25.0\nvalue 1 5\n";
        pipeline::City city(parts({spec(bikes, QUrl(address))}));
        QVERIFY(city.snapshot()->feed(bikes)); // from the first moment, with nothing to say
        QVERIFY(picture(city).state.freshness(m_clock.now()) == city::Freshness::Missing);
        const auto before = city.snapshot();
        settle(city);
        const auto latest = city.snapshot()->latest({QStringLiteral("station"), QStringLiteral("1")}, bikes);
        QVERIFY(latest);
        QCOMPARE(latest.observation->value, 5.0);
        QVERIFY(before->feed(bikes)->places.empty()); // what was published is never touched
    }

    void notModifiedIsSuccess()
    {
        m_transport.table[address] = "place 1\nvalue 1 5\n";
        pipeline::City city(parts({spec(bikes, QUrl(address))}));
        settle(city);
        m_clock.set(m_clock.now() + city::Duration(60'000));
        settle(city);
        QVERIFY(picture(city).state.lastSuccess == m_clock.now());
        QCOMPARE(picture(city).observations.size(), 1u);
    }

    void refusedPayloadIsAFailureAndIsNotRemembered()
    {
        m_transport.table[address] = "place 1\nvalue 1 5\n";
        pipeline::City city(parts({spec(bikes, QUrl(address))}));
        settle(city);
        m_transport.table[address] = "<html>";
        settle(city);
        settle(city); // its ETag was not kept: still a failure, not "not modified"
        QCOMPARE(picture(city).state.failuresInARow, 2);
        QCOMPARE(picture(city).observations.size(), 1u);
        m_transport.table[address] = "place 1\nvalue 1 6\n";
        settle(city);
        QVERIFY(!picture(city).state.failure);
        QCOMPARE(picture(city).observations[0].value, 6.0);
    }

    void aCityWithoutFeedsSettles()
    {
        pipeline::City city(parts({}));
        settle(city);
    }

    void linksAreFollowedAndMerged()
    {
        m_transport.table[address] =
            "follow a.cap\nfollow https://a.tw/b.cap\nfollow a.cap\nfollow http://a.tw/plain.cap\n";
        m_transport.table[QStringLiteral("https://a.tw/a.cap")] = "alert a";
        m_transport.table[QStringLiteral("https://a.tw/b.cap")] = "alert b";
        m_transport.table[QStringLiteral("http://a.tw/plain.cap")] = "alert forged";
        auto feed = spec(QStringLiteral("alerts"), QUrl(address));
        feed.format = QStringLiteral("cap");
        pipeline::City city(parts({feed}));
        settle(city);
        QCOMPARE(picture(city).alerts.size(), 2u);
        QCOMPARE(picture(city).state.problemCount, 1);
        // Known alerts are not asked for again; one that is no longer listed is gone.
        m_transport.asked.clear();
        m_transport.table[address] = "follow b.cap\nfollow c.cap\n";
        m_transport.table[QStringLiteral("https://a.tw/c.cap")] = "alert c";
        settle(city);
        QCOMPARE(m_transport.asked, (QStringList{address, QStringLiteral("https://a.tw/c.cap")}));
        QCOMPARE(picture(city).alerts.size(), 2u);
    }

    void missingDocumentOfAnIndexLosesNothing()
    {
        m_transport.table[address] = "follow info\nfollow status\n";
        m_transport.table[QStringLiteral("https://a.tw/info")] = "place 1 121.5 25\nplace 2 121.5 25";
        m_transport.table[QStringLiteral("https://a.tw/status")] = "value 1 5\nvalue 2 6";
        pipeline::City city(parts({spec(bikes, QUrl(address))}));
        settle(city);
        QCOMPARE(picture(city).observations.size(), 2u);
        m_transport.table.remove(QStringLiteral("https://a.tw/status"));
        settle(city);
        QCOMPARE(picture(city).observations.size(), 2u);
        m_transport.table.remove(QStringLiteral("https://a.tw/info"));
        pipeline::City fresh(parts({spec(bikes, QUrl(address))}));
        settle(fresh);
        QVERIFY(picture(fresh).state.failure.has_value());
        QVERIFY(picture(fresh).state.failure->toString().contains(QLatin1String("404")));
    }

    void pagesThatPointToPages()
    {
        m_transport.table[address] = "place 1 121.5 25\nfollow page2\n";
        m_transport.table[QStringLiteral("https://a.tw/page2")] = "place 2 121.5 25\nfollow page3\n";
        // A publisher whose last page leads back to the second.
        m_transport.table[QStringLiteral("https://a.tw/page3")] = "place 3 121.5 25\nfollow page2\n";
        pipeline::City city(parts({spec(bikes, QUrl(address))}));
        settle(city);
        QCOMPARE(picture(city).places.size(), 3u);
        QCOMPARE(m_transport.asked.size(), 3);
    }

    void endlessPages()
    {
        m_transport.table[address] = "place 0 121.5 25\nfollow 1\n";
        for (int i = 1; i < 300; ++i)
            m_transport.table[QStringLiteral("https://a.tw/%1").arg(i)] =
                QStringLiteral("place %1 121.5 25\nfollow %2\n").arg(i).arg(i + 1).toUtf8();
        pipeline::City city(parts({spec(bikes, QUrl(address))}));
        settle(city);
        QCOMPARE(picture(city).places.size(), 201u);
    }

    void atMostTwoHundredDocuments()
    {
        for (int i = 0; i < 300; ++i)
            m_transport.table[address] += QByteArray("follow ") + QByteArray::number(i) + "\n";
        pipeline::City city(parts({spec(bikes, QUrl(address))}));
        settle(city);
        QCOMPARE(m_transport.asked.size(), 201);
    }

    void observationsAreRecorded()
    {
        history::HistoryStore history(QStringLiteral(":memory:"));
        m_transport.table[address] = "place 1\nvalue 1 5\nvalue 2 7\n";
        auto made = parts({spec(bikes, QUrl(address))});
        made.history = &history;
        pipeline::City city(std::move(made));
        QSignalSpy recorded(&city, &pipeline::City::recorded);
        city.refreshAll();
        QVERIFY(recorded.wait(10'000));
        QCOMPARE(recorded.at(0).at(1).toInt(), 2);
        QCOMPARE(history.latestAt(m_clock.now()).result()->size(), 2u);
    }

    void aStoreThatRefusesIsSaid()
    {
        history::HistoryStore history(QStringLiteral("/nowhere-at-all/city.sqlite"));
        m_transport.table[address] = "value 1 5\n";
        auto made = parts({spec(bikes, QUrl(address))});
        made.history = &history;
        pipeline::City city(std::move(made));
        QSignalSpy refused(&city, &pipeline::City::notRecorded);
        city.refreshAll();
        QVERIFY(refused.wait(10'000));
        QCOMPARE(picture(city).observations.size(), 1u);
    }

    void serverGoesAndComesBack()
    {
        NEED_NGINX();
        const city::SystemClock clock;
        Nginx server;
        server.write(bikes, "place 1 121.5 25\nvalue 1 5\n");
        QVERIFY(server.start());
        feeds::HttpTransport http(clock);
        auto made = parts({spec(bikes, server.url(bikes), city::Duration(400))});
        made.clock = &clock;
        made.transport = &http;
        pipeline::City city(std::move(made));
        city.start();
        QTRY_COMPARE(picture(city).observations.size(), 1u);
        server.stop();
        QTRY_VERIFY(picture(city).state.failuresInARow >= 3);
        // The picture stays and its age counts.
        QCOMPARE(picture(city).observations.size(), 1u);
        QVERIFY(picture(city).state.failure->toString().contains(QLatin1String("127.0.0.1")));
        QVERIFY(clock.now() - *picture(city).state.lastSuccess > city::Duration(0));
        server.write(bikes, "place 1 121.5 25\nvalue 1 16\n"); // nginx knows a new version by its length and second
        QVERIFY(server.start());
        // The question after the next is the latest that brings it back: the schedule never waits longer than a cadence.
        const int failuresBefore = picture(city).state.failuresInARow;
        int mostFailures = failuresBefore;
        connect(&city, &pipeline::City::published, &city,
                [&] { mostFailures = std::max(mostFailures, picture(city).state.failuresInARow); });
        QTRY_VERIFY(!picture(city).state.failure);
        QVERIFY(mostFailures <= failuresBefore + 1);
        QTRY_COMPARE(picture(city).observations[0].value, 16.0);
        city.stop();
    }

    void manyRecordsDoNotHoldTheGuiThread()
    {
        QByteArray payload;
        for (int i = 0; i < 100'000; ++i) {
            const QByteArray id = QByteArray::number(i);
            payload += "place " + id + " 121.5 25.0\nvalue " + id + " " + id + "\n";
        }
        m_transport.table[address] = payload;
        pipeline::City city(parts({spec(bikes, QUrl(address))}));
        // Counted in processor time of this thread, so that a busy machine is not taken for a busy thread.
        double before = threadSeconds(), longest = 0;
        QTimer heart;
        connect(&heart, &QTimer::timeout, this, [&] {
            const double now = threadSeconds();
            longest = std::max(longest, now - before);
            before = now;
        });
        heart.start(0);
        settle(city);
        QCOMPARE(picture(city).observations.size(), 100'000u);
        m_transport.table[address] = payload + "place x\n";
        settle(city);
        m_transport.table[address] = "<html>";
        settle(city);
        QCOMPARE(picture(city).observations.size(), 100'000u);
        m_transport.table[address] = "place x\n";
        settle(city);
        QCOMPARE(picture(city).places.size(), 1u);
        qInfo("100,000 places and as many values: the longest turn of the GUI thread took %.1f ms",
              longest * 1000);
    }
};

CITYOPS_TEST(QCoreApplication, CityTest)
#include "city_test.moc"
