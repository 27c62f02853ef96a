// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/snapshot.h"

using namespace std::chrono_literals;

inline const city::Instant noon = *city::fromIso(u"2026-07-15T12:00:00Z");

/// Places p0, p1 ... with one value each, promised every ten minutes.
inline city::FeedPicture picture(const std::vector<double>& values, city::Instant at = noon,
                                 const char* quantity = "pm2.5")
{
    city::FeedPicture made;
    made.state.promise.cadence = 10min;
    for (std::size_t i = 0; i < values.size(); ++i) {
        city::Place place;
        place.id = {QStringLiteral("sensor"), QStringLiteral("p%1").arg(i)};
        made.places.push_back(place);
        made.observations.push_back(
            {place.id, QString::fromLatin1(quantity), values[i], QStringLiteral("ug/m3"), at, at});
    }
    made.state.recordCount = static_cast<int>(made.places.size() + made.observations.size());
    return made;
}
