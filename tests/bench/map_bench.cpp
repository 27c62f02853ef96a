// SPDX-License-Identifier: GPL-3.0-or-later
// Milliseconds to paint 1920x1080 pictures of large made-up layers: median of seven. Prints, judges nothing.
#include "layers/geo/projection.h"
#include "layers/map/kinds/lines.h"
#include "layers/map/kinds/points.h"
#include "layers/map/kinds/polygons.h"
#include "layers/map/paint/painter.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <random>

namespace {

const city::LonLatBox taipei{121.45, 24.95, 121.67, 25.21};

city::LonLat somewhere(std::mt19937& random)
{
    std::uniform_real_distribution<double> lon(taipei.west, taipei.east), lat(taipei.south, taipei.north);
    return {lon(random), lat(random)};
}

std::shared_ptr<const map::LayerScene> manyPoints(int count)
{
    std::mt19937 random(1);
    std::vector<map::PointInput> inputs(static_cast<std::size_t>(count));
    for (map::PointInput& input : inputs) {
        input.at = somewhere(random);
        input.fill = QColor::fromHsv(static_cast<int>(random() % 6) * 60, 200, 200);
    }
    return map::points({}, inputs);
}

std::shared_ptr<const map::LayerScene> manyLines(int count)
{
    std::mt19937 random(2);
    std::vector<city::Geometry> geometries(static_cast<std::size_t>(count));
    std::vector<map::LineInput> inputs;
    for (city::Geometry& geometry : geometries) {
        city::LonLat p = somewhere(random);
        geometry.lines.resize(1);
        for (int i = 0; i < 12; ++i) {
            geometry.lines[0].push_back(p);
            p.lon += (static_cast<double>(random() % 1000) - 500) * 1e-6;
            p.lat += (static_cast<double>(random() % 1000) - 500) * 1e-6;
        }
        map::LineInput input;
        input.geometry = &geometry;
        input.colour = Qt::darkBlue;
        input.width = 1;
        inputs.push_back(input);
    }
    return map::lines({}, inputs);
}

std::shared_ptr<const map::LayerScene> heavyAreas(int count, int corners)
{
    std::mt19937 random(3);
    std::vector<map::AreaInput> inputs;
    for (int i = 0; i < count; ++i) {
        const city::LonLat middle = somewhere(random);
        city::Ring ring;
        for (int k = 0; k < corners; ++k) {
            const double angle = 2 * M_PI * k / corners;
            const double radius = 0.006 * (1 + 0.2 * std::sin(9 * angle) + 0.01 * std::sin(400 * angle));
            ring.push_back({middle.lon + radius * std::cos(angle), middle.lat + radius * std::sin(angle)});
        }
        ring.push_back(ring.front());
        city::Geometry geometry;
        geometry.polygons.push_back({{ring}});
        map::AreaInput input;
        input.shape = map::projectArea(geometry);
        input.fill = QColor(0, 114, 178, 60);
        input.outline = QColor(0, 60, 120);
        inputs.push_back(input);
    }
    return map::polygons({}, inputs);
}

void measure(const char* name, const std::shared_ptr<const map::LayerScene>& layer, double zoom)
{
    map::Scene scene;
    scene.ink.ground = Qt::white;
    scene.layers.push_back(layer);
    const map::View view = map::View::fitting(taipei, {1920, 1080}).zoomed(zoom, {960, 540});
    std::vector<double> times;
    for (int i = 0; i < 7; ++i) {
        QElapsedTimer timer;
        timer.start();
        (void)map::render(scene, view, 1);
        times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(times.begin(), times.end());
    std::printf("%-34s zoom x%-4g %8.1f ms\n", name, zoom, times[3]);
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    const auto p10 = manyPoints(10'000), p100 = manyPoints(100'000), lines = manyLines(200'000),
               areas = heavyAreas(1000, 4000);
    for (const double zoom : {1.0, 4.0}) {
        measure("10,000 points", p10, zoom);
        measure("100,000 points", p100, zoom);
        measure("200,000 lines of 12 corners, 1 px", lines, zoom);
        measure("1,000 areas of 4,000 corners", areas, zoom);
    }
    return 0;
}
