// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reports/expected.h"

#include "app/dashboards/charts.h"
#include "app/dashboards/forecasts.h"
#include "app/dashboards/usual.h"
#include "app/reports/block_scope.h"

#include <QSet>

namespace app {

namespace {

using Kind = ReportBlockSpec::Kind;

constexpr city::Duration reach = std::chrono::hours(24 * 63); ///< Eight weeks, and one for holidays that fall out.
constexpr qsizetype mostForecasts = 12;

bool speaksOfUsual(const ReportBlockSpec& block)
{
    return block.kind == Kind::Tiles || block.kind == Kind::Charts;
}

// The numbers of the block's tiles, worked out anew for the same time on days like this one.
void addNumbers(const BlockScope& at, const ReportPast& past, Usual& usual)
{
    std::vector<DashboardInput> then = past.cities;
    for (DashboardInput& one : then) {
        one.pack = at.input().pack;
        one.focus = at.input().focus;
        one.language = at.input().language;
    }
    usual.numbers = usualNumbers(then);
    DashboardInput hourly = at.input();
    hourly.history = past.hours;
    usual.tiles = tileWeeks(hourly);
    usual.focus = at.scope().focus;
    usual.moments = past.moments;
}

// Of the first line of each chart, as on screen: fans over each other say nothing.
void addForecasts(const BlockScope& at, const ReportPast& past, Forecasts& all)
{
    for (const SeriesPlan& plan : seriesPlans(at.scope())) {
        if (plan.lines.empty() || all.made.size() >= mostForecasts) continue;
        const auto& [row, quantity] = plan.lines.front();
        const Usual::SeriesKey key(*at.scope().index.at(row).id, quantity);
        if (all.made.contains(key) || all.refused.contains(key)) continue;
        const auto hours = std::find_if(past.hours.begin(), past.hours.end(), [&](const city::Series& one) { return one.place == key.first && one.quantity == key.second; });
        if (hours == past.hours.end()) continue;
        const auto one = forecastOf(*at.input().pack, *hours, at.scope().now);
        if (one.ok())
            all.made.insert(key, *one);
        else
            all.refused.insert(key, one.problem().text);
    }
}

} // namespace

std::vector<history::SeriesQuery> hoursFor(const ReportInput& in)
{
    std::vector<history::SeriesQuery> queries;
    QSet<QPair<city::PlaceId, QString>> known;
    for (const ReportBlockSpec& spec : in.spec.blocks) {
        if (!speaksOfUsual(spec)) continue;
        const BlockScope at(in, spec, in.order.to, in.snapshot);
        for (history::SeriesQuery query : seriesNeeded(*at.input().pack, *in.snapshot, at.input().focus, in.order.to)) {
            if (known.contains({query.place, query.quantity})) continue;
            known.insert({query.place, query.quantity});
            query.from = in.order.to - reach;
            query.to = in.order.to;
            query.asOf = in.order.asOf;
            queries.push_back(std::move(query));
        }
    }
    return queries;
}

void addExpected(ReportInput& in, const ReportPast& past)
{
    Usual shared;
    shared.series = typicalWeeks(past.hours, in.order.to, in.pack->calendar);
    auto forecasts = std::make_shared<Forecasts>();
    in.usual.assign(in.spec.blocks.size(), nullptr);
    for (std::size_t i = 0; i < in.spec.blocks.size(); ++i) {
        const ReportBlockSpec& spec = in.spec.blocks[i];
        if (!speaksOfUsual(spec)) continue;
        const BlockScope at(in, spec, in.order.to, in.snapshot);
        Usual usual = shared;
        if (spec.kind == Kind::Tiles)
            addNumbers(at, past, usual);
        else
            addForecasts(at, past, *forecasts);
        in.usual[i] = std::make_shared<const Usual>(std::move(usual));
    }
    in.forecasts = std::move(forecasts);
}

} // namespace app
