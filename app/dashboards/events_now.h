// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/snapshot.h"

#include <vector>

namespace app {

class Scope;

/// An event that is going on, or has just happened.
struct EventNow {
    const city::Event* event = nullptr;
    const city::FeedPicture* feed = nullptr;
    int area = -1; ///< Innermost area of its anchor; -1 outside or without a position.
};

/// Events of all kinds that have begun and not ended. One without an end counts as going on for as long as its feed
/// lists it; but one that is a measured happening (an earthquake) counts for the time range of the focus.
std::vector<EventNow> eventsNow(const Scope& scope);
/// Those of `kind` (empty: all) inside the focus.
std::vector<EventNow> eventsInFocus(const Scope& scope, const QString& kind);
QString eventTitle(const Scope& scope, const EventNow& event);

} // namespace app
