// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/charts.h"

#include <algorithm>

namespace app {

namespace {

// Whether places of a kind have the quantity at all.
bool kindHas(const Scope& scope, const QString& kind, const QString& quantity)
{
    if (kind.isEmpty()) return scope.index.knowsQuantity(quantity);
    const std::vector<int>& rows = scope.index.ofKind(kind);
    return std::any_of(rows.begin(), rows.end(),
                       [&](int row) { return static_cast<bool>(scope.index.reading(row, quantity)); });
}

widgets::ChartData chart(const Scope& scope, const ChartSpec& spec)
{
    if (spec.kind == QLatin1String("levels")) return levelChart(scope, spec);
    if (spec.kind == QLatin1String("events")) return eventChart(scope, spec);
    if (spec.kind == QLatin1String("histogram")) return histogram(scope, spec);
    return barChart(scope, spec);
}

} // namespace

QString chartId(const Scope& scope, std::size_t number)
{
    return QStringLiteral("%1/chart%2").arg(scope.focus.dashboard).arg(number);
}

city::TimeSpan shownTime(const Scope& scope, city::Duration range)
{
    return scope.focus.span.value_or(city::TimeSpan{scope.now - range, scope.now});
}

QString chartTitle(const Scope& scope, const ChartSpec& spec)
{
    return spec.title.isEmpty() ? scope.quantityName(spec.value) : scope.text(spec.title);
}

std::vector<ChartSpec> chartSpecs(const Scope& scope)
{
    if (!scope.spec) return {};
    std::vector<ChartSpec> specs = scope.spec->charts;
    const QString& wanted = scope.focus.quantity;
    if (wanted.isEmpty()) return specs;
    for (ChartSpec& spec : specs) {
        if (spec.value == wanted || !kindHas(scope, spec.of, wanted)) continue;
        if (!spec.also.contains(wanted)) spec.also.clear();
        spec.also.removeAll(wanted);
        spec.value = wanted;
        spec.title = city::LocalText(scope.quantityName(wanted));
    }
    return specs;
}

std::vector<widgets::ChartData> charts(const Scope& scope)
{
    std::vector<widgets::ChartData> made;
    const std::vector<ChartSpec> specs = chartSpecs(scope);
    const std::vector<SeriesPlan> plans = seriesPlans(scope);
    if (scope.placeRow >= 0)
        for (const SeriesPlan& plan : plans)
            made.push_back(seriesChart(scope, plan));
    for (std::size_t i = 0; i < specs.size(); ++i) {
        const QString id = chartId(scope, i);
        if (specs[i].kind != QLatin1String("series")) {
            made.push_back(chart(scope, specs[i]));
            made.back().id = id;
            continue;
        }
        const auto plan = std::find_if(plans.begin(), plans.end(), [&](const SeriesPlan& one) { return one.id == id; });
        if (scope.placeRow < 0 && plan != plans.end()) made.push_back(seriesChart(scope, *plan));
    }
    return made;
}

} // namespace app
