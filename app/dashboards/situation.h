// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dashboards/scope.h"

namespace app {

/// The area in focus in one plain sentence, the most urgent first; all there is to say in `more`. Only current values
/// speak; when nothing is wrong, it says so and how much of the city that is known from.
widgets::Situation situation(const Scope& scope);

} // namespace app
