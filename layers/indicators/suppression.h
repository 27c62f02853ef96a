// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

/// Small counts of people are withheld, and enough others that no subtraction gives them back. Applied once,
/// to all levels and times that are released together, before anything is shown, exported or drawn. Pure.
namespace indicators {

/// One counted cell is the sum of others: a city of its districts, a week of its days.
struct TotalOf {
    std::size_t total = 0;
    std::vector<std::size_t> parts;
};

/// Which of `counts` must be withheld so that neither a count from 1 to k - 1 nor the sum of a group of
/// withheld ones below k can be worked out from what is shown: primary suppression, then complementary
/// suppression until the linear equations of all `totals` determine no withheld cell. 0 may be shown. k is 11
/// for health, 5 for mobility, stated by whoever asks. Counts must agree with the totals.
std::vector<bool> withheld(const std::vector<int>& counts, const std::vector<TotalOf>& totals, int k);

/// Of a running total that is published day after day: each value only when it differs from the last
/// published one by nothing or by k or more, so that the difference of two days is no small count either.
std::vector<std::optional<int>> releasedRunningTotal(const std::vector<int>& totals, int k);

/// Whether the equations determine a withheld cell exactly: the attack the above has to withstand. The first
/// such cell.
std::optional<std::size_t> determinedCell(const std::vector<bool>& withheld,
                                          const std::vector<TotalOf>& totals);

} // namespace indicators
