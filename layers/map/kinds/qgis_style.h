// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/kinds/vector_style.h"

namespace map {

/// What a QGIS layer style says, as far as it is understood.
struct QgisStyle {
    VectorStyle style;
    QString labelField;                       ///< Empty: no labels.
    std::vector<city::Message> notUnderstood; ///< All that was left out; nothing is guessed in its place.
};

/// Reads QML (QGIS 3): single symbols, categories and graduated colours of simple markers, lines and fills,
/// and simple labels by a field. Another renderer is a Problem.
city::Result<QgisStyle> readQgisStyle(const QByteArray& qml);

} // namespace map
