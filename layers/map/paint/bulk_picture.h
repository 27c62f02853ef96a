// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/paint/bulk.h"

/// How a bulk layer looked in one view, kept so that its second opening shows it without painting it.
namespace map {

/// Paints `bulk` alone as seen by `view`. Slow; any thread.
BulkPicture pictureOf(const Bulk& bulk, const View& view, double devicePixelRatio);

/// Lays the picture of `bulk` on the pixels, if it has one of this very view and look. Differs from painting
/// anew by the rounding of one more blend, two of 255 steps at most.
bool layPicture(const Ground& ground, const Bulk& bulk, const Pixels& pixels);

} // namespace map
