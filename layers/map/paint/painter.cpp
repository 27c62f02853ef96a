// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/paint/painter.h"

#include "layers/map/paint/bulk.h"
#include "layers/map/paint/furniture.h"
#include "layers/map/paint/ground.h"
#include "layers/map/paint/labels.h"
#include "layers/map/paint/symbols.h"

#include <QPainter>
#include <QThread>
#include <QThreadPool>
#include <QtConcurrent>
#include <algorithm>
#include <cmath>

namespace map {

namespace {

constexpr int stripPixels = 256 * 1024; // a strip smaller than this is not worth a thread

struct Strip {
    QImage image; ///< Rows of the whole picture's memory.
    int top = 0;  ///< Device pixels.
};

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

// Bulk layers are found again for each strip at little cost: more strips than threads then even out the work.
std::vector<Strip> stripsOf(QImage& whole, const Scene& scene)
{
    const bool bulk = std::any_of(scene.layers.begin(), scene.layers.end(), [](const auto& layer) { return !layer->bulk.empty(); });
    const qint64 pixels = static_cast<qint64>(whole.width()) * whole.height();
    const int count = static_cast<int>(
        std::clamp<qint64>(pixels / stripPixels, 1, std::max(1, QThread::idealThreadCount()) * (bulk ? 4 : 1)));
    std::vector<Strip> strips;
    uchar* const bits = whole.bits();
    for (int i = 0; i < count; ++i) {
        const int top = whole.height() * i / count;
        const int bottom = whole.height() * (i + 1) / count;
        QImage rows(bits + top * whole.bytesPerLine(), whole.width(), bottom - top, whole.bytesPerLine(),
                    whole.format());
        rows.setDevicePixelRatio(whole.devicePixelRatio());
        strips.push_back({std::move(rows), top});
    }
    return strips;
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
    image.fill(Qt::transparent);
    std::vector<Strip> strips = stripsOf(image, scene);
    const auto paintStrip = [&](Strip& strip) {
        const QRectF screen(0, strip.top / devicePixelRatio, view.size.width(),
                            strip.image.height() / devicePixelRatio);
        QPainter painter(&strip.image);
        painter.translate(0, -screen.top());
        paintGround(painter, scene, view, screen, devicePixelRatio, cancelled);
    };
    if (strips.size() == 1)
        paintStrip(strips.front());
    else {
        // Threads of its own: Qt draws large images with those of the global pool, and the window would wait for a
        // whole painting before it may show the last one.
        QThreadPool painters;
        QtConcurrent::blockingMap(&painters, strips, paintStrip);
    }
    strips.clear();
    if (cancelled && *cancelled) return image;
    QPainter painter(&image);
    paintText(painter, scene, view, furniture, cancelled);
    return image;
}

} // namespace map
