// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/reports/build_report.h"

namespace app {

/// What of the past it takes to say what is usual and what is to be expected at the end of a report.
struct ReportPast {
    std::vector<city::Series> hours;    ///< Hourly means of the series of tiles and charts, weeks of them; more do no harm.
    std::vector<city::Instant> moments; ///< The same time on days like this one,
    std::vector<DashboardInput> cities; ///< and the city then; those nothing is known of are left out.
};

/// The series whose past is wanted: those of tiles and charts, from `reach` before the end.
std::vector<history::SeriesQuery> hoursFor(const ReportInput& input);

/// Puts what is usual (ReportInput::usual, block by block) and the forecasts of its charts into an input. Slow: some tens
/// of milliseconds a forecast. Any thread.
void addExpected(ReportInput& input, const ReportPast& past);

} // namespace app
