// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/facts.h"
#include "layers/city/picks.h"

#include <optional>

namespace city {

/// A stretch of time, both ends included.
struct TimeSpan {
    Instant from, to;

    friend bool operator==(const TimeSpan&, const TimeSpan&) = default;
};

/// Where one gets on foot from a position.
struct WalkReach {
    LonLat from;
    int minutes = 10;

    friend bool operator==(const WalkReach&, const WalkReach&) = default;
};

/// What the user looks at. A value: every action of the user makes a new one, every view is a function of
/// (snapshot, focus), and Back and Forward are a list of these.
struct Focus {
    QString dashboard;            ///< Id of a dashboard.
    QString area;                 ///< Code of an area; empty: the whole pack.
    std::optional<PlaceId> place; ///< One place within it.
    QString quantity;             ///< What the charts and the map speak of; empty: the dashboard's own.
    QString level; ///< Only places of this level of their scale (picked in a legend or bar); empty: all.
    Duration range{24 * 3600'000}; ///< How far back series go.
    std::optional<TimeSpan> span;  ///< The time brushed in a chart; nothing: the last `range` up to now.
    Ring outline; ///< Of ground that was drawn or is near a position, closed: what lies in it is told. Empty: none.
    std::optional<WalkReach> walk; ///< What `outline` is then the reach of.
    std::optional<PlaceId> against; ///< What it is compared with: another place, or an area by level and code.
    Picks picks; ///< What was picked on the map or in a table: of its kinds nothing else counts. Empty: everything.

    friend bool operator==(const Focus&, const Focus&) = default;
};

} // namespace city
