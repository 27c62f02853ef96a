// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/map/scene/view.h"

#include "layers/geo/projection.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace map {

QPointF View::toScreen(QPointF map) const
{
    return {(map.x() - centre.x()) / metresPerPixel + size.width() / 2.0,
            (centre.y() - map.y()) / metresPerPixel + size.height() / 2.0};
}

QPointF View::toMap(QPointF screen) const
{
    return {centre.x() + (screen.x() - size.width() / 2.0) * metresPerPixel,
            centre.y() - (screen.y() - size.height() / 2.0) * metresPerPixel};
}

QPointF View::toScreen(city::LonLat ground) const
{
    return toScreen(geo::toMercator(ground));
}

city::LonLat View::toGround(QPointF screen) const
{
    return geo::fromMercator(toMap(screen));
}

QRectF View::mapRect() const
{
    const double width = size.width() * metresPerPixel;
    const double height = size.height() * metresPerPixel;
    return {centre.x() - width / 2, centre.y() - height / 2, width, height};
}

double View::groundMetresPerPixel() const
{
    // Mercator stretches by 1 / cos(latitude).
    return metresPerPixel * std::cos(geo::fromMercator(centre).lat * std::numbers::pi / 180);
}

View View::fitting(const city::LonLatBox& box, QSize size, int marginPixels)
{
    View view;
    view.size = size;
    if (box.isEmpty()) return view;
    const QPointF southWest = geo::toMercator({box.west, box.south});
    const QPointF northEast = geo::toMercator({box.east, box.north});
    view.centre = (southWest + northEast) / 2;
    const double width = std::max(1, size.width() - 2 * marginPixels);
    const double height = std::max(1, size.height() - 2 * marginPixels);
    const double needed =
        std::max((northEast.x() - southWest.x()) / width, (northEast.y() - southWest.y()) / height);
    view.metresPerPixel = needed > 0 ? std::max(needed, 0.01) : 1; // a single position: one metre a pixel
    return view;
}

View View::panned(QPointF screenDelta) const
{
    View view = *this;
    view.centre += QPointF(-screenDelta.x() * metresPerPixel, screenDelta.y() * metresPerPixel);
    return view;
}

View View::zoomed(double factor, QPointF aroundScreen) const
{
    const QPointF held = toMap(aroundScreen);
    View view = *this;
    view.metresPerPixel = std::clamp(metresPerPixel / factor, 0.01, 160'000.0);
    view.centre += held - view.toMap(aroundScreen);
    return view;
}

} // namespace map
