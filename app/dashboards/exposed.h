// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dashboards/impact.h"

namespace app {

/// One kind of what the pack marks as exposed (shelters, hospitals, schools ...), as it lies in a ground: of GIS layers and
/// of the places feeds tell.
struct Exposed {
    QString title;
    qsizetype count = 0;
    QStringList names;   ///< Of those that have one, each once.
    QStringList amounts; ///< "Places: 2,300": what their values add up to, where they add up.
    QString nearest;     ///< "North School, 1.2 km" from the middle of the ground; only where none is inside.
};
std::vector<Exposed> exposedIn(const Scope& scope, const Ground& ground);

} // namespace app
