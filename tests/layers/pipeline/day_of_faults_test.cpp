// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/gzip.h"
#include "layers/feeds/health/findings.h"
#include "layers/feeds/health/health_file.h"
#include "layers/feeds/health/log.h"
#include "layers/feeds/health/words.h"
#include "layers/feeds/http_transport.h"
#include "layers/pipeline/city.h"
#include "tests/layers/feeds/bombs.h"
#include "tests/layers/feeds/decoding.h"
#include "tests/layers/feeds/scripted_server.h"
#include "tests/support/test_main.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace std::chrono_literals;

namespace {

constexpr int stations = 12;
constexpr int goodRounds = 14;   ///< Enough to know what is usual.
constexpr int faultyRounds = 10; ///< A cadence each.
constexpr city::Duration cadence = 10min;
const city::Instant morning = *city::fromIso(u"2026-07-15T00:00:00Z");

/// What a publisher can do to its list of stations.
struct Payload {
    QByteArray idField = "id", bikesField = "bikes";
    double factor = 1;
    int from = 0, to = stations;
    bool far = false, twice = false, quoted = false;
    city::Duration clock{0};
    int round = 0;
    QByteArray name = "\xE8\x87\xBA\xE5\x8C\x97"; ///< 臺北
};

QByteArray listOf(const Payload& p)
{
    const city::Instant at = morning + p.round * cadence - 1min + p.clock;
    const QByteArray time =
        city::inZone(at, QTimeZone("Asia/Taipei"), QStringLiteral("yyyy-MM-dd HH:mm:ss")).toUtf8();
    const QByteArray quote = p.quoted ? "\"" : "";
    QByteArray list;
    for (int pass = 0; pass < (p.twice ? 2 : 1); ++pass) {
        for (int i = p.from; i < p.to; ++i) {
            const double bikes = p.factor * (3 + i + p.round % 3);
            list += list.isEmpty() ? "{" : ",{";
            list += "\"" + p.idField + "\":\"s" + QByteArray::number(i) +
                    "\",\"lon\":" + (p.far ? "12.5" : "121.5") + ",\"lat\":25.0,\"name\":\"" + p.name +
                    "\",\"time\":\"" + time + "\",\"" + p.bikesField + "\":" + quote + QByteArray::number(bikes) +
                    quote + "}";
        }
    }
    return "[" + list + "]";
}

/// One feed of the day: how its server misbehaves in a round, and what must be said of it.
struct Fault {
    QByteArray id;
    QString expected; ///< Part of the failure, or the code of a finding.
    int after = 1;    ///< Rounds until it must be named.
    std::function<void(QTcpSocket& socket, int round)> misbehave;
    QByteArray format = "json";
};

void sendList(QTcpSocket& socket, const QByteArray& list, const char* type = "application/json")
{
    ScriptedServer::answer(socket, QByteArray("200 OK\r\nContent-Type: ") + type, list);
}

/// A fault that is only in what the list says.
Fault lies(const char* id, const char* expected, const std::function<void(Payload&)>& lie, int after = 1)
{
    return {id, QString::fromLatin1(expected), after, [lie](QTcpSocket& socket, int round) {
                Payload payload;
                payload.round = round;
                lie(payload);
                sendList(socket, listOf(payload));
            }};
}

Fault refused(const char* id, const char* expected, const QByteArray& head, const QByteArray& body = {},
              const char* format = "json")
{
    return {id, QString::fromLatin1(expected), 1,
            [head, body](QTcpSocket& socket, int) { ScriptedServer::answer(socket, head, body); }, format};
}

Fault writes(const char* id, const char* expected, const QByteArray& bytes)
{
    return {id, QString::fromLatin1(expected), 1, [bytes](QTcpSocket& socket, int) {
                socket.write(bytes);
                socket.disconnectFromHost();
            }};
}

std::vector<Fault> transportFaults()
{
    std::vector<Fault> faults{
        refused("http-404", "HTTP 404", "404 Not Found"),
        refused("http-500", "HTTP 500", "500 Oops"),
        refused("http-503", "HTTP 503", "503 Busy\r\nRetry-After: 30"),
        refused("login-page", "a web page came instead of data: \"Login\"",
                "200 OK\r\nContent-Type: text/html", "<!DOCTYPE html><title>Login</title>"),
        refused("elsewhere", "redirects to another host", "302 Found\r\nLocation: http://127.0.0.99/"),
        refused("empty-list", "the answer was empty", "200 OK", "[]"),
        refused("entity-bomb", "document type", "200 OK",
                "<?xml version=\"1.0\"?><!DOCTYPE b [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b "
                "\"&a;&a;&a;&a;&a;&a;\">]>"
                "<Set><S><id>&b;</id></S></Set>",
                "xml"),
        refused("depth-bomb", "nested", "200 OK", QByteArray(200'000, '[') + QByteArray(200'000, ']')),
        refused("gzip-bomb", "4000000 bytes", "200 OK", gzipBomb(60'000'000)),
        refused("zip-bomb", "4000000 bytes", "200 OK", zipBomb(60'000'000)),
        writes("short-body", "closed the connection", "HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n[{"),
        writes("long-body", "",
               "HTTP/1.1 200 OK\r\nContent-Length: 4\r\nConnection: close\r\n\r\n[{\"id\":\"s1\"}]")};
    faults.push_back({"huge-body", QStringLiteral("larger than the allowed"), 1, [](QTcpSocket& socket, int) {
                          socket.write("HTTP/1.1 200 OK\r\nContent-Length: 2147483648\r\n\r\n[");
                          ScriptedServer::drip(socket);
                      }});
    faults.push_back(
        {"slow-drip", QStringLiteral("no complete answer within"), 1, [](QTcpSocket& socket, int) {
             socket.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
             ScriptedServer::drip(socket);
         }});
    faults.push_back({"circle", QStringLiteral("circle"), 1, [](QTcpSocket& socket, int) {
                          ScriptedServer::answer(socket, "302 Found\r\nLocation: /again");
                      }});
    faults.push_back({"wrong-type", QStringLiteral("content-type"), 1, [](QTcpSocket& socket, int round) {
                          Payload payload;
                          payload.round = round;
                          sendList(socket, listOf(payload), "image/png");
                      }});
    return faults;
}

std::vector<Fault> contentFaults()
{
    return {
        lies("renamed", "none of the records could be used", [](Payload& p) { p.idField = "stationId"; }),
        lies("renamed-value", "field-gone", [](Payload& p) { p.bikesField = "sbi"; }),
        lies("retyped", "field-retyped", [](Payload& p) { p.quoted = true; }),
        lies(
            "frozen", "frozen", [](Payload& p) { p.round = goodRounds; }, 7),
        lies(
            "frozen-ticking", "frozen",
            [](Payload& p) {
                p.clock = (p.round - goodRounds) * cadence;
                p.round = goodRounds;
            },
            7),
        lies("big5-as-utf8", "character-set", [](Payload& p) { p.name = "\xBB\x4F\xA5\x5F"; }),
        lies("listed-twice", "duplicates", [](Payload& p) { p.twice = true; }),
        lies("counted-twice", "doubled",
             [](Payload& p) {
                 p.factor = 2 * (3.0 + 4) / (3 + 4);
                 p.round = goodRounds - 1 + 3 * ((p.round - goodRounds + 1) / 3); // the same phase as before
             }),
        lies("far-away", "outside", [](Payload& p) { p.far = true; }),
        lies("vanished", "places-gone", [](Payload& p) { p.to = 7; }),
        lies("fewer", "count-off", [](Payload& p) { p.to = 3; }),
        lies("times-ten", "unit-jump", [](Payload& p) { p.factor = 10; }),
        lies("times-thousandth", "unit-jump", [](Payload& p) { p.factor = 0.001; }),
        lies("future", "clock-ahead", [](Payload& p) { p.clock = 8h; }),
        lies(
            "behind", "clock-behind", [](Payload& p) { p.clock = -8h; }, 4),
    };
}

} // namespace

/// A day on which every publisher but two misbehaves, each in its own way.
class DayOfFaultsTest : public QObject {
    Q_OBJECT

    city::FixedClock m_clock{morning};
    std::vector<Fault> m_faults;
    std::map<QByteArray, std::unique_ptr<ScriptedServer>> m_servers;
    int m_round = 0;
    QTemporaryDir m_folder;

    bool isFaulty() const { return m_round >= goodRounds && m_round < goodRounds + faultyRounds; }

    feeds::FeedSpec feedOf(const QByteArray& id, const QByteArray& format = "json")
    {
        auto& server = m_servers[id];
        server = std::make_unique<ScriptedServer>(QStringLiteral("127.0.0.%1").arg(m_servers.size() + 1));
        feeds::FeedSpec feed = stationFeed("json");
        feed.mapping.place->name[QString()] = named("name");
        feed.mapping.encoding = QStringLiteral("utf-8"); // as the pack believes
        feed.mapping.observe[0].most.reset();
        feed.id = QString::fromLatin1(id);
        feed.format = QString::fromLatin1(format);
        if (format == "xml") feed.mapping.records = QStringLiteral("Set/S");
        feed.request.url = server->url(QStringLiteral("/list"));
        feed.request.every = feed.promise.cadence = cadence;
        feed.request.timeout = city::Duration(1500);
        feed.request.maxBytes = 4'000'000;
        feed.promise.grace = 2min;
        return feed;
    }
    void sendGood(QTcpSocket& socket, const QByteArray& format) const
    {
        Payload payload;
        payload.round = m_round;
        if (format == "json") return sendList(socket, listOf(payload));
        const QByteArray time =
            city::inZone(m_clock.now(), QTimeZone("Asia/Taipei"), QStringLiteral("yyyy-MM-dd HH:mm:ss"))
                .toUtf8();
        sendList(socket,
                 "<Set><S><id>s1</id><lon>121.5</lon><lat>25</lat><name>x</name><time>" + time +
                     "</time><bikes>4</bikes></S></Set>",
                 "application/xml");
    }
    std::vector<feeds::FeedSpec> feeds()
    {
        std::vector<feeds::FeedSpec> specs;
        for (const Fault& fault : m_faults) {
            specs.push_back(feedOf(fault.id, fault.format));
            const auto script = [this, &fault](const QByteArray&, QTcpSocket& socket) {
                if (isFaulty())
                    fault.misbehave(socket, m_round);
                else
                    sendGood(socket, fault.format);
            };
            m_servers[fault.id]->on("/list", script);
            m_servers[fault.id]->on("/again", script);
        }
        for (const char* good : {"neighbour", "other-neighbour"}) {
            specs.push_back(feedOf(good));
            m_servers[good]->on("/list",
                                [this](const QByteArray&, QTcpSocket& socket) { sendGood(socket, "json"); });
        }
        return specs;
    }

    static QStringList namedOf(const city::FeedState& state)
    {
        QStringList said;
        if (state.failure) said << state.failure->toString();
        for (const city::Finding& one : state.health.findings) {
            if (!one.ended) said << feeds::codeOf(one.what.kind);
        }
        return said;
    }
    void checkMap(const city::CitySnapshot& snapshot) const
    {
        for (const auto& [id, picture] : snapshot.feeds()) {
            for (const city::Place& place : picture->places) {
                QVERIFY2(!place.at || (place.at->lon == 121.5 && place.at->lat == 25), qPrintable(id));
                for (const QString& text : place.name.all())
                    QVERIFY2(text == QStringLiteral("臺北") || text == QLatin1String("x"),
                             qPrintable(id + text));
            }
            for (const city::Observation& one : picture->observations) {
                QVERIFY2(one.value >= 3 && one.value <= 3 + stations + 2,
                         qPrintable(id + QString::number(one.value)));
                QVERIFY2(one.observedAt <= m_clock.now() + 2min, qPrintable(id));
            }
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_faults = transportFaults();
        for (Fault& fault : contentFaults())
            m_faults.push_back(std::move(fault));
    }

    void theDay()
    {
        feeds::HttpTransport transport(m_clock, feeds::HostLimits{4, 1ms, 1ms});
        pipeline::CityParts parts;
        parts.feeds = feeds();
        parts.clock = &m_clock;
        parts.transport = &transport;
        parts.healthFile = m_folder.filePath(QStringLiteral("health.json"));
        parts.payloadFolder = m_folder.filePath(QStringLiteral("payloads"));
        pipeline::City city(std::move(parts));
        QSignalSpy settled(&city, &pipeline::City::settled);
        for (m_round = 0; m_round < goodRounds + faultyRounds + 4; ++m_round) {
            m_clock.set(morning + m_round * cadence);
            city.refreshAll();
            QVERIFY(settled.wait(30'000));
            const auto snapshot = city.snapshot();
            checkMap(*snapshot);
            for (const char* good : {"neighbour", "other-neighbour"}) {
                const city::FeedState& state = snapshot->feed(QLatin1String(good))->state;
                QCOMPARE(namedOf(state), QStringList());
                QVERIFY(state.freshness(m_clock.now()) == city::Freshness::Fresh);
            }
            for (const Fault& fault : m_faults) {
                const city::FeedState& state = snapshot->feed(QString::fromLatin1(fault.id))->state;
                const QString said = namedOf(state).join(QStringLiteral("; "));
                const QByteArray where =
                    fault.id + " round " + QByteArray::number(m_round) + ": " + said.toUtf8();
                if (m_round < goodRounds) QVERIFY2(said.isEmpty(), where.constData());
                if (m_round >= goodRounds + fault.after && isFaulty())
                    QVERIFY2(said.contains(fault.expected) && !said.isEmpty(), where.constData());
                // Mended: the failure is over at once, findings two payloads later; a field that is new is
                // news.
                if (m_round == goodRounds + faultyRounds) QVERIFY2(!state.failure, where.constData());
                if (m_round == goodRounds + faultyRounds + 3)
                    QVERIFY2(feeds::holding(state.health.findings).empty(), where.constData());
            }
        }
    }

    void itsMemoryIsBounded()
    {
        // What is kept of each feed, after all of that, is some kilobytes.
        const QFileInfo health(m_folder.filePath(QStringLiteral("health.json")));
        QVERIFY(health.exists());
        const auto kept = feeds::readHealth(health.filePath());
        QCOMPARE(kept.size(), m_servers.size());
        QVERIFY2(health.size() < 8'000 * static_cast<qint64>(m_servers.size()),
                 qPrintable(QString::number(health.size())));
        // And the faults of the day are still told after a restart, as over.
        for (const auto& [id, one] : kept)
            QVERIFY(one.health.findings.size() <= 60 && one.health.log.quarters.size() <= 97);
        QVERIFY(kept.at(QStringLiteral("times-ten")).health.findings.front().ended);
    }
};

CITYOPS_TEST(QCoreApplication, DayOfFaultsTest)
#include "day_of_faults_test.moc"
