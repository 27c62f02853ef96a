// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dashboards/scope.h"

namespace app {

/// From the whole pack over the areas to the place in focus.
std::vector<widgets::Crumb> crumbs(const Scope& scope);
/// What the map should show: the place with its surroundings, the area, or the pack.
std::optional<city::LonLatBox> fitOf(const Scope& scope);
/// All that is known of the place in focus; nothing when none is.
std::optional<widgets::PlaceCard> placeCard(const Scope& scope);

} // namespace app
