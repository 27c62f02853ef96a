// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dashboards/table.h"

namespace app {

/// What the focus is compared with (Focus::against): a place that feeds tell, or an area.
struct Against {
    int row = -1;  ///< Of a place; -1: none.
    int area = -1; ///< Of an area; -1: none.

    explicit operator bool() const { return row >= 0 || area >= 0; }
};
/// Nothing where the focus has nothing of its kind beside it: a place is compared with a place, an area with an area.
Against againstOf(const Scope& scope);
QString againstName(const Scope& scope);

/// Both side by side, number by number: of two places every quantity one of them has, of two areas the tiles of the
/// dashboard, each worked out for its area alone. Nothing without a comparison.
std::optional<widgets::TableData> comparisonTable(const Scope& scope);

/// The worst place of the other area that has a current value; -1: none.
int worstOfOther(const Scope& scope, const QString& kind, const QString& quantity);

} // namespace app
