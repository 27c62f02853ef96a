// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dashboards/evaluate.h"

namespace app {

/// How far ahead "soon" looks, and how far back it does for what is changing.
constexpr city::Duration soonAhead{30 * 60'000}, soonBack{30 * 60'000};

/// Whether a place that does not meet a condition now will soon: by its forecast where there is one worth showing, else by
/// going on as it has changed since half an hour ago. Nothing where neither is known, or its value is not current.
std::optional<bool> soonMeets(const Scope& scope, int row, const Expression& expression);

/// The quantities a pack's dashboards ask this of.
QStringList soonQuantities(const Pack& pack);

} // namespace app
