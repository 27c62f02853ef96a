// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dashboards/aggregate.h"
#include "app/dashboards/levels.h"

namespace app {

/// "Feed: ...", "Observed: ...", "Scale: ...", "Inputs: ..." of a value made of many.
widgets::Provenance provenance(const Scope& scope, const Aggregated& value, const Measure& measure);
/// Of one reading.
widgets::Provenance provenance(const Scope& scope, const Reading& reading, const Measure& measure);
/// Of what a feed said as a whole (alerts, events).
widgets::Provenance provenance(const Scope& scope, const std::vector<const city::FeedPicture*>& feeds);

/// Feed, publisher, licence and trouble of one feed.
QStringList feedLines(const Scope& scope, const city::FeedPicture& feed);
QString feedTitleOf(const Scope& scope, const city::FeedPicture& feed);

/// "3 of 20 stale", "2 without data": what did not go into a value; empty when all did.
QString leftOutText(const Aggregated& value);
/// "Taiwan AQI, version 2025-01 (Ministry of Environment)".
QString scaleLine(const Scope& scope, const indicators::Scale& scale);

} // namespace app
