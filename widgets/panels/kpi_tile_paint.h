// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/values.h"
#include "widgets/theme/theme.h"

class QPainter;

namespace widgets {

/// How a tile stands towards the reader.
struct TileMood {
    bool hovered = false;
    bool opened = false;
    bool focused = false;
};

/// Paints a tile into `box`; the same on screen and in pictures.
void paintTile(QPainter& painter, const QRectF& box, const TileData& tile, const TileMood& mood,
               const Theme& theme);

} // namespace widgets
