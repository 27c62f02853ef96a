// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wall/wall.h"
#include "layers/alarms/rule.h"
#include "layers/city/memory.h"
#include "layers/history/audit_trail.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QLibrary>
#include <QTemporaryDir>
#include <QTimer>
#include <algorithm>
#include <atomic>
#include <cmath>
#include <csignal>
#include <cstdio>
#include <deque>
#include <numeric>
#include <malloc.h>
#include <sys/resource.h>
#include <unistd.h>

/// A wall of the demo city that runs for days of its own time: growth of memory after the first day, scenes
/// that should have been shown and were not, and how long an alarm takes from the snapshot with its facts to
/// the painted screen.
///
/// alarm_soak [DAYS [STEP]], 30 days in steps of 60 s unless said. CITYOPS_RESOURCES must be set. SIGTERM ends it sooner.
///
/// The clock is set by hand: a step on, and the next one once all of this one is done (feeds asked, answers
/// decoded, alarms judged and kept, pictures computed and painted; every six hours it also waits for what
/// is usual). So nothing is left out because the machine was slow, every feed is asked as often as in days that
/// take days, and it goes as fast as the machine can. Alarms of top priority come every rush hour by a rule
/// of its own. Faults: at every tenth question or so a feed fails, breaks off, tells rubbish, or tells the
/// same again; an hour a day there is no network; for 20 minutes a day the disk is full.
namespace {

using namespace std::chrono_literals;

volatile std::sig_atomic_t isStopped = 0; ///< Somebody wants the figures now (SIGTERM).

class SetClock : public city::Clock {
public:
    city::Instant now() const override { return city::Instant(city::Duration(m_now.load())); }
    void goOn(city::Duration by) { m_now += by.count(); }

private:
    std::atomic<city::Duration::rep> m_now{app::DemoCity::openingMoment().time_since_epoch().count()};
};

/// The demo city's publishers on bad days; what goes wrong is a pure function of feed and time.
class BadPublishers : public feeds::Transport {
public:
    BadPublishers(std::shared_ptr<const app::Pack> pack, const city::Clock& clock)
        : m_clock(clock), m_demo(std::move(pack), clock)
    {
    }

    QFuture<feeds::FetchResponse> get(const feeds::FetchRequest& request) override
    {
        ++asked;
        const city::Instant now = m_clock.now();
        const auto hour = std::chrono::duration_cast<std::chrono::hours>(now.time_since_epoch()).count();
        const bool noNetwork = hour % 24 == 3;
        const auto luck =
            noNetwork
                ? 0
                : qHash(request.feed, static_cast<std::size_t>(now.time_since_epoch().count() / 60'000)) % 50;
        if (luck > 4) return m_demo.get(request);
        ++spoilt;
        if (luck == 4) return m_demo.getAt(request, now - 2h);
        return m_demo.get(request).then([luck, now, feed = request.feed](feeds::FetchResponse answer) {
            if (luck == 1) answer.body.truncate(answer.body.size() / 2);
            if (luck == 2) answer.body = QByteArray(2000, '\xe9');
            if (luck == 0 || luck == 3) {
                answer = {};
                answer.failure = city::Problem{
                    feed, {}, {QT_TRANSLATE_NOOP("Message", "HTTP %1"), {QStringLiteral("503")}}};
                answer.receivedAt = now;
            }
            return answer;
        });
    }

    int asked = 0, spoilt = 0;

private:
    const city::Clock& m_clock;
    app::DemoCity m_demo;
};

constexpr std::size_t samplesKept = 60;
constexpr qint64 patienceMs = 300'000;

/// Of its own: what it maps of files is the system's to keep or drop. After what was freed is given back, as the wall does
/// every ten minutes: between, the C library keeps now more of it and now less.
double megabytes()
{
    city::giveMemoryBack();
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly)) return 0;
    const QList<QByteArray> pages = file.readAll().split(' ');
    return (pages.value(1).toDouble() - pages.value(2).toDouble()) * static_cast<double>(::sysconf(_SC_PAGESIZE)) / 1e6;
}

/// What its memory is made of: in use, given back but kept by the C library, and what of it is SQLite's.
std::string anatomy()
{
    static const auto sqliteUses = reinterpret_cast<long long (*)()>(
        QLibrary::resolve(QStringLiteral("sqlite3"), QStringLiteral("0"), "sqlite3_memory_used"));
    const struct mallinfo2 heap = mallinfo2();
    char text[120];
    std::snprintf(text, sizeof text, "%.1f MB in use, %.1f MB kept free, %.1f MB SQLite's",
                  static_cast<double>(heap.uordblks + heap.hblkhd) / 1e6, static_cast<double>(heap.fordblks) / 1e6,
                  sqliteUses ? static_cast<double>(sqliteUses()) / 1e6 : 0.0);
    return text;
}

std::shared_ptr<const app::Pack> busyPack(const std::shared_ptr<const app::Pack>& pack)
{
    auto made = std::make_shared<app::Pack>(*pack);
    auto plan = std::make_shared<alarms::Plan>(*pack->alarms);
    // Sixty forecasts an hour take most of the time of a soak and keep nothing; they have tests of their own.
    std::erase_if(plan->rules, [](const alarms::Rule& one) { return std::holds_alternative<alarms::Expected>(one.condition); });
    alarms::Rule rule;
    rule.id = QStringLiteral("rush");
    rule.title = city::LocalText(rule.id);
    rule.condition = alarms::Threshold{QStringLiteral("venue"), QStringLiteral("venue.occupancy"),
                                       alarms::Comparison::AtLeast, 45, 10};
    rule.per = QStringLiteral("place");
    rule.priority = alarms::Priority::Top;
    plan->rules.push_back(rule);
    made->alarms = plan;
    return made;
}

std::shared_ptr<const app::WallSpec> playlist(const app::Pack& pack)
{
    auto made = std::make_shared<app::WallSpec>();
    made->id = QStringLiteral("soak");
    made->alarmHolds = 30min;
    app::WallScreen screen;
    screen.screen = QStringLiteral("1");
    screen.widthMm = 1210;
    screen.alarms = true;
    for (const app::DashboardSpec& dashboard : pack.dashboards) {
        app::WallScene scene;
        scene.id = scene.dashboard = dashboard.id;
        scene.dwell = 20min;
        made->scenes.push_back(scene);
        screen.scenes << scene.id;
    }
    made->screens = {screen};
    return made;
}

/// From then on no file can be written to, or again.
void fillDisk(bool full)
{
    rlimit limit{};
    getrlimit(RLIMIT_FSIZE, &limit);
    limit.rlim_cur = full ? 1 : limit.rlim_max;
    setrlimit(RLIMIT_FSIZE, &limit);
}

/// The run, and what is seen of it.
class Soak {
public:
    Soak(const QString& resources, const std::shared_ptr<const app::Pack>& pack,
         const app::RunOptions& options, SetClock& clock, const BadPublishers& publishers)
        : m_clock(clock), m_publishers(publishers),
          m_wall(resources, pack, playlist(*pack), options, m_language, {})
    {
        QObject::connect(&m_wall, &app::Wall::alarmShown, qApp, [this](const QString&, qint64 milliseconds) {
            if (milliseconds >= 0) m_latencies.push_back(milliseconds);
        });
        QObject::connect(&m_wall, &app::Wall::sceneShown, qApp, [this] { ++m_scenes; });
        QObject::connect(&m_wall.session().alarms(), &app::AlarmRun::happened, qApp,
                         [this](const std::vector<alarms::Change>& changes) {
                             m_happened += static_cast<int>(changes.size());
                         });
    }

    /// Changes of alarms that were published.
    int happened() const { return m_happened; }

    int run(double days, city::Duration step)
    {
        m_wall.start();
        settle(city::Duration(0)); // The first answers come before time goes on.
        const auto steps =
            static_cast<qint64>(std::ceil(days * 86'400'000.0 / static_cast<double>(step.count())));
        const auto stepsADay = std::max<qint64>(1, 86'400'000 / step.count());
        qint64 done = 0;
        for (qint64 i = 1; i <= steps && !isStopped; ++i) {
            done = i;
            m_clock.goOn(step);
            fault();
            if (i % std::max<qint64>(1, 900'000 / step.count()) == 0)
                m_wall.steer(QStringLiteral("acknowledge")); // He takes a quarter of an hour.
            const int turned = m_wall.changes(), shown = m_scenes;
            settle(step);
            const bool isTaken = m_wall.steer(QStringLiteral("state")).contains(QStringLiteral(" alarm "));
            if (m_wall.changes() > turned && m_scenes == shown && !isTaken) ++m_unseen;
            sample();
            if (i == std::min(stepsADay, steps / 2)) m_firstDay = memory();
            if (i % stepsADay == 0) tell(static_cast<double>(i) / static_cast<double>(stepsADay));
        }
        fillDisk(false);
        return verdict(static_cast<double>(done) / static_cast<double>(stepsADay), step);
    }

private:
    void sample()
    {
        m_samples.push_back(megabytes());
        m_most = std::max(m_most, m_samples.back());
        if (m_samples.size() > samplesKept) m_samples.pop_front();
    }
    /// Of the last sixty steps, on the average: a single moment has more or fewer pictures under way.
    double memory() const
    {
        return m_samples.empty() ? 0
                                 : std::accumulate(m_samples.begin(), m_samples.end(), 0.0) /
                                       static_cast<double>(m_samples.size());
    }

    void fault()
    {
        const auto minute =
            std::chrono::duration_cast<std::chrono::minutes>(m_clock.now().time_since_epoch()).count() % 1440;
        const bool full = minute >= 600 && minute < 620;
        if (full != m_full) fillDisk(full);
        m_full = full;
    }

    /// Until everything of this moment is done; what is written waits at most for an hour's worth.
    void settle(city::Duration step)
    {
        app::CityRun& run = m_wall.session().run();
        run.wake();
        QElapsedTimer patience;
        patience.start();
        // Now and then the clock stands still long enough that what is usual is computed anew, as in every
        // real hour.
        m_wall.setThorough((m_hours % 6 == 0) && m_sinceWritten == city::Duration(0));
        const auto isDone = [&] { return !run.isBusy() && run.isSettled() && m_wall.isSettled(); };
        while (!isDone() && patience.elapsed() < patienceMs)
            QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
        m_hung += patience.elapsed() >= patienceMs ? 1 : 0;
        m_sinceWritten += step;
        if (m_sinceWritten < 1h) return;
        m_sinceWritten = city::Duration(0);
        ++m_hours;
        const auto written = run.history().append(QStringLiteral("soak"), {});
        while (!written.isFinished())
            QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    }

    void tell(double day)
    {
        std::printf("day %.0f after %.0f s: %.1f MB (%s), %d questions (%d spoilt), %d scenes turned to, %d "
                    "shown, %zu alarms shown\n",
                    day, static_cast<double>(m_took.elapsed()) / 1000, memory(), anatomy().c_str(), m_publishers.asked,
                    m_publishers.spoilt, m_wall.changes(), m_scenes, m_latencies.size());
        std::fflush(stdout);
    }

    int verdict(double days, city::Duration step)
    {
        std::sort(m_latencies.begin(), m_latencies.end());
        const auto p99 = m_latencies.empty() ? -1 : m_latencies[m_latencies.size() * 99 / 100];
        const double growth = m_firstDay > 0 ? 100 * (memory() - m_firstDay) / m_firstDay : 0;
        const double seconds = static_cast<double>(m_took.elapsed()) / 1000;
        std::printf("%.2f days in steps of %.0f s took %.0f s, %.0f times as fast: memory %.1f MB after the "
                    "first day, %.1f MB at the end, %+.1f %%, %.1f MB at most; "
                    "%d questions, %d of them spoilt; %d scenes turned to, %d missed, %d steps hung; "
                    "%zu alarms shown, p99 %lld ms and at most %lld ms from facts to pixels\n",
                    days, static_cast<double>(step.count()) / 1000, seconds, days * 86'400 / seconds,
                    m_firstDay, memory(), growth, m_most, m_publishers.asked, m_publishers.spoilt,
                    m_wall.changes(), missed(), m_hung, m_latencies.size(), static_cast<long long>(p99),
                    static_cast<long long>(m_latencies.empty() ? -1 : m_latencies.back()));
        return missed() == 0 && m_hung == 0 && p99 >= 0 && p99 < 500 && growth < 2 ? 0 : 1;
    }

    /// The rotation passed them over, or no picture of them came in the step they were turned to.
    int missed() const { return m_wall.missed() + m_unseen; }

    SetClock& m_clock;
    const BadPublishers& m_publishers;
    app::Language m_language;
    app::Wall m_wall;
    std::vector<qint64> m_latencies;
    QElapsedTimer m_took = [] {
        QElapsedTimer timer;
        timer.start();
        return timer;
    }();
    city::Duration m_sinceWritten{0};
    std::deque<double> m_samples;
    double m_firstDay = 0, m_most = 0;
    int m_scenes = 0, m_unseen = 0, m_hung = 0, m_happened = 0, m_hours = 0;
    bool m_full = false;
};

} // namespace

int main(int argc, char** argv)
{
    city::keepMemorySteady(); // As the wall does.
    QApplication application(argc, argv);
    std::signal(SIGTERM, [](int) { isStopped = 1; });
    std::signal(SIGXFSZ, SIG_IGN); // A full disk is said by the write that fails.
    const double days = argc > 1 ? std::max(0.01, atof(argv[1])) : 30;
    const city::Duration step = std::chrono::seconds(argc > 2 ? std::clamp(atoi(argv[2]), 1, 600) : 60);
    QTemporaryDir folder;
    const QString resources = qEnvironmentVariable("CITYOPS_RESOURCES");
    const app::PackReading reading = app::readPack(resources + QStringLiteral("/packs/taipei"), resources);
    if (!reading.pack) return 2;
    const auto pack = busyPack(reading.pack);
    const auto clock = std::make_shared<SetClock>();
    const auto publishers = std::make_shared<BadPublishers>(pack, *clock);
    app::RunOptions options;
    options.source = app::RunOptions::Source::Demo;
    options.clock = clock;
    options.transport = publishers;
    options.store = folder.filePath(QStringLiteral("soak.sqlite"));
    int status = 0, happened = 0;
    {
        Soak soak(resources, pack, options, *clock, *publishers);
        status = soak.run(days, step);
        happened = soak.happened();
    }
    const auto trail = history::AuditTrail::verify(history::trailOf(options.store));
    const bool sound = trail.ok() && trail->brokenAt == 0;
    // The first entry says that the city is invented.
    const int lost = trail.ok() ? happened + 1 - trail->entries : happened;
    std::printf("audit trail: %d entries, %s, %d lost; history %.1f MB\n", trail.ok() ? trail->entries : 0,
                sound ? "sound" : "NOT SOUND", lost, static_cast<double>(QFile(options.store).size()) / 1e6);
    return sound && lost == 0 ? status : 1;
}
