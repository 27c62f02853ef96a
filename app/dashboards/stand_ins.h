// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dashboards/scope.h"

namespace app {

/// The places that speak for the focus.
struct Speaking {
    std::vector<int> rows;
    QString instead; ///< Why they are not of the focus: "nearest, 2.1 km", "3 nearest, to 2.1 km", "Xinyi"; empty: they are.
};

/// Those in the focus, as `placesInFocus`. Where an area or a place is looked at and has none of the kind, or none with a
/// current value of the quantity, what lies nearest speaks for it, and says so: of areas that are measured themselves the one around the focus,
/// otherwise the places with a current value nearest to it, three at most, none further than ten kilometres. What
/// was picked by hand is never widened.
Speaking placesSpeaking(const Scope& scope, const QString& kind, const QString& quantity);

} // namespace app
