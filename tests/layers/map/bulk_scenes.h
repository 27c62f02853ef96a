// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/kinds/bulk_build.h"
#include "layers/map/paint/painter.h"

#include <cmath>
#include <random>

/// Made-up columns in map metres around (1000, 1000), for tests of bulk layers.
namespace bulk {

inline geo::Columns points(int count, double side, unsigned seed = 1)
{
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> place(1000, 1000 + side);
    geo::Columns columns;
    for (int i = 0; i < count; ++i) {
        columns.points.x.push_back(place(random));
        columns.points.y.push_back(place(random));
        columns.points.ids.push_back(i + 1);
        columns.points.values.push_back(static_cast<float>(i % 100));
    }
    return columns;
}

/// Lines that wander, `corners` pieces of `length` each.
inline geo::Columns lines(int count, double side, int corners, double length, unsigned seed = 2)
{
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> place(1000, 1000 + side), turn(-0.5, 0.5), any(0, 2 * M_PI);
    geo::Columns columns;
    for (int i = 0; i < count; ++i) {
        columns.lines.features.push_back(static_cast<quint32>(columns.lines.rings.size()));
        columns.lines.rings.push_back(static_cast<quint32>(columns.lines.x.size()));
        columns.lines.ids.push_back(i + 1);
        double x = place(random), y = place(random), way = any(random);
        for (int k = 0; k <= corners; ++k) {
            columns.lines.x.push_back(x);
            columns.lines.y.push_back(y);
            way += turn(random);
            x += std::cos(way) * length;
            y += std::sin(way) * length;
        }
    }
    return columns;
}

/// Turned boxes with a hole each where `holes`, `size` wide.
inline geo::Columns boxes(int count, double side, double size, bool holes, unsigned seed = 3)
{
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> place(1000, 1000 + side), angle(0, M_PI / 2), scale(0.5, 1.5);
    geo::Columns columns;
    geo::ShapeColumns& out = columns.polygons;
    for (int i = 0; i < count; ++i) {
        out.features.push_back(static_cast<quint32>(out.rings.size()));
        out.ids.push_back(i + 1);
        const double x = place(random), y = place(random), turn = angle(random),
                     half = size * scale(random) / 2;
        for (const double share : holes ? std::vector<double>{1, 0.5} : std::vector<double>{1}) {
            out.rings.push_back(static_cast<quint32>(out.x.size()));
            for (int corner = 0; corner < 4; ++corner) {
                out.x.push_back(x + half * share * 1.414 * std::cos(turn + corner * M_PI / 2));
                out.y.push_back(y + half * share * 1.414 * std::sin(turn + corner * M_PI / 2));
            }
        }
    }
    return columns;
}

/// One ring of many corners: a coast.
inline geo::Columns coast(int corners, double radius)
{
    geo::Columns columns;
    columns.polygons.features = {0};
    columns.polygons.rings = {0};
    columns.polygons.ids = {1};
    for (int i = 0; i < corners; ++i) {
        const double angle = 2 * M_PI * i / corners;
        const double r = radius * (1 + 0.2 * std::sin(5 * angle) + 0.02 * std::sin(61 * angle) +
                                   0.002 * std::sin(977 * angle));
        columns.polygons.x.push_back(1000 + radius * 1.3 + r * std::cos(angle));
        columns.polygons.y.push_back(1000 + radius * 1.3 + r * std::sin(angle));
    }
    return columns;
}

inline std::vector<std::shared_ptr<const map::BulkLayer>> build(geo::Columns columns)
{
    std::vector<geo::Columns> parts;
    parts.push_back(std::move(columns));
    return map::buildBulk(std::move(parts));
}

inline map::Scene scene(const std::vector<std::shared_ptr<const map::BulkLayer>>& layers,
                        const map::BulkStyle& style)
{
    auto layer = std::make_shared<map::LayerScene>();
    for (const auto& one : layers)
        layer->bulk.push_back({one, style, nullptr});
    map::Scene scene;
    scene.ink.ground = Qt::white;
    scene.layers.push_back(layer);
    return scene;
}

/// Shows a square of `side` metres from (1000, 1000) in `pixels`.
inline map::View view(double side, int pixels)
{
    return {{1000 + side / 2, 1000 + side / 2}, side / pixels, {pixels, pixels}};
}

} // namespace bulk
