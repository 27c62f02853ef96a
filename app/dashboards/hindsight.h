// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/pack.h"
#include "layers/city/snapshot.h"
#include "widgets/panels/values.h"

/// What was known at a moment beside what is known about it now: the view of an after-action review. Pure
/// functions.
namespace app {

/// One value, alert or event that was not shown then as it is known now.
struct Difference {
    enum class Kind {
        Corrected, ///< The same time, another value.
        CameLater, ///< A value of that time or before that nobody had told yet.
        LateAlert, ///< Sent by then, learned later.
        LateEvent  ///< Begun by then, learned later.
    };
    Kind kind = Kind::Corrected;
    city::PlaceId place; ///< Of a value.
    QString quantity;
    std::optional<city::Observation> shown; ///< As it stood on the screen; nothing: nothing stood there.
    std::optional<city::Observation> known;
    const city::Alert* alert = nullptr; ///< In `known`, the city they were compared with.
    const city::Event* event = nullptr;
    QString feed;
};

/// What differs between the city as it was shown at a moment and as it is known now, feed by feed. Points
/// into `known`.
std::vector<Difference> differencesOf(const city::CitySnapshot& shown, const city::CitySnapshot& known);

/// The same as a table for people, the corrected values first. `now` is the moment both cities are of.
widgets::TableData hindsightTable(const Pack& pack, const city::CitySnapshot& shown,
                                  const city::CitySnapshot& known, city::Instant now,
                                  const QString& language);

} // namespace app
