// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/area_tree.h"

#include <vector>

namespace app {

/// Residents of an area: its own figure, else the sum of those under it that have one; nothing when none has.
std::optional<double> peopleIn(const city::AreaTree& areas, int area);
/// Of several areas, nobody counted twice where one lies in another.
std::optional<double> peopleIn(const city::AreaTree& areas, const std::vector<int>& several);
/// The innermost level whose areas have a figure; empty when none has.
QString peopleLevel(const city::AreaTree& areas);

} // namespace app
