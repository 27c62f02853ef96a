// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/indicators/forecast/forecast.h"

namespace indicators {

/// A value somebody is warned of: reached from below or, `falling`, from above.
struct CrossingLimit {
    double value = 0; ///< In the unit of the series.
    bool falling = false;
    QString level = {}; ///< Key of the level of a scale that begins there ("tw-aqi-2025:4"); empty: of a rule.
};

/// A forecast that reaches a limit which is not reached yet: an early warning, with what is known of its worth.
struct ExpectedCrossing {
    city::PlaceId place;
    QString quantity;
    CrossingLimit limit;
    city::Instant at;      ///< Beginning of the first step that reaches it.
    double value = 0;      ///< Expected then.
    double newest = 0;     ///< The value the forecast starts from, on the near side of the limit.
    bool likely = false;   ///< The expected value itself reaches it; otherwise only the outer end of the 80 % band.
    city::Instant issue;
    QString model;
    double coverage80 = 0; ///< Measured share of values inside that band, 0 to 1.
};

/// Whether the model is worth showing: it did better than repeating the last season when that was measured.
bool beatsNaive(const Forecast& forecast);

/// The first crossing of each limit within the fan, in the order of the limits; none of a limit that the newest value
/// has reached already, and none at all of a forecast that does not beat the seasonal naive one. Pure.
std::vector<ExpectedCrossing> expectedCrossings(const city::Series& series, const Forecast& forecast,
                                                const std::vector<CrossingLimit>& limits);

} // namespace indicators
