// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace map {

/// Natural breaks: parts ascending values into `count` classes so that the sum of squared distances to the
/// means of the classes is the least there is (W. D. Fisher, "On Grouping for Maximum Homogeneity", 1958).
/// Answers the first value of each class but the lowest. Time grows with count * n * log n.
std::vector<double> jenksBreaks(const std::vector<double>& sorted, int count);

} // namespace map
