// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dashboards/scope.h"

namespace app {

/// The sections of one road, as one.
struct Corridor {
    QString name;
    double speed = 0; ///< Of travel: length by the time the sections take (DOMAIN 5: space-mean, never the mean of speeds).
    int sections = 0; ///< With a current value.
    int worstRow = -1;
    double least = 0; ///< Of the worst section.
};

/// Sections whose names begin with the same word, the slowest first; roads with one section alone are left out. Sections
/// without a current value do not count, and neither does a speed of 0, which says that nobody passed.
std::vector<Corridor> corridors(const Scope& scope, const std::vector<int>& rows, const QString& quantity);

/// Its key among the usual numbers.
QString corridorKey(const QString& quantity, const QString& name);

/// Of the charts of the dashboard in focus, by their keys: what is usual of them is made of these.
std::vector<std::pair<QString, double>> corridorSpeeds(const Scope& scope);

} // namespace app
