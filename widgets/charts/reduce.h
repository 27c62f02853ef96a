// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/series.h"

#include <span>
#include <vector>

namespace widgets {

/// The samples between two gaps, where they lie in the series they are of.
using Stretch = std::span<const city::Sample>;

/// The samples of [from, to] of a series in order of time, and `beyond` more at each end: found without looking at the others.
Stretch within(const std::vector<city::Sample>& samples, city::Instant from, city::Instant to, std::size_t beyond = 0);

/// Takes a series apart where neighbours are further apart than `gap` (0: nowhere). Values that are not
/// finite are gaps, too: they end a stretch.
std::vector<Stretch> stretches(Stretch samples, city::Duration gap);

/// At most two samples, the least and the greatest, for each of `columns` equal parts of [from, to]: no peak
/// is lost and nothing is drawn twice in one pixel. The first and the last sample of the stretch are always
/// kept.
std::vector<city::Sample> reduced(Stretch stretch, city::Instant from, city::Instant to, int columns);

} // namespace widgets
