// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map/tools/overlay_picture.h"

#include <QPainter>
#include <QtConcurrent>

namespace widgets {

OverlayPicture::OverlayPicture(MapOverlay& overlay) : m_overlay(overlay)
{
    m_pool.setMaxThreadCount(1);
    m_soon.setSingleShot(true);
    m_soon.setInterval(30);
    connect(&m_soon, &QTimer::timeout, this, &OverlayPicture::order);
    connect(&overlay.canvas(), &MapCanvas::viewChanged, this, [this] {
        if (!isEmpty() && !m_soon.isActive()) m_soon.start();
    });
    overlay.add(this);
}

OverlayPicture::~OverlayPicture()
{
    if (m_cancelled) *m_cancelled = true;
    m_pool.waitForDone();
}

void OverlayPicture::setScene(std::shared_ptr<const map::Scene> scene)
{
    m_scene = std::move(scene);
    if (isEmpty()) {
        if (m_cancelled) *m_cancelled = true;
        m_image = {};
        m_imageScene = m_scene;
    } else {
        m_soon.start();
    }
    m_overlay.refresh();
}

void OverlayPicture::order()
{
    if (isEmpty()) return;
    if (m_cancelled) *m_cancelled = true;
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    const map::View view = m_overlay.canvas().view();
    const double ratio = m_overlay.devicePixelRatioF();
    auto painting = QtConcurrent::run(&m_pool, [scene = m_scene, view, ratio, stop = m_cancelled] {
        return map::render(*scene, view, ratio, {}, stop.get());
    });
    painting.then(this, [this, view, scene = m_scene, stop = m_cancelled](const QImage& image) {
        if (*stop || scene != m_scene) return;
        m_image = image;
        m_taken = view;
        m_imageScene = scene;
        m_overlay.update();
        Q_EMIT sharpened();
    });
}

void OverlayPicture::paint(QPainter& painter, const map::View& view, const Theme&)
{
    if (m_image.isNull()) return;
    const double scale = m_taken.metresPerPixel / view.metresPerPixel;
    const QSizeF size = QSizeF(m_taken.size) * scale;
    const QPointF middle = view.toScreen(m_taken.centre);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QRectF(middle - QPointF(size.width() / 2, size.height() / 2), size), m_image);
}

} // namespace widgets
