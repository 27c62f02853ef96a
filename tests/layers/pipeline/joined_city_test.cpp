// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/health/words.h"
#include "layers/pipeline/city.h"
#include "tests/layers/feeds/decoding.h"
#include "tests/layers/pipeline/table_transport.h"
#include "tests/support/test_main.h"

#include <QDir>
#include <QSignalSpy>

using namespace std::chrono_literals;

namespace {

const QString live = QStringLiteral("https://a.tw/live");
const QString list = QStringLiteral("https://a.tw/list");

QByteArray station(const char* id, int bikes)
{
    return QStringLiteral("{\"id\":\"%1\",\"time\":\"2026-07-15 13:00:00\",\"bikes\":%2}")
        .arg(QLatin1String(id))
        .arg(bikes)
        .toUtf8();
}

} // namespace

/// Feeds of several documents in a running city: joined lists, pages, and what is remembered of a payload.
class JoinedCityTest : public QObject {
    Q_OBJECT

    city::FixedClock m_clock{city::fromIso(u"2026-07-15T06:00:00Z").value()};
    std::unique_ptr<TableTransport> m_transport;

    std::unique_ptr<pipeline::City> city(feeds::FeedSpec spec)
    {
        pipeline::CityParts parts;
        parts.feeds = {std::move(spec)};
        parts.clock = &m_clock;
        parts.transport = m_transport.get();
        return std::make_unique<pipeline::City>(parts);
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
    static feeds::FeedSpec liveFeed()
    {
        feeds::FeedSpec feed = stationFeed("json");
        feed.request.url = QUrl(live);
        return feed;
    }
    static feeds::FeedSpec joinedFeed()
    {
        feeds::FeedSpec feed = liveFeed();
        feed.mapping.place->lon = named("list.x");
        feed.mapping.place->lat = named("list.y");
        feeds::Join join;
        join.name = QStringLiteral("list");
        join.request.url = QUrl(list);
        join.request.every = city::Duration(1h);
        join.format = QStringLiteral("json");
        join.layout.records = QStringLiteral("$[*]");
        join.key = named("sno");
        join.by = named("id");
        feed.joins = {join};
        return feed;
    }
    static feeds::FeedSpec pagedFeed(feeds::Paging::Way way)
    {
        feeds::FeedSpec feed = liveFeed();
        feed.mapping.place->lon = feed.mapping.place->lat = {};
        feed.mapping.records = QStringLiteral("$.rows[*]");
        feeds::Paging& pages = feed.request.pages;
        pages.way = way;
        pages.parameter = QStringLiteral("offset");
        pages.size = 2;
        pages.most = 4;
        if (way == feeds::Paging::Way::Link) pages.next = QStringLiteral("links.next");
        return feed;
    }

private Q_SLOTS:
    void init() { m_transport = std::make_unique<TableTransport>(m_clock); }

    void listComesAtItsOwnCadence()
    {
        m_transport->table = {{live, "[" + station("a", 3) + "]"},
                              {list, json("[{'sno':'a','x':121.5,'y':25.0}]")}};
        const auto running = city(joinedFeed());
        settle(*running);
        QCOMPARE(m_transport->asked, (QStringList{list, live}));
        QCOMPARE(picture(*running).places[0].at, (std::optional<city::LonLat>{{121.5, 25.0}}));
        m_clock.set(m_clock.now() + 10min);
        settle(*running);
        QCOMPARE(m_transport->asked.count(list), 1); // an hour has not passed
        m_clock.set(m_clock.now() + 1h);
        m_transport->table.remove(list); // and now it is gone: the old one is kept
        settle(*running);
        QCOMPARE(m_transport->asked.count(list), 2);
        QCOMPARE(picture(*running).places[0].at, (std::optional<city::LonLat>{{121.5, 25.0}}));
        m_clock.set(m_clock.now() + 6min);
        settle(*running);
        QCOMPARE(m_transport->asked.count(list), 3); // tried again sooner
    }

    void withoutItsListAFeedStillSpeaks()
    {
        m_transport->table = {{live, "[" + station("a", 3) + "]"}};
        const auto running = city(joinedFeed());
        settle(*running);
        QCOMPARE(picture(*running).observations.size(), std::size_t(1));
        QVERIFY(!picture(*running).state.failure);
        QCOMPARE(picture(*running).state.problemCount, 1);
    }

    void aLiveFeedAndItsSchedule()
    {
        const auto golden = [](const char* name) {
            return contentOf(QDir::cleanPath(QStringLiteral(CITYOPS_TEST_DATA "/../../../app/commands/data/decode/%1.payload")
                                 .arg(QLatin1String(name))));
        };
        m_clock.set(city::fromIso(u"2026-11-01T00:00:00Z").value());
        feeds::FeedSpec feed = standardFeed("gtfs-rt");
        feed.request.url = QUrl(live);
        feeds::Join schedule;
        schedule.name = QStringLiteral("schedule");
        schedule.format = QStringLiteral("gtfs");
        schedule.request.url = QUrl(list);
        schedule.request.every = 24h;
        feed.joins = {schedule};
        m_transport->table = {{live, golden("transit")}};
        const auto running = city(feed);
        settle(*running);
        QCOMPARE(picture(*running).vehicles.size(), std::size_t(1));
        QCOMPARE(picture(*running).vehicles[0].kind, QStringLiteral("transit-vehicle"));
        QVERIFY(picture(*running).state.problems.front().toString().contains(QStringLiteral("schedule")));
        m_transport->table.insert(list, golden("schedule"));
        m_clock.set(m_clock.now() + 3h);
        settle(*running);
        QCOMPARE(picture(*running).vehicles[0].kind, QStringLiteral("tram"));
        QCOMPARE(picture(*running).state.problemCount, 0);
        const auto asked = m_transport->asked.count(list);
        settle(*running);
        QCOMPARE(m_transport->asked.count(list), asked); // once a day is enough
    }

    void pagesByOffset()
    {
        m_transport->table = {{live + QStringLiteral("?offset=0"),
                               "{\"rows\":[" + station("a", 1) + "," + station("b", 2) + "]}"},
                              {live + QStringLiteral("?offset=2"),
                               "{\"rows\":[" + station("c", 3) + "," + station("d", 4) + "]}"},
                              {live + QStringLiteral("?offset=4"), "{\"rows\":[" + station("e", 5) + "]}"}};
        const auto running = city(pagedFeed(feeds::Paging::Way::Offset));
        settle(*running);
        QCOMPARE(m_transport->asked.size(), 3);
        QCOMPARE(picture(*running).places.size(), std::size_t(5));
        QCOMPARE(picture(*running).state.problemCount, 0);
    }

    void aMissingPageLeavesTheOthersAndTheFormerOnes()
    {
        m_transport->table = {{live + QStringLiteral("?offset=0"),
                               "{\"rows\":[" + station("a", 1) + "," + station("b", 2) + "]}"},
                              {live + QStringLiteral("?offset=2"), "{\"rows\":[" + station("c", 3) + "]}"}};
        const auto running = city(pagedFeed(feeds::Paging::Way::Offset));
        settle(*running);
        QCOMPARE(picture(*running).places.size(), std::size_t(3));
        m_transport->table.remove(live + QStringLiteral("?offset=2"));
        settle(*running);
        QCOMPARE(picture(*running).places.size(), std::size_t(3)); // a partial listing takes nothing away
        QCOMPARE(picture(*running).state.problems.front().toString(), QStringLiteral("@p2: HTTP 404"));
    }

    void pagesByLinkEndAtTheLimitAndStayAtHome()
    {
        const auto page = [](const char* id, const QString& next) {
            return "{\"links\":{\"next\":\"" + next.toUtf8() + "\"},\"rows\":[" + station(id, 1) + "]}";
        };
        m_transport->table = {
            {live, page("a", QStringLiteral("/p2"))},
            {QStringLiteral("https://a.tw/p2"), page("b", QStringLiteral("https://evil.tw/p3"))}};
        const auto away = city(pagedFeed(feeds::Paging::Way::Link));
        settle(*away);
        QCOMPARE(picture(*away).places.size(), std::size_t(2));
        QVERIFY(picture(*away).state.problems.front().toString().contains(
            QLatin1String("another host, evil.tw")));
        QVERIFY(!m_transport->asked.contains(QStringLiteral("https://evil.tw/p3")));

        m_transport->asked.clear();
        m_transport->table = {{live, page("a", QStringLiteral("/p2"))},
                              {QStringLiteral("https://a.tw/p2"), page("b", QStringLiteral("/live"))}};
        const auto circle = city(pagedFeed(feeds::Paging::Way::Link));
        settle(*circle);
        QCOMPARE(m_transport->asked.size(), 4); // the limit of the pack
        QVERIFY(picture(*circle).state.problems.back().toString().contains(
                    QLatin1String("more than the allowed 4 pages")) ||
                picture(*circle).state.problems.front().toString().contains(
                    QLatin1String("more than the allowed 4 pages")));
    }

    void whatChangedIsSaid()
    {
        feeds::FeedSpec spec = liveFeed();
        spec.mapping.place->lon = spec.mapping.place->lat = {};
        m_transport->table = {{live, "[" + station("a", 1) + "," + station("b", 1) + "]"}};
        const auto running = city(spec);
        settle(*running);
        QCOMPARE(picture(*running).state.memory.schema.fields.size(), std::size_t(3));
        QVERIFY(picture(*running).state.health.findings.empty());
        m_transport->table = {{live, "[" + station("a", 1).replace("bikes", "available") + "]"}};
        settle(*running);
        QStringList lines;
        for (const city::Finding& finding : picture(*running).state.health.findings)
            lines << feeds::words(finding.what);
        QCOMPARE(lines, (QStringList{QStringLiteral("the field bikes is gone"),
                                     QStringLiteral("the field available is new: a number"),
                                     QStringLiteral("1 of 2 places are gone, bike-station/b for one")}));
    }
};

CITYOPS_TEST(QCoreApplication, JoinedCityTest)
#include "joined_city_test.moc"
