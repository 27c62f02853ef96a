// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/paint/coverage.h"

#include <span>

namespace map {

/// Copies a line to `out` (which may be where it stands, or before) without the points that lie within a
/// tenth of a pixel of the straight way past them. First and last stay. Answers the end of the copy.
PixelPoint* straightened(std::span<const PixelPoint> line, PixelPoint* out);

/// The same without the points nearer than half a pixel to the one before: for rings, whose corners are many.
PixelPoint* spaced(std::span<const PixelPoint> line, PixelPoint* out);

} // namespace map
