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

/// The specs of the dashboard with Focus::quantity in place of theirs where it fits.
std::vector<ChartSpec> chartSpecs(const Scope& scope);
QString chartId(const Scope& scope, std::size_t number);
QString chartTitle(const Scope& scope, const ChartSpec& spec);

} // namespace app
