// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/shot.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

/// The scene with the pictures of what is seen in those of its layers that depend on it.
map::Scene filled(const ShotOrder& order)
{
    map::Scene scene = *order.scene;
    for (auto& layer : scene.layers) {
        const auto found = layer->source ? order.grounds.find(layer->source.get()) : order.grounds.end();
        if (found == order.grounds.end()) continue;
        auto seen = std::make_shared<map::LayerScene>(*layer);
        seen->pictures = found->second;
        layer = std::move(seen);
    }
    return scene;
}

/// Said to have no transparency where it has none: it is then copied to the screen, not blended.
QImage solid(QImage image, const map::Scene& scene)
{
    if (scene.ink.ground.alpha() == 255 && !image.isNull()) image.reinterpretAsFormat(QImage::Format_RGB32);
    return image;
}

bool sameScale(double a, double b)
{
    return std::abs(a / b - 1) < 1e-9;
}

} // namespace

map::View withMargin(const map::View& view, double devicePixelRatio)
{
    const double pixels = view.size.width() * view.size.height() * devicePixelRatio * devicePixelRatio;
    const double margin = pixels < 4e6 ? 0.25 : 0.1;
    map::View wide = view;
    const auto grown = [margin](int length) {
        return length + 2 * static_cast<int>(std::ceil(length * margin));
    };
    wide.size = {grown(view.size.width()), grown(view.size.height())};
    return wide;
}

ShotOrder widened(ShotOrder order, const map::View& view)
{
    order.wide = true;
    order.view = view;
    order.view.size *= 3;
    order.devicePixelRatio /= 4;
    return order;
}

bool surrounds(const ShotOrder& wide, const map::View& view)
{
    const QRectF seen = view.mapRect();
    const double across = seen.width() / 2, down = seen.height() / 2;
    const double coarser = wide.view.metresPerPixel / view.metresPerPixel;
    return coarser < 4 && wide.view.mapRect().contains(seen.adjusted(-across, -down, across, down));
}

Shot take(const ShotOrder& order, const std::atomic<bool>& cancelled)
{
    map::Scene scene = filled(order);
    // The stamp belongs to the window, not to the moving ground: the canvas writes it itself.
    scene.stamp.clear();
    scene.movers = false; // and what moves is drawn where it is just now
    if (order.basemap.empty())
        return {order, solid(map::render(scene, order.view, order.devicePixelRatio, {}, &cancelled), *order.scene)};

    map::Scene ground;
    ground.ink = scene.ink;
    auto tiles = std::make_shared<map::LayerScene>();
    tiles->pictures = order.basemap;
    ground.layers.push_back(std::move(tiles));
    QImage image = map::render(ground, order.view, order.devicePixelRatio, {}, &cancelled);
    if (cancelled || image.isNull()) return {order, image};
    mute(image, order.duotone);
    scene.ink.ground = QColor();
    const QImage data = map::render(scene, order.view, order.devicePixelRatio, {}, &cancelled);
    QPainter painter(&image);
    painter.drawImage(QPointF(0, 0), data);
    painter.end();
    return {order, solid(std::move(image), *order.scene)};
}

QRectF placeOf(const Shot& shot, const map::View& view)
{
    const map::View& taken = shot.order.view;
    const double scale = taken.metresPerPixel / view.metresPerPixel;
    const QPointF middle = view.toScreen(taken.centre);
    const QSizeF size = QSizeF(taken.size) * scale;
    QPointF corner = middle - QPointF(size.width() / 2, size.height() / 2);
    if (sameScale(taken.metresPerPixel, view.metresPerPixel)) {
        const double ratio = std::max(1.0, shot.order.devicePixelRatio);
        corner = {std::round(corner.x() * ratio) / ratio, std::round(corner.y() * ratio) / ratio};
    }
    return {corner, size};
}

bool serves(const ShotOrder& order, const map::View& view)
{
    if (!sameScale(order.view.metresPerPixel, view.metresPerPixel)) return false;
    const QRectF have = order.view.mapRect(), need = view.mapRect();
    const double slack = view.metresPerPixel; // a pixel, for the rounding of the place
    return have.adjusted(-slack, -slack, slack, slack).contains(need);
}

} // namespace widgets
