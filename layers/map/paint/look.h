// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/scene/scene.h"

#include <QBrush>
#include <QPen>

namespace map {

/// A colour as the state of its data lets it be seen: stale is muted, dead and missing are grey.
QRgb seen(QRgb colour, DataState state, const Ink& ink);

/// `part` of `b` in `a`.
QRgb blended(QRgb a, QRgb b, double part);

enum class Hatch { Slanted, Crosswise };

/// Diagonal lines that cover an area without hiding what it says.
QBrush hatch(QRgb colour, double devicePixelRatio, Hatch kind = Hatch::Slanted);

/// A round-joined pen. Widths up to 1 take Qt's fast way of one-pixel lines, thinner ones by transparency.
QPen strokePen(QRgb colour, float width, double devicePixelRatio);

/// Whether a layer is shown at a scale.
bool isShown(const LayerScene& layer, double metresPerPixel);

} // namespace map
