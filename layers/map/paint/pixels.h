// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/paint/ground.h"
#include "layers/map/scene/bulk.h"

#include <QRect>
#include <optional>

namespace map {

/// The pixels beneath a painter, for what is faster to set than to draw. Nothing for a painter of another
/// device (PDF, SVG, a printer), or one that turns, shears or fades.
struct Pixels {
    quint32* first = nullptr; ///< Of the part that may be painted, premultiplied.
    qsizetype stride = 0;     ///< Pixels a row.
    int width = 0, height = 0;
    QPointF corner;   ///< Of that part, in screen pixels of the view.
    double scale = 1; ///< Device pixels a screen pixel.

    static std::optional<Pixels> of(const Ground& ground);
};

/// Quanta of a bulk layer to pixels of the part that is painted: x * scale + shift, y * -scale + shift.
struct QuantaToPixels {
    double scale, shiftX, shiftY;

    static QuantaToPixels of(const BulkLayer& layer, const View& view, const Pixels& pixels,
                             double worldShift);
};

} // namespace map
