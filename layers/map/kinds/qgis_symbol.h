// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/kinds/vector_style.h"
#include "layers/map/kinds/xml_tree.h"

namespace map {

/// One symbol of a QGIS style: a simple marker, line or fill.
struct QgisSymbol {
    QString colour; ///< "#aarrggbb"; the symbol's own opacity is in it.
    VectorStyle look;
    std::vector<city::Message> notUnderstood;
};

QgisSymbol readQgisSymbol(const XmlElement& symbol);

/// "#aarrggbb" of QGIS's "r,g,b,a"; empty for what is no such colour.
QString qgisColour(const QString& text, double opacity = 1);
/// Pixels of a length in QGIS's unit, at 96 dpi; nothing for lengths on the ground.
std::optional<double> qgisPixels(const QString& length, const QString& unit);

} // namespace map
