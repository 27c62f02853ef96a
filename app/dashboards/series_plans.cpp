// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/charts.h"
#include "app/dashboards/comparison.h"
#include "app/dashboards/feeds_now.h"
#include "app/dashboards/levels.h"
#include "app/dashboards/select.h"
#include "app/dashboards/stand_ins.h"

#include <algorithm>

namespace app {

namespace {

constexpr std::size_t MostLines = 5;
constexpr std::size_t MostPlaceCharts = 6;

// A range the user chose wins over the pack's.
city::Duration rangeOf(const Scope& scope, const ChartSpec& spec)
{
    const bool chosen = scope.focus.range != city::Focus{}.range;
    return chosen ? scope.focus.range : spec.range.value_or(scope.focus.range);
}

SeriesPlan planOfArea(const Scope& scope, const ChartSpec& spec, std::size_t number)
{
    SeriesPlan plan{chartId(scope, number), chartTitle(scope, spec), {}, SeriesPlan::Naming::Places, rangeOf(scope, spec), {}};
    auto [rows, instead] = placesSpeaking(scope, spec.of, spec.value);
    plan.instead = instead;
    plan.incidence = spec.kind == QLatin1String("incidence");
    const Measure scale = measure(scope, spec.value);
    std::erase_if(rows, [&](int row) {
        const Reading reading = scope.index.reading(row, spec.value);
        return !reading || !passesLevel(scope, scale, reading);
    });
    rankWorstFirst(scope, rows, spec.value);
    if (const int other = worstOfOther(scope, spec.of, spec.value); other >= 0 && !rows.empty()) {
        plan.lines = {{rows.front(), spec.value}, {other, spec.value}}; // The worst of both.
        return plan;
    }
    for (std::size_t i = 0; i < rows.size() && i < MostLines; ++i)
        plan.lines.emplace_back(rows[i], spec.value);
    if (rows.size() == 1) { // the one place there is: with all that the pack draws beside it
        plan.naming = SeriesPlan::Naming::Quantities;
        for (const QString& also : spec.also)
            plan.lines.emplace_back(rows.front(), also);
    }
    if (plan.lines.empty()) plan.note = whyNoData(scope, feedsFor(scope, {spec.value, {}, {}, FeedsFor::Alerts::No}));
    return plan;
}

// The quantities of a place as charts: those drawn together by the pack first, then each unit on its own axis.
std::vector<QStringList> groups(const Scope& scope)
{
    QStringList left = scope.index.quantitiesOf(scope.placeRow);
    std::vector<QStringList> found;
    const auto take = [&](const QStringList& wanted) {
        QStringList group;
        for (const QString& one : wanted)
            if (left.removeAll(one) > 0) group << one;
        if (!group.isEmpty()) found.push_back(group);
    };
    if (!scope.focus.quantity.isEmpty()) take({scope.focus.quantity});
    for (const ChartSpec& spec : chartSpecs(scope))
        if (spec.kind == QLatin1String("series") && left.contains(spec.value)) take(QStringList{spec.value} + spec.also);
    while (!left.isEmpty()) {
        QStringList same;
        const Measure first = measure(scope, left.front());
        for (const QString& one : std::as_const(left)) {
            const Measure other = measure(scope, one);
            const bool together = first.quantity && other.quantity && first.quantity->unit == other.quantity->unit &&
                                  !first.scale && !other.scale;
            if (one == left.front() || together) same << one;
        }
        take(same);
    }
    return found;
}

/// One quantity a chart, of both places.
std::vector<SeriesPlan> plansOfTwo(const Scope& scope, int other)
{
    std::vector<SeriesPlan> plans;
    for (const QStringList& group : groups(scope))
        for (const QString& quantity : group) {
            if (plans.size() == MostPlaceCharts || !scope.index.reading(other, quantity)) continue;
            plans.push_back({QStringLiteral("%1/two/%2").arg(scope.focus.dashboard, quantity), scope.quantityName(quantity),
                             {{scope.placeRow, quantity}, {other, quantity}}, SeriesPlan::Naming::Places, scope.focus.range, {}});
        }
    return plans;
}

std::vector<SeriesPlan> plansOfPlace(const Scope& scope)
{
    if (const Against other = againstOf(scope); other.row >= 0)
        if (auto two = plansOfTwo(scope, other.row); !two.empty()) return two;
    std::vector<SeriesPlan> plans;
    for (const QStringList& group : groups(scope)) {
        if (plans.size() == MostPlaceCharts) break;
        SeriesPlan plan;
        plan.id = QStringLiteral("%1/place/%2").arg(scope.focus.dashboard, group.front());
        plan.title = scope.quantityName(group.front());
        plan.naming = SeriesPlan::Naming::Quantities;
        plan.range = scope.focus.range;
        for (const QString& quantity : group.mid(0, static_cast<qsizetype>(MostLines)))
            plan.lines.emplace_back(scope.placeRow, quantity);
        plans.push_back(std::move(plan));
    }
    return plans;
}

} // namespace

std::vector<SeriesPlan> seriesPlans(const Scope& scope)
{
    if (scope.placeRow >= 0) return plansOfPlace(scope);
    std::vector<SeriesPlan> plans;
    const std::vector<ChartSpec> specs = chartSpecs(scope);
    for (std::size_t i = 0; i < specs.size(); ++i)
        if (isOverTime(specs[i])) plans.push_back(planOfArea(scope, specs[i], i));
    return plans;
}

} // namespace app
