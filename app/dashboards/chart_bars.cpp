// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/chart_corridors.h"
#include "app/dashboards/charts.h"
#include "app/dashboards/feeds_now.h"
#include "app/dashboards/format.h"
#include "app/dashboards/provenance.h"
#include "app/dashboards/select.h"
#include "app/dashboards/stand_ins.h"
#include "app/dashboards/usual.h"
#include "app/dashboards/withheld.h"

#include <algorithm>

namespace app {

namespace {

constexpr std::size_t FewPlaces = 40; // so many are ranked themselves where the innermost areas are all that is left

struct AreaBar {
    int area;
    Aggregated value;
};

bool isByPlaces(const Scope& scope, const ChartSpec& spec, const std::vector<int>& rows)
{
    if (spec.by == QLatin1String("places")) return true;
    const bool innermost = scope.area >= 0 && scope.areas.levelBelow(scope.shownLevel()).isEmpty();
    return spec.by == QLatin1String("next level down") && innermost && !scope.areas.levels().contains(spec.of) &&
           rows.size() <= FewPlaces;
}

void colour(const Measure& scale, const QString& how, double value, widgets::ChartBar& bar)
{
    if (how == QLatin1String("sum") || how == QLatin1String("count")) return;
    if (const indicators::Level* level = scale.level(value)) bar.colour = level->colour;
}

QString tipOf(const Scope& scope, const Measure& scale, const Aggregated& value, const QString& quantity)
{
    QStringList lines;
    if (value.value)
        if (const indicators::Level* level = scale.level(*value.value)) lines << scope.text(level->word);
    if (value.isWithheld) lines << insteadOfNumber(scope, value, quantity);
    lines << say(QT_TRANSLATE_NOOP("Message", "%1 of %2 places"), {number(value.used, 0), number(value.places, 0)});
    if (const QString left = leftOutText(value); !left.isEmpty()) lines << left;
    return lines.join(QLatin1Char('\n'));
}

bool anyValue(const widgets::ChartData& chart)
{
    return std::any_of(chart.bars.begin(), chart.bars.end(), [](const auto& bar) { return bar.value.has_value(); });
}

void addPlaceBars(const Scope& scope, const ChartSpec& spec, std::vector<int> rows, widgets::ChartData& chart)
{
    const Measure scale = measure(scope, spec.value);
    std::erase_if(rows, [&](int row) { return !passesLevel(scope, scale, scope.index.reading(row, spec.value)); });
    rankWorstFirst(scope, rows, spec.value);
    for (const int row : rows) {
        if (chart.bars.size() == static_cast<std::size_t>(spec.limit)) break;
        widgets::ChartBar bar;
        bar.label = scope.placeName(row);
        const Reading reading = scope.index.reading(row, spec.value);
        if (reading.isCurrent()) {
            bar.value = reading.value();
            bar.valueText = valueText(scope, scale, reading.value());
            colour(scale, {}, reading.value(), bar);
        } else {
            bar.valueText = reading.isWithheld() ? withheldWord() : city::freshnessText(reading.freshness).toString();
        }
        bar.tip = scope.areaPath(scope.index.at(row).area);
        bar.selected = row == scope.placeRow;
        bar.target = scope.focusOnPlace(row);
        chart.bars.push_back(std::move(bar));
    }
}

std::vector<AreaBar> rankedAreas(const Scope& scope, const ChartSpec& spec, const std::vector<int>& rows,
                                 const std::vector<int>& areas, const QString& level)
{
    const auto groups = groupByArea(scope, rows, level);
    std::vector<AreaBar> ranked;
    for (const int area : areas)
        ranked.push_back({area, aggregateOwn(scope, groups.value(area), spec.value)});
    const bool high = measure(scope, spec.value).worstIsHigh();
    std::stable_sort(ranked.begin(), ranked.end(), [high](const AreaBar& a, const AreaBar& b) {
        if (!a.value.value || !b.value.value) return a.value.value.has_value() > b.value.value.has_value();
        return high ? *a.value.value > *b.value.value : *a.value.value < *b.value.value;
    });
    return ranked;
}

void addAreaBars(const Scope& scope, const ChartSpec& spec, widgets::ChartData& chart)
{
    const bool named = scope.areas.levels().contains(spec.by);
    const QString level = named ? spec.by : levelFor(scope, spec.of);
    // Where the focus is the very area that is measured, its neighbours give it a measure.
    std::vector<int> areas = scope.areasIn(level);
    std::vector<int> rows = placesInFocus(scope, spec.of, spec.value);
    if (areas.size() <= 1 && scope.area >= 0) {
        const int parent = scope.areas.at(areas.empty() ? scope.areas.ancestor(scope.area, level) : areas.front()).parent;
        areas = scope.areas.children(parent);
        rows = placesAnywhere(scope, spec.of, spec.value);
    }
    const Measure scale = measure(scope, spec.value);
    const QString how = ownAggregate(scope, spec.value);
    for (const AreaBar& one : rankedAreas(scope, spec, rows, areas, level)) {
        if (chart.bars.size() == static_cast<std::size_t>(spec.limit)) break;
        widgets::ChartBar bar;
        bar.label = scope.areaName(one.area);
        bar.value = one.value.freshness <= city::Freshness::Late ? one.value.value : std::nullopt;
        bar.valueText = bar.value ? valueText(scope, scale, *bar.value)
                                  : one.value.isWithheld ? withheldWord() : city::freshnessText(one.value.freshness).toString();
        if (bar.value) colour(scale, how, *bar.value, bar);
        bar.tip = tipOf(scope, scale, one.value, spec.value);
        bar.selected = one.area == scope.area;
        bar.target = scope.focusOnArea(one.area);
        chart.bars.push_back(std::move(bar));
    }
}

void addCorridorBars(const Scope& scope, const ChartSpec& spec, const std::vector<int>& rows, widgets::ChartData& chart)
{
    const Measure its = measure(scope, spec.value);
    for (const Corridor& one : corridors(scope, rows, spec.value)) {
        if (chart.bars.size() == static_cast<std::size_t>(spec.limit)) break;
        widgets::ChartBar bar;
        bar.label = one.name;
        bar.value = one.speed;
        bar.valueText = valueText(scope, its, one.speed);
        bar.tip = say(QT_TRANSLATE_NOOP("Message", "%1 sections; slowest: %2, %3"),
                      {number(static_cast<qsizetype>(one.sections)), scope.placeName(one.worstRow), valueText(scope, its, one.least)});
        const indicators::Typical* usual =
            numbersHold(scope) ? scope.in.usual->number(corridorKey(spec.value, one.name), scope.focus) : nullptr;
        if (usual) {
            const QString said = usualText(scope, *usual, one.speed, {unitOf(scope, its), its.decimals()}, scope.now);
            bar.usual = said.section(QLatin1Char('\n'), 0, 0);
            bar.tip += QLatin1Char('\n') + said.section(QLatin1Char('\n'), -1);
        }
        bar.target = scope.focusOnPlace(one.worstRow);
        chart.bars.push_back(std::move(bar));
    }
}

} // namespace

widgets::ChartData barChart(const Scope& scope, const ChartSpec& spec)
{
    widgets::ChartData chart;
    chart.kind = widgets::ChartData::Kind::Bars;
    chart.title = chartTitle(scope, spec);
    const Measure scale = measure(scope, spec.value);
    chart.unit = unitOf(scope, scale);
    chart.decimals = scale.decimals();
    const auto [rows, instead] = placesSpeaking(scope, spec.of, spec.value);
    if (spec.by == QLatin1String("corridors"))
        addCorridorBars(scope, spec, rows, chart);
    else if (!isByPlaces(scope, spec, rows))
        addAreaBars(scope, spec, chart);
    const bool corridors_ = spec.by == QLatin1String("corridors");
    if (corridors_ || !anyValue(chart)) chart.title = titleInstead(chart.title, instead);
    // Where no area and no whole road has a value of its own, the places that speak for it are told.
    if (!anyValue(chart) && (corridors_ || isByPlaces(scope, spec, rows) || !instead.isEmpty())) {
        chart.bars.clear();
        addPlaceBars(scope, spec, rows, chart);
    }
    const Aggregated inputs = usable(scope, rows, spec.value).counts;
    chart.freshness = inputs.freshness;
    if (inputs.oldest) chart.age = ageText(scope.now - *inputs.oldest);
    chart.source = provenance(scope, inputs, scale);
    if (!anyValue(chart)) {
        chart.bars.clear();
        chart.note = inputs.withheld > 0 ? withheldText(scope, spec.value) : whyNoData(scope, feedsFor(scope, {spec.value, {}, {}, FeedsFor::Alerts::No}));
    }
    return chart;
}

} // namespace app
