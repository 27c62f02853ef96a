// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/paint/furniture.h"

#include "layers/map/paint/legend.h"
#include "layers/map/paint/text.h"

#include <QPaintEngine>
#include <QPainter>
#include <cmath>

namespace map {

namespace {

constexpr double edge = 12; // pixels between furniture and the edge of the picture

QColor inkColour(const Scene& scene)
{
    return scene.ink.label.isValid() ? scene.ink.label : QColor(Qt::black);
}

QColor haloColour(const Scene& scene)
{
    return scene.ink.labelHalo.isValid() ? scene.ink.labelHalo : QColor(Qt::white);
}

void paintScaleBar(QPainter& painter, const Scene& scene, const View& view, Occupancy& occupied)
{
    const ScaleLength length = scaleLength(view, 160);
    const TextRun text(length.text, mapFont(scene.ink, 11));
    const double right = edge + std::round(length.pixels);
    const double base = view.size.height() - edge - 0.5;
    const QPolygonF bar{
        {edge + 0.5, base - 5}, {edge + 0.5, base}, {right + 0.5, base}, {right + 0.5, base - 5}};
    for (const QPen& pen : {QPen(haloColour(scene), 4, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin),
                            QPen(inkColour(scene), 1.5, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin)}) {
        painter.setPen(pen);
        painter.drawPolyline(bar);
    }
    const QPointF at(edge + 5, base - 4 - text.size().height());
    text.draw(painter, at, inkColour(scene), haloColour(scene));
    occupied.claim({0, at.y() - 4, right + 8, view.size.height() - at.y() + 4});
}

void paintAttribution(QPainter& painter, const Scene& scene, const View& view, Occupancy& occupied)
{
    const QString all = scene.attributions().join(QStringLiteral("  \u00B7  "));
    if (all.isEmpty()) return;
    const TextRun text(all, mapFont(scene.ink, 10));
    const QPointF at(std::max(4.0, view.size.width() - text.size().width() - 6),
                     view.size.height() - text.size().height() - 3);
    QColor plate = haloColour(scene);
    plate.setAlpha(190);
    const QRectF box = QRectF(at, text.size()).adjusted(-6, -2, 6, 3);
    painter.fillRect(box, plate);
    text.draw(painter, at, inkColour(scene));
    occupied.claim(box);
}

} // namespace

ScaleLength scaleLength(const View& view, double mostPixels)
{
    const double ground = view.groundMetresPerPixel();
    const double most = std::max(1e-6, ground * mostPixels);
    const double ten = std::pow(10, std::floor(std::log10(most)));
    const double metres = most >= 5 * ten ? 5 * ten : most >= 2 * ten ? 2 * ten : ten;
    const QString text = metres >= 1000 ? QStringLiteral("%1 km").arg(metres / 1000)
                         : metres >= 1  ? QStringLiteral("%1 m").arg(metres)
                                        : QStringLiteral("%1 cm").arg(metres * 100);
    return {metres, metres / ground, text};
}

void paintFurniture(QPainter& painter, const Scene& scene, const View& view, const Furniture& furniture,
                    Occupancy& occupied)
{
    if (furniture.legend) occupied.claim(paintLegend(painter, scene, view));
    if (furniture.scaleBar) paintScaleBar(painter, scene, view, occupied);
    if (furniture.attribution) paintAttribution(painter, scene, view, occupied);
}

void paintStamp(QPainter& painter, const Scene& scene, QSize size)
{
    if (scene.stamp.isEmpty()) return;
    const QColor full = scene.ink.stamp.isValid() ? scene.ink.stamp : QColor(200, 16, 46);
    QColor faint = full;
    faint.setAlpha(20);
    const TextRun tile(scene.stamp, mapFont(scene.ink, 34, QFont::Bold));
    painter.save();
    painter.translate(size.width() / 2.0, size.height() / 2.0);
    painter.rotate(-24);
    QTransform turned;
    turned.translate(size.width() / 2.0, size.height() / 2.0);
    turned.rotate(-24);
    const bool clips = painter.paintEngine()->type() != QPaintEngine::SVG; // Qt's SVG knows no clipping
    const double reach = std::hypot(size.width(), size.height()) / 2;
    const double stepX = tile.size().width() + 220, stepY = 230;
    int row = 0;
    for (double y = -reach; y < reach; y += stepY, ++row) {
        for (double x = -reach - (row % 2) * stepX / 2; x < reach; x += stepX) {
            const QRectF place = turned.mapRect(QRectF(QPointF(x, y), tile.size()));
            if (clips || QRectF(QPointF(), QSizeF(size)).contains(place)) tile.draw(painter, {x, y}, faint);
        }
    }
    painter.restore();

    const TextRun solid(scene.stamp, mapFont(scene.ink, 15, QFont::Bold));
    const QRectF plate(size.width() - solid.size().width() - edge - 20, edge, solid.size().width() + 20,
                       solid.size().height() + 8);
    painter.setPen(Qt::NoPen);
    painter.setBrush(full);
    painter.drawRoundedRect(plate, 3, 3);
    const bool dark = qGray(full.rgb()) < 140;
    solid.draw(painter, plate.topLeft() + QPointF(10, 4), dark ? Qt::white : Qt::black);
}

} // namespace map
