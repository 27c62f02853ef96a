// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/pack.h"
#include "app/reports/report.h"
#include "app/shell/run_options.h"

namespace app {

/// What the command line asks of a report, as it was typed.
struct ReportWords {
    QString report, place, each, from, to, asOf, note, out, language;
};

/// The reports to make, understood and checked.
struct ReportPlan {
    std::vector<ReportOrder> orders;
    QStringList files; ///< One for each order.
    QString wrong;     ///< What is wrong with the words; empty: nothing.
};
ReportPlan planReports(const ReportWords& words, const Pack& pack, const RunOptions& run);

/// Whether the words of a command ask for both languages side by side; takes that out of them, for the program itself
/// speaks one at a time.
bool takeBoth(QStringList& words);

/// In the language of the program: the words of a command.
QString inWords(const char* text);
/// Says what is wrong to standard error; Failed.
int complain(const QString& text);

/// Where the codes of reports made here are kept.
QString recordFolder();

} // namespace app
