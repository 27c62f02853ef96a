// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/tools/map_picture.h"

#include "layers/map/paint/legend.h"

#include <QCoreApplication>
#include <QEvent>
#include <QPainter>

namespace app {

QImage mapPicture(widgets::MapOverlay& overlay, const map::Scene* scene)
{
    widgets::MapCanvas& canvas = overlay.canvas();
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(&canvas, &leave); // What lay under the pointer is no longer read out.
    const double ratio = canvas.devicePixelRatioF();
    QImage image(canvas.size() * ratio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    canvas.render(&painter, {}, {}, QWidget::DrawWindowBackground);
    if (overlay.isVisibleTo(&canvas)) overlay.render(&painter, {}, {}, QWidget::RenderFlags());
    painter.setRenderHint(QPainter::Antialiasing);
    if (scene) map::paintLegend(painter, *scene, canvas.view());
    return image;
}

} // namespace app
