// SPDX-License-Identifier: GPL-3.0-or-later
// From click to every view updated, by the real window on the demo city: a walk through dashboards, districts
// and places as a person might take it. A click counts until the window shows the new picture and has
// painted. Needs no display: QT_QPA_PLATFORM=offscreen. Usage: click_views PACK [CLICKS [STORE]], or
// click_views PACK CLICKS many: the demo city's payloads with 17,500 more bike stations, and a history file
// in which each of those has 30 days, a value every three hours, and every other place its last day.
#include "app/demo/demo_city.h"
#include "app/demo/topic.h"
#include "app/shell/main_window.h"
#include "layers/history/history_store.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QTemporaryDir>
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

using namespace std::chrono_literals;

constexpr int moreStations = 17'500, days = 30;

QString stationId(int serial)
{
    return QStringLiteral("5009%1").arg(serial, 5, 10, QLatin1Char('0'));
}

/// Bike stations all over the pack, in the shape of New Taipei's feed.
QByteArray manyStations(const app::Pack& pack, city::Instant at)
{
    std::mt19937 random(5);
    std::uniform_real_distribution<double> part(-0.004, 0.004);
    const std::vector<city::Area>& areas = pack.areas->areas();
    QByteArray out = "[";
    const QByteArray time = city::inZone(at, pack.zone, QStringLiteral("yyyyMMddHHmmss")).toLatin1();
    for (int i = 0; i < moreStations; ++i) {
        const city::LonLat at_ = areas[static_cast<std::size_t>(i * 7) % areas.size()].geometry.anchor();
        out += i == 0 ? "" : ",";
        out += "{\"sno\":\"" + stationId(i).toLatin1() + "\",\"sna\":\"YouBike2.0_" + QByteArray::number(i) +
               "\",\"snaen\":\"YouBike2.0_" + QByteArray::number(i) +
               "\",\"sarea\":\"\",\"ar\":\"\",\"act\":\"1\",\"mday\":\"" + time + "\",\"lat\":\"" +
               QByteArray::number(at_.lat + part(random), 'f', 6) + "\",\"lng\":\"" +
               QByteArray::number(at_.lon + part(random), 'f', 6) + "\",\"tot\":\"30\",\"sbi\":\"" +
               QByteArray::number(i % 25) + "\",\"bemp\":\"" + QByteArray::number(30 - i % 25) + "\"}";
    }
    return out + "]";
}

void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (file.open(QIODevice::WriteOnly)) file.write(bytes);
}

/// A folder of payloads for FolderTransport, and a history file beside it.
void layOut(const std::shared_ptr<const app::Pack>& pack, const QString& folder, city::Instant at)
{
    const app::demo::World world = app::demo::makeWorld(*pack, 1);
    const city::FixedClock clock(at);
    const app::DemoCity demo(pack, clock);
    history::HistoryStore store(folder + QStringLiteral("/store.gpkg"));
    for (const app::demo::Topic& topic : app::demo::topics()) {
        QString name = QLatin1String(topic.feed);
        const bool bikes = name == QLatin1String("youbike-newtaipei");
        const city::Instant told = app::demo::onThe(topic.cadence, at);
        const QString feed = name;
        name.replace(QLatin1Char('/'), QLatin1Char('@'));
        write(folder + QLatin1Char('/') + name + QStringLiteral(".json"),
              bikes ? manyStations(*pack, told) : topic.payload(world, told));
        if (topic.observe && !bikes)
            store.append(feed, demo.past(feed, at - 24h, at, 30min)).waitForFinished();
    }
    for (city::Instant when = at - days * 24h; when < at; when += 3h) {
        std::vector<city::Observation> all;
        for (int i = 0; i < moreStations; ++i)
            all.push_back({{QStringLiteral("bike-station"), stationId(i)},
                           QStringLiteral("bikes.available"),
                           static_cast<double>((i + when.time_since_epoch().count() / 10'800'000) % 25),
                           QStringLiteral("1"),
                           when,
                           when + 1min});
        store.append(QStringLiteral("youbike-newtaipei"), std::move(all)).waitForFinished();
    }
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
    const bool many = argc > 3 && qstrcmp(argv[3], "many") == 0;
    QTemporaryDir folder;
    if (many) {
        const QString resources = qEnvironmentVariable("CITYOPS_RESOURCES");
        const auto pack = app::readPack(options.pack, resources).pack;
        if (!pack) return 2;
        options.source = app::RunOptions::Source::Replay;
        options.replay = folder.path();
        options.store = folder.path() + QStringLiteral("/store.gpkg");
        options.at = app::DemoCity::openingMoment();
        QElapsedTimer timer;
        timer.start();
        layOut(pack, folder.path(), *options.at);
        std::printf("laid out in %.1f s\n", static_cast<double>(timer.elapsed()) / 1000);
    } else if (argc > 3) {
        options.store = QString::fromLocal8Bit(argv[3]);
    }
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
