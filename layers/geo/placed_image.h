// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QRectF>

namespace geo {

/// A picture with its place on the map.
struct PlacedImage {
    QRectF bounds; ///< Map metres; normalised.
    QImage image;
};

/// Warps `image`, which fills `bounds` of `crs`, onto the map. Its pixels lie on a lattice that all pictures of one
/// `unitsPerPixel` share, and reach a pixel beyond its edges, so that neighbours meet without a seam. Null where
/// the CRS does not reach. Any thread.
PlacedImage placedOnMap(const QImage& image, const QRectF& bounds, const QString& crs);

/// `box` of the map in units of `crs`, wide enough to hold all of it; empty where the CRS does not reach.
QRectF boxInCrs(const QRectF& mapBox, const QString& crs);

/// `image` with its alpha times `opacity` (0 to 1).
QImage faded(QImage image, double opacity);

} // namespace geo
