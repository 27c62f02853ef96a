// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboards/charts.h"
#include "app/dashboards/feeds_now.h"
#include "app/dashboards/format.h"
#include "app/dashboards/provenance.h"
#include "app/dashboards/select.h"
#include "app/dashboards/stand_ins.h"

#include <algorithm>

// Where there is room near what is full.
namespace app {

namespace {

constexpr double FurthestMetres = 6000;

struct Room {
    int row;
    double metres, value;
};

bool isFull(const Measure& measure, double value, double threshold)
{
    return measure.worstIsHigh() ? value >= threshold : value <= threshold;
}

/// The place that is looked at if it is full, else the fullest of the focus.
int fullest(const Scope& scope, const ChartSpec& spec, const Measure& its)
{
    const auto full = [&](int row) {
        const Reading reading = scope.index.reading(row, spec.value);
        return reading.isCurrent() && isFull(its, reading.value(), spec.threshold);
    };
    if (scope.placeRow >= 0 && scope.index.at(scope.placeRow).id->kind == spec.of)
        return full(scope.placeRow) ? scope.placeRow : -1;
    std::vector<int> rows = placesSpeaking(scope, spec.of, spec.value).rows;
    rankWorstFirst(scope, rows, spec.value);
    return !rows.empty() && full(rows.front()) ? rows.front() : -1;
}

std::vector<Room> roomNear(const Scope& scope, const ChartSpec& spec, const Measure& its, int from)
{
    std::vector<Room> found;
    const city::Place* here = scope.index.at(from).place;
    if (!here || !here->at) return found;
    for (const int row : placesAnywhere(scope, spec.of, spec.value)) {
        const city::Place* there = scope.index.at(row).place;
        const Reading reading = scope.index.reading(row, spec.value);
        if (row == from || !there || !there->at || !reading.isCurrent()) continue;
        const double metres = city::distanceMetres(*here->at, *there->at);
        // A quarter below full: what is almost full soon is.
        const double safe = its.worstIsHigh() ? 0.75 * spec.threshold : 2 * spec.threshold + 1;
        if (metres > FurthestMetres || isFull(its, reading.value(), safe)) continue;
        found.push_back({row, metres, reading.value()});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Room& a, const Room& b) { return a.metres < b.metres; });
    return found;
}

/// "1,760 free": `also` names what is inside and what there is place for.
QString roomText(const Scope& scope, const ChartSpec& spec, const Measure& its, const Room& one)
{
    const QString value = valueText(scope, its, one.value);
    if (spec.also.size() < 2) return value;
    const Reading inside = scope.index.reading(one.row, spec.also[0]),
                  capacity = scope.index.reading(one.row, spec.also[1]);
    if (!inside.isCurrent() || !capacity) return value;
    const double room = std::max(0.0, capacity.value() - inside.value());
    return say(QT_TRANSLATE_NOOP("Message", "%1 free"), {number(room, 0)});
}

} // namespace

widgets::ChartData divertChart(const Scope& scope, const ChartSpec& spec)
{
    widgets::ChartData chart;
    chart.kind = widgets::ChartData::Kind::Bars;
    chart.title = chartTitle(scope, spec);
    const Measure its = measure(scope, spec.value);
    const Speaking speaking = placesSpeaking(scope, spec.of, spec.value);
    const Aggregated inputs = usable(scope, speaking.rows, spec.value).counts;
    chart.freshness = inputs.freshness;
    if (inputs.oldest) chart.age = ageText(scope.now - *inputs.oldest);
    chart.source = provenance(scope, inputs, its);
    const int from = fullest(scope, spec, its);
    if (from < 0) {
        chart.note = inputs.used > 0
                         ? say(QT_TRANSLATE_NOOP("Message", "Nothing is full here."))
                         : whyNoData(scope, feedsFor(scope, {spec.value, {}, {}, FeedsFor::Alerts::No}));
        return chart;
    }
    chart.title = say(QT_TRANSLATE_NOOP("Message", "%1: %2 (%3)"),
                      {chart.title, scope.placeName(from),
                       valueText(scope, its, scope.index.reading(from, spec.value).value())});
    for (const Room& one : roomNear(scope, spec, its, from)) {
        if (chart.bars.size() == static_cast<std::size_t>(spec.limit)) break;
        widgets::ChartBar bar;
        bar.label = say(QT_TRANSLATE_NOOP("Message", "%1, %2 km"),
                        {scope.placeName(one.row), number(one.metres / 1000, 1)});
        bar.value = one.value;
        bar.valueText = roomText(scope, spec, its, one);
        if (const indicators::Level* level = its.level(one.value)) bar.colour = level->colour;
        bar.tip = valueText(scope, its, one.value) + QLatin1Char('\n') +
                  scope.areaPath(scope.index.at(one.row).area);
        bar.target = scope.focusOnPlace(one.row);
        chart.bars.push_back(std::move(bar));
    }
    if (chart.bars.empty())
        chart.note = say(QT_TRANSLATE_NOOP("Message", "%1 is full, and nothing within %2 km has room."),
                         {scope.placeName(from), number(FurthestMetres / 1000, 0)});
    return chart;
}

} // namespace app
