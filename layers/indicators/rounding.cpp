// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/indicators/rounding.h"

#include <cmath>

namespace indicators {

namespace {

constexpr double writtenAs = 1e-7; ///< Less than anybody writes, more than a double is off.

} // namespace

qint64 Rounding::steps(double value) const
{
    const double scaled = value * std::pow(10.0, decimals);
    const double half = rule == Rule::HalfUp ? 0.5 : 0.0;
    if (rule == Rule::Truncate && scaled < 0) return static_cast<qint64>(std::ceil(scaled - writtenAs));
    return static_cast<qint64>(std::floor(scaled + half + writtenAs));
}

double Rounding::apply(double value) const
{
    return rule == Rule::None ? value : static_cast<double>(steps(value)) / std::pow(10.0, decimals);
}

} // namespace indicators
