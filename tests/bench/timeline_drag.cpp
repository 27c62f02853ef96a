// SPDX-License-Identifier: GPL-3.0-or-later
// Dragging the bar of time, by the real window: from the mouse that moves the hand to every view painted with the city of
// that moment as it was shown then. The pictures are half a day of the demo city, which are recorded into STORE first where
// it has none: a store of 100 million observations made by history_bench, for instance, or a new one.
// Usage: timeline_drag PACK STORE [DASHBOARD [SECONDS]]. Needs no display: QT_QPA_PLATFORM=offscreen. CITYOPS_RESOURCES
// must be set.
#include "app/shell/main_window.h"
#include "app/shell/time_travel.h"
#include "widgets/timeline/timeline_bar.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QMouseEvent>
#include <algorithm>
#include <cstdio>
#include <ctime>

namespace {

using namespace std::chrono_literals;

constexpr int rounds = 72, moveMs = 8;
constexpr city::Duration cadence = 10min;

/// Every feed once, at the time the clock says.
void ask(app::CityRun& run, bool isFirst)
{
    QEventLoop loop;
    QObject::connect(&run, &app::CityRun::settled, &loop, &QEventLoop::quit);
    if (isFirst)
        run.start(app::CityRun::Pace::Once);
    else
        run.refresh();
    loop.exec();
}

void record(const app::RunOptions& options, city::FixedClock& clock, city::Instant begin)
{
    const auto pack = app::readPack(options.pack, qEnvironmentVariable("CITYOPS_RESOURCES")).pack;
    app::RunOptions demo = options;
    demo.source = app::RunOptions::Source::Demo;
    clock.set(begin);
    app::CityRun run(pack, demo);
    for (int i = 0; i < rounds; ++i) {
        clock.set(begin + i * cadence);
        ask(run, i == 0);
    }
}

bool hasPictures(const QString& store, city::Instant at)
{
    history::HistoryStore history(store);
    const auto pictures = history.picturesAt(at).result();
    return pictures.ok() && !pictures->empty();
}

/// One picture that was painted, in milliseconds since the one before: when the first city after it was read, when its own
/// dashboard was ready, and when it was painted.
struct Frame {
    double read = 0, ready = 0, painted = 0;
    city::Instant at;
};

/// Counts the pictures that were painted, and the cities that were read for them.
class Frames : public QObject {
public:
    explicit Frames(app::MainWindow& window) : m_window(window)
    {
        window.installEventFilter(this);
        connect(window.session(), &app::Session::pictureReady, this, [this] {
            m_isNew = true;
            m_next.ready = elapsed();
        });
        connect(window.session(), &app::Session::cityShown, this, [this] {
            ++cities;
            if (m_next.read == 0) m_next.read = elapsed();
        });
    }
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() != QEvent::UpdateRequest || !m_isNew || watched != &m_window) return false;
        const auto shown = m_window.session()->city().at;
        if (!shown || shown == m_last) return false;
        m_isNew = false;
        m_last = shown;
        m_next.painted = elapsed();
        m_next.at = *shown;
        m_since.start();
        if (m_next.painted > 0) all.push_back(m_next);
        m_next = {};
        return false;
    }
    std::vector<Frame> all;
    int cities = 0;

private:
    double elapsed() const { return m_since.isValid() ? static_cast<double>(m_since.nsecsElapsed()) / 1e6 : 0; }

    app::MainWindow& m_window;
    QElapsedTimer m_since;
    Frame m_next;
    std::optional<city::Instant> m_last;
    bool m_isNew = false;
};

void mouse(QWidget& at, QEvent::Type type, QPointF where)
{
    const bool up = type == QEvent::MouseButtonRelease;
    QMouseEvent event(type, where, at.mapToGlobal(where), type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton,
                      up ? Qt::NoButton : Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&at, &event);
}

/// There and back over the recorded hours, a pixel at a time. Tells how many cities were read and what the longest were.
std::vector<double> drag(app::MainWindow& window, city::Instant begin, int seconds)
{
    widgets::TimeAxis& axis = window.frame().bar().axis();
    axis.setRange({begin, begin + rounds * cadence});
    Frames frames(window);
    const double first = axis.xOf(begin + cadence), last = axis.xOf(begin + (rounds - 1) * cadence);
    double x = first, step = 1;
    mouse(axis, QEvent::MouseButtonPress, {first, axis.height() / 2.0});
    QTimer mover;
    QEventLoop loop;
    const std::clock_t ran = std::clock();
    QElapsedTimer sinceStart;
    sinceStart.start();
    QObject::connect(&mover, &QTimer::timeout, &loop, [&] {
        if (x + step > last || x + step < first) step = -step;
        x += step;
        mouse(axis, QEvent::MouseMove, {x, axis.height() / 2.0});
        if (sinceStart.elapsed() > seconds * 1000) loop.quit();
    });
    mover.start(moveMs);
    loop.exec();
    mouse(axis, QEvent::MouseButtonRelease, {x, axis.height() / 2.0});
    std::vector<double> times;
    for (const Frame& one : frames.all)
        times.push_back(one.painted);
    std::printf("cities read: %d; processors busy: %.2f\n", frames.cities,
                static_cast<double>(std::clock() - ran) / CLOCKS_PER_SEC / (static_cast<double>(sinceStart.elapsed()) / 1e3));
    std::sort(frames.all.begin(), frames.all.end(), [](const Frame& a, const Frame& b) { return a.painted > b.painted; });
    for (std::size_t i = 0; i < std::min<std::size_t>(5, frames.all.size()); ++i)
        std::printf("longest: city after %.1f, dashboard after %.1f, painted after %.1f ms; %s\n", frames.all[i].read, frames.all[i].ready,
                    frames.all[i].painted, qPrintable(city::toIso(frames.all[i].at)));
    return times;
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    if (argc < 3) return 2;
    app::RunOptions options;
    options.pack = QString::fromLocal8Bit(argv[1]);
    options.store = QString::fromLocal8Bit(argv[2]);
    const city::Instant begin = app::DemoCity::dayStart() + 8h, end = begin + rounds * cadence;
    const auto clock = std::make_shared<city::FixedClock>(begin);
    options.clock = clock;
    if (!hasPictures(options.store, end)) record(options, *clock, begin);
    clock->set(end);
    app::Language language;
    app::MainWindow window(qEnvironmentVariable("CITYOPS_RESOURCES"), options, language, app::MainWindow::Memory::Plain);
    window.resize(1920, 1080);
    window.show();
    QEventLoop loop;
    QObject::connect(&window, &app::MainWindow::ready, &loop, &QEventLoop::quit);
    window.open(options, app::CityRun::Pace::Remembered);
    loop.exec();
    if (argc > 3) window.session()->showDashboard(QString::fromLocal8Bit(argv[3]));
    std::vector<double> times = drag(window, begin, argc > 4 ? std::atoi(argv[4]) : 15);
    if (times.empty()) return 1;
    double sum = 0;
    for (const double one : times)
        sum += one;
    std::sort(times.begin(), times.end());
    std::printf("%zu pictures painted, %.1f a second (wanted 20); median %.1f ms, p95 %.1f ms, longest %.1f ms\n", times.size(),
                1000.0 * static_cast<double>(times.size()) / sum, times[times.size() / 2], times[times.size() * 95 / 100], times.back());
    return 0;
}
