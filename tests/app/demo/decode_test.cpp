// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/demo/demo_pack.h"

#include "layers/feeds/decoder.h"
#include "layers/feeds/join_table.h"
#include "tests/support/test_main.h"

#include <QFile>
#include <algorithm>

using namespace std::chrono_literals;

/// What the demo city says is read by the program's own decoders with the pack's own feeds, and its shortcut
/// to the past tells the same story as its payloads.
class DemoDecodeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_pack = taipei();
        QVERIFY(m_pack);
        m_city = std::make_unique<app::DemoCity>(m_pack, m_clock);
    }

    void everyPayloadIsUnderstood_data() { feedsAndTimes(); }
    void everyPayloadIsUnderstood()
    {
        QFETCH(QString, feed);
        QFETCH(int, minutes);
        const city::Instant when = at(0, minutes);
        const city::Result<feeds::Decoded> decoded = decode(feed, m_city->payload(feed, when), when);
        QVERIFY2(decoded.ok(), decoded.ok() ? "" : qPrintable(decoded.problem().toString()));
        for (const city::Problem& problem : decoded->problems)
            qWarning("%s", qPrintable(problem.toString()));
        QCOMPARE(decoded->problemCount, 0);
        if (feed == u"alerts-ncdr")
            QVERIFY(!decoded->follow.empty());
        else if (feed.startsWith(u"eoc-") && minutes != 17 * 60 + 30) // the operations centre is closed
            QCOMPARE(decoded->factCount(), 0);
        else
            QVERIFY(decoded->factCount() > 0);
    }

    void thePastIsWhatThePayloadsSaid_data() { feedsAndTimes(); }
    void thePastIsWhatThePayloadsSaid()
    {
        QFETCH(QString, feed);
        QFETCH(int, minutes);
        const city::Instant when = at(0, minutes);
        const auto said = decode(feed, m_city->payload(feed, when), when);
        QVERIFY(said.ok());
        const auto& time = m_pack->feed(feed)->mapping.time;
        if (time && time->ofAnswer) return; // a list without times has no past
        Observations expected = byPlace(said->observations);
        if (feed == u"covid-cases") { // Its payload repeats four weeks every day; the past has each day once.
            const city::Instant yesterday = at(0) - 24h;
            for (auto it = expected.begin(); it != expected.end();)
                it = it->observedAt == yesterday ? std::next(it) : expected.erase(it);
        }
        const Observations past = byPlace(m_city->past(feed, when, when + 1s, 1min));
        QCOMPARE(past.size(), expected.size());
        for (auto it = past.cbegin(); it != past.cend(); ++it) {
            QVERIFY2(expected.contains(it.key()), qPrintable(it.key()));
            const city::Observation& other = expected[it.key()];
            QVERIFY2(std::abs(it->value - other.value) < 1e-6 * (1 + std::abs(other.value)),
                     qPrintable(it.key()));
            QCOMPARE(it->unit, other.unit);
            QCOMPARE(it->place, other.place);
            QCOMPARE(it->observedAt, other.observedAt);
        }
    }

    void brokenParkingIsRefused()
    {
        const QString feed = QStringLiteral("parking-taipei-available");
        QVERIFY(!decode(feed, m_city->payload(feed, at(16, 45)), at(16, 45)).ok());
    }

    void theCloudburstIsWarnedOf()
    {
        const auto early = alertsAt(15, 0), first = alertsAt(16, 0), second = alertsAt(17, 30),
                   over = alertsAt(19, 0);
        QVERIFY(!find(early, "thunderstorm", "Alert") && find(first, "thunderstorm", "Alert"));
        const city::Alert* update = find(second, "thunderstorm", "Update");
        QVERIFY(update && !find(first, "thunderstorm", "Update"));
        const city::Alert* alert = find(second, "thunderstorm", "Alert");
        QVERIFY(alert);
        const QStringList parts = update->references.value(0).split(u',');
        QCOMPARE(parts.value(0), alert->sender);
        QCOMPARE(parts.value(1), alert->identifier);
        QCOMPARE(city::fromIso(parts.value(2)), alert->sent);
        QVERIFY(*update->infos.front().expires > at(17, 30) && *update->infos.front().expires < at(20));
        const city::Alert* cancel = find(over, "thunderstorm", "Cancel");
        QVERIFY(cancel && cancel->references.value(0).contains(update->identifier));
    }

    void alertsReachTheirDistricts()
    {
        const std::vector<city::Alert> alerts = alertsAt(17, 30);
        const city::AlertInfo& info = find(alerts, "thunderstorm", "Update")->infos.front();
        QVERIFY(std::any_of(info.areas.begin(), info.areas.end(), [](const city::AlertArea& area) {
            return area.geometry.contains({121.57, 25.03});
        }));
        QStringList names;
        for (const city::AlertArea& area : info.areas) {
            for (const auto& [name, code] : area.geocodes) {
                const int found = m_pack->areas->findByGeocode(name, code);
                QVERIFY2(found >= 0, qPrintable(code));
                names << m_pack->areas->at(found).name.in(QStringLiteral("zh_TW"));
            }
        }
        QVERIFY(names.contains(QStringLiteral("信義區")) && !names.contains(QStringLiteral("板橋區")));
        const auto exercise = std::find_if(alerts.begin(), alerts.end(),
                                           [](const city::Alert& a) { return a.status == u"Exercise"; });
        QVERIFY(exercise != alerts.end());
        for (const city::Alert& alert : alerts)
            QVERIFY(alert.note.contains(u"DEMO"));
    }

    void theEarthquakeIsReportedAfterIt()
    {
        QCOMPARE(strongest(at(10, 0)), 4.8);
        QCOMPARE(strongest(at(10, 20)), 5.1);
    }

private:
    using Observations = QMap<QString, city::Observation>;

    void feedsAndTimes()
    {
        QTest::addColumn<QString>("feed");
        QTest::addColumn<int>("minutes");
        for (const feeds::FeedSpec& feed : m_pack->feeds) {
            for (const int minutes : {3 * 60, 8 * 60 + 15, 13 * 60, 17 * 60 + 30, 23 * 60}) {
                const bool broken = feed.id == u"parking-taipei-available" && minutes == 17 * 60 + 30;
                if (!broken)
                    QTest::addRow("%s %02d:%02d", qPrintable(feed.id), minutes / 60, minutes % 60)
                        << feed.id << minutes;
            }
        }
    }

    city::Result<feeds::Decoded> decode(const QString& feed, const QByteArray& payload,
                                        city::Instant when) const
    {
        const feeds::FeedSpec& spec = *m_pack->feed(feed);
        return feeds::decode(payload, {spec, *m_pack->quantities, when, joinsOf(spec, when)});
    }

    feeds::JoinTables joinsOf(const feeds::FeedSpec& spec, city::Instant when) const
    {
        feeds::JoinTables tables;
        for (const feeds::Join& join : spec.joins) {
            const auto table = feeds::readJoinTable(joined(spec, join, when), join, spec.mapping);
            if (table) tables.push_back(std::make_shared<const feeds::JoinTable>(*table));
        }
        return tables;
    }

    QByteArray joined(const feeds::FeedSpec& spec, const feeds::Join& join, city::Instant when) const
    {
        if (join.file.isEmpty()) {
            feeds::FetchRequest request;
            request.feed = spec.id + u'@' + join.name;
            request.request = join.request;
            return m_city->getAt(request, when).result().body;
        }
        QFile file(join.file);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static Observations byPlace(const std::vector<city::Observation>& observations)
    {
        Observations found;
        for (const city::Observation& o : observations)
            found.insert(o.place.id + u' ' + o.quantity + u' ' + city::toIso(o.observedAt), o);
        return found;
    }

    /// Every message the index of that moment points to.
    std::vector<city::Alert> alertsAt(int hour, int minute)
    {
        const QString feed = QStringLiteral("alerts-ncdr");
        m_clock.set(at(hour, minute));
        std::vector<city::Alert> alerts;
        const auto index = decode(feed, m_city->payload(feed, m_clock.now()), m_clock.now());
        if (!index) return alerts;
        for (const QUrl& url : index->follow) {
            feeds::FetchRequest request;
            request.feed = feed;
            request.request.url = url;
            const feeds::FetchResponse answer = m_city->get(request).result();
            const auto message = decode(feed, answer.body, m_clock.now());
            if (message) alerts.insert(alerts.end(), message->alerts.begin(), message->alerts.end());
        }
        return alerts;
    }

    static const city::Alert* find(const std::vector<city::Alert>& alerts, const char* word,
                                   const char* msgType)
    {
        for (const city::Alert& alert : alerts) {
            if (alert.identifier.contains(QLatin1String(word)) && alert.msgType == QLatin1String(msgType))
                return &alert;
        }
        return nullptr;
    }

    double strongest(city::Instant when) const
    {
        const QString feed = QStringLiteral("quakes-cwa");
        const auto decoded = decode(feed, m_city->payload(feed, when), when);
        double most = 0;
        for (const city::Event& event : decoded->events) {
            for (const city::Observation& measure : event.measures)
                if (measure.quantity == u"quake.magnitude") most = std::max(most, measure.value);
        }
        return most;
    }

    std::shared_ptr<const app::Pack> m_pack;
    city::FixedClock m_clock{at(0)};
    std::unique_ptr<app::DemoCity> m_city;
};

CITYOPS_TEST(QCoreApplication, DemoDecodeTest)
#include "decode_test.moc"
