// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/paint/painter.h"

#include "layers/city/threads.h"
#include "layers/map/paint/bulk.h"
#include "layers/map/paint/furniture.h"
#include "layers/map/paint/ground.h"
#include "layers/map/paint/labels.h"
#include "layers/map/paint/strips.h"
#include "layers/map/paint/symbols.h"

#include <QPainter>
#include <QtConcurrent>
#include <algorithm>
#include <cmath>

namespace map {

namespace {

void paintGround(QPainter& painter, const Scene& scene, const View& view, const QRectF& screen, double ratio,
                 const std::atomic<bool>* cancelled)
{
    if (scene.ink.ground.isValid()) painter.fillRect(screen, scene.ink.ground);
    painter.setRenderHint(QPainter::Antialiasing);
    const Ground ground{painter, scene.ink, view, screen, ratio, cancelled};
    Sprites sprites(scene.ink, ratio);
    for (const auto& layer : scene.layers) {
        if (ground.isCancelled()) return;
        if (!isShown(*layer, view.metresPerPixel)) continue;
        paintPictures(ground, layer->pictures);
        paintBulk(ground, layer->bulk);
        paintAreas(ground, layer->areas);
        paintLines(ground, layer->lines);
        paintMarks(ground, *layer, sprites);
        paintBarbs(ground, layer->barbs);
        paintPies(ground, layer->pies);
        if (scene.movers) paintMovers(ground, layer->movers);
    }
}

void paintText(QPainter& painter, const Scene& scene, const View& view, const Furniture& furniture,
               const std::atomic<bool>* cancelled)
{
    painter.setRenderHint(QPainter::Antialiasing);
    Occupancy occupied;
    paintFurniture(painter, scene, view, furniture, occupied);
    paintLabels(painter, scene, view, occupied, cancelled);
    paintStamp(painter, scene, view.size);
}

} // namespace

void paint(QPainter& painter, const Scene& scene, const View& view, const Furniture& furniture,
           const std::atomic<bool>* cancelled)
{
    painter.save();
    const QRectF screen(QPointF(), QSizeF(view.size));
    painter.setClipRect(screen);
    paintGround(painter, scene, view, screen, painter.device()->devicePixelRatio(), cancelled);
    if (!cancelled || !*cancelled) paintText(painter, scene, view, furniture, cancelled);
    painter.restore();
}

QImage render(const Scene& scene, const View& view, double devicePixelRatio, const Furniture& furniture,
              const std::atomic<bool>* cancelled)
{
    const QSize pixels(static_cast<int>(std::lround(view.size.width() * devicePixelRatio)),
                       static_cast<int>(std::lround(view.size.height() * devicePixelRatio)));
    QImage image(pixels, QImage::Format_ARGB32_Premultiplied);
    if (image.isNull()) return image;
    image.setDevicePixelRatio(devicePixelRatio);
    const bool covered = scene.ink.ground.isValid() && scene.ink.ground.alpha() == 255;
    std::vector<Strip> strips = stripsOf(image, scene, view);
    const auto paintStrip = [&](Strip& strip) {
        city::letTheWindowGoFirst();
        if (!covered) strip.image.fill(Qt::transparent);
        const QRectF screen(0, strip.top / devicePixelRatio, view.size.width(),
                            strip.image.height() / devicePixelRatio);
        QPainter painter(&strip.image);
        painter.translate(0, -screen.top());
        paintGround(painter, scene, view, screen, devicePixelRatio, cancelled);
    };
    QtConcurrent::blockingMap(&city::paintThreads(), strips, paintStrip);
    strips.clear();
    if (cancelled && *cancelled) return image;
    QPainter painter(&image);
    paintText(painter, scene, view, furniture, cancelled);
    return image;
}

} // namespace map
