// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace indicators {

/// How a value is brought to the precision a table is written in before it is looked up: the United States
/// truncate (35.49 is looked up as 35.4), Taiwan rounds half up. Decimal numbers that a double cannot hold
/// exactly (9.05) behave as they are written.
struct Rounding {
    enum class Rule { None, Truncate, HalfUp };
    Rule rule = Rule::None;
    int decimals = 0;

    /// `value` in units of the last decimal, such as 354 for 35.49 truncated to one decimal. Only for a rule
    /// other than None and a value whose magnitude is below 1e12.
    qint64 steps(double value) const;
    /// `value` brought to the precision; the value itself by the rule None.
    double apply(double value) const;
};

} // namespace indicators
