// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/dashboard_spec.h"
#include "app/packs/vocabulary.h"
#include "layers/city/result.h"

namespace app {

/// What a tile shows, from its few words:
///
///     AGGREGATE QUANTITY [of KIND] [where CONDITION]    worst aqi; sum bikes.available of bike-station
///     count KIND [where CONDITION]                      count rain-gauge where rain.1h >= 40; count
///     roadworks share KIND where CONDITION                        share bike-station where bikes.available =
///     0 people where CONDITION                            people where aqi > 100 count alerts
///
///     soon KIND where CONDITION                         soon bike-station where bikes.available < 1
///
/// "soon" counts places that do not meet the condition yet and will within half an hour, as they are changing.
/// AGGREGATE is worst, sum, mean, median, max or min. CONDITION is [QUANTITY] and one of > >= < <= = and a
/// number in the quantity's unit; without a quantity the one before it counts. Every name must be known to
/// the vocabulary.
city::Result<Expression> parseExpression(const QString& text, const Vocabulary& names);

} // namespace app
