// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/series.h"

#include <vector>

namespace widgets {

/// The samples between two gaps.
using Stretch = std::vector<city::Sample>;

/// Takes a series apart where neighbours are further apart than `gap` (0: nowhere). Values that are not
/// finite are gaps, too: they end a stretch.
std::vector<Stretch> stretches(const std::vector<city::Sample>& samples, city::Duration gap);

/// At most two samples, the least and the greatest, for each of `columns` equal parts of [from, to]: no peak
/// is lost and nothing is drawn twice in one pixel. The first and the last sample of the stretch are always
/// kept.
Stretch reduced(const Stretch& stretch, city::Instant from, city::Instant to, int columns);

} // namespace widgets
