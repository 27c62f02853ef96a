// SPDX-License-Identifier: GPL-3.0-or-later
// From click to every view updated, by the real window on the demo city: a walk through dashboards, districts
// and places as a person might take it. A click counts until the window shows the new picture and has
// painted. Needs no display: QT_QPA_PLATFORM=offscreen. Usage: click_views PACK [CLICKS [STORE]]
#include "app/shell/main_window.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <algorithm>
#include <cstdio>
#include <random>

namespace {

/// A focus somewhere else: now another dashboard, now an area, now a place in it.
city::Focus elsewhere(const app::Pack& pack, const city::CitySnapshot& snapshot, const city::Focus& from,
                      std::mt19937& random)
{
    const auto below = [&random](std::size_t count) {
        return std::uniform_int_distribution<std::size_t>(0, count - 1)(random);
    };
    city::Focus focus = from;
    focus.place.reset();
    switch (below(3)) {
    case 0:
        focus.dashboard = pack.dashboards[below(pack.dashboards.size())].id;
        focus.area.clear();
        break;
    case 1:
        focus.area = pack.areas->areas()[below(pack.areas->areas().size())].code;
        break;
    default:
        auto feed = snapshot.feeds().begin();
        std::advance(feed, static_cast<std::ptrdiff_t>(below(snapshot.feeds().size())));
        if (!feed->second->places.empty())
            focus.place = feed->second->places[below(feed->second->places.size())].id;
    }
    return focus;
}

double clickTo(app::MainWindow& window, const city::Focus& focus)
{
    QElapsedTimer timer;
    timer.start();
    const auto before = window.picture();
    window.session()->go(focus);
    while (window.picture() == before && timer.elapsed() < 10'000)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents(); // What the new picture has to lay out and paint.
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    if (argc < 2) return 2;
    app::RunOptions options;
    options.source = app::RunOptions::Source::Demo;
    options.pack = QString::fromLocal8Bit(argv[1]);
    options.speed = 0;
    if (argc > 3) options.store = QString::fromLocal8Bit(argv[3]);
    const int clicks = argc > 2 ? std::max(10, std::atoi(argv[2])) : 200;
    app::Language language;
    app::MainWindow window(qEnvironmentVariable("CITYOPS_RESOURCES"), options, language,
                           app::MainWindow::Memory::Plain);
    window.resize(1920, 1080);
    window.show();
    QEventLoop loop;
    QObject::connect(&window, &app::MainWindow::ready, &loop, &QEventLoop::quit);
    window.open(options, app::CityRun::Pace::Once);
    loop.exec();
    const app::Pack& pack = window.session()->pack();
    const auto snapshot = window.session()->run().snapshot();
    std::size_t places = 0;
    for (const auto& [id, feed] : snapshot->feeds())
        places += feed->places.size();
    std::mt19937 random(11);
    std::vector<double> times;
    for (int i = 0; i < clicks; ++i) {
        const city::Focus focus = elsewhere(pack, *snapshot, window.session()->focus().current(), random);
        if (focus == window.session()->focus().current()) continue;
        times.push_back(clickTo(window, focus));
    }
    std::sort(times.begin(), times.end());
    const auto at = [&times](double share) {
        return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
    };
    std::printf("%zu clicks, %zu places: median %.1f ms, p95 %.1f ms, longest %.1f ms\n", times.size(),
                places, at(0.5), at(0.95), times.back());
    return 0;
}
