// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/scene/selection.h"

namespace map {

/// The things of `selection` in one colour, to be laid over a picture of `scene`: marks as rings, lines and outlines
/// thicker, areas faintly filled. No ground. Slow for many features; any thread.
std::shared_ptr<const Scene> highlight(const Scene& scene, const Selection& selection, const QColor& colour);

/// What a scene's drawables cover, in map metres; null when there are none.
QRectF boundsOf(const Scene& scene);

} // namespace map
