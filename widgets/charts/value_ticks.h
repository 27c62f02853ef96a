// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace widgets {

/// A value axis: from, to, and the distance of its lines, all round numbers.
struct ValueAxis {
    double from = 0, to = 1, step = 1;
    int decimals = 0; ///< That `step` needs.
};

/// The axis for values between `least` and `most` with about `lines` lines. Begins at zero where that costs
/// little room.
ValueAxis valueAxis(double least, double most, int lines);

} // namespace widgets
