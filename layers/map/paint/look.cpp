// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/paint/look.h"

#include <QImage>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace map {

QRgb blended(QRgb a, QRgb b, double part)
{
    const auto mix = [part](int x, int y) { return static_cast<int>(std::lround(x + (y - x) * part)); };
    return qRgba(mix(qRed(a), qRed(b)), mix(qGreen(a), qGreen(b)), mix(qBlue(a), qBlue(b)), qAlpha(a));
}

QRgb seen(QRgb colour, DataState state, const Ink& ink)
{
    if (state == DataState::Current) return colour;
    if (state == DataState::Stale) {
        const int grey = qGray(colour);
        const QRgb muted = blended(colour, qRgb(grey, grey, grey), 0.7);
        return ink.ground.isValid() ? blended(muted, ink.ground.rgb(), 0.15) : muted;
    }
    const QRgb none = ink.noData.isValid() ? ink.noData.rgb() : qRgb(150, 150, 150);
    return qRgba(qRed(none), qGreen(none), qBlue(none), std::max(qAlpha(colour), 160));
}

QBrush hatch(QRgb colour, double devicePixelRatio, Hatch kind)
{
    // Qt's own BDiagPattern has one-device-pixel lines that vanish on dense screens; this one keeps its
    // weight.
    const int period = static_cast<int>(std::lround(7 * devicePixelRatio));
    const int thick = std::max(1, static_cast<int>(std::lround(1.5 * devicePixelRatio)));
    QImage tile(period, period, QImage::Format_ARGB32_Premultiplied);
    tile.fill(Qt::transparent);
    for (int y = 0; y < period; ++y) {
        for (int i = 0; i < thick; ++i) {
            tile.setPixelColor((period - 1 - y + i) % period, y, QColor::fromRgba(colour));
            if (kind == Hatch::Crosswise) tile.setPixelColor((y + i) % period, y, QColor::fromRgba(colour));
        }
    }
    QBrush brush(tile);
    brush.setTransform(QTransform::fromScale(1 / devicePixelRatio, 1 / devicePixelRatio));
    return brush;
}

QPen strokePen(QRgb colour, float width, double devicePixelRatio)
{
    const double deviceWidth = width * devicePixelRatio;
    QColor ink = QColor::fromRgba(colour);
    if (deviceWidth < 1) ink.setAlphaF(static_cast<float>(ink.alphaF() * std::max(0.15, deviceWidth)));
    QPen pen(ink, std::max(1.0, deviceWidth) / devicePixelRatio, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    return pen;
}

bool isShown(const LayerScene& layer, double metresPerPixel)
{
    return metresPerPixel >= layer.minMetresPerPixel && metresPerPixel <= layer.maxMetresPerPixel;
}

} // namespace map
