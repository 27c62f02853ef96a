// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/paint/bulk.h"

/// How a bulk layer looked in one view, kept so that its second opening shows it without painting it.
namespace map {

/// Paints `bulk` alone as seen by `view`. Slow; any thread.
BulkPicture pictureOf(const Bulk& bulk, const View& view, double devicePixelRatio);

/// Whether the picture of `bulk` is one of this very view and of its look.
bool shows(const Bulk& bulk, const View& view, double devicePixelRatio);

/// Lays the picture of `bulk` on the pixels, if it shows the view. Differs from painting
/// anew by the rounding of blends alone: mostly one or two of 255 steps, five where many half-open things lie
/// upon each other.
bool layPicture(const Ground& ground, const Bulk& bulk, const Pixels& pixels);

} // namespace map
