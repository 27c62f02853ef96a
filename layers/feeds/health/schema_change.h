// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/feed_health.h"

namespace feeds {

/// What changed in the fields of a feed from one good payload to the next, by name: fields that are gone or
/// new, whose values became of another type, or that were filled in most records and say nothing any more. A
/// field that only some records have is not gone when a few records lack it. Nothing when one of the two was
/// not looked at. Pure.
std::vector<city::Suspicion> schemaChanges(const city::FeedSchema& before, const city::FeedSchema& now);

/// Whether a change of the fields still holds in `now`: the field has not come back, or not gone again.
bool stillChanged(const city::Suspicion& change, const city::FeedSchema& now);

} // namespace feeds
