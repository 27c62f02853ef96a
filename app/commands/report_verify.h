// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/packs/pack.h"
#include "app/reports/write_report.h"
#include "app/shell/language.h"
#include "app/shell/report_making.h"

namespace app {

/// Where a report is made anew from.
struct VerifyFrom {
    std::shared_ptr<const Pack> pack;
    RunOptions run;
    widgets::Theme theme;
};

/// Gathers what reports are made from, waiting in an event loop; empty, with the reason, when that failed.
std::vector<ReportInput> gatherReports(const ReportJob& job, QString& wrong);

/// The same reports in each language, for `--lang both`: one list for each order; empty, with the reason, when that
/// failed. Leaves the language at the last one.
std::vector<std::vector<Edition>> editionsOf(ReportJob job, Language& language, QString& wrong);

/// Makes the report of a file, or of a code, anew from the history as it was known then, says whether every number
/// agrees, and names those that do not. Answers an ExitStatus: Failed when something differs.
int verifyReport(const QString& codeOrFile, const VerifyFrom& from, Language& language);

} // namespace app
