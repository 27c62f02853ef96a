// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/charts.h"

#include "app/dashboards/feeds_now.h"
#include "app/dashboards/format.h"

#include <algorithm>

namespace app {

namespace {

constexpr std::size_t FirstOfPlace = 2;

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
    if (spec.kind == QLatin1String("exceedance")) return exceedanceChart(scope, spec);
    if (spec.kind == QLatin1String("divert")) return divertChart(scope, spec);
    if (spec.kind == QLatin1String("histogram")) return histogram(scope, spec);
    return barChart(scope, spec);
}

/// What feed would answer it, where the pack has none.
void addNeeds(const Scope& scope, const ChartSpec& spec, widgets::ChartData& chart)
{
    if (spec.needs.isEmpty() || chart.note.isEmpty() || !feedsFor(scope, {spec.value, spec.of, spec.of, FeedsFor::Alerts::No}).isEmpty()) return;
    chart.note = scope.text(spec.needs);
}

} // namespace

bool isOverTime(const ChartSpec& spec)
{
    return spec.kind == QLatin1String("series") || spec.kind == QLatin1String("incidence");
}

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

QString titleInstead(const QString& title, const QString& instead)
{
    return instead.isEmpty() ? title : say(QT_TRANSLATE_NOOP("Message", "%1 (%2)"), {title, instead});
}

std::vector<ChartSpec> chartSpecs(const Scope& scope)
{
    if (!scope.spec) return {};
    std::vector<ChartSpec> specs = scope.spec->charts;
    const QString& wanted = scope.focus.quantity;
    if (wanted.isEmpty()) return specs;
    for (ChartSpec& spec : specs) {
        const bool fixed = spec.kind == QLatin1String("exceedance") || spec.kind == QLatin1String("divert") || spec.kind == QLatin1String("incidence");
        if (fixed || spec.value == wanted || !kindHas(scope, spec.of, wanted)) continue;
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
    // Of a place its own curves come first, then what the dashboard asks of all, then the rest of its curves: where there is
    // not room for everything, these are what is left out.
    const std::size_t first = scope.placeRow >= 0 ? std::min(FirstOfPlace, plans.size()) : 0;
    for (std::size_t i = 0; i < first; ++i)
        made.push_back(seriesChart(scope, plans[i]));
    for (std::size_t i = 0; i < specs.size(); ++i) {
        const QString id = chartId(scope, i);
        if (!isOverTime(specs[i])) {
            made.push_back(chart(scope, specs[i]));
            made.back().id = id;
            addNeeds(scope, specs[i], made.back());
            continue;
        }
        const auto plan = std::find_if(plans.begin(), plans.end(), [&](const SeriesPlan& one) { return one.id == id; });
        if (scope.placeRow >= 0 || plan == plans.end()) continue;
        made.push_back(seriesChart(scope, *plan));
        addNeeds(scope, specs[i], made.back());
    }
    for (std::size_t i = first; scope.placeRow >= 0 && i < plans.size(); ++i)
        made.push_back(seriesChart(scope, plans[i]));
    return made;
}

} // namespace app
