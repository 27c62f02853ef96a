// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <vector>

namespace map {

/// The line with the fewest of its own points that stays within `tolerance` of the whole (Douglas and
/// Peucker). First and last point stay.
std::vector<QPointF> simplified(const std::vector<QPointF>& line, double tolerance);

} // namespace map
