// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dashboards/aggregate.h"
#include "app/dashboards/levels.h"

namespace app {

/// What an expression of a pack comes to within the focus.
struct Evaluation {
    Aggregated result;    ///< `result.value`: nothing means no data, for the reason in `note`.
    QString quantity;     ///< What it speaks of; empty for alerts and events.
    Measure measure;      ///< Decimals, unit, scale of `quantity`.
    QString unit;         ///< Of the value: the quantity's, "%", or none for a count.
    int decimals = 0;
    const indicators::Level* level = nullptr; ///< Only where the value is one a place could have.
    std::vector<int> rows; ///< The places it was made of.
    QString instead;       ///< Which places speak for a focus that has none (see stand_ins.h); empty: those in it.
    int worstArea = -1;   ///< For people: the area where the condition is met most.
    QString note;         ///< Why there is nothing, or what was left out.
    widgets::Provenance source;
};

/// Which places count: those in the focus alone, or the nearest where it has none.
enum class Reach { Focus, Nearest };
Evaluation evaluate(const Scope& scope, const Expression& expression, Reach reach = Reach::Focus);

} // namespace app
