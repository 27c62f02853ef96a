// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/column_widths.h"

#include <algorithm>

namespace widgets {

namespace {

std::vector<int> cappedAt(int cap, const std::vector<ColumnNeed>& needs)
{
    std::vector<int> widths;
    for (const ColumnNeed& need : needs)
        widths.push_back(std::max(std::min(need.wanted, cap), std::min(need.wanted, need.least)));
    return widths;
}

int sumOf(const std::vector<int>& widths)
{
    int sum = 0;
    for (const int width : widths)
        sum += width;
    return sum;
}

} // namespace

std::vector<int> columnWidths(const std::vector<ColumnNeed>& needs, int room)
{
    if (needs.empty()) return {};
    int low = 0, high = 0; // The largest cap under which all fit: 0 when none does.
    for (const ColumnNeed& need : needs)
        high = std::max(high, need.wanted);
    while (low < high) {
        const int cap = low + (high - low + 1) / 2;
        if (sumOf(cappedAt(cap, needs)) <= room)
            low = cap;
        else
            high = cap - 1;
    }
    std::vector<int> widths = cappedAt(low, needs);
    widths.front() += std::max(0, room - sumOf(widths));
    return widths;
}

} // namespace widgets
