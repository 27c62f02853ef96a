// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/charts.h"
#include "app/dashboards/feeds_now.h"
#include "app/dashboards/format.h"
#include "app/dashboards/provenance.h"
#include "app/dashboards/stand_ins.h"

#include <algorithm>
#include <cmath>

namespace app {

namespace {

constexpr int Bins = 10;

widgets::ChartData begin(const Scope& scope, const ChartSpec& spec)
{
    widgets::ChartData chart;
    chart.kind = widgets::ChartData::Kind::Bars;
    chart.title = chartTitle(scope, spec);
    return chart;
}

Usable begin(const Scope& scope, const ChartSpec& spec, widgets::ChartData& chart)
{
    const auto [rows, instead] = placesSpeaking(scope, spec.of, spec.value);
    chart.title = titleInstead(chart.title, instead);
    Usable inputs = usable(scope, rows, spec.value);
    chart.freshness = inputs.counts.freshness;
    if (inputs.counts.oldest) chart.age = ageText(scope.now - *inputs.counts.oldest);
    chart.source = provenance(scope, inputs.counts, measure(scope, spec.value));
    if (inputs.readings.empty())
        chart.note = whyNoData(scope, feedsFor(scope, {spec.value, {}, {}, FeedsFor::Alerts::No}));
    return inputs;
}

// A step of 1, 2 or 5 times a power of ten that covers `span` in at most Bins steps.
double niceStep(double span)
{
    const double rough = span / Bins;
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * power >= rough) return factor * power;
    return 10 * power;
}

} // namespace

widgets::ChartData levelChart(const Scope& scope, const ChartSpec& spec)
{
    const Measure scale = measure(scope, spec.value);
    if (!scale.scale) return histogram(scope, spec);
    widgets::ChartData chart = begin(scope, spec);
    const Usable inputs = begin(scope, spec, chart);
    if (inputs.readings.empty()) return chart;
    QHash<int, int> counts;
    for (const auto& [row, reading] : inputs.readings)
        if (const indicators::Level* level = scale.level(reading.value())) ++counts[level->number];
    for (const indicators::Level& level : scale.scale->levels) {
        widgets::ChartBar bar;
        bar.label = scope.text(level.word);
        bar.value = counts.value(level.number);
        bar.valueText = number(counts.value(level.number), 0);
        bar.colour = level.colour;
        const QString key = levelKey(*scale.scale, level);
        bar.selected = scope.focus.level == key;
        bar.target = scope.focusOnLevel(key);
        chart.bars.push_back(std::move(bar));
    }
    return chart;
}

widgets::ChartData histogram(const Scope& scope, const ChartSpec& spec)
{
    widgets::ChartData chart = begin(scope, spec);
    const Usable inputs = begin(scope, spec, chart);
    if (inputs.readings.empty()) return chart;
    const Measure scale = measure(scope, spec.value);
    double least = inputs.readings.front().second.value(), most = least;
    for (const auto& [row, reading] : inputs.readings) {
        least = std::min(least, reading.value());
        most = std::max(most, reading.value());
    }
    const double step = most > least ? niceStep(most - least) : 1;
    const double from = std::floor(least / step) * step;
    std::vector<int> counts(static_cast<std::size_t>(std::floor((most - from) / step)) + 1, 0);
    for (const auto& [row, reading] : inputs.readings) {
        const double bin = std::floor((reading.value() - from) / step);
        ++counts[std::min(counts.size() - 1, static_cast<std::size_t>(std::max(0.0, bin)))];
    }
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const double low = from + step * static_cast<double>(i);
        widgets::ChartBar bar;
        bar.label = QStringLiteral("%1–%2").arg(number(low, scale.decimals()), number(low + step, scale.decimals()));
        bar.value = counts[i];
        bar.valueText = number(counts[i], 0);
        bar.tip = unitOf(scope, scale);
        chart.bars.push_back(std::move(bar));
    }
    return chart;
}

widgets::ChartData eventChart(const Scope& scope, const ChartSpec& spec)
{
    widgets::ChartData chart = begin(scope, spec);
    const QStringList feeds =
        feedsFor(scope, {{}, {}, spec.of.isEmpty() ? QStringLiteral("*") : spec.of, FeedsFor::Alerts::No});
    chart.freshness = freshnessOf(scope, feeds);
    chart.source = provenance(scope, answered(scope, feeds));
    QMap<QString, int> counts;
    for (const EventNow& one : eventsInFocus(scope, spec.of))
        ++counts[one.event->kind];
    for (auto it = counts.cbegin(); it != counts.cend(); ++it) {
        widgets::ChartBar bar;
        bar.label = scope.kindName(it.key());
        bar.value = it.value();
        bar.valueText = number(it.value(), 0);
        chart.bars.push_back(std::move(bar));
    }
    std::stable_sort(chart.bars.begin(), chart.bars.end(), [](const auto& a, const auto& b) { return *a.value > *b.value; });
    if (!chart.bars.empty()) return chart;
    chart.note = answered(scope, feeds).empty() ? whyNoData(scope, feeds)
                                                : say(QT_TRANSLATE_NOOP("Message", "Nothing is going on here."));
    return chart;
}

} // namespace app
