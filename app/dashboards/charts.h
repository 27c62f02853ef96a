// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dashboards/scope.h"

namespace app {

/// The charts of the dashboard in focus. With a place in focus, that place's own quantities come first, as series.
std::vector<widgets::ChartData> charts(const Scope& scope);

/// One series chart as it is asked for: whose values of what. Also tells which series the store must give.
struct SeriesPlan {
    QString id, title;
    std::vector<std::pair<int, QString>> lines; ///< Row and quantity, in drawing order; the first names the axis.
    enum class Naming { Places, Quantities } naming = Naming::Places;
    city::Duration range{0};
    QString note; ///< Why there is no line.
    bool incidence = false; ///< See asIncidence.
    QString instead = {}; ///< Which places speak for a focus without any; see stand_ins.h.
};
/// The time a series of the last `range` shows: what was brushed, else up to now.
city::TimeSpan shownTime(const Scope& scope, city::Duration range);
std::vector<SeriesPlan> seriesPlans(const Scope& scope);
widgets::ChartData seriesChart(const Scope& scope, const SeriesPlan& plan);

/// The other kinds, by their spec with the quantity of the focus put in.
widgets::ChartData barChart(const Scope& scope, const ChartSpec& spec);
widgets::ChartData levelChart(const Scope& scope, const ChartSpec& spec);
widgets::ChartData histogram(const Scope& scope, const ChartSpec& spec);
widgets::ChartData eventChart(const Scope& scope, const ChartSpec& spec);
/// On how many days each place was above the threshold, from what history told (Usual::days).
widgets::ChartData exceedanceChart(const Scope& scope, const ChartSpec& spec);
/// The places it counts the days of.
std::vector<int> exceedanceRows(const Scope& scope, const ChartSpec& spec);
/// Where there is room near the fullest place of the focus, the nearest first.
widgets::ChartData divertChart(const Scope& scope, const ChartSpec& spec);
/// The lines of a plan as cases of seven days per 100,000 residents, with the days marked that are still being reported.
void asIncidence(const Scope& scope, const SeriesPlan& plan, widgets::ChartData& chart);

/// The specs of the dashboard with Focus::quantity in place of theirs where it fits.
std::vector<ChartSpec> chartSpecs(const Scope& scope);
/// Whether it is drawn from series.
bool isOverTime(const ChartSpec& spec);
QString chartId(const Scope& scope, std::size_t number);
QString chartTitle(const Scope& scope, const ChartSpec& spec);
/// "Particles (3 nearest, to 2.1 km)".
QString titleInstead(const QString& title, const QString& instead);

} // namespace app
