// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "layers/city/area_tree.h"

/// Small counts of people are withheld, and with them the sums that would give them away. Pure.
///
/// Each place's own count decides whether it is told, and each sum is judged by what lies in it at the same time, and by
/// nothing else. So the same number is told or withheld on every road: now and later, in a view of one district, of all or of
/// a lasso. Hiding further places instead of the sum would tell more sums, but what is hidden today stood there yesterday.
namespace indicators {

/// A count at one place, or one that is told of an area as a whole; all of one quantity at one time.
struct CountedCell {
    QString kind;
    int area = -1;       ///< Innermost one the place lies in; -1: none.
    bool isArea = false; ///< `area` itself is counted.
    double count = 0;
};

struct Release {
    struct Sum {
        QString kind;
        int area = -1; ///< -1: of everywhere.
        double value = 0;
    };
    std::vector<bool> withheld; ///< As many as cells.
    std::vector<Sum> sums;      ///< That may be told though something in them is withheld; largest areas first.
};

/// Whether a count is withheld by itself: from 1 to k - 1. 0 may be told.
bool isSmall(double count, int k);

/// Whether somebody who knows what `withheld` small counts come to together (`rest`), and k, still has to think every number
/// from 1 to k - 1 possible of each of them. Of none: whether what is left is nothing, or not small.
bool tellsNothing(int withheld, double rest, int k);

/// What may be told of cells that are released together, over all levels of areas: each count by itself (isSmall), what is
/// told of an area with others in it and sums over areas only where tellsNothing of the withheld ones in them.
Release released(const city::AreaTree& areas, const std::vector<CountedCell>& cells, int k);

/// Of a running total that is published day after day: each value only when it differs from the last
/// published one by nothing or by k or more, so that the difference of two days is no small count either.
std::vector<std::optional<int>> releasedRunningTotal(const std::vector<int>& totals, int k);

} // namespace indicators
