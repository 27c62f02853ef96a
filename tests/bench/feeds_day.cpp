// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/feeds/schedule.h"
#include "layers/pipeline/city.h"
#include "tests/layers/feeds/decoding.h"

#include <QCoreApplication>
#include <QPromise>
#include <QTemporaryDir>
#include <cstdio>
#include <ctime>
#include <sys/resource.h>

/// What 200 feeds of mixed cadence cost over a part of a simulated day: fetched from memory, decoded, judged, published,
/// written to a history and kept as payloads. Processor time of the whole process as a share of one core over the time
/// simulated, and the longest the GUI thread was busy without a pause. feeds_day [HOURS], two of them unless said.
namespace {

using namespace std::chrono_literals;
const city::Instant morning = *city::fromIso(u"2026-07-15T00:00:00Z");

double processSeconds()
{
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const auto seconds = [](const timeval& time) { return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec); };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

double threadSeconds()
{
    timespec used{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return static_cast<double>(used.tv_sec) + 1e-9 * static_cast<double>(used.tv_nsec);
}

/// A list of stations whose values change with the time.
class ChangingLists : public feeds::Transport {
public:
    explicit ChangingLists(const city::Clock& clock) : m_clock(clock) {}

    QFuture<feeds::FetchResponse> get(const feeds::FetchRequest& request) override
    {
        ++m_asked;
        feeds::FetchResponse response;
        response.receivedAt = m_clock.now();
        const QByteArray time =
            city::inZone(m_clock.now() - 30s, QTimeZone("Asia/Taipei"), QStringLiteral("yyyy-MM-dd HH:mm:ss")).toUtf8();
        const int places = 20 + static_cast<int>(qHash(request.feed) % 200);
        response.body.reserve(places * 110);
        for (int i = 0; i < places; ++i)
            response.body += (i == 0 ? "[{\"id\":\"s" : ",{\"id\":\"s") + QByteArray::number(i) +
                             "\",\"lon\":121.5,\"lat\":25.0,\"time\":\"" + time +
                             "\",\"bikes\":" + QByteArray::number((i * 7 + m_asked) % 100) + "}";
        response.body += "]";
        QPromise<feeds::FetchResponse> promise;
        promise.start();
        promise.addResult(response);
        promise.finish();
        return promise.future();
    }

private:
    const city::Clock& m_clock;
    int m_asked = 0;
};

std::vector<feeds::FeedSpec> manyFeeds()
{
    std::vector<feeds::FeedSpec> specs;
    const city::Duration cadences[] = {1min, 1min, 5min, 5min, 5min, 10min, 10min, 1h, 1h, 24h};
    for (int i = 0; i < 200; ++i) {
        feeds::FeedSpec feed = stationFeed("json");
        feed.id = QStringLiteral("feed%1").arg(i);
        feed.mapping.place->kind = feed.id;
        feed.request.url = QUrl(QStringLiteral("https://example.org/") + feed.id);
        feed.request.every = feed.promise.cadence = cadences[i % 10];
        specs.push_back(std::move(feed));
    }
    return specs;
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const int hours = argc > 1 ? std::max(1, atoi(argv[1])) : 2;
    QTemporaryDir folder;
    city::FixedClock clock(morning);
    ChangingLists transport(clock);
    history::HistoryStore history(folder.filePath(QStringLiteral("history.sqlite")));
    pipeline::CityParts parts;
    parts.feeds = manyFeeds();
    parts.clock = &clock;
    parts.transport = &transport;
    parts.history = &history;
    parts.healthFile = folder.filePath(QStringLiteral("health.json"));
    parts.payloadFolder = folder.filePath(QStringLiteral("payloads"));
    feeds::FeedSchedule schedule(parts.feeds, clock.now());

    double longest = 0;
    int answers = 0, waiting = 0;
    const double before = processSeconds();
    {
        pipeline::City city(parts);
        QObject::connect(&city, &pipeline::City::published, [&] {
            ++answers;
            --waiting;
        });
        while (const auto next = schedule.nextDue()) {
            if (*next > morning + hours * 1h) break;
            clock.set(std::max(clock.now(), *next));
            for (const QString& feed : schedule.due(clock.now())) {
                schedule.asked(feed, clock.now());
                schedule.succeeded(feed);
                ++waiting;
                city.refresh(feed);
            }
            while (waiting > 0) {
                const double begun = threadSeconds();
                QCoreApplication::processEvents();
                longest = std::max(longest, threadSeconds() - begun);
                timespec nap{0, 200'000};
                nanosleep(&nap, nullptr);
            }
        }
    }
    const double used = processSeconds() - before;
    std::printf("%d answers in %d h: %.1f s of processor, %.2f %% of one core; the GUI thread was busy for %.1f ms at most\n", answers,
                hours, used, 100 * used / (hours * 3600.0), 1000 * longest);
    return used < 0.1 * hours * 3600 && longest < 0.016 ? 0 : 1;
}
