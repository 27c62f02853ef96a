// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dashboards/aggregate.h"
#include "app/dashboards/levels.h"
#include "app/dashboards/scope.h"
#include "app/reports/build_report.h"


namespace app {

/// A block of a report read as a dashboard of its own: what dashboards compute is then all there is to compute. Must not
/// outlive the input of the report.
class BlockScope {
public:
    /// `at` and `snapshot`: of the report's end, or of one of its moments. `block` is one of the report's own. `focus`:
    /// what is looked at; nothing: the area of the order.
    BlockScope(const ReportInput& report, const ReportBlockSpec& block, city::Instant at,
               std::shared_ptr<const city::CitySnapshot> snapshot, const std::optional<city::Focus>& focus = {});

    const Scope& scope() const { return *m_scope; }
    const DashboardInput& input() const { return m_input; }

private:
    DashboardInput m_input;
    std::unique_ptr<Scope> m_scope;
};

/// The blocks by what they are made of. `spec` is the block's.
ReportBlock headlinesBlock(const Scope& scope);
ReportBlock tilesBlock(const Scope& scope);
ReportBlock mapBlock(const Scope& scope);
ReportBlock chartsBlock(const Scope& scope);
ReportBlock tableBlock(const Scope& scope, const ReportBlockSpec& spec);
ReportBlock alertsBlock(const Scope& scope);
ReportBlock impactBlock(const ReportInput& report, const ReportBlockSpec& spec, const Scope& scope);
ReportBlock feedsBlock(const Scope& scope);
ReportBlock attainmentBlock(const Scope& scope, city::Instant from);
ReportBlock periodBlock(const Scope& scope, const ReportBlockSpec& spec, city::Instant from, city::Instant to);
ReportBlock momentsBlock(const ReportInput& report, const ReportBlockSpec& spec);

/// Rows whose series a period block reads: at most 60, in the order of the index.
std::vector<int> periodRows(const Scope& scope, const ReportBlockSpec& spec);

/// A figure of a value made of many places.
Figure figureOf(const Scope& scope, const QString& what, const QString& quantity, const Aggregated& value, const QString& text);
/// Of one reading.
Figure figureOf(const Scope& scope, const QString& what, const QString& quantity, const Reading& reading);
/// "tw-aqi-2025 2025-01"; empty without a scale.
QString scaleName(const Measure& measure);
/// Adds those that are not in `all` yet.
void addNew(QStringList& all, const QStringList& more);

} // namespace app
