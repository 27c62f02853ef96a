// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dashboards/scope.h"

namespace app {

/// The published criteria of the pack against what its feeds tell, district by district within the focus: met
/// where one district meets them (the gravest level, and where), not met where every district is known not
/// to, otherwise data are missing, and which. Never a decision.
std::vector<widgets::CriterionRow> criteriaBoard(const Scope& scope);

} // namespace app
