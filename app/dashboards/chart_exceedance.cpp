// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/charts.h"
#include "app/dashboards/feeds_now.h"
#include "app/dashboards/format.h"
#include "app/dashboards/provenance.h"
#include "app/dashboards/stand_ins.h"
#include "app/dashboards/usual.h"

#include <algorithm>

namespace app {

namespace {

constexpr city::Duration Usually{60 * 24 * 3600'000LL};

struct Counted {
    int row;
    indicators::Exceedance days;
};

std::vector<Counted> countedDays(const Scope& scope, const ChartSpec& spec, const std::vector<int>& rows)
{
    const QDate today =
        QDateTime::fromMSecsSinceEpoch(scope.now.time_since_epoch().count(), scope.pack.zone).date();
    const auto days =
        std::chrono::duration_cast<std::chrono::hours>(spec.range.value_or(Usually)).count() / 24;
    const auto what = spec.ofDay == QLatin1String("max") ? indicators::OfDay::Most : indicators::OfDay::Mean;
    std::vector<Counted> counted;
    for (const int row : rows) {
        const auto known = scope.in.usual->days.constFind({*scope.index.at(row).id, spec.value});
        if (known == scope.in.usual->days.cend()) continue;
        counted.push_back({row, indicators::exceedance(*known, spec.threshold, what, today.addDays(-days))});
    }
    std::erase_if(counted, [](const Counted& one) { return one.days.of == 0; });
    std::stable_sort(counted.begin(), counted.end(),
                     [](const Counted& a, const Counted& b) { return a.days.days > b.days.days; });
    return counted;
}

} // namespace

std::vector<int> exceedanceRows(const Scope& scope, const ChartSpec& spec)
{
    constexpr std::size_t Most = 24;
    std::vector<int> rows = placesSpeaking(scope, spec.of, spec.value).rows;
    std::erase_if(rows, [&](int row) { return !scope.index.reading(row, spec.value); });
    if (rows.size() > Most) rows.resize(Most);
    return rows;
}

widgets::ChartData exceedanceChart(const Scope& scope, const ChartSpec& spec)
{
    widgets::ChartData chart;
    chart.kind = widgets::ChartData::Kind::Bars;
    const auto [all, instead] = placesSpeaking(scope, spec.of, spec.value);
    chart.title = titleInstead(chartTitle(scope, spec), instead);
    const std::vector<int> rows = exceedanceRows(scope, spec);
    const Aggregated inputs = usable(scope, rows, spec.value).counts;
    const Measure its = measure(scope, spec.value);
    chart.freshness = inputs.freshness;
    chart.source = provenance(scope, inputs, its);
    chart.source.lines << (spec.ofDay == QLatin1String("max")
                               ? say(QT_TRANSLATE_NOOP("Message", "Counted: days with an hour above %1"),
                                     {valueText(scope, its, spec.threshold)})
                               : say(QT_TRANSLATE_NOOP("Message", "Counted: days with a mean above %1"),
                                     {valueText(scope, its, spec.threshold)}))
                       << say(QT_TRANSLATE_NOOP("Message",
                                                "A day counts when 18 of its hours have a value."));
    if (rows.empty()) {
        chart.note = whyNoData(scope, feedsFor(scope, {spec.value, {}, {}, FeedsFor::Alerts::No}));
        return chart;
    }
    const bool known = scope.in.usual && std::any_of(rows.begin(), rows.end(), [&](int row) {
                           return scope.in.usual->days.contains({*scope.index.at(row).id, spec.value});
                       });
    if (!known) {
        chart.note = say(QT_TRANSLATE_NOOP("Message", "Days are being counted …"));
        return chart;
    }
    for (const Counted& one : countedDays(scope, spec, rows)) {
        if (chart.bars.size() == static_cast<std::size_t>(spec.limit)) break;
        widgets::ChartBar bar;
        bar.label = scope.placeName(one.row);
        bar.value = one.days.days;
        bar.valueText =
            say(QT_TRANSLATE_NOOP("Message", "%1 of %2 d"),
                {number(static_cast<qsizetype>(one.days.days)), number(static_cast<qsizetype>(one.days.of))});
        bar.tip = scope.areaPath(scope.index.at(one.row).area);
        bar.selected = one.row == scope.placeRow;
        bar.target = scope.focusOnPlace(one.row);
        chart.bars.push_back(std::move(bar));
    }
    if (chart.bars.empty())
        chart.note = say(
            QT_TRANSLATE_NOOP("Message", "No day is known well enough yet: 18 of its hours need a value."));
    return chart;
}

} // namespace app
