// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/geometry.h"

#include <QPointF>
#include <QRectF>
#include <QSize>

namespace map {

/// What part of the world a picture shows. Owns every conversion between the three spaces: ground (LonLat),
/// map (EPSG:3857 metres, y north) and screen (pixels at device ratio 1, y down). A value.
struct View {
    QPointF centre{13'520'000, 2'880'000}; ///< Map metres.
    double metresPerPixel = 100;           ///< Map metres a screen pixel.
    QSize size{800, 600};                  ///< Screen pixels.

    QPointF toScreen(QPointF map) const;
    QPointF toMap(QPointF screen) const;
    QPointF toScreen(city::LonLat ground) const;
    city::LonLat toGround(QPointF screen) const;
    QRectF mapRect() const; ///< Normalised: left, bottom (south) first.
    /// True metres on the ground a pixel spans at the centre.
    double groundMetresPerPixel() const;

    /// The view of `size` that shows all of `box` with a margin of `marginPixels`.
    static View fitting(const city::LonLatBox& box, QSize size, int marginPixels = 24);
    View panned(QPointF screenDelta) const;
    View zoomed(double factor, QPointF aroundScreen) const; ///< factor 2: twice as large

    friend bool operator==(const View&, const View&) = default;
};

} // namespace map
