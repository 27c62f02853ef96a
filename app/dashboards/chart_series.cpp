// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/charts.h"
#include "app/dashboards/crossings.h"
#include "app/dashboards/forecasts.h"
#include "app/dashboards/format.h"
#include "app/dashboards/past.h"
#include "app/dashboards/provenance.h"
#include "app/dashboards/usual.h"
#include "app/dashboards/withheld.h"

#include <algorithm>
#include <cmath>

namespace app {

namespace {

std::vector<city::Sample> samplesOf(const Scope& scope, int row, const QString& quantity, const city::TimeSpan& shown)
{
    std::vector<city::Sample> samples = samplesWithin(scope.series(*scope.index.at(row).id, quantity), shown.from, shown.to);
    // What has just come in may not be in the store's answer yet.
    const Reading reading = scope.index.reading(row, quantity);
    const bool usable = reading && reading.freshness != city::Freshness::Future;
    if (usable && reading.observation->observedAt >= shown.from && reading.observation->observedAt <= shown.to &&
        (samples.empty() || samples.back().at < reading.observation->observedAt))
        samples.push_back({reading.observation->observedAt, reading.value()});
    return samples;
}

// An open-ended level reaches as far as the data do.
std::vector<widgets::ChartBand> bandsOf(const Scope& scope, const Measure& scale, double highest)
{
    std::vector<widgets::ChartBand> bands;
    if (!scale.scale) return bands;
    for (const indicators::Level& level : scale.scale->levels) {
        double from = scale.inQuantityUnit(level.from), to = scale.inQuantityUnit(level.to);
        if (!std::isfinite(from)) from = std::min(0.0, to);
        if (!std::isfinite(to)) to = std::max(highest, from + std::max(1.0, std::abs(from)));
        bands.push_back({from, to, level.colour, scope.text(level.word)});
    }
    return bands;
}

void addState(const Scope& scope, const SeriesPlan& plan, widgets::ChartData& chart)
{
    Aggregated all;
    const QString& quantity = plan.lines.front().second;
    std::vector<int> rows;
    for (const auto& [row, of] : plan.lines)
        if (of == quantity) rows.push_back(row);
    all = usable(scope, rows, quantity).counts;
    chart.freshness = all.freshness;
    if (all.oldest) chart.age = ageText(scope.now - *all.oldest);
    chart.source = provenance(scope, all, measure(scope, quantity));
    for (const city::FeedPicture* feed : all.feeds)
        chart.gap = std::max(chart.gap, 3 * feed->state.promise.cadence + feed->state.promise.grace);
}

// Where the forecast is expected to enter a worse level first; the others are told with the forecast.
void addCrossings(const Scope& scope, int row, const QString& quantity, widgets::ChartData& chart)
{
    const Measure its = measure(scope, quantity);
    for (const indicators::ExpectedCrossing& one : crossingsOf(scope, row, quantity, limitsOf(scope, quantity))) {
        if (!one.likely || one.at > chart.to) continue;
        const indicators::Level* level = its.level(one.limit.value);
        const QString what = level ? scope.text(level->word) : valueText(scope, its, one.limit.value);
        const QString when = city::inZone(one.at, scope.pack.zone, QStringLiteral("M/d HH:mm"));
        if (chart.marks.empty() || one.at < chart.marks.front().at)
            chart.marks = {{one.at, one.value, say(QT_TRANSLATE_NOOP("Message", "%1 %2"), {what, when})}};
        chart.forecastLines << say(QT_TRANSLATE_NOOP("Message", "Expected: %1 from %2"), {what, when});
    }
}

// Of the first line only where several places share the chart: fans over each other say nothing.
void addForecasts(const Scope& scope, const SeriesPlan& plan, widgets::ChartData& chart)
{
    if (!scope.in.forecasts || scope.focus.span) return;
    const bool ofOnePlace = plan.naming == SeriesPlan::Naming::Quantities;
    for (std::size_t i = 0; i < plan.lines.size() && (i == 0 || (ofOnePlace && plan.lines.size() <= 2)); ++i) {
        const auto& [row, quantity] = plan.lines[i];
        const auto made = scope.in.forecasts->made.value({*scope.index.at(row).id, quantity});
        const auto refused = scope.in.forecasts->refused.constFind({*scope.index.at(row).id, quantity});
        if (refused != scope.in.forecasts->refused.cend())
            chart.forecastLines << say(QT_TRANSLATE_NOOP("Message", "No forecast: %1"), {refused->toString()});
        // What is made of stale values is no forecast of what comes next.
        const city::Quantity* known = scope.quantity(quantity);
        if (!made || !known || !scope.index.reading(row, quantity).isCurrent()) continue;
        const city::Instant to = scope.now + aheadOf(*known, plan.range, scope.placeRow >= 0);
        chart.series[i].fan = fanOf(*made, to);
        if (chart.series[i].fan.empty()) continue;
        chart.now = scope.now;
        chart.to = std::max(chart.to, std::min(to, chart.series[i].fan.back().at));
        chart.forecastLines << forecastLine(*made, scope.pack, scope.now);
        addCrossings(scope, row, quantity, chart);
    }
}

// Where a value must not be told the line has a gap; how many there are is said.
void addWithheld(const Scope& scope, const SeriesPlan& plan, widgets::ChartData& chart)
{
    qsizetype withheld = 0, samples = 0;
    for (const auto& [row, quantity] : plan.lines) {
        const city::Series* series = scope.series(*scope.index.at(row).id, quantity);
        if (!series) continue;
        withheld += std::count_if(series->withheld.begin(), series->withheld.end(), [&](city::Instant at) { return at >= chart.from && at <= chart.to; });
    }
    for (const widgets::ChartSeries& line : chart.series) samples += static_cast<qsizetype>(line.samples.size());
    if (withheld == 0) return;
    const QString& quantity = plan.lines.front().second;
    chart.source.lines << say(QT_TRANSLATE_NOOP("Message", "%1 values: %2"), {number(withheld), withheldText(scope, quantity)});
    if (samples < 2) chart.note = withheldText(scope, quantity);
}

} // namespace

widgets::ChartData seriesChart(const Scope& scope, const SeriesPlan& plan)
{
    widgets::ChartData chart;
    chart.id = plan.id;
    chart.title = titleInstead(plan.title, plan.instead);
    const city::TimeSpan shown = shownTime(scope, plan.range);
    chart.from = shown.from;
    chart.to = shown.to;
    chart.note = plan.note;
    if (plan.lines.empty()) return chart;
    const Measure first = measure(scope, plan.lines.front().second);
    chart.unit = unitOf(scope, first);
    chart.decimals = first.decimals();
    double highest = -std::numeric_limits<double>::infinity();
    std::size_t longest = 0;
    for (const auto& [row, quantity] : plan.lines) {
        widgets::ChartSeries line;
        line.name = plan.naming == SeriesPlan::Naming::Places ? scope.placeName(row) : scope.quantityName(quantity);
        line.colour = scope.in.theme.seriesColour(chart.series.size());
        line.samples = samplesOf(scope, row, quantity, shown);
        line.usual = usualBand(scope, {*scope.index.at(row).id, quantity}, chart.from, chart.to);
        for (const city::Sample& sample : line.samples)
            highest = std::max(highest, sample.value);
        longest = std::max(longest, line.samples.size());
        chart.series.push_back(std::move(line));
    }
    chart.bands = bandsOf(scope, first, highest);
    addState(scope, plan, chart);
    if (plan.incidence)
        asIncidence(scope, plan, chart);
    else
        addForecasts(scope, plan, chart);
    addWithheld(scope, plan, chart);
    if (longest < 2 && chart.note.isEmpty())
        chart.note = say(QT_TRANSLATE_NOOP("Message", "No history of this yet. It is kept while the program runs."));
    return chart;
}

} // namespace app
