// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/local_text.h"

#include <QColor>
#include <QHash>
#include <QString>
#include <optional>
#include <vector>

namespace indicators {

/// One named level of a scale. `from` is inclusive, `to` exclusive unless it is the last level.
struct Level {
    int number = 0;       ///< 1 is the mildest.
    city::LocalText word; ///< "Moderate", 普通
    QColor colour;
    double from = 0, to = 0; ///< May be infinite at the ends.
    QString symbol; ///< Shape that says the level without colour: "circle", "square", "triangle", "diamond".
};

/// A published classification of one quantity, as versioned data (resources/scales/*.yaml), never as
/// constants.
struct Scale {
    QString id, version;
    city::LocalText title;
    QString source; ///< The document the numbers come from.
    QString quantity;
    QString unit;              ///< UCUM of `from` and `to`.
    std::vector<Level> levels; ///< In order, without gap or overlap.

    /// The level `value` is in; nothing for a value outside the scale or not finite.
    const Level* levelOf(double value) const;
};

using ScaleCatalogue = QHash<QString, Scale>;

} // namespace indicators
