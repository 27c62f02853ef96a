// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/paint/pixels.h"

#include <QImage>
#include <QPainter>

namespace map {

std::optional<Pixels> Pixels::of(const Ground& ground)
{
    const QPainter& painter = ground.painter;
    auto* image = dynamic_cast<QImage*>(painter.device());
    const QTransform device = painter.deviceTransform();
    if (!image || image->format() != QImage::Format_ARGB32_Premultiplied || painter.opacity() < 1 ||
        painter.compositionMode() != QPainter::CompositionMode_SourceOver ||
        device.type() > QTransform::TxScale || device.m11() <= 0 ||
        std::abs(device.m11() - device.m22()) > 1e-9)
        return {};
    QRectF part = device.mapRect(ground.screen);
    if (painter.hasClipping()) part &= device.mapRect(painter.clipBoundingRect());
    const QRect inside = part.toAlignedRect() & image->rect();
    Pixels pixels;
    if (inside.isEmpty()) return pixels;
    // A painter at work has the image for itself: bits() copies nothing.
    pixels.stride = image->bytesPerLine() / 4;
    pixels.first = reinterpret_cast<quint32*>(image->bits()) + inside.top() * pixels.stride + inside.left();
    pixels.width = inside.width();
    pixels.height = inside.height();
    pixels.scale = device.m11();
    pixels.corner = device.inverted().map(QPointF(inside.topLeft()));
    return pixels;
}

QuantaToPixels QuantaToPixels::of(const BulkLayer& layer, const View& view, const Pixels& pixels,
                                  double worldShift)
{
    const QPointF origin =
        (view.toScreen(layer.origin + QPointF(worldShift, 0)) - pixels.corner) * pixels.scale;
    return {layer.quantum / view.metresPerPixel * pixels.scale, origin.x(), origin.y()};
}

} // namespace map
