// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/map/paint/ground.h"

namespace map {

/// Pixels from the tip to the back of the head of a line of some width.
double headLength(const Line& line);

/// The heads of one line that show which way it runs. Where they sit depends on the line and the scale only:
/// they stay where they are while the map is dragged.
void paintArrows(const Ground& ground, const Line& line);

} // namespace map
