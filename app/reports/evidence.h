// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/reports/report.h"

namespace app {

/// The feeds a report rests on, as a table: the last section on paper, a sheet of a workbook, the end of a page.
TableBlock feedsUsed(const Report& report);
/// Everything else that has to be said about where the numbers come from: titles, each with its lines.
std::vector<QPair<QString, QStringList>> evidenceTexts(const Report& report);

} // namespace app
