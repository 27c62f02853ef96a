// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/paint/bulk_picture.h"

#include "layers/map/paint/painter.h"
#include "layers/map/paint/wide.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace map {

namespace {

// The smallest rectangle outside which the picture is empty.
QRect inkOf(const QImage& image)
{
    int left = image.width(), right = -1, top = image.height(), bottom = -1;
    for (int y = 0; y < image.height(); ++y) {
        const auto* row = reinterpret_cast<const quint32*>(image.constScanLine(y));
        const quint32* const end = row + image.width();
        const quint32* const first = std::find_if(row, end, [](quint32 pixel) { return pixel != 0; });
        if (first == end) continue;
        top = std::min(top, y);
        bottom = y;
        left = std::min(left, static_cast<int>(first - row));
        for (int x = image.width() - 1; x > right; --x)
            if (row[x] != 0) right = x;
    }
    return bottom < top ? QRect() : QRect(QPoint(left, top), QPoint(right, bottom));
}

MAP_WIDE void layRow(const quint32* from, quint32* under, int count)
{
    for (int i = 0; i < count; ++i) {
        const quint32 through = 255 - (from[i] >> 24);
        // Two channels at a time, divided by 255 with rounding.
        quint32 even = (under[i] & 0x00ff00ffU) * through, odd = ((under[i] >> 8) & 0x00ff00ffU) * through;
        even = ((even + ((even >> 8) & 0x00ff00ffU) + 0x00800080U) >> 8) & 0x00ff00ffU;
        odd = (odd + ((odd >> 8) & 0x00ff00ffU) + 0x00800080U) & 0xff00ff00U;
        under[i] = from[i] + (even | odd);
    }
}

} // namespace

BulkPicture pictureOf(const Bulk& bulk, const View& view, double devicePixelRatio)
{
    LayerScene layer;
    layer.bulk.push_back(bulk);
    layer.bulk.front().picture.reset();
    Scene scene;
    scene.ink.ground = QColor();
    scene.layers.push_back(std::make_shared<const LayerScene>(std::move(layer)));
    const QImage whole = render(scene, view, devicePixelRatio);
    BulkPicture picture{view, devicePixelRatio, bulk.style, {}, {}};
    const QRect ink = inkOf(whole);
    picture.corner = ink.topLeft();
    if (!ink.isEmpty()) picture.image = whole.copy(ink);
    return picture;
}

bool layPicture(const Ground& ground, const Bulk& bulk, const Pixels& pixels)
{
    const BulkPicture* const picture = bulk.picture.get();
    if (!picture || picture->view != ground.view || picture->devicePixelRatio != pixels.scale ||
        picture->style != bulk.style)
        return false;
    const QPoint corner(static_cast<int>(std::lround(pixels.corner.x() * pixels.scale)),
                        static_cast<int>(std::lround(pixels.corner.y() * pixels.scale)));
    const QRect part =
        QRect(corner, QSize(pixels.width, pixels.height)) & QRect(picture->corner, picture->image.size());
    for (int y = part.top(); y <= part.bottom(); ++y)
        layRow(reinterpret_cast<const quint32*>(picture->image.constScanLine(y - picture->corner.y())) +
                   part.left() - picture->corner.x(),
               pixels.first + (y - corner.y()) * pixels.stride + part.left() - corner.x(), part.width());
    return true;
}

} // namespace map
