// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wall/wall.h"
#include "layers/alarms/rule.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <algorithm>
#include <cstdio>
#include <unistd.h>

/// A wall of the demo city that runs for days at many times its speed, with the demo's broken feeds and, by a rule of its
/// own, alarms of top priority in every rush hour: growth of memory after the first day, scenes that should have been
/// shown and were not, and how long an alarm takes from the snapshot with its facts to the painted screen.
/// alarm_soak [DAYS [SPEED]], 30 and 600 unless said. CITYOPS_RESOURCES must be set.
namespace {

using namespace std::chrono_literals;

double megabytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly)) return 0;
    return file.readAll().split(' ').value(1).toDouble() * static_cast<double>(::sysconf(_SC_PAGESIZE)) / 1e6;
}

std::shared_ptr<const app::Pack> busyPack(const std::shared_ptr<const app::Pack>& pack)
{
    auto made = std::make_shared<app::Pack>(*pack);
    auto plan = std::make_shared<alarms::Plan>(*pack->alarms);
    alarms::Rule rule;
    rule.id = QStringLiteral("rush");
    rule.title = city::LocalText(rule.id);
    rule.condition = alarms::Threshold{QStringLiteral("venue"), QStringLiteral("venue.occupancy"), alarms::Comparison::AtLeast, 45, 10};
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

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const double days = argc > 1 ? std::max(0.01, atof(argv[1])) : 30;
    QTemporaryDir folder;
    app::RunOptions options;
    options.source = app::RunOptions::Source::Demo;
    options.speed = argc > 2 ? std::max(1.0, atof(argv[2])) : 600;
    options.store = folder.filePath(QStringLiteral("soak.sqlite"));
    const QString resources = qEnvironmentVariable("CITYOPS_RESOURCES");
    const app::PackReading reading = app::readPack(resources + QStringLiteral("/packs/taipei"), resources);
    if (!reading.pack) return 2;
    app::Language language;
    const auto pack = busyPack(reading.pack);
    app::Wall wall(resources, pack, playlist(*pack), options, language, {});
    std::vector<qint64> latencies;
    QObject::connect(&wall, &app::Wall::alarmShown, &application, [&](const QString&, qint64 milliseconds) {
        if (milliseconds >= 0) latencies.push_back(milliseconds);
    });
    const city::Instant begun = wall.session().run().clock().now();
    double afterFirstDay = 0;
    int printed = 0;
    QTimer hour;
    QObject::connect(&hour, &QTimer::timeout, &application, [&] {
        const double gone = static_cast<double>((wall.session().run().clock().now() - begun).count()) / 86'400'000.0;
        if (afterFirstDay == 0 && gone >= std::min(1.0, days / 2)) afterFirstDay = megabytes();
        if (gone >= printed + 1) std::printf("day %d: %.1f MB, %d scenes, %zu alarms shown\n", ++printed, megabytes(), wall.changes(), latencies.size());
        std::fflush(stdout);
        if (gone >= days) QCoreApplication::quit();
    });
    QTimer acknowledging; // An operator who takes a quarter of an hour.
    QObject::connect(&acknowledging, &QTimer::timeout, &application, [&] { wall.steer(QStringLiteral("acknowledge")); });
    wall.start();
    hour.start(200);
    acknowledging.start(static_cast<int>(std::max(50.0, 900'000 / options.speed)));
    application.exec();
    std::sort(latencies.begin(), latencies.end());
    const auto p99 = latencies.empty() ? -1 : latencies[latencies.size() * 99 / 100];
    const double growth = afterFirstDay > 0 ? 100 * (megabytes() - afterFirstDay) / afterFirstDay : 0;
    std::printf("%.2f days at %.0fx: memory %.1f MB, %+.1f %% since the first day; %d scenes shown, %d missed; %zu alarms shown, p99 %lld ms from facts to pixels\n",
                days, options.speed, megabytes(), growth, wall.changes(), wall.missed(), latencies.size(), static_cast<long long>(p99));
    return wall.missed() == 0 && p99 < 500 && growth < 2 ? 0 : 1;
}
