// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dashboards/dashboard.h"
#include "app/reports/report.h"

namespace app {

/// The city at one moment of the time a report covers.
struct ReportMoment {
    city::Instant at;
    std::shared_ptr<const city::CitySnapshot> snapshot; ///< Null: nothing is known of it.
};

/// All a report is made from, by value or shared and const.
struct ReportInput {
    std::shared_ptr<const Pack> pack;
    ReportSpec spec;
    ReportOrder order;
    std::shared_ptr<const city::CitySnapshot> snapshot; ///< As of ReportOrder::to.
    std::vector<ReportMoment> moments;                  ///< Those of momentsFor(), oldest first.
    std::vector<city::Series> history;                  ///< Answers to seriesFor(), in any order.
    std::shared_ptr<const GisLayers> gis;               ///< May be null.
    std::shared_ptr<const map::ProjectedAreas> projectedAreas; ///< May be null: slower.
    std::shared_ptr<const Exposure> exposure;                  ///< May be null.
    std::vector<std::shared_ptr<const Usual>> usual;           ///< By block; empty, and null where nothing is usual.
    std::shared_ptr<const Forecasts> forecasts;                ///< Of the series in the charts; may be null.
    widgets::Theme theme;
    QString stamp;
};

/// Pure; any thread. Texts of the program are in the language of its translator, those of the pack in that of the order;
/// whoever calls sees to it that they are the same.
Report buildReport(const ReportInput& input);

/// The series a report wants of the history.
std::vector<history::SeriesQuery> seriesFor(const ReportInput& input);
/// The moments it wants to see the city at, besides the end; at most 48, oldest first.
std::vector<city::Instant> momentsFor(const ReportSpec& spec, const ReportOrder& order);

} // namespace app
