// SPDX-License-Identifier: GPL-3.0-or-later

// Moves every point of a layer once a second and tells how long it takes from the call with the new positions to the
// pixels of the real canvas: median and worst of twenty. Prints, judges nothing. Usage: moved_points COUNT [WIDTHxHEIGHT]
#include "layers/map/kinds/bulk_build.h"
#include "widgets/map/map_canvas.h"

#include <QApplication>
#include <QElapsedTimer>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <random>

namespace {

constexpr double side = 30'000; // map metres of the square they move in
constexpr QPointF corner(13'520'000, 2'870'000);

map::BulkStyle look()
{
    map::BulkStyle style;
    style.breaks = {20, 40, 60, 80};
    style.colours = {qRgb(44, 123, 182), qRgb(171, 217, 233), qRgb(255, 255, 191), qRgb(253, 174, 97),
                     qRgb(215, 25, 28)};
    return style;
}

geo::Columns placed(std::size_t count)
{
    std::mt19937 random(1);
    std::uniform_real_distribution<double> within(0, side);
    std::uniform_real_distribution<float> value(0, 100);
    geo::Columns columns;
    for (std::size_t i = 0; i < count; ++i) {
        columns.points.x.push_back(corner.x() + within(random));
        columns.points.y.push_back(corner.y() + within(random));
        columns.points.ids.push_back(static_cast<qint64>(i));
        columns.points.values.push_back(value(random));
    }
    return columns;
}

void move(geo::Columns& columns, std::mt19937& random)
{
    std::uniform_real_distribution<double> step(-15, 15); // metres in a second
    for (std::size_t i = 0; i < columns.points.ids.size(); ++i) {
        columns.points.x[i] += step(random);
        columns.points.y[i] += step(random);
    }
}

std::shared_ptr<const map::Scene> sceneOf(const geo::Columns& columns)
{
    auto layer = std::make_shared<map::LayerScene>();
    for (auto& one : map::buildBulk({columns}))
        layer->bulk.push_back({std::move(one), look(), nullptr});
    auto scene = std::make_shared<map::Scene>();
    scene->ink.ground = Qt::white;
    scene->layers.push_back(std::move(layer));
    return scene;
}

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    const qint64 count = words.value(1).toLongLong();
    const QStringList size = words.value(2, QStringLiteral("1920x1080")).split(QLatin1Char('x'));
    if (count < 1 || size.size() != 2) {
        std::fprintf(stderr, "usage: moved_points COUNT [WIDTHxHEIGHT]\n");
        return 2;
    }
    geo::Columns columns = placed(static_cast<std::size_t>(count));
    widgets::MapCanvas canvas;
    canvas.resize(size[0].toInt(), size[1].toInt());
    map::View view;
    view.centre = corner + QPointF(side / 2, side / 2);
    view.metresPerPixel = side / canvas.height();
    canvas.setView(view);
    canvas.show();
    std::mt19937 random(2);
    std::vector<double> times;
    for (int round = 0; round < 22; ++round) {
        move(columns, random);
        QElapsedTimer timer;
        timer.start();
        canvas.setScene(sceneOf(columns));
        while (!canvas.isSharp() && timer.elapsed() < 10'000)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        canvas.repaint();
        if (round >= 2) times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6); // two to warm up
        while (timer.elapsed() < 250) // at rest until the next move
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
    }
    std::sort(times.begin(), times.end());
    std::printf("%lld points moved: median %.1f ms, worst %.1f ms from call to pixels\n", static_cast<long long>(count),
                times[times.size() / 2], times.back());
    return 0;
}
