// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dashboards/scope.h"

namespace app {

/// A condition on the value of one place.
struct Threshold {
    QString comparison; ///< ">", ">=", "<", "<=", "="
    double value = 0;
};

/// Since when the condition has held without a break, by the stored values and the newest one. Nothing where
/// it does not hold now, where a gap wider than three cadences hides the beginning, and where it lies before
/// all that is stored.
std::optional<city::Instant> spellBegan(const Scope& scope, int row, const QString& quantity,
                                        const Threshold& threshold);

} // namespace app
