// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace widgets {

/// What a column of a table asks for, in pixels.
struct ColumnNeed {
    int wanted = 0; ///< To show all of its head and cells.
    int least = 0;  ///< Never less: a number cut off is another number.
};

/// Shares `room` among the columns of a table. Where it is enough each gets what it wants and the first, which
/// names the row, the rest. Where it is not, the widest give first, none below its least; when the leasts alone
/// are wider than `room` they are the answer, and the table scrolls. Pure.
std::vector<int> columnWidths(const std::vector<ColumnNeed>& needs, int room);

} // namespace widgets
