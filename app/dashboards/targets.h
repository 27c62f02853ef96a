// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dashboards/scope.h"

namespace app {

/// The dashboard that tells most about what an expression speaks of: the overview leads there; any other dashboard
/// keeps to itself.
QString homeOf(const Scope& scope, const Expression& expression);

} // namespace app
