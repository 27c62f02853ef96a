// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dashboards/scope.h"

namespace app {

/// Rows of places of `kind` (empty: every place that has `quantity`) inside the area of focus, and
/// among what was picked. A kind that is an
/// administrative level selects the areas that are measured as places.
std::vector<int> placesInFocus(const Scope& scope, const QString& kind, const QString& quantity);
/// The same wherever they are: what the map shows, those outside the focus dimmed.
std::vector<int> placesAnywhere(const Scope& scope, const QString& kind, const QString& quantity);
/// Whether a row lies inside the area of focus and is among what was picked.
bool isInFocus(const Scope& scope, int row);
/// `rows` by the area of `level` they lie in, by area index; those in none are left out.
QHash<int, std::vector<int>> groupByArea(const Scope& scope, const std::vector<int>& rows, const QString& level);
/// The level values of `kind` are shown by: Scope::shownLevel, or the kind itself where that is a level further out.
QString levelFor(const Scope& scope, const QString& kind);
/// Sorts by current value, worst first; places without a current value last; equal ones stay in their order.
void rankWorstFirst(const Scope& scope, std::vector<int>& rows, const QString& quantity);

} // namespace app
