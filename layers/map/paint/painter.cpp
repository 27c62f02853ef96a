// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/paint/painter.h"

#include "layers/city/threads.h"
#include "layers/geo/unset.h"
#include "layers/map/paint/bulk.h"
#include "layers/map/paint/furniture.h"
#include "layers/map/paint/ground.h"
#include "layers/map/paint/labels.h"
#include "layers/map/paint/strips.h"
#include "layers/map/paint/symbols.h"

#include <QCoreApplication>
#include <QPainter>
#include <QtConcurrent>
#include <algorithm>
#include <cmath>
#include <limits>

namespace map {

namespace {

void paintGround(QPainter& painter, const Scene& scene, const View& view, const QRectF& screen, double ratio,
                 const std::atomic<bool>* cancelled)
{
    if (scene.ink.ground.isValid()) painter.fillRect(screen.adjusted(-1, -1, 1, 1), scene.ink.ground);
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

// In a command of the pages of large arrays: the first touch of a screen in those of four kilobytes costs as much as a
// light layer on it. Not in a window: while the system makes room for large pages, its thread may have to wait. Null
// without the memory.
QImage newPicture(QSize pixels)
{
    const qint64 row = 4LL * pixels.width(), bytes = row * pixels.height();
    constexpr qint64 small = 1024 * 1024, most = std::numeric_limits<int>::max();
    const bool window = qApp && qApp->inherits("QApplication");
    if (window || pixels.isEmpty() || bytes < small || bytes > most) return QImage(pixels, QImage::Format_ARGB32_Premultiplied);
    void* const memory = geo::takeMemory(static_cast<std::size_t>(bytes));
    return QImage(static_cast<uchar*>(memory), pixels.width(), pixels.height(), row, QImage::Format_ARGB32_Premultiplied,
                  geo::giveMemory, memory);
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
    QImage image = newPicture(pixels);
    if (image.isNull()) return image;
    // QPainter takes a ratio below one for one: such a picture, coarser than the screen, is painted to a scale.
    const double coarse = std::min(1.0, devicePixelRatio);
    image.setDevicePixelRatio(devicePixelRatio / coarse);
    const bool covered = scene.ink.ground.isValid() && scene.ink.ground.alpha() == 255;
    std::vector<Strip> strips = stripsOf(image, scene, view);
    const auto paintStrip = [&](Strip& strip) {
        city::letTheWindowGoFirst();
        if (!covered) strip.image.fill(Qt::transparent);
        const QRectF screen(0, strip.top / devicePixelRatio, view.size.width(),
                            strip.image.height() / devicePixelRatio);
        QPainter painter(&strip.image);
        painter.scale(coarse, coarse);
        painter.translate(0, -screen.top());
        paintGround(painter, scene, view, screen, devicePixelRatio, cancelled);
    };
    QtConcurrent::blockingMap(&city::paintThreads(), strips, paintStrip);
    strips.clear();
    if (cancelled && *cancelled) return image;
    QPainter painter(&image);
    painter.scale(coarse, coarse);
    paintText(painter, scene, view, furniture, cancelled);
    return image;
}

} // namespace map
