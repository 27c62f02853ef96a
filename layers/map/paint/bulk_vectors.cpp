// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/paint/bulk.h"
#include "layers/map/paint/look.h"

#include <QPainter>
#include <QPainterPath>

namespace map {

namespace {

constexpr double tooNear = 0.25; // screen pixels; finer than on the screen, for paper shows more

void addRing(const BulkLayer& layer, const BulkLevel& level, quint32 ring, const View& view, double shift,
             QPainterPath& path)
{
    QPolygonF polygon;
    for (quint32 i = level.rings[ring]; i < level.rings[ring + 1]; ++i)
        polygon << view.toScreen(layer.toMap(level.vertices[i]) + QPointF(shift, 0));
    if (layer.shapes == BulkShapes::Polygons && !polygon.isEmpty()) polygon << polygon.front();
    path.addPolygon(polygon);
}

} // namespace

void paintBulkVectors(const Ground& ground, const Bulk& bulk, const BulkBox& seen, double worldShift)
{
    const BulkLayer& layer = *bulk.layer;
    const BulkStyle& style = bulk.style;
    const bool points = layer.shapes == BulkShapes::Points, closed = layer.shapes == BulkShapes::Polygons;
    const bool classes = !style.colours.empty() && !layer.values.empty();
    const BulkLevel& level = layer.levelFor(tooNear * ground.view.metresPerPixel);
    quint32 done = 0;
    const auto draw = [&](quint32 feature) {
        if (++done % 256 == 0 && ground.isCancelled()) return;
        const QRgb byValue = classes ? style.colourOf(layer.values[feature]) : 0;
        const QRgb fill = classes ? byValue : style.fill, line = classes && !closed ? byValue : style.outline;
        ground.painter.setBrush(!points && !closed ? QBrush(Qt::NoBrush) : QBrush(QColor::fromRgba(fill)));
        const bool stroked = !points && qAlpha(line) > 0;
        ground.painter.setPen(stroked ? strokePen(line, style.width, ground.devicePixelRatio)
                                      : QPen(Qt::NoPen));
        if (points) {
            const QPointF at =
                ground.view.toScreen(layer.toMap(level.vertices[feature]) + QPointF(worldShift, 0));
            ground.painter.drawEllipse(at, style.radius, style.radius);
            return;
        }
        QPainterPath path;
        for (quint32 ring = layer.firstRing(feature); ring < layer.firstRing(feature + 1); ++ring)
            addRing(layer, level, ring, ground.view, worldShift, path);
        ground.painter.drawPath(path);
    };
    if (!layer.ranks.empty())
        for (const quint32 feature : inFileOrder(layer, seen))
            draw(feature);
    else
        layer.forRuns(seen, [&](quint32 first, quint32 end) {
            for (quint32 feature = first; feature < end; ++feature)
                draw(feature);
        });
}

} // namespace map
