// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/kinds/vector_style.h"

#include <QByteArray>

namespace app {

/// A style as a pack says it, with the pictogram it names.
struct ReadStyle {
    map::VectorStyle style;
    QByteArray icon;      ///< SVG; empty: none.
    bool classed = false; ///< It says how values become colours.
};

} // namespace app
