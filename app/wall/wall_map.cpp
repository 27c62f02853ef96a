// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wall/wall_map.h"

#include "app/shell/when_done.h"
#include "layers/city/threads.h"

#include <QPainter>
#include <QtConcurrent>

namespace app {

WallMap::~WallMap()
{
    if (m_cancelled) *m_cancelled = true;
}

void WallMap::setEnlarged(double factor)
{
    m_enlarged = factor;
    drawSoon();
}

void WallMap::setScene(std::shared_ptr<const map::Scene> scene)
{
    m_scene = std::move(scene);
    drawSoon();
}

void WallMap::fit(const city::LonLatBox& box)
{
    m_box = box;
    drawSoon();
}

void WallMap::drawSoon()
{
    if (m_old) return;
    m_old = true;
    if (!m_busy) QMetaObject::invokeMethod(this, &WallMap::draw, Qt::QueuedConnection);
}

/// Drawn as on a desk of so many fewer pixels, at a finer ratio: everything in it becomes larger, nothing blurred.
void WallMap::draw()
{
    if (m_busy || !m_old) return;
    m_old = false;
    if (!m_scene || !m_box || width() < 8 || height() < 8) return; // It is asked again when they come.
    m_busy = true;
    const QSize desk(std::max(1, static_cast<int>(width() / m_enlarged)), std::max(1, static_cast<int>(height() / m_enlarged)));
    const map::View view = map::View::fitting(*m_box, desk, 8);
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    // Not in the threads for painting: the painter waits there for the strips it is done in, and two maps would wait for
    // each other.
    auto picture = QtConcurrent::run(&city::workThreads(), [scene = m_scene, view, ratio = m_enlarged * devicePixelRatioF(), cancelled = m_cancelled] {
        return map::render(*scene, view, ratio, {true, false, true}, cancelled.get());
    });
    whenDone(picture, this, [this](QImage image) {
        m_busy = false;
        image.setDevicePixelRatio(devicePixelRatioF());
        m_image = std::move(image);
        update();
        if (m_old) draw();
    });
}

void WallMap::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (!m_image.isNull()) painter.drawImage(0, 0, m_image);
}

void WallMap::resizeEvent(QResizeEvent*)
{
    drawSoon();
}

} // namespace app
