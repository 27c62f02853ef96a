// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/result.h"
#include "layers/city/time.h"
#include "layers/indicators/scale.h"

namespace indicators {

/// A number that was made of observations, with what it was made of: every value that is shown can say so.
struct Averaged {
    QString quantity;    ///< As the scale's inputs are called.
    double value = 0;    ///< In the unit of the scale's input.
    QString method;      ///< "mean of 24 h", "NowCast of 12 h"; empty: taken as it was given.
    int validInputs = 1; ///< Observations that went in.
    std::optional<city::Instant> first, last; ///< The oldest and the newest of them.
};

/// What one input of a scale says.
struct Part {
    Averaged input;
    double looked = 0;                ///< The value as it was looked up in the table.
    std::optional<int> index;         ///< Nothing where the table has none for this value.
    std::optional<std::size_t> level; ///< Position in the scale's levels.
    bool beyond = false;              ///< Above the last breakpoint of the table.
};

/// What a scale says of a place.
struct Rating {
    QString scale, version;
    std::optional<int> index; ///< Nothing for a scale without index numbers.
    Level level;
    QString critical;        ///< The input that decided.
    bool beyond = false;     ///< The index is beyond the top of the scale (over 500).
    std::vector<Part> parts; ///< In the order of the scale's inputs.
    QStringList missing;     ///< Inputs of the scale that were not given.
};

/// What `scale` says of the given values, which are in the units of its inputs: the worst of them counts. A
/// Problem names the input that is unknown, given twice, no number, out of its range or missing where the
/// table cannot do without it. Pure.
city::Result<Rating> rate(const Scale& scale, const std::vector<Averaged>& values);

} // namespace indicators
