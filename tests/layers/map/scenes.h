// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/paint/painter.h"

#include <QPolygonF>

/// Small scenes on a plain plane of 200 x 200 pixels, one map metre each, x east and y south of the top left
/// corner.
namespace plane {

inline const map::View view{{100, -100}, 1, {200, 200}};

inline QPointF at(double x, double y)
{
    return {x, -y};
}

inline map::Ink ink()
{
    map::Ink ink;
    ink.ground = Qt::white;
    ink.label = Qt::black;
    ink.labelHalo = Qt::white;
    ink.noData = QColor(150, 150, 150);
    ink.stamp = QColor(200, 16, 46);
    return ink;
}

inline map::Area area(std::vector<std::vector<QPointF>> rings, QRgb fill,
                      map::DataState state = map::DataState::Current)
{
    auto shape = std::make_shared<map::AreaShape>();
    for (const auto& ring : rings)
        shape->bounds |= QPolygonF(QList<QPointF>(ring.begin(), ring.end())).boundingRect();
    shape->rings = std::move(rings);
    map::Area one;
    one.shape = shape;
    one.fill = fill;
    one.state = state;
    return one;
}

inline std::vector<QPointF> box(double x, double y, double size)
{
    return {at(x, y), at(x + size, y), at(x + size, y + size), at(x, y + size), at(x, y)};
}

inline map::Scene scene(map::LayerScene layer)
{
    map::Scene scene;
    scene.ink = ink();
    scene.layers.push_back(std::make_shared<const map::LayerScene>(std::move(layer)));
    return scene;
}

} // namespace plane
